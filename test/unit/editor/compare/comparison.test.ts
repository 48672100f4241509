import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { Comparison } from '../../../../src/editor/compare/comparison.js';
import { layerId } from '../../../../src/editor/compare/overlaid.js';
import type { Row } from '../../../../src/editor/compare/table.js';
import { standardActions } from '../../../../src/editor/standard-actions.js';
import { runInAction } from '../../../../src/reactive/index.js';
import { box } from '../../../support/editing.js';
import { type Headless, headless } from '../../../support/headless.js';

const config = `<View><Image name="img" value="$url"/><RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Choices name="sky" toName="img" choice="multiple"><Choice value="Clear"/><Choice value="Cloudy"/></Choices>
  <TextArea name="note" toName="img" perRegion="true"/></View>`;
const sky = (...choices: string[]) => ({
  id: 'k',
  from_name: 'sky',
  to_name: 'img',
  type: 'choices',
  value: { choices },
});
const note = (id: string, text: string) => ({
  id,
  from_name: 'note',
  to_name: 'img',
  type: 'textarea',
  value: { x: 50, y: 50, width: 10, height: 10, rotation: 0, text: [text] },
});

let ends: (() => void) | undefined;
afterEach(() => ends?.());

function comparing(task: object): { readonly host: Headless; readonly comparison: Comparison } {
  const host = headless(config, { id: 1, data: { url: 'x' }, ...task });
  const { editor } = host;
  editor.facts.set('img', { width: 400, height: 200 });
  editor.openNow(() => {});
  editor.actions.add(standardActions(editor));
  const scope = editor.scope.child();
  ends = () => scope.dispose();
  const comparison = new Comparison(editor, scope, ({ id }) => `${id}`);
  runInAction(() => {
    editor.comparison = comparison;
  });
  return { host, comparison };
}
const rowWith = ({ rows }: Comparison, id: string): Row => {
  const row = rows.find(({ cells }) => cells.some((cell) => cell && 'id' in cell && cell.id === id));
  assert.ok(row, `no row with ${id}`);
  return row;
};
const results = ({ editor }: Headless) => editor.toJson()?.result as readonly { readonly id: string }[];

const two = {
  annotations: [
    { id: 1, result: [box('a', 10, 10), box('far', 80, 80), sky('Clear')] },
    { id: 2, result: [box('b', 11, 10, 'Bus'), box('c', 50, 50), note('c', 'dented'), sky('Clear', 'Cloudy')] },
  ],
};

describe('Comparison', () => {
  it('begins with the one on show, and leaves out what has nothing to compare', () => {
    const { comparison } = comparing({
      annotations: [
        { id: 1, result: [] },
        { id: 2, result: [box('b', 10, 10)] },
        { id: 3, was_cancelled: true, result: [box('s', 10, 10)] },
        { id: 4, result: [] },
      ],
      predictions: [{ id: 5, result: [{ ...box('p', 1, 1), from_name: 'gone', to_name: 'gone' }] }],
    });
    assert.deepEqual(
      comparison.sides.map(({ completion }) => completion.id),
      [1, 2],
    );
    const skipped = comparison.all.find(({ id }) => id === 3);
    assert.ok(skipped);
    comparison.choose(skipped, true);
    assert.deepEqual(
      comparison.compared.map(({ completion }) => completion.id),
      [1, 2, 3],
    );
  });

  it('opens none of the others: nothing is begun or changed in them', () => {
    const { host } = comparing(two);
    assert.deepEqual(
      host.editor.workspace.completions.map(({ isOpen, edits }) => [isOpen, edits]),
      [
        [true, 0],
        [false, 0],
      ],
    );
    assert.deepEqual(host.saves, []);
  });

  it('forbids to change anything by hand', () => {
    const { host } = comparing(two);
    assert.ok(host.editor.readonly);
    assert.ok(!host.editor.fixed);
    host.tag('sky').setValue(['Cloudy']);
    host.editor.select(['a']);
    host.editor.actions.run('delete');
    assert.equal(results(host).length, 3);
  });

  it('puts a region in the place of ours, as one undo step', () => {
    const { host, comparison } = comparing(two);
    comparison.take(rowWith(comparison, 'b'), 1);
    const [taken] = results(host).filter(({ id }) => id === 'a');
    assert.deepEqual(taken, { ...box('b', 11, 10, 'Bus'), id: 'a' });
    assert.equal(results(host).length, 3);
    assert.equal(host.editor.completion?.store.history.undoLabel, 'Use region');
    assert.equal(rowWith(comparison, 'a').agreement, 1);
    host.editor.actions.run('undo');
    assert.deepEqual(results(host)[0], box('a', 10, 10));
  });

  it('adds a region that we do not have, with all that is said of it', () => {
    const { host, comparison } = comparing(two);
    comparison.take(rowWith(comparison, 'c'), 1);
    const added = results(host).filter(({ id }) => id === 'c');
    assert.deepEqual(added, [box('c', 50, 50), note('c', 'dented')]);
    assert.deepEqual(host.editor.selection.ids, ['c']);
  });

  it('says of what comes from a prediction that it does', () => {
    const { host, comparison } = comparing({
      annotations: [{ id: 1, result: [box('a', 10, 10)] }],
      predictions: [{ id: 5, result: [box('p', 70, 70)] }],
    });
    comparison.take(rowWith(comparison, 'p'), 1);
    assert.deepEqual(results(host)[1], { ...box('p', 70, 70), origin: 'prediction' });
  });

  it('gives another id to a region whose id is taken by something else', () => {
    const { host, comparison } = comparing({
      annotations: [
        { id: 1, result: [box('same', 10, 10)] },
        { id: 2, result: [box('same', 70, 70, 'Bus')] },
      ],
    });
    const row = comparison.rows.find(({ cells }) => cells[0] === undefined);
    assert.ok(row);
    comparison.take(row, 1);
    const ids = results(host).map(({ id }) => id);
    assert.equal(ids.length, 2);
    assert.equal(ids[0], 'same');
    assert.notEqual(ids[1], 'same');
  });

  it('takes over an answer', () => {
    const { host, comparison } = comparing(two);
    const row = comparison.rows.find(({ of }) => of === 'answer');
    assert.equal(row?.agreement, 0.5);
    comparison.take(row, 1);
    assert.deepEqual(
      results(host).filter(({ id }) => id === 'k'),
      [sky('Clear', 'Cloudy')],
    );
    host.editor.actions.run('undo');
    assert.deepEqual(
      results(host).filter(({ id }) => id === 'k'),
      [sky('Clear')],
    );
  });

  it('takes nothing over where the one on show may not be changed, or ours is locked', () => {
    const { host, comparison } = comparing(two);
    host.editor.selection.lock(['a'], true);
    const row = rowWith(comparison, 'b');
    assert.ok(!comparison.mayTake(row, 1));
    comparison.take(row, 1);
    assert.deepEqual(results(host)[0], box('a', 10, 10));
    assert.ok(comparison.mayTake(rowWith(comparison, 'c'), 1));
    runInAction(() => {
      host.editor.readonlyWished = true;
    });
    assert.ok(comparison.isFixed);
    assert.ok(!comparison.mayTake(rowWith(comparison, 'c'), 1));
  });

  it('shows differences alone, and the least agreement first', () => {
    const { comparison } = comparing({
      annotations: [
        { id: 1, result: [box('a', 10, 10), box('b', 40, 10)] },
        { id: 2, result: [box('c', 10, 10), box('d', 42, 10), box('e', 80, 80)] },
      ],
    });
    assert.equal(comparison.rows.length, 3);
    runInAction(() => {
      comparison.onlyDifferences = true;
      comparison.leastFirst = true;
    });
    const shares = comparison.rows.map(({ agreement }) => agreement);
    assert.equal(shares.length, 2);
    assert.equal(shares[0], 0);
  });

  it('lays the others over the picture, and lets what is the same thing stand out', () => {
    const { host, comparison } = comparing(two);
    const sight = () => ({ facts: host.editor.facts.of('img') });
    const layers = () => comparison.layers('img', 'stage2d', sight);
    assert.equal(layers().length, 2);
    const [side] = comparison.over;
    assert.ok(side);
    const [b] = side.regions;
    assert.ok(b);
    const before = layers();
    assert.equal(before[0]?.id, layerId(side, b));
    assert.equal(before[0]?.fillOpacity, 0);
    host.editor.selection.hover('a');
    assert.equal(layers()[0]?.hovered, true);
    assert.equal(layers()[1], before[1]);
    comparison.veil(side.completion, true);
    assert.deepEqual(layers(), []);
  });

  it('picks the row of what is clicked', () => {
    const { host, comparison } = comparing(two);
    const [side] = comparison.over;
    const [b] = side?.regions ?? [];
    assert.ok(side && b);
    assert.ok(comparison.pick([layerId(side, b)]));
    assert.equal(comparison.picked, rowWith(comparison, 'b'));
    assert.deepEqual(host.editor.selection.ids, ['a']);
    assert.ok(!comparison.pick(['a']));
    host.editor.select(['far']);
    assert.equal(comparison.picked, rowWith(comparison, 'far'));
  });

  it('compares with another when that is shown', () => {
    const { host, comparison } = comparing(two);
    const second = host.editor.workspace.completions[1];
    assert.ok(second);
    host.editor.show(second);
    assert.deepEqual(
      comparison.compared.map(({ completion }) => completion.id),
      [2, 1],
    );
  });
});
