import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PointCloud } from '../../../../src/contract/cloud.js';
import { facing, type Lens, project } from '../../../../src/surfaces/scene3d/lens.js';
import { nearbyOf } from '../../../../src/surfaces/scene3d/nearby.js';
import { nearestPoint, pointAt } from '../../../../src/surfaces/scene3d/nearest-point.js';
import { solidOf } from '../../../../src/surfaces/scene3d/solid.js';
import { surveyed } from '../../../../src/surfaces/scene3d/survey.js';
import { unit, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

const origin: Vec3 = [512_000, 5_403_000, 400];
const cloudOf = (points: readonly Vec3[], more: Partial<PointCloud> = {}): PointCloud => ({
  count: points.length,
  positions: new Float32Array(points.flat()),
  origin,
  bounds: undefined,
  ...more,
});
const off = ([x, y, z]: Vec3): Vec3 => [x + origin[0], y + origin[1], z + origin[2]];
const lens: Lens = {
  panel: { left: 0, top: 0, width: 800, height: 600 },
  eye: off([0, -10, 6]),
  ...facing(unit([0, -10, 6]), [0, 0, 1]),
  perspective: true,
  scale: 600,
  near: 0.1,
  far: 1000,
};
const aimAt = (place: Vec3, by: readonly [number, number] = [0, 0]) => {
  const [x, y] = project(lens, off(place));
  return [x + by[0], y + by[1]] as const;
};
const shown = { up: [0, 0, 1] as const, heights: undefined };

describe('nearestPoint', () => {
  const places: readonly Vec3[] = [
    [Number.NaN, 0, 0],
    [0, 0, 0],
    [1, 2, 0.5],
    [-3, 4, 1.25],
    [0, -20, 6],
  ];
  const cloud = cloudOf(places);

  it('is the point that is seen there, by its number in the file', () => {
    for (const i of [1, 2, 3]) assert.equal(nearestPoint(cloud, lens, aimAt(places[i] as Vec3), shown), i);
    assert.equal(nearestPoint(cloud, lens, aimAt([1, 2, 0.5], [4, 3]), shown), 2);
    assert.equal(nearestPoint(cloud, lens, aimAt([1, 2, 0.5], [9, 0]), shown), undefined);
  });

  it('is the foremost of those that lie behind one another', () => {
    const [eye, far] = [
      [0, -10, 6],
      [0, 0, 0],
    ] as const;
    const between = (share: number): Vec3 => [
      0,
      eye[1] + (far[1] - eye[1]) * share,
      eye[2] + (far[2] - eye[2]) * share,
    ];
    const row = cloudOf([between(1), between(0.5), between(0.8)]);
    assert.equal(nearestPoint(row, lens, aimAt(far), shown), 1);
  });

  it('is none that is not drawn: by its height, or as it is not near to the box', () => {
    const at = aimAt([1, 2, 0.5]);
    assert.equal(nearestPoint(cloud, lens, at, { ...shown, heights: [399, 400.4] }), undefined);
    assert.equal(nearestPoint(cloud, lens, at, { ...shown, heights: [400.4, 401] }), 2);
    const near = solidOf({ draw: 'box3d', centre: off([1, 2, 0]), size: [1, 1, 1], rotation: [0, 0, 0] });
    const far = solidOf({ draw: 'box3d', centre: off([-8, 2, 0]), size: [1, 1, 1], rotation: [0, 0, 0] });
    assert.equal(nearestPoint(cloud, lens, at, { ...shown, near }), 2);
    assert.equal(nearestPoint(cloud, lens, at, { ...shown, near: far }), undefined);
  });

  it('is found without perspective, too', () => {
    const flat: Lens = { ...lens, perspective: false, scale: 40, near: -1000 };
    const [x, y] = project(flat, off([-3, 4, 1.25]));
    assert.equal(nearestPoint(cloud, flat, [x, y], shown), 3);
  });
});

describe('pointAt', () => {
  it('adds the origin', () => {
    assert.deepEqual(pointAt(cloudOf([[0.25, 0.5, -1]]), 0), [512_000.25, 5_403_000.5, 399]);
  });
});

describe('nearbyOf', () => {
  const line = cloudOf(Array.from({ length: 5000 }, (_, i): Vec3 => [i % 7 === 0 ? Number.NaN : i * 0.01, 0, 0]));

  it('has all points within the ball, and no others than a little farther ones', () => {
    const { indices } = nearbyOf(line, off([10, 0, 0]), 2, undefined);
    const xs = [...indices].map((i) => line.positions[3 * i] as number);
    assert.ok(xs.every((x) => Math.abs(x - 10) <= 3.001));
    const wanted = [...line.positions].filter((x, k) => k % 3 === 0 && Math.abs(x - 10) <= 2).length;
    assert.equal(xs.filter((x) => Math.abs(x - 10) <= 2).length, wanted);
  });

  it('is the same as before while that does', () => {
    const first = nearbyOf(line, off([10, 0, 0]), 2, undefined);
    assert.equal(nearbyOf(line, off([10.5, 0, 0]), 2, first), first);
    assert.notEqual(nearbyOf(line, off([12, 0, 0]), 2, first), first);
    assert.notEqual(nearbyOf(line, off([10, 0, 0]), 0.1, first), first);
  });
});

describe('surveyed', () => {
  it('leaves out what is far above and below nearly all points', () => {
    const points = Array.from({ length: 1000 }, (_, i): Vec3 => [i, 0, i < 5 ? -50 : i > 995 ? 90 : (i % 10) / 10]);
    const { heights, intensities } = surveyed(cloudOf(points), [0, 0, 1]);
    assert.ok(heights[0] >= 400 - 1e-4 && heights[1] <= 401);
    assert.equal(intensities, undefined);
  });

  it('goes along the up axis, and by intensities that are numbers', () => {
    const intensity = new Float32Array([1, 2, 3, Number.NaN]);
    const cloud = cloudOf(
      [
        [0, 1, 7],
        [0, 2, 7],
        [0, 3, 7],
        [0, 4, 7],
      ],
      { intensity },
    );
    const { heights, intensities } = surveyed(cloud, [0, 1, 0]);
    assert.deepEqual(heights, [5_403_001, 5_403_004]);
    assert.deepEqual(intensities, [1, 3]);
  });

  it('has something to say of no points at all', () => {
    assert.deepEqual(surveyed(cloudOf([]), [0, 0, 1]).heights, [0, 1]);
    assert.deepEqual(surveyed(cloudOf([[Number.NaN, 0, 0]]), [0, 0, 1]).heights, [0, 1]);
  });
});
