import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';

const config = `<View>
  <Labels name="label" toName="text"><Label value="Word"/><Label value="Name"/></Labels>
  <Text name="text" value="$text"/>
  <TextArea name="note" toName="text" editable="true">
    <View><Shortcut alias="[-]" value="-" hotkey="1"/></View>
    <Shortcut alias="ninja" value="👤" hotkey="alt+n" background="#5671d8"/>
    <Shortcut value=" + "/>
  </TextArea>
  <TextArea name="other" toName="text"/>
</View>`;
const opened = (result: readonly object[] = []) =>
  mount(config, { id: 1, data: { text: 'Some words' }, annotations: [{ id: 9, result }] });
const field = (editor: LabelEditor, name = 'note') => byRole(editor, 'textbox', name) as HTMLTextAreaElement;
const said = (editor: LabelEditor) =>
  (editor.serialize() as unknown as { value: { text?: unknown } }[]).map(({ value }) => value.text);

describe('shortcuts of a text area', () => {
  afterEach(clear);

  it('insert at the caret, or in the place of what is selected, by button; the field keeps the focus', async () => {
    const editor = await opened();
    await click(field(editor));
    await sendKeys({ type: 'ab' });
    await keys('ArrowLeft');
    await click(byRole(editor, 'button', 'Insert ninja'));
    expect(field(editor).value).to.equal('a👤b');
    expect(editor.shadowRoot?.activeElement).to.equal(field(editor));
    await keys('Shift+ArrowLeft');
    await click(byRole(editor, 'button', /^Insert \+$/));
    expect(field(editor).value).to.equal('a + b');
    await keys('Control+z');
    expect(field(editor).value).to.equal('a👤b');
    expect(said(editor)).to.deep.equal([]);
    await keys('Enter');
    expect(said(editor)).to.deep.equal([['a👤b']]);
  });

  it('insert by key while one writes there, also into what was added before, and not in another field', async () => {
    const editor = await opened();
    await click(field(editor));
    await sendKeys({ type: 'a1b' });
    await keys('Alt+n');
    await keys('Enter');
    expect(said(editor)).to.deep.equal([['a-b👤']]);
    await click(field(editor, 'Text 1'));
    await keys('Home');
    await keys('1');
    await keys('Enter');
    expect(said(editor)).to.deep.equal([['-a-b👤']]);
    await click(field(editor, 'other'));
    await keys('1');
    await keys('Alt+n');
    expect(field(editor, 'other').value).to.equal('1');
    expect(field(editor).value).to.equal('');
  });

  it('insert from outside of all fields too, into the one that was written in last', async () => {
    const editor = await opened();
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('1');
    expect(field(editor).value).to.equal('-');
    expect(editor.shadowRoot?.activeElement).to.equal(field(editor));
  });

  it('are accessible, and wait where nothing may be written', async () => {
    const editor = await opened();
    const tag = editor.shadowRoot?.querySelector('[data-name=note]') as HTMLElement;
    expect((await axe.run(tag)).violations.map(({ id }) => id)).to.deep.equal([]);
    editor.readonly = true;
    await painted();
    expect((byRole(editor, 'button', 'Insert ninja') as HTMLButtonElement).disabled).to.equal(true);
  });
});

describe('writing beside thousands of regions', () => {
  afterEach(clear);

  it('touches nothing of the editor until the text is added', async () => {
    const text = 'word '.repeat(3000);
    const regions = Array.from({ length: 3000 }, (_, at) => ({
      id: `r${at}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { start: at * 5, end: at * 5 + 4, text: 'word', labels: ['Word'] },
    }));
    const editor = await mount(config, { id: 1, data: { text }, annotations: [{ id: 9, result: regions }] });
    field(editor).focus();
    await sendKeys({ type: 'a' });
    await painted();
    const seen = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) seen.add(target);
    });
    observer.observe(editor.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    let changes = 0;
    editor.addEventListener('document-change', () => changes++);
    await sendKeys({ type: ' long note' });
    await painted();
    observer.disconnect();
    expect([...seen].map(({ nodeName }) => nodeName)).to.deep.equal([]);
    expect(changes).to.equal(0);
    await keys('Enter');
    expect(said(editor).filter((one) => one !== undefined && Array.isArray(one))).to.deep.equal([['a long note']]);
    expect(changes).to.equal(1);
  });
});
