import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';

const config = `<View><Chat name="chat" value="$chat" minMessages="3"/>
<View visibleWhen="no-region-selected"><Header value="Select a message"/></View>
<View visibleWhen="region-selected" whenRole="assistant">
  <Rating name="good" toName="chat" perRegion="true" required="true"/></View>
<View visibleWhen="region-selected" whenRole="user,system">
  <Choices name="kind" toName="chat" perRegion="true"><Choice value="Question"/><Choice value="Order"/></Choices></View>
<Choices name="whole" toName="chat"><Choice value="Fine"/></Choices></View>`;
const message = (id: string, role: string, content: string, more: Dict = {}) => ({
  id,
  from_name: 'chat',
  to_name: 'chat',
  type: 'chatmessage',
  value: { chatmessage: { role, content } },
  origin: 'manual',
  ...more,
});
const talk = [message('m1', 'user', 'Is it late?'), message('m2', 'assistant', 'It is nine.')];
const task = (result: readonly object[], chat: readonly object[] = []) => ({
  id: 1,
  data: { chat },
  annotations: [{ id: 5, result }],
});
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Dict[];
const turns = (editor: LabelEditor) => [...(editor.shadowRoot?.querySelectorAll('article') ?? [])] as HTMLElement[];
const sees = (editor: LabelEditor, role: string, name: string | RegExp) => {
  try {
    return byRole(editor, role, name) !== undefined;
  } catch {
    return false;
  }
};

describe('messages of a chat, as regions', () => {
  afterEach(clear);

  it('are selected, and asked about by their roles', async () => {
    const editor = await mount(config, task(talk, [{ role: 'user', content: 'Hello' }]));
    expect(editor.problems).to.deep.equal([]);
    await click(turns(editor)[1] as HTMLElement);
    await painted();
    expect(sees(editor, 'checkbox', 'Question')).to.equal(true);
    expect(sees(editor, 'radio', '4 of 5')).to.equal(false);
    await click(byRole(editor, 'checkbox', 'Question'));
    await click(turns(editor)[2] as HTMLElement);
    await painted();
    expect(turns(editor)[2]?.ariaCurrent).to.equal('true');
    expect(sees(editor, 'checkbox', 'Question')).to.equal(false);
    await click(byRole(editor, 'radio', '4 of 5'));
    await click(byRole(editor, 'checkbox', 'Fine'));
    const said = results(editor).map(({ id, from_name, to_name, type, value }) => [
      id,
      from_name,
      to_name,
      type,
      value,
    ]);
    expect(said.slice(0, 3)).to.deep.equal([
      ['m1', 'chat', 'chat', 'chatmessage', talk[0]?.value],
      ['m1', 'kind', 'chat', 'choices', { choices: ['Question'] }],
      ['m2', 'chat', 'chat', 'chatmessage', talk[1]?.value],
    ]);
    expect(said[3]).to.deep.equal(['m2', 'good', 'chat', 'rating', { rating: 4 }]);
    expect(said.at(-1)?.slice(1)).to.deep.equal(['whole', 'chat', 'choices', { choices: ['Fine'] }]);
  });

  it('cannot be selected where they are of the task', async () => {
    const editor = await mount(config, task([], [{ role: 'user', content: 'Hello' }]));
    await click(turns(editor)[0] as HTMLElement);
    await painted();
    expect(sees(editor, 'checkbox', 'Question')).to.equal(false);
    expect(turns(editor)[0]?.ariaCurrent).to.equal(null);
  });

  it('are read with what is said of them and written back as they came', async () => {
    const given = [
      { id: 'm2', from_name: 'good', to_name: 'chat', type: 'rating', value: { rating: 2 }, origin: 'manual' },
      ...talk,
      {
        id: 'm1',
        from_name: 'kind',
        to_name: 'chat',
        type: 'choices',
        value: { chatmessage: talk[0]?.value.chatmessage, choices: ['Order'] },
        origin: 'manual',
      },
      { from_name: 'chat', to_name: 'chat', type: 'chatmessage', value: { chatmessage: { role: 'tool', content: 7 } } },
    ];
    const editor = await mount(config, task(given));
    expect(results(editor)).to.deep.equal(given);
    await click(turns(editor)[0] as HTMLElement);
    await painted();
    expect((byRole(editor, 'checkbox', 'Order') as HTMLInputElement).checked).to.equal(true);
    turns(editor)[0]?.focus();
    await keys('F2');
    await sendKeys({ type: '!' });
    await keys('Enter');
    expect(results(editor)[1]).to.deep.equal(message('m1', 'user', 'Is it late?!'));
    editor.undo();
    expect(results(editor)).to.deep.equal(given);
  });

  it('go with all that is said of them, and come back by undo', async () => {
    const given = [
      ...talk,
      { id: 'm2', from_name: 'good', to_name: 'chat', type: 'rating', value: { rating: 2 }, origin: 'manual' },
    ];
    const editor = await mount(config, task(given));
    turns(editor)[1]?.focus();
    await keys('Delete');
    expect(results(editor)).to.deep.equal([talk[0]]);
    editor.undo();
    expect(results(editor)).to.deep.equal(given);
  });

  it('made by a model can be judged, and say that they were changed when they are', async () => {
    const editor = await mount(config, {
      id: 1,
      data: { chat: [] },
      predictions: [{ id: 7, result: talk.map(({ origin: _, ...rest }) => rest) }],
      annotations: [{ id: 5, parent_prediction: 7, result: talk.map((item) => ({ ...item, origin: 'prediction' })) }],
    });
    await click(turns(editor)[0] as HTMLElement);
    await painted();
    await click(byRole(editor, 'checkbox', 'Order'));
    expect(results(editor).filter(({ type }) => type === 'choices').length).to.equal(1);
    expect(editor.shadowRoot?.querySelector('[aria-label="Edit message"]')).to.equal(null);
  });

  it('are counted before they are submitted, and each is asked what its role is asked', async () => {
    const editor = await mount(config, task(talk));
    expect(await editor.submit()).to.equal(false);
    await painted();
    expect(editor.shadowRoot?.activeElement?.ariaLabel).to.equal('Message as User');
    await sendKeys({ type: 'Thanks' });
    await keys('Enter');
    expect(await editor.submit()).to.equal(false);
    await painted();
    expect(editor.shadowRoot?.activeElement?.ariaLabel).to.equal('1 of 5');
    expect(turns(editor)[1]?.ariaCurrent).to.equal('true');
    await keys('3');
    expect(await editor.submit()).to.equal(true);
  });
});
