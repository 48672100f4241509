import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noFilter } from '../../../../src/editor/outline/filtering.js';
import { Outline } from '../../../../src/editor/outline/outline.js';
import { runInAction } from '../../../../src/reactive/index.js';
import type { Settings } from '../../../../src/store/settings.js';
import { box, editing } from '../../../support/editing.js';

const config = `<View>
<Labels name="mark" toName="txt"><Label value="Name"/></Labels><Text name="txt" value="$text"/>
<RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
<Rating name="stars" toName="img" perRegion="true"/><TextArea name="words" toName="img" perRegion="true"/>
<Image name="img" value="$url"/></View>`;
const about = (id: string, from_name: string, type: string, value: object) => ({
  id,
  from_name,
  to_name: 'img',
  type,
  value,
});
const span = (id: string, start: number) => ({
  id,
  from_name: 'mark',
  to_name: 'txt',
  type: 'labels',
  value: { start, end: start + 5, labels: ['Name'] },
});

function listing(result: readonly object[], settings: Partial<Settings> = {}) {
  const host = editing(config, result, { url: 'x', text: 'some words to be marked here' });
  const outline = new Outline(host.editor);
  runInAction(() => {
    host.editor.outline = outline;
    Object.assign(host.editor.settings, settings);
  });
  const rows = () => outline.rows.map(({ id, group }) => id ?? `[${group?.name}]`).join(' ');
  return { ...host, outline, rows };
}

const boxes = [
  box('a', 50, 10, 'Car', { score: 0.2 }),
  box('b', 10, 40, 'Bus', { score: 0.9, parentID: 'a' }),
  { ...box('c', 10, 10, 'Car'), value: { x: 10, y: 10, width: 40, height: 40, rotation: 0, rectanglelabels: ['Car'] } },
  span('t2', 12),
  span('t1', 3),
];

describe('Outline', () => {
  it('sorts by score, label, place and size; by place in the order of the objects of the config', () => {
    assert.equal(listing(boxes).rows(), 'a b c t2 t1');
    const flat = boxes.map(({ parentID: _, ...rest }: Record<string, unknown>) => rest);
    const sorted = (regionSort: Settings['regionSort'], regionDescending = false) =>
      listing(flat, { regionSort, regionDescending }).rows();
    assert.equal(sorted('score', true), 'b a c t2 t1');
    assert.equal(sorted('label'), 'b a c t2 t1');
    assert.equal(sorted('position'), 't1 t2 c a b');
    assert.equal(sorted('area', true), 'c a b t2 t1');
    assert.equal(sorted('made', true), 't1 t2 c b a');
  });

  it('groups by label, type and object, in the order of the config', () => {
    assert.equal(listing(boxes, { regionGroup: 'label' }).rows(), '[Name] t2 t1 [Car] a c [Bus] b');
    assert.equal(listing(boxes, { regionGroup: 'type' }).rows(), '[rectangle] a b c [span] t2 t1');
    assert.equal(listing(boxes, { regionGroup: 'object' }).rows(), '[txt] t2 t1 [img] a b c');
  });

  it('numbers all regions in the order of the list, whatever is folded or filtered', () => {
    const { outline, editor } = listing(boxes, { regionSort: 'score', regionDescending: true });
    assert.deepEqual(
      [...outline.numbers],
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['t2', 4],
        ['t1', 5],
      ],
    );
    outline.fold('a', true);
    outline.narrow({ ...noFilter, text: 'name' });
    assert.equal(outline.numbers.get('t1'), 5);
    editor.select(['c']);
    editor.actions.run('delete');
    assert.equal(outline.numbers.get('t1'), 4);
    editor.actions.run('undo');
    assert.equal(outline.numbers.get('t1'), 5);
  });

  it('goes to the next region in the order of the list', () => {
    const { editor } = listing(boxes, { regionSort: 'label' });
    editor.select(['c']);
    editor.actions.run('next-region');
    assert.deepEqual(editor.selection.ids, ['t2']);
  });

  it('finds regions by what is written, rated and noted', () => {
    const noted = { ...box('n', 0, 0), meta: { text: ['look here'] } };
    const value = { x: 0, y: 0, width: 1, height: 1, rotation: 0 };
    const { outline, rows } = listing([
      ...boxes,
      noted,
      about('b', 'words', 'textarea', { ...value, text: ['dented door'] }),
      about('c', 'stars', 'rating', { ...value, rating: 4 }),
    ]);
    const found = (text: string) => {
      outline.narrow({ ...noFilter, text });
      return rows();
    };
    assert.equal(found('dented'), 'a b');
    assert.equal(outline.rows[0]?.isContext, true);
    assert.equal(found('★ 4'), 'c');
    assert.equal(found('look HERE'), 'n');
    assert.equal(found('nothing like it'), '');
    assert.equal(outline.view.hidden, 6);
  });

  it('hides what is filtered out while that is asked for, and leaves hidden what was hidden by hand', () => {
    const { outline, editor } = listing(boxes);
    editor.selection.hide(['t1'], true);
    outline.narrow({ ...noFilter, rules: [{ how: 'equals', word: 'car' }] });
    const hidden = () => [...editor.selection.hidden].toSorted().join(' ');
    assert.equal(hidden(), 't1');
    outline.isolate(true);
    assert.equal(hidden(), 'b t1 t2');
    outline.narrow({ ...noFilter, rules: [{ how: 'equals', word: 'bus' }] });
    assert.equal(hidden(), 'a c t1 t2');
    outline.narrow(noFilter);
    assert.equal(hidden(), 't1');
    assert.equal(outline.isolates, false);
  });

  it('lets another task begin without a filter', () => {
    const { outline, editor } = listing(boxes);
    outline.narrow({ ...noFilter, text: 'car' });
    outline.fold('a', true);
    runInAction(() => {
      editor.taskInput = { id: 2, data: { url: 'x', text: 'other' }, annotations: [{ id: 1, result: boxes }] };
    });
    editor.openNow(() => {});
    assert.equal(outline.isFiltered, false);
    assert.equal(outline.rows.length, 5);
  });

  it('is not made anew while a region is dragged, and follows where it was dragged to', async () => {
    const { outline, editor, rows } = listing(
      boxes.slice(0, 3).map(({ parentID: _, ...rest }: Record<string, unknown>) => rest),
      {
        regionSort: 'position',
      },
    );
    assert.equal(rows(), 'c a b');
    const { store } = editor.completion ?? {};
    const before = outline.nodes;
    const gesture = store?.gesture('Move');
    for (const y of [20, 60, 90]) {
      gesture?.update((write) => {
        const region = store?.doc.regions.get('c');
        if (region) write.put('regions', { ...region, geometry: { ...(region.geometry as object), y } });
      });
      assert.equal(outline.nodes, before);
    }
    gesture?.commit();
    for (let round = 0; round < 100 && outline.nodes === before; round++)
      await new Promise((done) => setTimeout(done, 20));
    assert.equal(rows(), 'a b c');
  });

  it('shows where a selected region is: what it is a part of is opened', () => {
    const { outline, rows } = listing(boxes);
    outline.foldAll(true);
    assert.equal(rows(), 'a c t2 t1');
    outline.unfoldTo('b');
    assert.equal(rows(), 'a b c t2 t1');
    assert.deepEqual(outline.regionsOf('a'), ['a', 'b']);
    assert.equal(outline.parentOf('b'), 'a');
  });

  it('does not fall over parents that are missing or go round', () => {
    const odd = [
      box('a', 0, 0, 'Car', { parentID: 'b' }),
      box('b', 0, 0, 'Car', { parentID: 'a' }),
      box('c', 0, 0, 'Car', { parentID: 'x' }),
    ];
    assert.equal(listing(odd).rows(), 'a b c');
  });
});
