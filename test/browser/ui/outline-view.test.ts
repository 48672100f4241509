import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, keys } from '../../support/input.js';
import { byRole, clear, painted } from '../../support/page.js';
import { until } from '../../support/until.js';
import { box, open, press, row, rows, selected, shadow, toggle, tree, view } from './outline-page.js';

const given = [
  box('a', 'Car', { x: 60, y: 40, size: 5, score: 0.4 }),
  box('b', 'Bus Car', { x: 20, y: 10, size: 30, score: 0.9 }),
  box('c', '', { x: 5, y: 10, size: 10, score: 0.1 }),
];
/** Numbers and ids, as the list shows them. */
const numbers = (editor: LabelEditor) =>
  rows(editor)
    .map((each) => `${each.querySelector('.index')?.textContent ?? ''}${each.dataset.id ?? ''}`)
    .join(' ');
const headingOf = (editor: LabelEditor, name: string) =>
  rows(editor).find((each) => !each.dataset.id && each.querySelector('.names')?.textContent === name) as HTMLElement;

describe('The order of the list of regions', () => {
  afterEach(clear);

  it('is that of the results, or by score, label, position or size, up or down', async () => {
    const editor = await open(given);
    expect(numbers(editor)).to.equal('1a 2b 3c');
    await view(editor, 'Sort by', 'Score');
    expect(numbers(editor)).to.equal('1c 2a 3b');
    await view(editor, 'Sort by', 'Position or time');
    expect(numbers(editor)).to.equal('1c 2b 3a');
    await view(editor, 'Sort by', 'Size');
    expect(numbers(editor)).to.equal('1a 2c 3b');
    await view(editor, 'Sort by', 'Label');
    expect(numbers(editor)).to.equal('1b 2a 3c');
    await click(byRole(editor, 'button', 'Group and sort'));
    await click(byRole(editor, 'checkbox', 'Descending'));
    await painted();
    expect(numbers(editor)).to.equal('1a 2b 3c');
  });

  it('follows what is changed', async () => {
    const editor = await open(given);
    await view(editor, 'Sort by', 'Position or time');
    expect(numbers(editor)).to.equal('1c 2b 3a');
    const { x, y, width, height } = editor.regionBounds('a') ?? new DOMRect();
    await click({ x: x + width / 2, y: y + height / 2 });
    for (let step = 0; step < 8; step++) await keys('Shift+ArrowUp');
    await until(() => numbers(editor) === '1a 2c 3b');
  });

  it('numbers the regions, in the list of relations too, and anew when one is deleted', async () => {
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' };
    const editor = await open([...given, relation]);
    const ends = () =>
      [...shadow(editor).querySelectorAll('.relation-row .index')].map(({ textContent }) => textContent).join();
    await until(() => ends() === '1,2');
    await view(editor, 'Sort by', 'Score');
    await until(() => ends() === '2,3');
    await press(row(editor, 'c'));
    row(editor, 'c').focus();
    await keys('Delete');
    await until(() => ends() === '1,2');
    expect(numbers(editor)).to.equal('1a 2b');
    editor.undo();
    await until(() => ends() === '2,3');
  });

  it('is the one that keys go by, and a range is selected in', async () => {
    const editor = await open(given);
    await view(editor, 'Sort by', 'Score');
    await press(row(editor, 'c'));
    await press(row(editor, 'b'), ['Shift']);
    expect(selected(editor)).to.deep.equal(['c', 'a', 'b']);
    await press(row(editor, 'c'));
    row(editor, 'c').focus();
    await keys('ArrowDown');
    await painted();
    expect(selected(editor)).to.deep.equal(['a']);
    await keys('Alt+.');
    await painted();
    expect(selected(editor)).to.deep.equal(['b']);
  });
});

describe('Groups of regions', () => {
  afterEach(clear);

  it('stand under their labels in the order of the config; with two labels a region stands under both', async () => {
    const editor = await open(given);
    await view(editor, 'Group by', 'Label');
    expect(tree(editor)).to.equal('1 [Car], 2 a, 2 b, 1 [Bus], 2 b, 1 [Without a label], 2 c');
    expect(numbers(editor)).to.equal(' 1a 2b  2b  3c');
    await view(editor, 'Group by', 'Type');
    expect(tree(editor)).to.equal('1 [Rectangle], 2 a, 2 b, 2 c');
    await view(editor, 'Group by', 'Object');
    expect(tree(editor)).to.equal('1 [img], 2 a, 2 b, 2 c');
    await view(editor, 'Group by', 'None: a tree');
    expect(tree(editor)).to.equal('1 a, 1 b, 1 c');
  });

  it('are hidden and shown as a whole', async () => {
    const editor = await open(given);
    await view(editor, 'Group by', 'Label');
    const hidden = () => [
      ...new Set(
        rows(editor)
          .filter((each) => each.dataset.hidden !== undefined)
          .map(({ dataset }) => dataset.id),
      ),
    ];
    await toggle(headingOf(editor, 'Car'), 'Hide all of them');
    expect(hidden()).to.deep.equal(['a', 'b']);
    expect(byRole(headingOf(editor, 'Bus'), 'button', 'Show all of them').ariaPressed).to.equal('true');
    await toggle(headingOf(editor, 'Car'), 'Show all of them');
    expect(hidden()).to.deep.equal([]);
  });

  it('are closed by a press and by keys; Space selects all in one', async () => {
    const editor = await open(given);
    await view(editor, 'Group by', 'Label');
    await press(headingOf(editor, 'Car'));
    expect(tree(editor)).to.equal('1 [Car], 1 [Bus], 2 b, 1 [Without a label], 2 c');
    headingOf(editor, 'Car').focus();
    await keys('ArrowRight');
    await painted();
    await keys('Space');
    await painted();
    expect(selected(editor)).to.deep.equal(['a', 'b', 'b']);
    await keys('ArrowDown');
    await until(() => shadow(editor).activeElement === rows(editor)[1]);
  });

  it('take in what is labelled anew at once', async () => {
    const editor = await open(given);
    await view(editor, 'Group by', 'Label');
    editor.select(['c']);
    await painted();
    await click(byRole(editor, 'button', 'Wheel'));
    await until(() => tree(editor) === '1 [Car], 2 a, 2 b, 1 [Bus], 2 b, 1 [Wheel], 2 c');
  });
});

describe('A row of the list of regions', () => {
  afterEach(clear);

  it('has each label in its own colour', async () => {
    const editor = await open(given);
    const dots = (id: string) =>
      [...row(editor, id).querySelectorAll<HTMLElement>('.dot')].map(({ style }) => style.background);
    expect(row(editor, 'b').querySelector('.names')?.textContent).to.equal('Bus, Car');
    expect(dots('b')).to.deep.equal(['rgb(0, 0, 255)', 'rgb(255, 0, 0)']);
    expect(row(editor, 'c').textContent).to.contain('No label');
  });

  it('says what was chosen, written and rated, and that there is a note', async () => {
    const tags = `<Choices name="state" toName="img" perRegion="true"><Choice value="New" alias="n"/></Choices>
      <Rating name="stars" toName="img" perRegion="true"/><TextArea name="words" toName="img" perRegion="true"/>`;
    const say = (from_name: string, type: string, value: object) => ({
      ...box('a', 'Car'),
      from_name,
      type,
      value: { x: 10, y: 10, width: 10, height: 10, rotation: 0, ...value },
    });
    const editor = await open(
      [
        box('a', 'Car', { meta: { text: ['look', 'here'] } }),
        say('state', 'choices', { choices: ['n'] }),
        say('stars', 'rating', { rating: 4 }),
        say('words', 'textarea', { text: ['dented door'] }),
        box('b', 'Car', { meta: { text: { not: 'a text' } } }),
      ],
      { tags },
    );
    expect(row(editor, 'a').querySelector('.snippet')?.textContent).to.match(/^New · ★ 4 · dented door · 40 × 20/);
    expect(row(editor, 'a').querySelector('.mark')?.getAttribute('title')).to.equal('look\nhere');
    expect(row(editor, 'b').querySelector('.mark')).to.equal(null);
  });

  it('says that a model made it, that it was changed since, and no more when that is undone', async () => {
    const editor = await open([box('a', 'Car', { origin: 'prediction' })]);
    const mark = () => row(editor, 'a').querySelector('.mark')?.getAttribute('title');
    expect(mark()).to.equal('Prediction');
    editor.select(['a']);
    await painted();
    await click(byRole(editor, 'button', 'Bus'));
    await until(() => mark() === 'Prediction, changed');
    editor.undo();
    await until(() => mark() === 'Prediction');
  });

  it('selects its region on the picture', async () => {
    const editor = await open(given);
    const told: (readonly string[])[] = [];
    editor.addEventListener('selection-change', ({ detail }) => told.push(detail.regionIds));
    await press(row(editor, 'b'));
    expect(told).to.deep.equal([['b']]);
  });
});
