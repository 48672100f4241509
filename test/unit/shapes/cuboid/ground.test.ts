import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groundAt, groundPlane } from '../../../../src/shapes/cuboid/ground.js';
import { cloudOf, normal, type Point, random, surfaceOf, upright } from './clouds.js';

const near = (got: number | undefined, wanted: number, within: number) =>
  assert.ok(got !== undefined && Math.abs(got - wanted) <= within, `${got} for ${wanted}`);

/** Ground with a slope along x and y, rough by some centimetres. */
function slope(alongX: number, alongY: number, rough = 0.02): Point[] {
  const next = random(3);
  return Array.from({ length: 20_000 }, () => {
    const [x, y] = [(next() - 0.5) * 60, (next() - 0.5) * 60];
    return [x, y, 4 + alongX * x + alongY * y + normal(next) * rough];
  });
}

describe('groundAt', () => {
  it('follows a slope, and is not misled by what stands on it, hangs over it or seems to lie below', () => {
    for (const [alongX, alongY] of [
      [0, 0],
      [0.01, 0],
      [-0.1, 0.2],
    ] as const) {
      const next = random(9);
      const level = (x: number, y: number) => 4 + alongX * x + alongY * y;
      const bus = surfaceOf(upright(3, 2, level(3, 2) + 1.6, 0.5, [12, 2.5, 3.2]), 8000);
      const roof = Array.from({ length: 4000 }, (): Point => [next() * 8 - 4, next() * 8 - 4, 9]);
      const mirrored = Array.from({ length: 60 }, (): Point => [next() * 10 - 5, next() * 10 - 5, 2.5]);
      const cloud = cloudOf([...slope(alongX, alongY), ...bus, ...roof, ...mirrored]);
      for (const [x, y] of [
        [0, 0],
        [3, 2],
        [-12, 7],
        [20, -20],
      ] as const)
        near(groundAt(cloud, x, y), level(x, y), 0.03);
    }
  });

  it('says nothing where there is no ground', () => {
    assert.equal(groundAt(cloudOf([]), 0, 0), undefined);
    const wall = Array.from({ length: 4000 }, (_, i): Point => [(i % 200) / 10, 0, Math.floor(i / 200) / 5]);
    assert.equal(groundAt(cloudOf(wall), 10, 0), undefined);
    assert.equal(groundAt(cloudOf(slope(0, 0)), 500, 0), undefined);
  });
});

describe('groundPlane', () => {
  it('says which way it faces and how rough it is, whichever axis is up', () => {
    const points = slope(0.1, -0.05);
    const [x, y, z] = [-0.1, 0.05, 1].map((value) => value / Math.hypot(0.1, 0.05, 1)) as [number, number, number];
    const lying = {
      z: points,
      y: points.map(([a, b, c]): Point => [a, c, -b]),
      x: points.map(([a, b, c]): Point => [c, a, b]),
    };
    const facing = { z: [x, y, z], y: [x, z, -y], x: [z, x, y] };
    for (const up of ['x', 'y', 'z'] as const) {
      const plane = groundPlane(cloudOf(lying[up]), [0, 0, 0], up);
      assert.ok(plane);
      near(plane.spread, 0.02, 0.004);
      plane.normal.forEach((value, i) => {
        near(value, facing[up][i] as number, 0.003);
      });
    }
    near(groundPlane(cloudOf(points, [0, 0, 3]), [10, 20, 77])?.height, 4 + 1 - 1, 0.02);
  });
});
