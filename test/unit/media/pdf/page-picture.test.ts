import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { levelsOf } from '../../../../src/media/pdf/page-picture.js';

describe('levelsOf', () => {
  it('goes from sharp to what fits into one tile', () => {
    assert.deepEqual(levelsOf({ width: 612, height: 792 }), [
      { width: 4896, height: 6336 },
      { width: 2448, height: 3168 },
      { width: 1224, height: 1584 },
      { width: 612, height: 792 },
    ]);
  });

  it('never asks for more than a browser can paint, and always ends small', () => {
    const side = fc.integer({ min: 1, max: 14_400 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const levels = levelsOf({ width, height });
        const longest = Math.max(...levels.map((level) => Math.max(level.width, level.height)));
        assert.ok(longest <= Math.max(8192, width, height));
        const last = levels.at(-1);
        assert.ok(last && Math.max(last.width, last.height) <= 1024);
      }),
    );
  });
});
