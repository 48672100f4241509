import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Raster, RasterEdit } from '../../../../src/base/raster.js';
import type { Mark, MediaFacts, ShapeModule } from '../../../../src/contract/shape.js';
import type { Extent } from '../../../../src/editor/compare/extents.js';
import { canonical, extentOf, overlapOf, sharedOf } from '../../../../src/editor/compare/measure.js';

/** A shape whose geometry is its marks. */
const drawn = { name: 'drawn', space: 'stage2d', marks: (marks: readonly Mark[]) => marks } as unknown as ShapeModule;
const made = (marks: readonly Mark[], facts: MediaFacts = { width: 200, height: 100 }): Extent => {
  const extent = extentOf(drawn, marks, { facts });
  assert.ok(extent);
  return extent;
};
const overlap = (a: readonly Mark[], b: readonly Mark[]) => overlapOf(made(a), made(b));
const near = (found: number, wanted: number, by = 1e-6) =>
  assert.ok(Math.abs(found - wanted) <= by, `${found} is not ${wanted}`);

const box = (x: number, y: number, width: number, height: number, rotation?: number): Mark => ({
  draw: 'box',
  x,
  y,
  width,
  height,
  ...(rotation !== undefined && { rotation }),
});
const ellipse = (x: number, y: number, across: number, down: number): Mark => ({
  draw: 'ellipse',
  centre: [x, y],
  radii: [across, down],
});
const path = (points: readonly (readonly [number, number])[], closed = true): Mark => ({
  draw: 'path',
  points,
  closed,
});
const solid = (x: number, size: number, yaw = 0): Mark => ({
  draw: 'box3d',
  centre: [x, 0, 0],
  size: [size, 2, 1],
  rotation: [0, 0, yaw],
});
const span = (start: number, end: number, track?: number): Mark => ({
  draw: 'span',
  start,
  end,
  ...(track !== undefined && { track }),
});

describe('extentOf', () => {
  it('has none for what draws nothing, and for a shape whose code fails', () => {
    assert.equal(extentOf(drawn, [], { facts: {} }), undefined);
    const failing = {
      ...drawn,
      marks() {
        throw new Error('broken');
      },
    } as unknown as ShapeModule;
    assert.equal(extentOf(failing, [], { facts: {} }), undefined);
  });

  it('knows how large things are', () => {
    const size = (marks: readonly Mark[]) => {
      const extent = made(marks);
      return sharedOf(extent, extent).one;
    };
    near(size([box(10, 10, 20, 30)]), 600);
    near(size([ellipse(50, 50, 10, 20)]), Math.PI * 200, 1);
    near(size([{ draw: 'area', rings: [square(0, 0, 10), square(2, 2, 4)] }]), 84, 0.5);
    near(
      size([
        path([
          [0, 0],
          [10, 0],
          [0, 10],
        ]),
      ]),
      50,
      0.01,
    );
    near(size([solid(0, 4, 0.7)]), 8);
    near(size([span(2, 5)]), 3);
  });

  it('turns a box in the proportions of the pixels', () => {
    // A quarter turn of 40 × 20 pixels in a picture twice as wide as high.
    near(overlap([box(50, 50, 20, 20, 90)], [box(40, 50, 10, 40)]), 1, 1e-9);
  });
});

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const;

describe('overlapOf', () => {
  it('is intersection over union of boxes, polygons and ellipses, whatever they were drawn as', () => {
    near(overlap([box(0, 0, 10, 10)], [box(5, 0, 10, 10)]), 1 / 3);
    near(overlap([box(0, 0, 10, 10)], [path(square(0, 0, 10))]), 1);
    near(
      overlap(
        [box(0, 0, 20, 20)],
        [
          path([
            [0, 0],
            [20, 0],
            [0, 20],
          ]),
        ],
      ),
      0.5,
      0.001,
    );
    near(overlap([box(40, 40, 20, 20)], [ellipse(50, 50, 10, 10)]), Math.PI / 4, 0.005);
    assert.equal(overlap([box(0, 0, 10, 10)], [box(10, 0, 10, 10)]), 0);
  });

  it('does not count the hole of a polygon', () => {
    const ring = [{ draw: 'area', rings: [square(0, 0, 20), square(5, 5, 10)] }] as const;
    near(overlap(ring, [box(5, 5, 10, 10)]), 0, 0.01);
    near(overlap(ring, [box(0, 0, 20, 20)]), 0.75, 0.01);
  });

  it('counts what lies in two polygons of one region once', () => {
    const two = [0, 5].map((x): Mark => ({ draw: 'area', rings: [square(x, 0, 10)] }));
    near(overlap(two, [box(0, 0, 15, 10)]), 1);
  });

  it('measures masks by their pixels, and against what is drawn', () => {
    const mask = (left: number, right: number): Mark => {
      const edit = new RasterEdit(new Raster(100, 100));
      for (let y = 20; y < 40; y++) edit.span(y, left, right, 255);
      return { draw: 'mask', raster: edit.done() };
    };
    near(overlap([mask(0, 20)], [mask(10, 30)]), 1 / 3);
    near(overlap([mask(0, 20)], [box(0, 20, 20, 20)]), 1, 1e-9);
    assert.equal(extentOf(drawn, [{ draw: 'mask', raster: new Raster(10, 10) }], { facts: {} }), undefined);
  });

  it('is the share of characters or seconds that two stretches have in common', () => {
    near(overlap([span(0, 10)], [span(5, 15)]), 1 / 3);
    near(overlap([span(0, 4), span(6, 10)], [span(0, 10)]), 0.8);
    assert.equal(overlap([span(0, 10, 0)], [span(0, 10, 1)]), 0);
    assert.equal(overlap([span(0, 10, 0)], [span(0, 10)]), 1);
    // Reversed, as some results are.
    assert.equal(overlap([span(10, 0)], [span(0, 10)]), 1);
    // Without any length.
    assert.equal(overlap([span(3, 3)], [span(3, 3)]), 1);
    assert.equal(overlap([span(3, 3)], [span(4, 4)]), 0);
  });

  it('is the common volume of two cuboids', () => {
    near(overlap([solid(0, 4)], [solid(2, 4)]), 1 / 3, 1e-9);
    near(overlap([solid(0, 4)], [solid(0, 4, Math.PI)]), 1, 1e-9);
    // A cross of 4 × 2 and 2 × 4: a square of 2 × 2 in common.
    near(overlap([solid(0, 4)], [solid(0, 4, Math.PI / 2)]), 4 / 12, 1e-9);
    // A square and the same by an eighth of a turn: an octagon in common.
    const octagon = 8 * (Math.SQRT2 - 1);
    near(overlap([solid(0, 2)], [solid(0, 2, Math.PI / 4)]), octagon / (8 - octagon), 1e-9);
    assert.equal(overlap([solid(0, 4)], [solid(10, 4)]), 0);
  });

  it('falls with the distance of points, and of lines', () => {
    const dot = (x: number, y: number): Mark => ({ draw: 'dot', at: [x, y] });
    assert.equal(overlap([dot(50, 50)], [dot(50, 50)]), 1);
    const beside = overlap([dot(50, 50)], [dot(51, 50)]);
    assert.ok(beside > 0.5 && beside < 1, String(beside));
    assert.equal(overlap([dot(50, 50)], [dot(90, 50)]), 0);
    assert.equal(overlap([dot(50, 50), dot(60, 60)], [dot(50, 50)]), 0.5);
    const line = (y: number) =>
      path(
        [
          [10, y],
          [60, y],
        ],
        false,
      );
    near(overlap([line(50)], [line(50)]), 1, 1e-9);
    assert.ok(overlap([line(50)], [line(52)]) > overlap([line(50)], [line(54)]));
    assert.equal(overlap([line(20)], [line(80)]), 0);
  });

  it('is nothing between what is of different kinds', () => {
    assert.equal(overlap([box(0, 0, 10, 10)], [{ draw: 'dot', at: [5, 5] }]), 0);
    assert.equal(overlap([box(0, 0, 10, 10)], [span(0, 10)]), 0);
  });

  const unit = fc.double({ min: -20, max: 120, noNaN: true });
  const length = fc.double({ min: 0, max: 60, noNaN: true });
  const turn = fc.double({ min: -360, max: 360, noNaN: true });
  const point = fc.tuple(unit, unit);
  const marks: fc.Arbitrary<readonly Mark[]> = fc.oneof(
    fc.tuple(unit, unit, length, length, turn).map(([x, y, w, h, degrees]) => [box(x, y, w, h, degrees)]),
    fc.tuple(unit, unit, length, length).map(([x, y, w, h]) => [ellipse(x, y, w, h)]),
    fc
      .tuple(fc.array(point, { minLength: 1, maxLength: 9 }), fc.boolean())
      .map(([points, closed]) => [path(points, closed)]),
    fc
      .array(fc.array(point, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 3 })
      .map((rings): readonly Mark[] => [{ draw: 'area', rings }]),
    fc.array(point, { minLength: 1, maxLength: 4 }).map((points) => points.map((at): Mark => ({ draw: 'dot', at }))),
    fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 3 }).map((spans) => spans.map(([a, b]) => span(a, b))),
    fc
      .record({
        centre: fc.tuple(unit, unit, unit),
        size: fc.tuple(length, length, length),
        rotation: fc.tuple(turn, turn, turn),
      })
      .map((cuboid): readonly Mark[] => [{ draw: 'box3d', ...cuboid }]),
  );

  it('is between 0 and 1 and the same from both sides', () => {
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        const [one, other] = [overlap(a, b), overlap(b, a)];
        assert.ok(one >= 0 && one <= 1, String(one));
        near(one, other, 1e-4);
      }),
    );
  });

  it('is 1 for what is the same', () => {
    fc.assert(fc.property(marks, (a) => near(overlap(a, structuredClone(a)), 1, 1e-6)));
  });
});

describe('canonical', () => {
  it('does not depend on the order of keys', () => {
    assert.equal(canonical({ b: [1, null], a: 'x' }), canonical({ a: 'x', b: [1, null] }));
    assert.notEqual(canonical(['a', 'b']), canonical(['a,b']));
  });
});
