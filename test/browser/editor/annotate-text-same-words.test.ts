import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, next, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const text = 'The sea 😀 took the ship. Sea, seaside:\nthe sea is wide and the sea is deep.';
const config = `<View>
  <Labels name="ner" toName="txt"><Label value="Place"/><Label value="Thing"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="sure" toName="txt" perRegion="true"><Choice value="Yes"/></Choices>
</View>`;
const span = (id: string, start: number, label = 'Place', length = 3) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start, end: start + length, text: [...text].slice(start, start + length).join(''), labels: [label] },
});
type Span = ReturnType<typeof span>;
const results = (editor: LabelEditor) => editor.serialize() as unknown as Span[];
const starts = (editor: LabelEditor) => results(editor).map(({ value }) => value.start);
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const said = (editor: LabelEditor) => shadow(editor).querySelector('.toast > span')?.textContent ?? '';
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'txt', offset);
  return { x: x + 1, y: y + 6 };
};

async function open(...result: object[]): Promise<LabelEditor> {
  const editor = await mount(config, { id: 1, data: { text }, annotations: [{ id: 9, result }] });
  await click(at(editor, 5));
  // What is done to regions is fetched when somebody comes.
  await until(() => {
    try {
      return byRole(editor, 'checkbox', 'Yes').checkVisibility();
    } catch {
      return false;
    }
  });
  await painted();
  return editor;
}

describe('the same words in a text', () => {
  afterEach(clear);

  it('are all marked by a key, with the labels and without the answers, and taken back by one press', async () => {
    const editor = await open(span('a', 4));
    await click(byRole(editor, 'checkbox', 'Yes'));
    const before = editor.serialize();
    await keys('Alt+s');
    await until(() => said(editor) === '2 more marked');
    const [, , ...made] = results(editor);
    expect(made.map((result) => ({ ...result, id: '' }))).to.deep.equal([
      { ...span('', 43), origin: 'manual' },
      { ...span('', 63), origin: 'manual' },
    ]);
    await click(byRole(editor, 'button', 'Undo'));
    expect(editor.serialize()).to.deep.equal(before);
    editor.redo();
    expect(results(editor)).to.have.length(4);
  });

  it('are marked in any case by another key, and only once', async () => {
    const editor = await open(span('a', 4));
    await keys('Alt+Shift+s');
    await until(() => said(editor) === '3 more marked');
    expect(starts(editor)).to.deep.equal([4, 25, 43, 63]);
    await keys('Alt+s');
    await until(() => said(editor) === 'All 2 others are marked already.');
    expect(starts(editor)).to.deep.equal([4, 25, 43, 63]);
  });

  it('are marked from the menu of a region, and selected and deleted together', async () => {
    const editor = await open(span('a', 4), span('b', 43, 'Thing'), span('c', 12, 'Place', 4));
    await click(at(editor, 5), { button: 'right' });
    await until(() => shadow(editor).querySelector('[role=menuitem]') !== null);
    await click(byRole(editor, 'menuitem', 'Mark all same words'));
    expect(starts(editor)).to.deep.equal([4, 43, 12, 43, 63]);
    const selection = next<CustomEvent<{ regionIds: readonly string[] }>>(editor, 'selection-change');
    await keys('Alt+Shift+a');
    expect((await selection).detail.regionIds).to.have.length(4);
    await click(at(editor, 5));
    await painted();
    await keys('Alt+Backspace');
    expect(starts(editor)).to.deep.equal([43, 12]);
    await until(() => said(editor) === '3 deleted');
    await keys('Control+z');
    expect(starts(editor)).to.deep.equal([4, 43, 12, 43, 63]);
    await until(() => said(editor) === '');
  });

  it('are listed in the details and on the sheet of keys', async () => {
    const editor = await open(span('a', 4));
    editor.style.width = '1200px';
    await until(() => shadow(editor).querySelector('#tab-details') !== null);
    await click(byRole(editor, 'tab', 'Details'));
    await until(() => shadow(editor).querySelector('[aria-label="Same words"]') !== null);
    // By its key: other parts of the details may still come in above it.
    byRole(byRole(editor, 'group', 'Same words'), 'button', /^Mark all same words in any case/).focus();
    await keys('Enter');
    expect(results(editor)).to.have.length(4);
    await keys('?');
    await until(() => shadow(editor).querySelector('#help dt') !== null);
    const sheet = shadow(editor).querySelector('#help')?.textContent ?? '';
    expect(sheet).to.match(/Mark all same words\s*(Alt|⌥)\+?S/);
    expect(sheet).to.match(/Delete all with this text and label/);
  });

  it('are not marked where one may only read, but selected', async () => {
    const given = [span('a', 4), span('b', 43)];
    const editor = await mount(
      config,
      { id: 1, data: { text }, annotations: [{ id: 9, result: given }] },
      { readonly: true },
    );
    await click(at(editor, 5));
    await painted();
    const selection = next<CustomEvent<{ regionIds: readonly string[] }>>(editor, 'selection-change');
    await keys('Alt+s');
    await keys('Alt+Backspace');
    await keys('Alt+Shift+a');
    expect((await selection).detail.regionIds).to.deep.equal(['a', 'b']);
    expect(editor.serialize()).to.deep.equal(given);
  });

  /** Where the regions are that a key makes of the first word “sea” of an object. */
  const places = async (tags: string, data: object) => {
    const editor = await mount(`<View>${tags}</View>`, { id: 1, data });
    await until(() => editor.toClient('obj', 7) !== undefined);
    await painted();
    const on = (offset: number) => {
      const { x, y } = pointOn(editor, 'obj', offset);
      return { x: x + 1, y: y + 4 };
    };
    await click(chip(editor, 'A'));
    await drag(on(4), on(7), { steps: 5 });
    await painted();
    await click(on(5));
    await painted();
    await keys('Alt+s');
    await until(() => said(editor) === '2 more marked');
    return results(editor).map(({ value }) => {
      const { start, startOffset, end, endOffset } = value as unknown as Record<string, unknown>;
      return [start, startOffset, end, endOffset];
    });
  };

  it('are named as markup names them, also across tags', async () => {
    const tags =
      '<HyperTextLabels name="l" toName="obj"><Label value="A"/></HyperTextLabels><HyperText name="obj" value="$html"/>';
    const html = '<p>The <b>sea</b> took the ship.</p><p>A <i>s</i>ea and the Sea, the sea.</p>';
    const [first, second, third] = await places(tags, { html });
    expect(first).to.deep.equal(['/p[1]/b[1]/text()[1]', 0, '/p[1]/b[1]/text()[1]', 3]);
    expect(second?.slice(2)).to.deep.equal(['/p[2]/text()[2]', 2]);
    expect(third).to.deep.equal(['/p[2]/text()[2]', 20, '/p[2]/text()[2]', 23]);
  });

  it('are named as phrases name them', async () => {
    const tags =
      '<ParagraphLabels name="l" toName="obj"><Label value="A"/></ParagraphLabels><Paragraphs name="obj" value="$talk"/>';
    const talk = [
      { author: 'A', text: 'the sea' },
      { author: 'B', text: 'no sea, the sea' },
    ];
    expect(await places(tags, { talk })).to.deep.equal([
      ['0', 4, '0', 7],
      ['1', 3, '1', 6],
      ['1', 12, '1', 15],
    ]);
  });

  it('are marked ten thousand at once', async () => {
    const many = 'the sea is wide. '.repeat(10_000);
    const editor = await mount(config, {
      id: 1,
      data: { text: many },
      annotations: [{ id: 9, result: [span('a', 4)] }],
    });
    await click(at(editor, 5));
    await painted();
    await keys('Alt+s');
    await until(() => said(editor) === '9,999 more marked');
    expect(results(editor)).to.have.length(10_000);
    await keys('Control+z');
    expect(results(editor)).to.have.length(1);
  });
});
