import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Cuboid } from '../../../../src/shapes/cuboid/cuboid.js';
import { gridOf } from '../../../../src/shapes/cuboid/grid.js';
import { indicesInside, pointsInside } from '../../../../src/shapes/cuboid/inside.js';
import { cloudOf, inOwnAxes, type Point, upright } from './clouds.js';

const coordinate = fc.double({ min: -20, max: 20, noNaN: true }).map(Math.fround);
const point = fc.oneof(
  fc.tuple(coordinate, coordinate, coordinate),
  fc.constant([Number.NaN, Number.NaN, Number.NaN] as const),
  fc.constant([5000, -9000, 3] as const),
);
const angle = fc.double({ min: -4, max: 4, noNaN: true });
const extent = fc.double({ min: 0.1, max: 25, noNaN: true });
const triple = (each: fc.Arbitrary<number>) => fc.record({ x: each, y: each, z: each });
const cuboid: fc.Arbitrary<Cuboid> = fc.record({
  position: triple(coordinate),
  rotation: triple(angle),
  size: triple(extent),
});

/** By looking at all of them. `slack`: metres by which the box is larger. */
const naive = (points: readonly Point[], box: Cuboid, slack: number): readonly number[] =>
  points.flatMap((each, index) => {
    const [x, y, z] = inOwnAxes(box, each).map(Math.abs) as [number, number, number];
    const { size } = box;
    return x <= size.x / 2 + slack && y <= size.y / 2 + slack && z <= size.z / 2 + slack ? [index] : [];
  });

describe('indicesInside', () => {
  it('finds what a look at all points finds, whichever axis the grid takes for up', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 300 }), cuboid, fc.constantFrom('x', 'y', 'z'), (points, box, up) => {
        const cloud = cloudOf(points);
        gridOf(cloud, up);
        const found = [...indicesInside(cloud, box)];
        // What is on a face to the last bit may be in or out.
        const [surely, perhaps] = [naive(points, box, -1e-9), naive(points, box, 1e-9)];
        assert.ok(surely.every((index) => found.includes(index)));
        assert.ok(found.every((index) => perhaps.includes(index)));
        assert.deepEqual(
          found,
          [...found].sort((a, b) => a - b),
        );
        assert.equal(pointsInside(cloud, box), found.length);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the origin of the cloud into account', () => {
    const east: Point = [500_010.5, 4_000_020.25, 103.5];
    const cloud = cloudOf([east, [500_012, 4_000_020, 103]], [500_000, 4_000_000, 100]);
    assert.deepEqual([...indicesInside(cloud, upright(...east, 0.4, [1, 1, 1]))], [0]);
  });

  it('counts points on the faces, and none in an empty cloud', () => {
    const box = upright(1, 1, 1, 0, [2, 2, 2]);
    assert.equal(
      pointsInside(
        cloudOf([
          [0, 0, 0],
          [2, 2, 2],
          [2.001, 1, 1],
        ]),
        box,
      ),
      2,
    );
    assert.equal(pointsInside(cloudOf([]), box), 0);
    assert.equal(pointsInside(cloudOf([[NaN, NaN, NaN]]), box), 0);
  });
});

describe('gridOf', () => {
  it('is made once for each cloud and direction', () => {
    const cloud = cloudOf([[1, 2, 3]]);
    assert.equal(gridOf(cloud), gridOf(cloud, 'z'));
    assert.notEqual(gridOf(cloud), gridOf(cloud, 'y'));
  });

  it('keeps its cells few and small where a stray lies far out', () => {
    const points = Array.from({ length: 20_000 }, (_, i): Point => [i % 100, Math.floor(i / 100), 0]);
    const { cell, columns, rows } = gridOf(cloudOf([...points, [1e6, 1e6, 0]]));
    assert.ok(cell <= 1.5 && columns * rows <= 100_000, `${columns} × ${rows} of ${cell} m`);
  });
});
