import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, keys } from '../../support/input.js';
import { byRole, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';
import { box, open, press, row, saved, selected, shadow, tree } from './outline-page.js';

const given = [
  box('car1', 'Car'),
  box('wheel1', 'Wheel', { parentID: 'car1' }),
  box('bus1', 'Bus Car', { meta: { text: ['to the harbour'] } }),
  box('none1', ''),
];
const field = (editor: LabelEditor) =>
  shadow(editor).querySelector<HTMLInputElement>('.list-filter input') as HTMLInputElement;
async function filtering(result: readonly object[] = given): Promise<LabelEditor> {
  const editor = await open(result);
  await click(byRole(editor, 'button', 'Filter regions'));
  await until(() => shadow(editor).activeElement === field(editor));
  return editor;
}
const type = async (editor: LabelEditor, text: string) => {
  field(editor).focus();
  field(editor).select();
  for (const letter of text) await keys(letter === ' ' ? 'Space' : letter);
  await painted();
};
const told = (editor: LabelEditor) => shadow(editor).querySelector('.said-hidden')?.textContent;
const rule = async (editor: LabelEditor, at: number, how: string, word?: string) => {
  const line = byRole(editor, 'group', `Rule for labels ${at}`);
  const select = line.querySelector<HTMLSelectElement>('.how') as HTMLSelectElement;
  select.value = how;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
  if (word === undefined) return;
  line.querySelector<HTMLInputElement>('input')?.focus();
  for (const letter of word) await keys(letter);
  await painted();
};

describe('The filter of the list of regions', () => {
  afterEach(clear);

  it('finds labels, notes and ids, and says how many it hides', async () => {
    const editor = await filtering();
    await type(editor, 'harbour');
    expect(tree(editor)).to.equal('1 bus1');
    expect(told(editor)).to.equal('3 hidden by the filter');
    await type(editor, 'none1');
    expect(tree(editor)).to.equal('1 none1');
    await type(editor, 'car bus');
    expect(tree(editor)).to.equal('1 bus1');
    expect(shadow(editor).querySelector('.list-bar .count')?.textContent).to.contain('1 of 4 regions');
  });

  it('shows what is found with what it is a part of, which is neither counted nor selected', async () => {
    const editor = await filtering();
    await type(editor, 'wheel1');
    expect(tree(editor)).to.equal('1 car1, 2 wheel1');
    expect(row(editor, 'car1').dataset.context).to.equal('');
    await keys('ArrowDown');
    await until(() => shadow(editor).activeElement === row(editor, 'car1'));
    await keys('Control+a');
    await painted();
    expect(selected(editor)).to.deep.equal(['wheel1']);
  });

  it('keeps to rules for labels: all of them, or one', async () => {
    const editor = await filtering();
    await click(byRole(editor, 'button', 'Add a rule for labels'));
    await painted();
    await rule(editor, 1, 'contains', 'ar');
    expect(tree(editor)).to.equal('1 car1, 1 bus1');
    await click(byRole(editor, 'button', 'Add a rule for labels'));
    await painted();
    await rule(editor, 2, 'equals', 'bus');
    expect(tree(editor)).to.equal('1 bus1');
    await rule(editor, 2, 'empty');
    expect(shadow(editor).querySelector('.empty')?.textContent).to.contain('No region passes the filter');
    const joint = shadow(editor).querySelector<HTMLSelectElement>('.list-filter select.lead') as HTMLSelectElement;
    joint.value = 'or';
    joint.dispatchEvent(new Event('change', { bubbles: true }));
    await painted();
    expect(tree(editor)).to.equal('1 car1, 1 bus1, 1 none1');
    await click(byRole(byRole(editor, 'group', 'Rule for labels 1'), 'button', 'Remove this rule'));
    await painted();
    expect(tree(editor)).to.equal('1 none1');
  });

  it('leaves on the picture what it does not show, until matches are isolated', async () => {
    const editor = await filtering();
    const drawn = () => given.map(({ id }) => id).filter((id) => editor.regionBounds(id) !== undefined);
    await type(editor, 'bus');
    expect(drawn()).to.have.length(4);
    await click(byRole(editor, 'button', 'Isolate matches'));
    await until(() => drawn().join() === 'bus1');
    await type(editor, 'none1');
    await until(() => drawn().join() === 'none1');
    await click(byRole(editor, 'button', 'Clear the filter'));
    await until(() => drawn().length === 4);
    expect(tree(editor)).to.equal('1 car1, 2 wheel1, 1 bus1, 1 none1');
  });

  it('goes with Escape, and gives the focus back', async () => {
    const editor = await filtering();
    await type(editor, 'bus');
    await keys('Escape');
    await painted();
    expect(shadow(editor).querySelector('.list-filter')).to.equal(null);
    expect(shadow(editor).activeElement).to.equal(byRole(editor, 'button', 'Filter regions'));
    expect(tree(editor)).to.equal('1 car1, 2 wheel1, 1 bus1, 1 none1');
  });

  it('takes in what fits, and lets go of what does not any more', async () => {
    const editor = await filtering();
    await type(editor, 'bus');
    editor.select(['none1']);
    await painted();
    await click(byRole(editor, 'button', 'Bus'));
    await until(() => tree(editor) === '1 bus1, 1 none1');
    editor.undo();
    await until(() => tree(editor) === '1 bus1');
  });

  it('finds its way through ten thousand regions', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      box(`r${index}`, index % 2 ? 'Car' : 'Bus', { x: index % 90, y: (index * 7) % 90 }),
    );
    const editor = await filtering(many);
    await type(editor, 'r9876');
    await until(() => tree(editor) === '1 r9876');
    expect(told(editor)).to.equal('9,999 hidden by the filter');
  });
});

describe('What is done to several regions', () => {
  afterEach(clear);

  const bar = (editor: LabelEditor) => byRole(editor, 'toolbar', 'Selected regions');
  async function picked(ids: readonly string[], result: readonly object[] = given): Promise<LabelEditor> {
    const editor = await open(result);
    editor.select(ids);
    await until(() => shadow(editor).querySelector('.bulk-bar') !== null);
    await painted();
    return editor;
  }

  it('is there when there are several', async () => {
    const editor = await picked(['car1', 'bus1']);
    expect(bar(editor).textContent).to.contain('2');
    await click(byRole(bar(editor), 'button', 'Select nothing'));
    await until(() => shadow(editor).querySelector('.bulk-bar') === null);
  });

  it('hides, locks, isolates and deletes them', async () => {
    const editor = await picked(['car1', 'bus1']);
    const hidden = () => given.map(({ id }) => id).filter((id) => row(editor, id).dataset.hidden !== undefined);
    await click(byRole(bar(editor), 'button', 'Hide or show all others'));
    await until(() => hidden().join() === 'wheel1,none1');
    await click(byRole(bar(editor), 'button', 'Hide or show all others'));
    await until(() => hidden().length === 0);
    await click(byRole(bar(editor), 'button', 'Lock or unlock selected regions'));
    await painted();
    await click(byRole(bar(editor), 'button', 'Delete selected regions'));
    expect(editor.serialize()).to.have.length(4);
    await click(byRole(bar(editor), 'button', 'Lock or unlock selected regions'));
    await click(byRole(bar(editor), 'button', 'Delete selected regions'));
    await painted();
    expect(saved(editor)).to.equal('wheel1 none1');
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('gives them another label, as one step', async () => {
    const editor = await picked(['car1', 'bus1', 'none1']);
    await click(byRole(bar(editor), 'button', 'Give another label'));
    await until(() => shadow(editor).querySelector('.label-menu') !== null);
    const entry = [...shadow(editor).querySelectorAll('.label-menu .entry')].find(
      (each) => each.textContent === 'Wheel',
    );
    await click(entry as Element);
    await painted();
    const labels = () =>
      (editor.serialize() as readonly { value: { rectanglelabels: string[] } }[]).map(({ value }) =>
        value.rectanglelabels.join(),
      );
    expect(labels()).to.deep.equal(['Wheel', 'Wheel', 'Wheel', 'Wheel']);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('puts them under the first', async () => {
    const editor = await picked(['bus1', 'none1']);
    await click(byRole(bar(editor), 'button', 'Group under the first selected'));
    await until(() => tree(editor) === '1 car1, 2 wheel1, 1 bus1, 2 none1');
  });

  it('is what changes nothing, where nothing may be changed', async () => {
    const editor = await open(given, { readonly: true });
    await press(row(editor, 'car1'));
    await press(row(editor, 'bus1'), ['Control']);
    await until(() => shadow(editor).querySelector('.bulk-bar') !== null);
    const names = [...bar(editor).querySelectorAll('button')].map(({ ariaLabel }) => ariaLabel);
    expect(names).to.deep.equal([
      'Hide or show selected regions',
      'Lock or unlock selected regions',
      'Hide or show all others',
      'Select nothing',
    ]);
  });
});
