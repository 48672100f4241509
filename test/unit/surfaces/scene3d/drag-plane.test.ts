import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dragPlane } from '../../../../src/surfaces/scene3d/drag-plane.js';
import { crossing, facing, type Lens, project, rayThrough } from '../../../../src/surfaces/scene3d/lens.js';
import { along, dot, minus, unit, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

const up: Vec3 = [0, 0, 1];
const lensFrom = (eye: Vec3, perspective: boolean): Lens => ({
  panel: { left: 0, top: 0, width: 400, height: 300 },
  eye,
  ...facing(unit(eye), up),
  perspective,
  scale: perspective ? 300 : 20,
  near: 0.1,
  far: 1000,
});

describe('dragPlane', () => {
  it('faces the view where there is no perspective', () => {
    const lens = lensFrom([3, -10, 4], false);
    const plane = dragPlane(lens, up, { at: [1, 2, 3], way: [1, 0, 0] });
    assert.deepEqual(plane, { through: [1, 2, 3], normal: lens.back });
  });

  it('is the ground for a box, and faces the view where one looks along the ground', () => {
    assert.deepEqual(dragPlane(lensFrom([0, -10, 5], true), up, { at: [0, 0, 1] }).normal, up);
    const flat = lensFrom([0, -10, 0.5], true);
    assert.deepEqual(dragPlane(flat, up, { at: [0, 0, 0] }).normal, flat.back);
  });

  it('lets a face follow the pointer along its way', () => {
    const eye = fc.tuple(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: -30, max: -10, noNaN: true }),
      fc.double({ min: 2, max: 20, noNaN: true }),
    );
    const way = fc.constantFrom<Vec3>([1, 0, 0], [0, 0, 1], [-1, 0, 0]);
    fc.assert(
      fc.property(eye, way, fc.double({ min: -2, max: 2, noNaN: true }), (from, each, distance) => {
        const lens = lensFrom(from, true);
        const at = along([0, 0, 0], each, 1);
        fc.pre(Math.abs(dot(unit(minus(from, at)), each)) < 0.9);
        const plane = dragPlane(lens, up, { at, way: each });
        // The pointer goes to where the place is seen that lies farther along.
        const there = along(at, each, distance);
        const [x, y] = project(lens, there);
        const met = crossing(rayThrough(lens, [x, y]), plane) as Vec3;
        assert.ok(Math.hypot(...minus(met, there)) < 1e-6);
      }),
    );
  });
});
