import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  crossing,
  facing,
  type Lens,
  matricesOf,
  meeting,
  metresInPixel,
  project,
  rayThrough,
} from '../../../../src/surfaces/scene3d/lens.js';
import { add, along, cross, dot, minus, times, unit, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

const panel = { left: 10, top: 20, width: 400, height: 300 };
const lensAt = (eye: Vec3, back: Vec3, perspective: boolean): Lens => ({
  panel,
  eye,
  ...facing(unit(back), [0, 0, 1]),
  perspective,
  scale: perspective ? 320 : 25,
  near: 0.1,
  far: 1000,
});
const near = (actual: readonly number[], expected: readonly number[], within = 1e-6) =>
  assert.ok(
    actual.length === expected.length &&
      actual.every((value, i) => Math.abs(value - (expected[i] as number)) <= within),
    `${actual} is not ${expected}`,
  );

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const place = fc.tuple(coordinate, coordinate, coordinate);
/** Not straight up or down, where no direction is upward in the picture. */
const lens = fc
  .tuple(
    place,
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.double({ min: -1.4, max: 1.4, noNaN: true }),
    fc.boolean(),
  )
  .map(([eye, azimuth, elevation, perspective]) => {
    const back: Vec3 = [
      Math.cos(azimuth) * Math.cos(elevation),
      Math.sin(azimuth) * Math.cos(elevation),
      Math.sin(elevation),
    ];
    return lensAt(eye, back, perspective);
  });
const pixel = fc.tuple(fc.double({ min: 10, max: 410, noNaN: true }), fc.double({ min: 20, max: 320, noNaN: true }));

describe('project', () => {
  it('shows what is straight ahead in the middle of the panel, and up above that', () => {
    const seen = lensAt([0, -10, 0], [0, -1, 0], true);
    near(project(seen, [0, 0, 0]), [210, 170, 10]);
    near(project(seen, [0, 0, 1]), [210, 170 - 32, 10]);
    near(project(seen, [1, 0, 0]), [210 + 32, 170, 10]);
  });

  it('shows what is farther away smaller in perspective only', () => {
    const height = (perspective: boolean, y: number) =>
      170 - project(lensAt([0, -10, 0], [0, -1, 0], perspective), [0, y, 1])[1];
    near([height(true, 0) / height(true, 10)], [2]);
    near([height(false, 0) / height(false, 10)], [1]);
  });

  it('tells what is behind the eye by its depth', () => {
    assert.ok(project(lensAt([0, -10, 0], [0, -1, 0], true), [0, -20, 0])[2] < 0);
  });
});

describe('rayThrough', () => {
  it('goes to what is seen at a place', () => {
    fc.assert(
      fc.property(lens, pixel, fc.double({ min: 0.5, max: 100, noNaN: true }), (seen, at, distance) => {
        const { from, way } = rayThrough(seen, at);
        near(project(seen, along(from, way, distance)).slice(0, 2), at, 1e-5);
      }),
    );
  });

  it('is of length 1', () => {
    fc.assert(fc.property(lens, pixel, (seen, at) => near([Math.hypot(...rayThrough(seen, at).way)], [1])));
  });
});

describe('crossing', () => {
  it('is on the plane and seen at the place it was asked for', () => {
    fc.assert(
      fc.property(lens, pixel, place, (seen, at, through) => {
        const normal: Vec3 = [0, 0, 1];
        const ray = rayThrough(seen, at);
        // Along a plane nothing can be told.
        fc.pre(Math.abs(dot(ray.way, normal)) > 0.05);
        const met = crossing(ray, { through, normal }) as Vec3;
        near([dot(minus(met, through), normal)], [0], 1e-6);
        if (dot(minus(met, ray.from), ray.way) > 0.1) near(project(seen, met).slice(0, 2), at, 1e-4);
      }),
    );
  });

  it('is exact to a part of a millimetre far from the origin of the map', () => {
    const at: Vec3 = [512_345.678, 5_403_211.432, 431.9];
    const seen = lensAt(add(at, [3, -14, 22]), [3, -14, 22], true);
    const [x, y] = project(seen, at);
    const met = crossing(rayThrough(seen, [x, y]), { through: at, normal: [0, 0, 1] });
    near(met ?? [], at, 1e-5);
  });
});

describe('meeting', () => {
  it('is nowhere where the plane is behind or alongside', () => {
    const plane = { through: [0, 0, 0] as const, normal: [0, 0, 1] as const };
    assert.equal(meeting({ from: [0, 0, 1], way: [0, 0, 1] }, plane), undefined);
    assert.equal(meeting({ from: [0, 0, 1], way: [1, 0, 0] }, plane), undefined);
    near(meeting({ from: [2, 0, 1], way: [0, 0, -1] }, plane) ?? [], [2, 0, 0]);
  });
});

describe('metresInPixel', () => {
  it('is how far apart two places are that are a pixel apart', () => {
    for (const perspective of [true, false]) {
      const seen = lensAt([0, -10, 0], [0, -1, 0], perspective);
      const apart = project(seen, [metresInPixel(seen, 10), 0, 0])[0] - project(seen, [0, 0, 0])[0];
      near([apart], [1]);
    }
  });
});

describe('facing', () => {
  it('gives right-handed axes', () => {
    const { right, up, back } = facing(unit([1, 2, 3]), [0, 0, 1]);
    near(cross(right, up), back);
    assert.ok(up[2] > 0);
  });
});

describe('matricesOf', () => {
  const applied = (matrix: readonly number[], [x, y, z, w]: readonly number[]) =>
    [0, 1, 2, 3].map(
      (row) =>
        (matrix[row] as number) * (x as number) +
        (matrix[row + 4] as number) * (y as number) +
        (matrix[row + 8] as number) * (z as number) +
        (matrix[row + 12] as number) * (w as number),
    );

  it('leads to the same pixels as project does', () => {
    fc.assert(
      fc.property(lens, place, place, (seen, at, origin) => {
        const [x, y, depth] = project(seen, at);
        fc.pre(depth > 1);
        const { view, lens: clip } = matricesOf(seen, origin);
        const [cx, cy, cz, w] = applied(clip, applied(view, [...minus(at, origin), 1])) as [
          number,
          number,
          number,
          number,
        ];
        const { left, top, width, height } = panel;
        near([left + ((cx / w + 1) / 2) * width, top + ((1 - cy / w) / 2) * height], [x, y], 1e-5);
        assert.equal(cz / w >= -1, depth >= seen.near);
      }),
    );
  });

  it('has what is nearest at -1 and what is farthest at 1', () => {
    for (const perspective of [true, false]) {
      const seen = lensAt([0, 0, 0], [0, -1, 0], perspective);
      const { view, lens: clip } = matricesOf(seen, [0, 0, 0]);
      const depthOf = (distance: number) => {
        const [, , z, w] = applied(clip, applied(view, [...times([0, 1, 0], distance), 1])) as [
          number,
          number,
          number,
          number,
        ];
        return z / w;
      };
      near([depthOf(seen.near), depthOf(seen.far)], [-1, 1], 1e-6);
    }
  });
});
