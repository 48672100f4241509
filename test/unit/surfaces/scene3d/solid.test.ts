import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cornersOf,
  EDGES,
  entering,
  isNearTo,
  reachOf,
  solidOf,
  within,
} from '../../../../src/surfaces/scene3d/solid.js';
import { along, cross, dot, lengthOf, minus, unit, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

type Triple = [number, number, number];
const box = (centre: Vec3, size: Vec3, rotation: Vec3 = [0, 0, 0]) =>
  solidOf({ draw: 'box3d', centre, size, rotation });
const near = (actual: readonly number[], expected: readonly number[], within_ = 1e-9) =>
  assert.ok(
    actual.every((value, i) => Math.abs(value - (expected[i] as number)) <= within_),
    `${actual} is not ${expected}`,
  );

const triple = (least: number, most: number) => {
  const value = fc.double({ min: least, max: most, noNaN: true });
  return fc.tuple(value, value, value) as fc.Arbitrary<Triple>;
};
const solid = fc.tuple(triple(-20, 20), triple(0.2, 8), triple(-3, 3)).map(([a, b, c]) => box(a, b, c));

describe('solidOf', () => {
  it('turns by Rx · Ry · Rz', () => {
    near(box([0, 0, 0], [1, 1, 1], [0, 0, Math.PI / 2]).axes[0], [0, 1, 0]);
    near(box([0, 0, 0], [1, 1, 1], [Math.PI / 2, 0, 0]).axes[1], [0, 0, 1]);
    // First about z, then about x: the front goes to y, and from there up.
    near(box([0, 0, 0], [1, 1, 1], [Math.PI / 2, 0, Math.PI / 2]).axes[0], [0, 0, 1]);
    near(box([0, 0, 0], [1, 1, 1], [0, Math.PI / 2, 0]).axes[0], [0, 0, -1]);
  });

  it('has right-handed axes of length 1', () => {
    fc.assert(
      fc.property(solid, ({ axes: [x, y, z] }) => {
        near(cross(x, y), z, 1e-9);
        near([lengthOf(x), lengthOf(y), dot(x, y)], [1, 1, 0], 1e-9);
      }),
    );
  });
});

describe('cornersOf', () => {
  it('lie as far from the middle as the box reaches', () => {
    fc.assert(
      fc.property(solid, (each) => {
        for (const corner of cornersOf(each)) {
          near([lengthOf(minus(corner, each.centre))], [reachOf(each)], 1e-6);
          near(within(each, corner).map(Math.abs), each.half, 1e-6);
        }
      }),
    );
  });

  it('are joined by twelve edges along the axes', () => {
    const corners = cornersOf(box([0, 0, 0], [2, 4, 6]));
    const lengths = EDGES.map(([a, b]) => lengthOf(minus(corners[a] as Vec3, corners[b] as Vec3)));
    assert.deepEqual(lengths.sort(), [2, 2, 2, 2, 4, 4, 4, 4, 6, 6, 6, 6]);
  });
});

describe('entering', () => {
  it('is on the surface of the box, and before any other place inside', () => {
    fc.assert(
      fc.property(solid, triple(-40, 40), triple(-0.99, 0.99), (each, from, share) => {
        // To a place inside of the box.
        const { centre, half, axes } = each;
        const inside = axes.reduce<Vec3>(
          (at, axis, i) => along(at, axis, (share[i] as number) * (half[i] as number)),
          centre,
        );
        fc.pre(within(each, from).some((value, i) => Math.abs(value) > (half[i] as number) * 1.01));
        const distance = entering(each, { from, way: unit(minus(inside, from)) });
        assert.ok(distance !== undefined && distance <= lengthOf(minus(inside, from)) + 1e-6);
        const at = within(each, along(from, unit(minus(inside, from)), distance));
        assert.ok(at.some((value, i) => Math.abs(Math.abs(value) - (half[i] as number)) < 1e-6));
        assert.ok(at.every((value, i) => Math.abs(value) <= (half[i] as number) + 1e-6));
      }),
    );
  });

  it('is 0 from inside, and nothing beside or behind', () => {
    const each = box([0, 0, 0], [2, 2, 2]);
    assert.equal(entering(each, { from: [0, 0, 0], way: [1, 0, 0] }), 0);
    assert.equal(entering(each, { from: [5, 0, 0], way: [1, 0, 0] }), undefined);
    assert.equal(entering(each, { from: [-5, 2, 0], way: [1, 0, 0] }), undefined);
    assert.equal(entering(each, { from: [-5, 0.5, 0], way: [1, 0, 0] }), 4);
  });
});

describe('isNearTo', () => {
  it('goes beyond the box by a share and half a metre', () => {
    const each = box([0, 0, 0], [8, 2, 2]);
    assert.equal(isNearTo(each, [5.4, 0, 0]), true);
    assert.equal(isNearTo(each, [5.6, 0, 0]), false);
    assert.equal(isNearTo(each, [0, 1.7, 0]), true);
    assert.equal(isNearTo(each, [Number.NaN, 0, 0]), false);
  });
});
