import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arranged } from '../../../../src/editor/outline/arrangement.js';
import { dropAt } from '../../../../src/editor/outline/dropping.js';
import { viewOf } from '../../../../src/editor/outline/rows.js';

const parents: Readonly<Record<string, string | undefined>> = {
  a: undefined,
  b: 'a',
  c: 'b',
  d: 'a',
  e: undefined,
};
const ids = Object.keys(parents);
const parentOf = (id: string) => parents[id];
const { rows } = viewOf(arranged({ ids, parentOf, isDescending: false }), () => false);
/** Rows: 0 a, 1 b, 2 c, 3 d, 4 e. */
const drop = (y: number, level: number, ...moved: string[]) =>
  dropAt({ rows, moved: new Set(moved), parentOf }, y, level);
const between = (parentId: string | undefined, after: string | undefined, before: string | undefined, gap: number) => ({
  how: 'between',
  parentId,
  after,
  before,
  gap,
});
const place = (...given: Parameters<typeof drop>) => {
  const found = drop(...given);
  if (found?.how !== 'between') return found;
  const { level: _, ...rest } = found;
  return rest;
};

describe('dropAt', () => {
  it('goes into the row whose middle it is on', () => {
    assert.deepEqual(drop(4.5, 1, 'b', 'c'), { how: 'into', parentId: 'e', row: 4 });
  });

  it('goes between two rows near their edge', () => {
    assert.deepEqual(place(4.1, 1, 'b', 'c'), between(undefined, 'a', 'e', 4));
    assert.deepEqual(place(0, 1, 'e'), between(undefined, undefined, 'a', 0));
  });

  it('goes as deep as is wished, where the place leaves a choice', () => {
    assert.deepEqual(place(3.95, 3, 'e'), between('a', 'd', undefined, 4));
    assert.deepEqual(place(3.95, 1, 'e'), between(undefined, 'a', undefined, 4));
    assert.deepEqual(place(2.95, 9, 'e'), between('b', 'c', undefined, 3));
    assert.deepEqual(place(2.95, 2, 'e'), between('a', 'b', 'd', 3));
    // Between a and its first part there is no choice.
    assert.deepEqual(place(0.95, 1, 'e'), between('a', undefined, 'b', 1));
  });

  it('takes what is dragged for gone: on itself it can be taken out of its group', () => {
    assert.deepEqual(place(3.5, 1, 'd'), between(undefined, 'a', 'e', 3));
    assert.deepEqual(place(3.5, 2, 'd'), between('a', 'b', undefined, 3));
    // Of b with its part only what is before and after counts.
    assert.deepEqual(place(2.5, 2, 'b', 'c'), between('a', undefined, 'd', 1));
  });

  it('goes to the end below all rows', () => {
    assert.deepEqual(place(40, 1, 'b', 'c'), between(undefined, 'e', undefined, 5));
  });

  it('never puts anything into itself', () => {
    const subtree = (id: string): string[] => [id, ...ids.filter((each) => parents[each] === id).flatMap(subtree)];
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.double({ min: -3, max: 9, noNaN: true }),
        fc.integer(),
        (id, y, level) => {
          const moved = subtree(id);
          const found = drop(y, level, ...moved);
          if (!found) return;
          assert.ok(found.parentId === undefined || !moved.includes(found.parentId));
          if (found.how === 'between') {
            assert.ok(!moved.includes(found.after ?? '') && !moved.includes(found.before ?? ''));
            for (const other of [found.after, found.before]) {
              if (other !== undefined) assert.equal(parentOf(other), found.parentId);
            }
          }
        },
      ),
    );
  });
});
