import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byStart, collide, type Extent, findLane, packLanes } from '../../../../src/surfaces/time/lanes.js';

const extents = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 25 }) }), {
    maxLength: 60,
  })
  .map((all) => all.map(({ start, length }) => ({ start, end: start + length })).sort(byStart));

/** How many lie over one another where one of them starts: the most there are anywhere. */
const depth = (all: readonly Extent[]) =>
  Math.max(
    0,
    ...all.map(({ start }) => all.filter((e) => e.start === start || (e.start < start && e.end > start)).length),
  );

describe('packLanes', () => {
  it('puts no two in one lane that lie over one another', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = packLanes(all);
        for (const [i, one] of all.entries()) {
          for (const [j, other] of all.entries()) {
            if (i < j && lanes[i] === lanes[j]) assert.ok(!collide(one, other), JSON.stringify([one, other]));
          }
        }
      }),
    );
  });

  it('uses no more lanes than there are over one another', () => {
    fc.assert(
      fc.property(extents, (all) => {
        assert.equal(Math.max(0, ...packLanes(all).map((lane) => lane + 1)), depth(all));
      }),
    );
  });

  it('lets those that touch share a lane, but not two points in time at one place', () => {
    const at = (start: number, end: number) => ({ start, end });
    assert.deepEqual(packLanes([at(0, 2), at(2, 4)]), [0, 0]);
    assert.deepEqual(packLanes([at(2, 2), at(2, 2)]), [0, 1]);
    assert.deepEqual(packLanes([at(0, 9), at(3, 3)]), [0, 1]);
  });
});

describe('findLane', () => {
  const others = [
    { start: 0, end: 5, row: 0 },
    { start: 2, end: 8, row: 1 },
    { start: 20, end: 30, row: 0 },
  ];

  it('is the first lane that has room', () => {
    assert.equal(findLane({ start: 3, end: 4 }, others), 2);
    assert.equal(findLane({ start: 6, end: 9 }, others), 0);
  });

  it('is the lane where it was as long as it has room there', () => {
    assert.equal(findLane({ start: 10, end: 12 }, others, 3), 3);
    assert.equal(findLane({ start: 3, end: 6 }, others, 1), 2);
  });
});
