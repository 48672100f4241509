import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Cubic, errorIn, flatten, nearestOn, pointAt, split } from '../../../../src/shapes/vector/curve.js';

const facts = { width: 800, height: 400 };
const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
const point = fc.tuple(coordinate, coordinate);
const cubic = fc.tuple(point, point, point, point) as fc.Arbitrary<Cubic>;
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** In pixels of the picture, from a point to a line between two others. */
function distance(at: readonly number[], from: readonly number[], to: readonly number[]): number {
  const px = ([x = 0, y = 0]: readonly number[]) => [x * 8, y * 4] as const;
  const [[x, y], [x0, y0], [x1, y1]] = [px(at), px(from), px(to)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / square));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

describe('flatten', () => {
  it('stays as near to the curve as it promises, with few lines', () => {
    fc.assert(
      fc.property(cubic, share, (curve, t) => {
        const points = [curve[0], ...flatten(curve, facts)];
        assert.ok(points.length <= 129);
        assert.deepEqual(points.at(-1), curve[3]);
        const at = pointAt(curve, t);
        const off = Math.min(
          ...points.slice(1).map((to, index) => distance(at, points[index] as number[] & Cubic[0], to)),
        );
        assert.ok(off <= errorIn(facts) + 1e-9, `${off} pixels off`);
      }),
    );
  });

  it('takes one line for a straight one', () => {
    assert.deepEqual(
      flatten(
        [
          [0, 0],
          [0, 0],
          [50, 70],
          [50, 70],
        ],
        facts,
      ),
      [[50, 70]],
    );
  });

  it('is bounded however large the picture', () => {
    const curve: Cubic = [
      [0, 0],
      [0, 1e6],
      [100, -1e6],
      [100, 0],
    ];
    assert.equal(flatten(curve, { width: 1e6, height: 1e6 }).length, 128);
  });
});

describe('split', () => {
  it('makes two curves of the form of the one', () => {
    fc.assert(
      fc.property(cubic, share, share, (curve, t, u) => {
        const [left, right] = split(curve, t);
        const near = (a: readonly number[], b: readonly number[]) =>
          assert.ok(Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)) < 1e-9);
        near(pointAt(left, u), pointAt(curve, t * u));
        near(pointAt(right, u), pointAt(curve, t + (1 - t) * u));
      }),
    );
  });
});

describe('nearestOn', () => {
  it('finds a place of the curve again', () => {
    const curve: Cubic = [
      [10, 10],
      [30, 80],
      [60, -20],
      [90, 50],
    ];
    for (const t of [0, 0.13, 0.5, 0.77, 1]) {
      const found = nearestOn(curve, pointAt(curve, t), facts);
      assert.ok(Math.abs(found.t - t) < 1e-4, `${found.t} for ${t}`);
      assert.ok(found.distance < 0.01);
    }
  });
});
