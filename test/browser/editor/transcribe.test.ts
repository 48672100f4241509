import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';

const config = `<View>
  <Labels name="who" toName="txt"><Label value="Ann"/><Label value="Ben"/></Labels>
  <Text name="txt" value="$text"/>
  <TextArea name="said" toName="txt" perRegion="true" transcription="true"/>
</View>`;
const text = 'Hello there. Who is it?';
const span = (id: string, start: number, end: number) => ({
  id,
  from_name: 'who',
  to_name: 'txt',
  type: 'labels',
  value: { start, end, text: text.slice(start, end), labels: ['Ann'] },
});
const task = { id: 1, data: { text }, annotations: [{ id: 9, result: [span('a', 0, 5), span('b', 13, 16)] }] };
const said = (editor: LabelEditor) =>
  (editor.serialize() as { id: string; type: string; value: { text?: unknown } }[])
    .filter(({ type }) => type === 'textarea')
    .map(({ id, value }) => [id, value.text]);

describe('writing for one region after another', () => {
  afterEach(clear);

  it('goes by keys alone: Enter into the field, Enter to the next region', async () => {
    const editor = await mount(config, task);
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('Alt+.');
    await painted();
    await keys('Enter');
    await sendKeys({ type: 'One' });
    await keys('Enter');
    await painted();
    await sendKeys({ type: 'Two' });
    await keys('Enter');
    await painted();
    expect(said(editor)).to.deep.equal([
      ['a', ['One']],
      ['b', ['Two']],
    ]);
  });

  it('keeps what was typed for the region it was typed for when another is selected', async () => {
    const editor = await mount(config, task);
    editor.select(['a']);
    await painted();
    await click(byRole(editor, 'textbox', 'said'));
    await sendKeys({ type: 'Half a wo' });
    editor.select(['b']);
    await painted();
    expect(said(editor)).to.deep.equal([['a', ['Half a wo']]]);
    expect((byRole(editor, 'textbox', 'said') as HTMLTextAreaElement).value).to.equal('');
    editor.undo();
    expect(said(editor)).to.deep.equal([]);
  });

  it('adds what stands in the field when the task is submitted', async () => {
    const editor = await mount(config, task);
    editor.select(['a']);
    await painted();
    await click(byRole(editor, 'textbox', 'said'));
    await sendKeys({ type: 'Last words' });
    await editor.submit();
    expect(said(editor)).to.deep.equal([['a', ['Last words']]]);
  });
});
