import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ExtentIndex, meets } from '../../../../src/surfaces/time/extent-index.js';
import { byStart } from '../../../../src/surfaces/time/lanes.js';

const extents = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 40 }) }), {
    maxLength: 60,
  })
  .map((all) => all.map(({ start, length }, id) => ({ id, start, end: start + length })).sort(byStart));

describe('ExtentIndex', () => {
  it('finds what looking at all of them finds', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: -5, max: 110 }), fc.integer({ min: 0, max: 50 }), (all, from, length) => {
        const found = new ExtentIndex(all).meeting(from, from + length);
        assert.deepEqual(
          found,
          all.filter((extent) => meets(extent, from, from + length)),
        );
      }),
    );
  });

  it('finds a long one that began far before', () => {
    const all = [{ start: 0, end: 1000 }, ...Array.from({ length: 500 }, (_, i) => ({ start: i + 1, end: i + 2 }))];
    assert.deepEqual(new ExtentIndex(all).meeting(700, 710), [{ start: 0, end: 1000 }]);
  });
});

describe('meets', () => {
  it('is not what only touches, save a point in time', () => {
    assert.equal(meets({ start: 1, end: 2 }, 2, 3), false);
    assert.equal(meets({ start: 2, end: 2 }, 2, 3), true);
    assert.equal(meets({ start: 1, end: 2 }, 2, 2), true);
    assert.equal(meets({ start: 1, end: 2 }, 1.5, 1.6), true);
  });
});
