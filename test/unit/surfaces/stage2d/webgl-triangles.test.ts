import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trianglesOf } from '../../../../src/surfaces/stage2d/webgl-triangles.js';

const square = (from: number, to: number): readonly (readonly [number, number])[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];

/** In image pixels. */
function areaOf(triangles: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < triangles.length; i += 6) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = triangles.slice(i, i + 6);
    sum += Math.abs((c - a) * (f - b) - (e - a) * (d - b)) / 2;
  }
  return sum;
}

describe('trianglesOf', () => {
  it('covers a ring in image pixels', () => {
    assert.equal(areaOf(trianglesOf([square(0, 10)], [2, 3])), 600);
    assert.deepEqual(trianglesOf([square(0, 10).slice(0, 2)], [1, 1]), []);
  });

  it('leaves out holes, and covers what lies within a hole, in whatever order the rings come', () => {
    const rings = [square(0, 100), square(20, 80), square(40, 60), square(45, 50)];
    const area = 100 ** 2 - 60 ** 2 + 20 ** 2 - 5 ** 2;
    assert.equal(areaOf(trianglesOf(rings, [1, 1])), area);
    assert.equal(areaOf(trianglesOf([...rings].reverse(), [1, 1])), area);
  });

  it('covers rings beside each other, each with its own hole', () => {
    const rings = [square(0, 10), square(20, 40), square(2, 4), square(25, 30)];
    assert.equal(areaOf(trianglesOf(rings, [1, 1])), 100 - 4 + 400 - 25);
  });
});
