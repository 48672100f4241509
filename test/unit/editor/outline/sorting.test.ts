import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type SortKey, sorted } from '../../../../src/editor/outline/sorting.js';

const by = (keys: Readonly<Record<string, SortKey>>, isDescending = false) =>
  sorted(Object.keys(keys), (id) => keys[id], isDescending).join('');

describe('sorted', () => {
  it('goes by numbers, up or down, and has what has none last either way', () => {
    const keys = { a: 0.5, b: undefined, c: 0.1, d: 0.9 };
    assert.equal(by(keys), 'cadb');
    assert.equal(by(keys, true), 'dacb');
  });

  it('goes by words as people do: numbers in them by their worth, capitals of no account', () => {
    assert.equal(by({ a: 'Car 10', b: 'bus', c: 'car 2', d: 'Apple' }), 'dbca');
  });

  it('goes by the first figure that differs; what has fewer comes first', () => {
    assert.equal(by({ a: [0, 1, 20], b: [0, 1], c: [0, 0, 99], d: [1] }), 'cbad');
  });

  it('leaves what is the same where it was, up or down', () => {
    assert.equal(by({ a: 1, b: 1, c: 0, d: 1 }, true), 'abdc');
    assert.equal(by({ a: 'x', b: 'X', c: 'x' }), 'abc');
  });

  it('loses nothing', () => {
    const key = fc.option(fc.oneof(fc.double(), fc.string(), fc.array(fc.double(), { maxLength: 3 })), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(key), fc.boolean(), (keys, isDescending) => {
        const ids = keys.map((_, index) => String(index));
        assert.deepEqual(sorted(ids, (id) => keys[Number(id)], isDescending).toSorted(), ids.toSorted());
      }),
    );
  });
});
