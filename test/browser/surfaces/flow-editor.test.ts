import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { chip, clear, painted } from '../../support/page.js';
import { until } from './flow-shown.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="txt" value="$text"/>
</View>`;
const text = 'Ada met Charles. Ada wrote to Charles in London. '.repeat(100).trim();
const task = (...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });
const inside = (editor: LabelEditor, selector: string) =>
  editor.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
const bar = (editor: LabelEditor) => inside(editor, '[role=search]') as HTMLElement;
const button = (editor: LabelEditor, name: string) =>
  bar(editor).querySelector(`[aria-label^="${name}"]`) as HTMLElement;
const find = async (editor: LabelEditor, words: string) => {
  inside(editor, '[part=surface]')?.focus();
  await keys('Control+f');
  await until(() => bar(editor)?.querySelector('input') === editor.shadowRoot?.activeElement);
  await sendKeys({ type: words });
  await painted();
};

describe('a text in the editor', () => {
  afterEach(clear);

  it('has all that is found marked with the label in hand, by keys too', async () => {
    const editor = await mount(config, task());
    editor.keymap = { continuous: 'shift+k' };
    await click(chip(editor, 'LOC'));
    await keys('Shift+K');
    await find(editor, 'london');
    await keys('Control+Enter');
    await painted();
    expect(editor.serialize()).to.have.lengthOf(1);
    await click(button(editor, 'Mark all'));
    await until(() => Boolean(bar(editor).querySelector('p')?.textContent));
    const results = editor.serialize() as unknown as { value: { text: string; labels: string[]; start: number } }[];
    expect(results).to.have.lengthOf(100);
    expect(new Set(results.map(({ value }) => `${value.text} ${value.labels}`))).to.deep.equal(new Set(['London LOC']));
    expect(new Set(results.map(({ value }) => value.start)).size).to.equal(100);
    expect(bar(editor).querySelector('p')?.textContent).to.contain('99 matches marked');
  });

  it('says so where no label is in hand', async () => {
    const editor = await mount(config, task());
    await find(editor, 'london');
    await click(button(editor, 'Mark all'));
    await until(() => Boolean(bar(editor).querySelector('p')?.textContent));
    expect(editor.serialize()).to.deep.equal([]);
    expect(bar(editor).querySelector('p')?.textContent).to.contain('Pick a label first');
  });

  it('has all of them marked as one step, though the label is not kept in hand', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'LOC'));
    await find(editor, 'london');
    await click(button(editor, 'Mark all'));
    await until(() => Boolean(bar(editor).querySelector('p')?.textContent));
    expect(editor.serialize()).to.have.lengthOf(100);
    expect(bar(editor).querySelector('p')?.textContent).to.contain('100 matches marked.');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('stays in its place with vertical lines', async () => {
    const editor = await mount(
      `<View><Style>.htx-text { writing-mode: vertical-rl; height: 300px; }</Style>
        <Labels name="ner" toName="txt"><Label value="PER"/></Labels><Text name="txt" value="$text"/></View>`,
      { id: 1, data: { text: '吾輩は猫である。名前はまだ無い。'.repeat(80) } },
    );
    await painted();
    const surface = inside(editor, '[part=surface]') as HTMLElement;
    expect(surface.getBoundingClientRect().right).to.be.at.most(editor.getBoundingClientRect().right);
    expect(surface.scrollWidth).to.be.greaterThan(surface.clientWidth);
    surface.focus();
    await keys('Control+Home');
    await keys('Control+End');
    await painted();
    expect(surface.scrollLeft).to.be.lessThan(0);
  });
});
