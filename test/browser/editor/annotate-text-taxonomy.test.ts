import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const text = 'Ada Lovelace kept a parrot in London, near the Thames.';
const tree = `<Choice value="Being" alias="b"><Choice value="Person" alias="p" color="#b3399a"/><Choice value="Animal"/></Choice>
  <Choice value="Place"><Choice value="City" hotkey="x"/><Choice value="River"/></Choice>`;
const config = (attributes = '', more = '') => `<View>
  <Taxonomy name="kind" toName="txt" labeling="true" ${attributes}>${tree}</Taxonomy>${more}
  <Text name="txt" value="$text"/>
</View>`;
const second = `<Taxonomy name="mood" toName="txt" labeling="true"><Choice value="Good"/><Choice value="Bad"/></Taxonomy>`;
const task = (...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });
const place = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
const span = (id: string, word: string, taxonomy: unknown, more: object = {}) => ({
  id,
  from_name: 'kind',
  to_name: 'txt',
  type: 'taxonomy',
  value: { ...place(word), text: word, taxonomy },
  ...more,
});

interface Result {
  readonly id: string;
  readonly from_name: string;
  readonly type: string;
  readonly value: { readonly start?: number; readonly text?: string; readonly taxonomy?: unknown };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const said = (editor: LabelEditor) => results(editor).map(({ value }) => value.taxonomy);
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'txt', offset);
  return { x: x + 1, y: y + 6 };
};
const sweep = async (editor: LabelEditor, word: string) => {
  const { start, end } = place(word);
  await drag(at(editor, start), at(editor, end), { steps: 6 });
  await painted();
};
const openers = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.le-taxonomy-open')];
/** By keys alone: opens the field, looks for the node and picks it. */
const pick = async (editor: LabelEditor, node: string, field = 0) => {
  await until(() => openers(editor)[field] !== undefined);
  openers(editor)[field]?.focus();
  await keys('ArrowDown');
  for (const letter of node) await keys(letter);
  await until(() => byRole(editor, 'treeitem', node).checkVisibility());
  await keys('Enter');
  await keys('Escape');
  await painted();
};
const chips = (editor: LabelEditor) =>
  [...shadow(editor).querySelectorAll('.le-taxonomy-chip > span')].map((chip) => chip.textContent);
/** What the list of regions says of them. */
const rows = async (editor: LabelEditor) => {
  editor.style.width = '1200px';
  await until(() => shadow(editor).querySelector('.row .names') !== null);
  await painted();
  return [...shadow(editor).querySelectorAll('.row .names')].map((names) => names.textContent);
};

describe('annotating a text with the nodes of a tree', () => {
  afterEach(clear);

  it('marks what is selected with the node that was picked, and lays it down', async () => {
    const editor = await mount(config(), task());
    await pick(editor, 'Person');
    expect(chips(editor)).to.deep.equal(['Person']);
    expect(results(editor)).to.deep.equal([]);
    await sweep(editor, 'Ada Lovelace');
    const [result] = results(editor);
    expect(result).to.deep.equal({ ...span(result?.id ?? '', 'Ada Lovelace', [['b', 'p']]), origin: 'manual' });
    expect(chips(editor)).to.deep.equal([]);
    await sweep(editor, 'parrot');
    expect(results(editor)).to.have.length(1);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
  });

  it('marks once with the nodes of two trees, each a result of its own', async () => {
    const editor = await mount(config('', second), task());
    await pick(editor, 'City');
    await pick(editor, 'River');
    await pick(editor, 'Good', 1);
    await sweep(editor, 'London');
    const [first, other] = results(editor);
    expect(results(editor)).to.have.length(2);
    expect(first).to.deep.equal({
      ...span(first?.id ?? '', 'London', [
        ['Place', 'City'],
        ['Place', 'River'],
      ]),
      origin: 'manual',
    });
    expect(other).to.deep.equal({ ...first, from_name: 'mood', value: { ...first?.value, taxonomy: [['Good']] } });
    expect(await rows(editor)).to.deep.equal(['Place / City, Place / River, Good']);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
  });

  it('changes the nodes of the selected region, of which the last one stays', async () => {
    const loaded = [span('a', 'London', [['Place', 'City']]), span('b', 'Thames', [['Place', 'River']])];
    const editor = await mount(config(), task(...loaded));
    expect(editor.serialize()).to.deep.equal(loaded);
    editor.select(['a']);
    await painted();
    expect(chips(editor)).to.deep.equal(['City']);
    expect(() => byRole(editor, 'button', 'Remove City')).to.throw();
    await pick(editor, 'Person');
    expect(said(editor)).to.deep.equal([
      [
        ['Place', 'City'],
        ['b', 'p'],
      ],
      [['Place', 'River']],
    ]);
    await click(byRole(editor, 'button', 'Remove City'));
    expect(said(editor)).to.deep.equal([[['b', 'p']], [['Place', 'River']]]);
    await pick(editor, 'Person');
    expect(said(editor)[0]).to.deep.equal([['b', 'p']]);
    expect(shadow(editor).querySelector('.toast')?.textContent).to.contain('keeps one label');
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal(loaded);
  });

  it('takes the colour of the first node, its own or one of the palette, and shows it at the field', async () => {
    const editor = await mount(config(), task(span('a', 'London', [['b', 'p'], ['Place']]), span('b', 'Ada', [['b']])));
    const dots = () =>
      [...shadow(editor).querySelectorAll<HTMLElement>('.row .dot')].map(({ style }) => style.background);
    await rows(editor);
    expect(dots()[0]).to.equal('rgb(179, 57, 154)');
    expect(dots()[1]).not.to.equal(dots()[0]);
    editor.select(['a']);
    await painted();
    const chip = shadow(editor).querySelector<HTMLElement>('.le-taxonomy-chip');
    expect(chip?.style.getPropertyValue('--le-node')).to.equal('#b3399a');
  });

  it('replaces the node where there can be only one', async () => {
    const editor = await mount(config('maxUsages="1"'), task(span('a', 'London', [['Place']])));
    editor.select(['a']);
    await painted();
    await pick(editor, 'River');
    expect(said(editor)).to.deep.equal([[['Place', 'River']]]);
    editor.select([]);
    await painted();
    await pick(editor, 'City');
    await pick(editor, 'Person');
    await sweep(editor, 'Ada');
    expect(said(editor)[1]).to.deep.equal([['b', 'p']]);
  });

  it('has no more than so many nodes at once, in as many regions as one likes', async () => {
    const editor = await mount(config('maxUsages="2" leafsOnly="true"'), task());
    for (const word of ['London', 'Thames', 'Ada']) {
      await pick(editor, 'City');
      await pick(editor, 'River');
      await pick(editor, 'Person');
      await sweep(editor, word);
    }
    const two = [
      ['Place', 'City'],
      ['Place', 'River'],
    ];
    expect(said(editor)).to.deep.equal([two, two, two]);
  });

  it('is armed by the key of a node, laid down by it, and with the arrows marks from the keyboard', async () => {
    const editor = await mount(config(), task());
    await until(() => openers(editor).length === 1);
    await move(at(editor, 30));
    await keys('x');
    await painted();
    expect(chips(editor)).to.deep.equal(['City']);
    await keys('x');
    await painted();
    expect(chips(editor)).to.deep.equal([]);
    await keys('x');
    shadow(editor).querySelector<HTMLElement>('[part="surface"]')?.focus();
    await keys('Home');
    await keys('Control+Home');
    await keys('Shift+Control+ArrowRight');
    await keys('Enter');
    expect(results(editor)[0]?.value).to.deep.equal({ start: 0, end: 3, text: 'Ada', taxonomy: [['Place', 'City']] });
  });

  it('shows the whole path in the list, and at the text what showFullPath says', async () => {
    const loaded = [span('a', 'London', [['Place', 'City']])];
    const shown = async (attributes: string) => {
      const editor = await mount(config(attributes).replace('<Text', '<Text showLabels="true"'), task(...loaded));
      await until(() => shadow(editor).querySelector('.le-flow-caption') !== null);
      const caption = shadow(editor).querySelector('.le-flow-caption')?.textContent;
      const [names] = await rows(editor);
      clear();
      return [names, caption];
    };
    expect(await shown('')).to.deep.equal(['Place / City', 'City']);
    expect(await shown('showFullPath="true" pathSeparator=" › "')).to.deep.equal(['Place › City', 'Place › City']);
  });

  it('asks for a mark where it is required, and tells which region has too many nodes', async () => {
    const editor = await mount(config('required="true" maxUsages="1"'), task());
    await click(byRole(editor, 'button', 'Update'));
    await until(() => shadow(editor).activeElement?.classList.contains('le-taxonomy-open') === true);
    expect(editor.problems.map(({ message }) => message)).to.contain('A mark with Taxonomy "kind" is required.');
    clear();
    const many = [span('a', 'Ada', [['b']]), span('b', 'London', [['Place'], ['b']])];
    const other = await mount(config('required="true" maxUsages="1"'), task(...many));
    await click(byRole(other, 'button', 'Update'));
    await until(() => other.problems.length > 0);
    expect(other.problems.map(({ code, at: where }) => [code, where?.resultId])).to.deep.equal([
      ['tag/max-usages', 'b'],
    ]);
  });

  it('asks of a region by its node, and keeps values of any other kind as they came', async () => {
    const strange = [
      span('a', 'Ada', [['gone', 'far']]),
      span('b', 'London', 'Place'),
      span('c', 'Thames', [['Place', 3], null, {}]),
      span('d', 'parrot', ['Place']),
    ];
    const asked = `<Choices name="sure" toName="txt" perRegion="true" whenTagName="kind" whenLabelValue="Person,p"><Choice value="Yes"/></Choices>`;
    const editor = await mount(config('', asked), task(...strange));
    expect(editor.serialize()).to.deep.equal(strange);
    expect(await rows(editor)).to.deep.equal(['gone / far', 'No label', 'Place / 3', 'Place']);
    editor.select(['a']);
    await painted();
    expect(() => byRole(editor, 'checkbox', 'Yes')).to.throw();
    await pick(editor, 'Person');
    expect(byRole(editor, 'checkbox', 'Yes').checkVisibility()).to.equal(true);
    expect(said(editor)[0]).to.deep.equal([
      ['gone', 'far'],
      ['b', 'p'],
    ]);
  });

  it('changes nothing where one may only read', async () => {
    const loaded = [span('a', 'London', [['Place', 'City']])];
    const editor = await mount(config('', ''), task(...loaded), { readonly: true });
    await until(() => openers(editor).length === 1);
    await sweep(editor, 'Ada');
    editor.select(['a']);
    await painted();
    expect(chips(editor)).to.deep.equal(['City']);
    await click(openers(editor)[0] as HTMLElement);
    await click(byRole(editor, 'treeitem', 'Being'));
    expect(editor.serialize()).to.deep.equal(loaded);
  });

  it('begins with the nodes that the config selects', async () => {
    const selecting = config().replace('hotkey="x"', 'hotkey="x" selected="true"');
    const editor = await mount(selecting, { id: 1, data: { text } });
    await until(() => chips(editor).length === 1);
    expect(editor.serialize()).to.deep.equal([]);
    await sweep(editor, 'London');
    expect(said(editor)).to.deep.equal([[['Place', 'City']]]);
  });

  it('warns of what would hide it', async () => {
    const editor = await mount(config('perRegion="true"'), task());
    expect(editor.problems.map(({ code, at: where }) => [code, where?.attribute])).to.deep.equal([
      ['config/conflict', 'perRegion'],
    ]);
  });
});
