import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';

const config = '<View><Chat name="chat" value="$chat"/></View>';
const chat = [{ role: 'user', content: 'Is the ferry running?' }];
const message = (id: string, role: string, content: string, more: Dict = {}) => ({
  id,
  from_name: 'chat',
  to_name: 'chat',
  type: 'chatmessage',
  value: { chatmessage: { role, content, createdAt: 1710000000000, ...more } },
  origin: 'manual',
});
const task = (result: readonly object[] = []) => ({
  id: 1,
  data: { chat },
  ...(result.length > 0 && { annotations: [{ id: 5, result }] }),
});
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Dict[];
const said = (editor: LabelEditor) =>
  results(editor).map(({ value }) => {
    const { role, content } = (value as Dict).chatmessage as Dict;
    return [role, content];
  });
const turns = (editor: LabelEditor) => [...(editor.shadowRoot?.querySelectorAll('article') ?? [])];

describe('a chat in the editor', () => {
  afterEach(clear);

  it('adds, edits and deletes messages, each an undo step and a result of its own', async () => {
    const editor = await mount(config, task());
    expect(editor.problems).to.deep.equal([]);
    await click(byRole(editor, 'textbox', 'Message as Assistant'));
    await sendKeys({ type: 'Yes, at nine.' });
    await keys('Enter');
    await sendKeys({ type: 'Thanks!' });
    await keys('Enter');
    const [first] = results(editor);
    const { createdAt } = (results(editor) as readonly { value: { chatmessage: Dict } }[])[0]?.value.chatmessage ?? {};
    expect(createdAt).to.be.a('number');
    expect(first).to.deep.equal({
      id: first?.id,
      from_name: 'chat',
      to_name: 'chat',
      type: 'chatmessage',
      origin: 'manual',
      value: { chatmessage: { role: 'assistant', content: 'Yes, at nine.', createdAt } },
    });
    const both = [
      ['assistant', 'Yes, at nine.'],
      ['user', 'Thanks!'],
    ];
    expect(said(editor)).to.deep.equal(both);

    await keys('ArrowUp');
    await keys('ArrowUp');
    await keys('F2');
    await sendKeys({ type: ' Be early.' });
    await keys('Enter');
    expect(said(editor)).to.deep.equal([
      ['assistant', 'Yes, at nine. Be early.'],
      ['user', 'Thanks!'],
    ]);
    expect(results(editor)[0]?.id).to.equal(first?.id);
    await keys('Delete');
    expect(said(editor)).to.deep.equal([['user', 'Thanks!']]);
    editor.undo();
    editor.undo();
    expect(said(editor)).to.deep.equal(both);
    await painted();
    expect(turns(editor).length).to.equal(3);
    editor.undo();
    editor.undo();
    expect(said(editor)).to.deep.equal([]);
    editor.redo();
    expect(said(editor)).to.deep.equal([['assistant', 'Yes, at nine.']]);
  });

  it('gives back what it was given, and changes only what was edited', async () => {
    const given = [
      message('m1', 'assistant', 'Yes.', { model: 'x', score: 0.5 }),
      { ...message('m2', 'user', 'Sure?'), meta: { text: ['note'] }, extra: 1 },
      message('m3', 'assistant', 'No.'),
    ];
    const editor = await mount(config, task(given));
    expect(results(editor)).to.deep.equal(given);
    turns(editor)[1]?.focus();
    await keys('F2');
    await keys('Control+a');
    await sendKeys({ type: 'Perhaps.' });
    await keys('Enter');
    const [, ...others] = given;
    expect(results(editor)).to.deep.equal([
      message('m1', 'assistant', 'Perhaps.', { model: 'x', score: 0.5 }),
      ...others,
    ]);
  });

  it('sends what was written and not sent with the submission', async () => {
    const editor = await mount(config, task());
    let sent: unknown;
    editor.addEventListener('completion-submit', ({ detail }) => {
      sent = detail.completion.result;
    });
    await click(byRole(editor, 'textbox', 'Message as Assistant'));
    await sendKeys({ type: 'Half a' });
    expect(await editor.submit()).to.equal(true);
    expect(sent).to.deep.equal(results(editor));
    expect(said(editor)).to.deep.equal([['assistant', 'Half a']]);
  });

  it('is only read where the completion is', async () => {
    const editor = await mount(config, task([message('m1', 'assistant', 'Yes.')]), { readonly: true });
    expect(turns(editor).length).to.equal(2);
    expect(editor.shadowRoot?.querySelector('.le-chat-acts')).to.equal(null);
    turns(editor)[1]?.focus();
    await keys('Delete');
    expect(said(editor)).to.deep.equal([['assistant', 'Yes.']]);
  });
});
