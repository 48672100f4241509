import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { drawn, type Spot } from '../../../src/base/capsule.js';
import { Raster } from '../../../src/base/raster.js';
import { alphaOf, rowsOf } from '../../support/raster.js';

const blank = new Raster(40, 30);
const full = new Raster(40, 30, [255]);
const sum = (raster: Raster) => alphaOf(raster).reduce((total, value) => total + value, 0) / 255;

function distance([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

describe('drawn', () => {
  it('leaves a disc where the tip is only put down', () => {
    assert.deepEqual(rowsOf(drawn(new Raster(7, 5), [3.5, 2.5], [3.5, 2.5], { radius: 1.6, hard: true })), [
      '.......',
      '..###..',
      '..###..',
      '..###..',
      '.......',
    ]);
  });

  it('covers as much as a line with round ends has', () => {
    const stroke = drawn(blank, [8, 8], [30, 20], { radius: 5 });
    const area = 2 * 5 * Math.hypot(22, 12) + Math.PI * 25;
    assert.ok(Math.abs(sum(stroke) - area) < area * 0.01, `${sum(stroke)} and ${area}`);
    const hard = drawn(blank, [8, 8], [30, 20], { radius: 5, hard: true });
    assert.ok(alphaOf(hard).every((value) => value === 0 || value === 255));
    assert.ok(Math.abs(sum(hard) - area) < area * 0.03);
  });

  it('covers what is near to the line and nothing else', () => {
    const along = fc.double({ min: -10, max: 50, noNaN: true });
    const spot = fc.tuple(along, along);
    fc.assert(
      fc.property(spot, spot, fc.double({ min: 0.5, max: 14, noNaN: true }), fc.boolean(), (from, to, radius, hard) => {
        const stroke = drawn(blank, from, to, { radius, hard });
        for (let y = 0; y < 30; y++) {
          for (let x = 0; x < 40; x++) {
            const ends = [from, to].some((end) => Math.floor(end[0]) === x && Math.floor(end[1]) === y);
            const far = distance([x + 0.5, y + 0.5], from, to) - radius;
            const cover = hard ? Number(far <= 0) : Math.max(0, Math.min(1, 0.5 - far));
            if (hard && Math.abs(far) < 1e-9) continue;
            const wanted = ends ? 255 : Math.round(cover * 255);
            assert.ok(Math.abs(stroke.at(x, y) - wanted) <= 1, `${x}, ${y}: ${stroke.at(x, y)} and not ${wanted}`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes away what it would leave', () => {
    const tip = { radius: 4 };
    const left = drawn(blank, [10, 10], [20, 14], tip);
    const hole = drawn(full, [10, 10], [20, 14], { ...tip, erases: true });
    assert.deepEqual(
      alphaOf(hole),
      alphaOf(left).map((value) => 255 - value),
    );
  });

  it('leaves something however fine it is, and no gaps in a line', () => {
    const dot = drawn(blank, [10.02, 10.98], [10.02, 10.98], { radius: 0.01, hard: true });
    assert.equal(dot.at(10, 10), 255);
    const line = drawn(blank, [2.1, 3.2], [33.7, 22.9], { radius: 0.1, hard: true });
    for (let x = 3; x < 33; x++)
      assert.ok(
        rowsOf(line).some((row) => row[x] === '#'),
        `column ${x}`,
      );
  });

  it('adds nothing up where it is painted twice', () => {
    const once = drawn(blank, [8, 8], [20, 20], { radius: 3 });
    assert.equal(drawn(once, [8, 8], [20, 20], { radius: 3 }), once);
    assert.equal(drawn(drawn(once, [10, 10], [12, 12], { radius: 3 }), [9, 9], [14, 14], { radius: 2 }), once);
  });

  it('changes nothing beside the picture, or with what is no number', () => {
    assert.equal(drawn(blank, [-50, 10], [-20, 400], { radius: 10 }), blank);
    assert.equal(drawn(blank, [Number.NaN, 1], [3, 3], { radius: 2 }), blank);
    assert.equal(drawn(blank, [1, 1], [Infinity, 3], { radius: 2 }), blank);
    assert.equal(drawn(full, [5, 5], [9, 9], { radius: 2 }), full);
  });
});
