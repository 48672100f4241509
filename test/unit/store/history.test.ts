import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { autorun } from '../../../src/reactive/index.js';
import { DocumentStore } from '../../../src/store/document-store.js';

const put = (store: DocumentStore, id: string, x: number | null, label = 'put') =>
  store.edit(label, (doc) => {
    const region = { id, order: 0, toName: 'img', fromName: 'box', shape: 'rectangle', geometry: { x } };
    if (x === null) doc.remove('regions', id);
    else doc.put('regions', region);
  });
const content = ({ doc }: DocumentStore) => [...doc.regions].sort(([a], [b]) => (a < b ? -1 : 1));

describe('History', () => {
  it('knows what each step was called and when it was done', () => {
    let now = 1000;
    const store = new DocumentStore(undefined, () => now);
    put(store, 'a', 1, 'draw');
    now = 2000;
    put(store, 'a', 2, 'move');
    assert.deepEqual(
      store.history.steps.map(({ label, at }) => [label, at]),
      [
        ['draw', 1000],
        ['move', 2000],
      ],
    );
    assert.equal(store.history.done, 2);
  });

  it('keeps undone steps until something else is done', () => {
    const store = new DocumentStore();
    put(store, 'a', 1, 'one');
    put(store, 'a', 2, 'two');
    store.history.undo();
    assert.deepEqual([store.history.steps.length, store.history.done], [2, 1]);
    assert.deepEqual([store.history.undoLabel, store.history.redoLabel], ['one', 'two']);
    put(store, 'a', 3, 'other');
    assert.deepEqual(
      store.history.steps.map(({ label }) => label),
      ['one', 'other'],
    );
    assert.equal(store.history.redoLabel, undefined);
  });

  it('goes far back and forth in one change of the document', () => {
    const store = new DocumentStore();
    for (let x = 1; x <= 1000; x++) put(store, `r${x % 3}`, x);
    const last = content(store);
    const told: number[] = [];
    store.observe((changes) => told.push(changes.length));
    let shown = 0;
    const stop = autorun(() => {
      void store.doc.regions.get('r0');
      shown++;
    });
    store.history.go(0);
    assert.deepEqual(content(store), []);
    store.history.go(1000);
    assert.deepEqual(content(store), last);
    assert.deepEqual(told, [3, 3]);
    assert.equal(shown, 3);
    stop();
  });

  it('tells nothing where the document ends as it was', () => {
    const store = new DocumentStore();
    put(store, 'a', 1);
    put(store, 'a', null);
    let told = 0;
    store.observe(() => told++);
    assert.equal(store.history.go(0), true);
    assert.equal(told, 0);
    assert.equal(store.history.done, 0);
  });

  it('goes nowhere but to its steps', () => {
    const store = new DocumentStore();
    put(store, 'a', 1);
    for (const nowhere of [-1, 2, Number.NaN, 1]) assert.equal(store.history.go(nowhere), false);
    assert.equal(store.history.done, 1);
  });

  it('gives back the document as it was after each step, wherever one comes from', () => {
    const edit = fc.record({ id: fc.constantFrom('a', 'b', 'c'), x: fc.option(fc.nat(9)) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), fc.array(fc.nat(), { maxLength: 15 }), (edits, jumps) => {
        const store = new DocumentStore();
        const states = [content(store)];
        for (const { id, x } of edits) {
          const before = store.history.done;
          put(store, id, x);
          if (store.history.done > before) states.push(content(store));
        }
        for (const jump of jumps) {
          const to = jump % states.length;
          store.history.go(to);
          const now = content(store);
          assert.deepEqual(now, states[to]);
          // The very records.
          for (const [index, [, region]] of now.entries()) assert.equal(region, states[to]?.[index]?.[1]);
        }
      }),
    );
  });
});
