import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { project } from '../../../../src/surfaces/scene3d/lens.js';
import { SIDES, type Side, sideLens, visibleReach } from '../../../../src/surfaces/scene3d/side-frames.js';
import { cornersOf, solidOf } from '../../../../src/surfaces/scene3d/solid.js';
import { along, cross, dot, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

type Triple = [number, number, number];
const panel = { left: 0, top: 0, width: 300, height: 200 };
const up: Vec3 = [0, 0, 1];
const box = (size: Vec3, rotation: Vec3, centre: Vec3 = [1, 2, 3]) =>
  solidOf({ draw: 'box3d', centre, size, rotation });
const pixels = (side: Side, solid: ReturnType<typeof box>, at: Vec3, by = up) =>
  project(sideLens(solid, side, by, panel), at);

describe('sideLens', () => {
  it('shows the front to the right from above and from the side, and toward the eye from the front', () => {
    const solid = box([4, 2, 1.5], [0, 0, 0.7]);
    const [ahead, left] = solid.axes;
    const front = along(solid.centre, ahead, 2);
    for (const side of ['top', 'side'] as const) {
      const [x, y] = pixels(side, solid, front);
      assert.ok(x > 200);
      assert.ok(Math.abs(y - 100) < 1e-6);
    }
    const [x, y, depth] = pixels('front', solid, front);
    assert.ok(Math.hypot(x - 150, y - 100) < 1e-6);
    assert.ok(depth < pixels('front', solid, solid.centre)[2]);
    // From above, what is to its left is above; from the front, it is to the right.
    assert.ok(pixels('top', solid, along(solid.centre, left, 1))[1] < 90);
    assert.ok(pixels('front', solid, along(solid.centre, left, 1))[0] > 160);
    for (const side of ['side', 'front'] as const) assert.ok(pixels(side, solid, along(solid.centre, up, 1))[1] < 90);
  });

  it('has the box in the middle, upright, and as large as three fifths of the panel', () => {
    const value = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
    const size = fc.tuple(value(0.1, 20), value(0.1, 20), value(0.1, 20)) as fc.Arbitrary<Triple>;
    fc.assert(
      fc.property(size, value(-3, 3), fc.constantFrom(...SIDES), (each, yaw, side) => {
        const corners = cornersOf(box(each, [0, 0, yaw])).map((corner) => pixels(side, box(each, [0, 0, yaw]), corner));
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
        const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
        assert.ok(Math.abs(Math.max(width / 300, height / 200) - 0.6) < 1e-6);
        assert.ok(Math.abs(Math.max(...xs) + Math.min(...xs) - 300) < 1e-6);
        // Upright: corners lie in the four corners of a rectangle.
        assert.ok(xs.every((x) => Math.abs(Math.abs(x - 150) - width / 2) < 1e-6));
      }),
    );
  });

  it('is a right-handed picture of boxes that lie in any way, and not upside down', () => {
    const angle = fc.double({ min: -3.1, max: 3.1, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, fc.constantFrom(...SIDES), (a, b, c, side) => {
        const solid = box([4, 2, 1], [a, b, c]);
        const lens = sideLens(solid, side, up, panel);
        const back = cross(lens.right, lens.up);
        assert.ok(back.every((value, i) => Math.abs(value - (lens.back[i] as number)) < 1e-9));
        if (side !== 'top') assert.ok(dot(lens.up, up) > 0);
        else assert.ok(dot(lens.back, up) > 0);
      }),
    );
  });

  it('looks from above along another axis, where that is up', () => {
    const lens = sideLens(box([4, 2, 1], [0, 0, 0]), 'top', [0, 1, 0], panel);
    assert.ok(lens.back[1] > 0.999);
  });

  it('begins and ends a little before and behind the box', () => {
    const solid = box([4, 2, 1], [0, 0, 0]);
    const lens = sideLens(solid, 'front', up, panel);
    assert.equal(lens.far - lens.near, 2 * (2 * 1.25 + 0.5));
    assert.ok(Math.abs(project(lens, solid.centre)[2] - lens.far / 2) < 1e-9);
  });

  it('shows more of what is around when it is zoomed out', () => {
    const solid = box([4, 2, 1], [0, 0, 0]);
    const lenses = [1, 0.5].map((zoom) => sideLens(solid, 'top', up, panel, zoom));
    assert.equal((lenses[0]?.scale ?? 0) / (lenses[1]?.scale ?? 1), 2);
    assert.ok(visibleReach(lenses.slice(1)) > visibleReach(lenses.slice(0, 1)));
  });
});
