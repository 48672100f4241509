import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Rectangle } from '../../../src/shapes/rectangle/codec.js';
import { corners } from '../../../src/shapes/rectangle/shape.js';
import { box3Tool } from '../../../src/tools/box3.js';
import { drive, type Hand } from '../../support/drive.js';
import { boxesByThreePoints } from '../../support/three-points.js';

type Point = [number, number];

const facts = { width: 100, height: 100 };
const hand = (env = {}) => drive(box3Tool, { sight: { facts }, ...env });
const drawn = (by: Hand<readonly [number, number]>) => by.all('create')[0]?.geometry as Rectangle;
const clicks = (...points: readonly (readonly [number, number])[]) => {
  const by = hand();
  for (const point of points) by.press(point).release();
  return drawn(by);
};
const near = (found: Rectangle | undefined, wanted: Rectangle) => {
  for (const key of ['x', 'y', 'width', 'height', 'rotation'] as const) {
    assert.ok(
      Math.abs((found?.[key] ?? Number.NaN) - (wanted[key] ?? 0)) < 1e-9,
      `${key}: ${found?.[key]}, not ${wanted[key]}`,
    );
  }
};

describe('box3Tool', () => {
  for (const { points, drawn: wanted } of boxesByThreePoints) {
    it(`draws a box turned by ${wanted.rotation} degrees by three clicks`, () => near(clicks(...points), wanted));
  }

  it('turns the edge round where the third point lies on its other side', () => {
    near(clicks([10, 50], [40, 50], [20, 30]), { x: 40, y: 50, width: 30, height: 20, rotation: 180 });
    near(clicks([40, 50], [10, 50], [20, 70]), { x: 10, y: 50, width: 30, height: 20, rotation: 0 });
  });

  it('has the edge for one of its sides, and the third point on the opposite one', () => {
    const coordinate = fc.integer({ min: 0, max: 100 });
    const point = fc.tuple(coordinate, coordinate);
    const wide = { width: 300, height: 100 };
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const by = hand({ sight: { facts: wide }, tolerance: [0.1, 0.1], pixel: [0.01, 0.01] });
        for (const at of [a, b, c]) by.press(at).release();
        const box = drawn(by);
        const pixels = ([x, y]: readonly [number, number]): Point => [x * 3, y];
        const [[ax, ay], [bx, by_], [cx, cy]] = [pixels(a), pixels(b), pixels(c)];
        const length = Math.hypot(bx - ax, by_ - ay);
        const height = Math.abs((bx - ax) * (cy - ay) - (by_ - ay) * (cx - ax)) / (length || 1);
        fc.pre(length > 1 && height > 1);
        assert.ok(box && box.width > 0 && box.height > 0);
        assert.ok((box.rotation ?? -1) >= 0 && (box.rotation ?? 360) < 360);
        const four = corners(box, wide).map(pixels);
        const gap = (at: Point) => Math.min(...four.map((corner) => Math.hypot(corner[0] - at[0], corner[1] - at[1])));
        assert.ok(gap([ax, ay]) < 1e-6 && gap([bx, by_]) < 1e-6);
        const [, , p, q] = four as [Point, Point, Point, Point];
        const off = Math.abs((q[0] - p[0]) * (cy - p[1]) - (q[1] - p[1]) * (cx - p[0])) / length;
        assert.ok(off < 1e-6, `${off}`);
      }),
    );
  });

  it('takes the edge by a drag, and the height by a click or a drag', () => {
    const wanted = { x: 10, y: 10, width: 30, height: 20, rotation: 0 };
    near(
      drawn(hand().press([10, 10]).move([30, 10]).release([40, 10]).move([30, 20]).press([20, 30]).release()),
      wanted,
    );
    near(
      drawn(hand().press([10, 10]).move([40, 10]).release().press([20, 12]).move([20, 20]).release([25, 30])),
      wanted,
    );
  });

  it('shows a line of no height while there are two points, then the box', () => {
    const by = hand().press([10, 10]).release().move([40, 10]);
    assert.deepEqual(by.all('sketch').at(-1)?.geometry, { x: 10, y: 10, width: 30, height: 0, rotation: 0 });
    by.press().release();
    assert.deepEqual(by.all('sketch').at(-1)?.geometry, { x: 10, y: 10, width: 30, height: 0, rotation: 0 });
    by.move([20, 30]);
    assert.deepEqual(by.all('sketch').at(-1)?.geometry, { x: 10, y: 10, width: 30, height: 20, rotation: 0 });
    assert.deepEqual(by.all('create'), []);
  });

  it('draws a box of the default size by a double click', () => {
    const by = hand().press([10, 20]).release().press().doublepress().release();
    assert.deepEqual(
      by.all('create').map(({ geometry }) => geometry),
      [{ x: 10, y: 20, width: 7.5, height: 7.5, rotation: 0 }],
    );
    assert.equal(by.state, 'idle');
  });

  it('drops an edge too short to have been meant', () => {
    const by = hand().press([10, 10]).release().press([10.5, 10]).release();
    assert.equal(by.state, 'idle');
    assert.deepEqual(by.asked.at(-1), { ask: 'sketch', geometry: undefined });
  });

  it('goes on where the third point lies on the edge', () => {
    const by = hand().press([10, 10]).release().press([40, 10]).release().press([40, 10]).release();
    assert.equal(by.state, 'edged');
    assert.deepEqual(by.all('create'), []);
    near(drawn(by.press([40, 30]).release()), { x: 10, y: 10, width: 30, height: 20, rotation: 0 });
  });

  it('sets each point where it snaps to, on the picture', () => {
    const snap = ((at: Point) => at.map((value) => Math.round(value / 10) * 10)) as never;
    const by = hand({ snap }).press([11, 9]).release().press([98, 12]).release().press([52, 131]).release();
    near(drawn(by), { x: 10, y: 10, width: 90, height: 90, rotation: 0 });
  });

  it('starts nothing beside the picture, and lets go of what is selected by a click', () => {
    assert.deepEqual(hand().press([-1, 10]).move([20, 20]).release().asked, []);
    assert.deepEqual(
      hand({ selected: ['a'] })
        .press([10, 10])
        .release().asked,
      [{ ask: 'select', regionIds: [] }],
    );
    const over = { hit: { regionId: 'a' }, ctrl: true };
    assert.deepEqual(hand().press([10, 10], over).release().asked, [{ ask: 'select', regionIds: ['a'], toggle: true }]);
  });
});
