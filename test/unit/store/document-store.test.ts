import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Change, CompletionDoc, ControlValue, Region } from '../../../src/model/document.js';
import { autorun } from '../../../src/reactive/index.js';
import { DocumentStore } from '../../../src/store/document-store.js';

const region = (id: string, x = 0): Region => ({
  id,
  order: 0,
  toName: 'img',
  fromName: 'box',
  shape: 'rectangle',
  geometry: { x },
});
const value = (id: string, regionId: string, order = 0): ControlValue => ({
  id,
  order,
  fromName: 'box',
  toName: 'img',
  regionId,
  value: ['Car'],
});
const labels = ({ history }: DocumentStore) => history.steps.slice(0, history.done).map(({ label }) => label);
/** Everything in the document, with the records themselves. */
const content = (doc: CompletionDoc) => ({
  regions: new Map(doc.regions),
  values: new Map(doc.values),
  relations: new Map(doc.relations),
});

describe('DocumentStore', () => {
  it('lists regions by their order, and makes another list only when they come, go or change places', () => {
    const store = new DocumentStore();
    const at = (id: string, order: number, x = 0) =>
      store.edit('put', (doc) => doc.put('regions', { ...region(id, x), order }));
    at('b', 2);
    at('a', 1);
    const lists: (readonly string[])[] = [];
    const stop = autorun(() => lists.push(store.regionIds));
    at('a', 1, 5);
    store.edit('say', (doc) => doc.put('values', value('v', 'a')));
    at('c', 1.5);
    at('a', 3);
    store.edit('delete', (doc) => doc.remove('regions', 'b'));
    store.history.undo();
    stop();
    assert.deepEqual(lists, [
      ['a', 'b'],
      ['a', 'c', 'b'],
      ['c', 'b', 'a'],
      ['c', 'a'],
      ['c', 'b', 'a'],
    ]);
  });

  it('tells who asks for the values of a region when what they say is another', () => {
    const store = new DocumentStore();
    store.edit('say', (doc) => doc.put('values', value('v', 'a')));
    const said: unknown[] = [];
    const stop = autorun(() => said.push(store.valuesOf('a').map((one) => one.value)));
    store.edit('say', (doc) => doc.put('values', { ...value('v', 'a'), value: ['Bus'] }));
    stop();
    assert.deepEqual(said, [[['Car']], [['Bus']]]);
  });

  it('undoes an edit to the very records that were there, and redoes it', () => {
    const store = new DocumentStore();
    store.edit('add', (doc) => doc.put('regions', region('a', 1)));
    const first = store.doc.regions.get('a');
    store.edit('move', (doc) => doc.put('regions', region('a', 2)));
    const second = store.doc.regions.get('a');
    store.history.undo();
    assert.equal(store.doc.regions.get('a'), first);
    store.history.redo();
    assert.equal(store.doc.regions.get('a'), second);
    store.history.undo();
    store.history.undo();
    assert.equal(store.doc.regions.size, 0);
  });

  it('makes one step of a gesture, whatever its length', () => {
    const store = new DocumentStore();
    store.edit('add', (doc) => doc.put('regions', region('a', 0)));
    const gesture = store.gesture('drag');
    for (let x = 1; x <= 20; x++) gesture.update((doc) => doc.put('regions', region('a', x)));
    gesture.commit();
    assert.deepEqual(labels(store), ['add', 'drag']);
    store.history.undo();
    assert.deepEqual(store.doc.regions.get('a')?.geometry, { x: 0 });
  });

  it('makes no step of a gesture that ends where it began', () => {
    const store = new DocumentStore();
    store.edit('draw', (doc) => doc.put('regions', region('a', 1)));
    const drawn = store.doc.regions.get('a') as Region;
    const gesture = store.gesture('drag');
    gesture.update((doc) => doc.put('regions', region('a', 5)));
    gesture.update((doc) => doc.put('regions', { ...drawn }));
    gesture.commit();
    assert.deepEqual(labels(store), ['draw']);
  });

  it('puts everything back when a gesture is cancelled, and keeps no step', () => {
    const store = new DocumentStore();
    store.edit('add', (doc) => doc.put('regions', region('a')));
    const before = content(store.doc);
    const gesture = store.gesture('drag');
    gesture.update((doc) => doc.put('regions', region('a', 5)));
    gesture.update((doc) => doc.put('values', value('v', 'a')));
    gesture.cancel();
    assert.deepEqual(content(store.doc), before);
    assert.deepEqual(labels(store), ['add']);
  });

  it('ends a gesture that is under way before it undoes', () => {
    const store = new DocumentStore();
    store.edit('add', (doc) => doc.put('regions', region('a', 0)));
    const gesture = store.gesture('drag');
    gesture.update((doc) => doc.put('regions', region('a', 9)));
    store.history.undo();
    assert.deepEqual(store.doc.regions.get('a')?.geometry, { x: 0 });
    gesture.update((doc) => doc.put('regions', region('a', 10)));
    assert.deepEqual(store.doc.regions.get('a')?.geometry, { x: 0 }, 'what comes after the end is not taken');
  });

  it('keeps a step of an edit by the user only', () => {
    const store = new DocumentStore();
    store.edit('load', (doc) => doc.put('regions', region('a')), 'load');
    store.edit('remote', (doc) => doc.put('regions', region('b')), 'remote');
    assert.equal(store.history.undoLabel, undefined);
    assert.equal(store.doc.regions.size, 2);
  });

  it('leaves nothing behind when a writer throws', () => {
    const store = new DocumentStore();
    assert.throws(() =>
      store.edit('half', (doc) => {
        doc.put('regions', region('a'));
        throw new Error('no');
      }),
    );
    assert.equal(store.doc.regions.size, 0);
    assert.equal(store.history.undoLabel, undefined);
  });

  it('makes no step of an edit that changes nothing', () => {
    const store = new DocumentStore();
    store.edit('nothing', (doc) => doc.remove('regions', 'gone'));
    store.edit('in and out', (doc) => {
      doc.put('regions', region('a'));
      doc.remove('regions', 'a');
    });
    assert.equal(store.history.undoLabel, undefined);
  });

  it('tells the changes with their origin, and a later undo as replay', () => {
    const store = new DocumentStore();
    const told: [readonly Change[], string][] = [];
    store.observe((changes, origin) => told.push([changes, origin]));
    store.edit('add', (doc) => doc.put('regions', region('a')));
    store.history.undo();
    assert.deepEqual(
      told.map(([changes, origin]) => [changes.length, origin]),
      [
        [1, 'user'],
        [1, 'replay'],
      ],
    );
    assert.equal(told[1]?.[0][0]?.after, undefined);
  });

  it('finds the values of a region, in their order', () => {
    const store = new DocumentStore();
    store.edit('add', (doc) => {
      doc.put('regions', region('a'));
      doc.put('values', value('late', 'a', 2));
      doc.put('values', value('early', 'a', 1));
    });
    assert.deepEqual(
      store.valuesOf('a').map(({ id }) => id),
      ['early', 'late'],
    );
    store.edit('drop', (doc) => doc.remove('values', 'early'));
    assert.deepEqual(
      store.valuesOf('a').map(({ id }) => id),
      ['late'],
    );
    store.history.undo();
    assert.deepEqual(
      store.valuesOf('a').map(({ id }) => id),
      ['early', 'late'],
    );
  });

  it('gives back the document bit by bit after any edits are undone, and again after they are redone', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const write = fc.record({ id: ids, x: fc.option(fc.integer()), of: fc.constantFrom('regions', 'values') });
    const edit = fc.record({
      kind: fc.constantFrom('edit', 'gesture', 'cancelled'),
      writes: fc.array(write, { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const store = new DocumentStore();
        store.edit('start', (doc) => doc.put('regions', region('a', -1)), 'load');
        const states = [content(store.doc)];
        for (const { kind, writes } of edits) {
          const steps = store.history.done;
          const one = (step: (typeof writes)[number]) => (doc: Parameters<Parameters<DocumentStore['edit']>[1]>[0]) => {
            if (step.x === null) doc.remove(step.of as 'regions', step.id);
            else if (step.of === 'regions') doc.put('regions', region(step.id, step.x));
            else doc.put('values', value(step.id, 'a', step.x));
          };
          if (kind === 'edit') {
            store.edit('edit', (doc) => {
              for (const step of writes) one(step)(doc);
            });
          } else {
            const gesture = store.gesture('gesture');
            for (const step of writes) gesture.update(one(step));
            if (kind === 'cancelled') gesture.cancel();
            else gesture.commit();
          }
          if (store.history.done > steps) states.push(content(store.doc));
        }
        for (const state of states.toReversed().slice(1)) {
          store.history.undo();
          assert.deepEqual(content(store.doc), state);
        }
        for (const state of states.slice(1)) {
          store.history.redo();
          assert.deepEqual(content(store.doc), state);
        }
      }),
    );
  });
});
