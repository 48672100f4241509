import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  anglesOf,
  columnOf,
  dot,
  outward,
  product,
  rotationOf,
  turnAbout,
  turnedAbout,
  type Vector,
} from '../../../../src/shapes/cuboid/rotation.js';

const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const angles = fc.record({ x: angle, y: angle, z: angle });

const near = (a: readonly number[], b: readonly number[], least = 1e-9) =>
  assert.ok(
    a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) < least),
    `${a} is not near ${b}`,
  );

describe('rotationOf', () => {
  it('turns about z, then y, then x', () => {
    const quarter = Math.PI / 2;
    near(outward(rotationOf({ x: 0, y: 0, z: quarter }), [1, 0, 0]), [0, 1, 0]);
    near(outward(rotationOf({ x: 0, y: quarter, z: 0 }), [1, 0, 0]), [0, 0, -1]);
    near(outward(rotationOf({ x: quarter, y: 0, z: 0 }), [0, 1, 0]), [0, 0, 1]);
    // About z to +y, and from there about x to +z.
    near(outward(rotationOf({ x: quarter, y: 0, z: quarter }), [1, 0, 0]), [0, 0, 1]);
  });

  it('is the product of the turns about the three axes', () => {
    fc.assert(
      fc.property(angles, ({ x, y, z }) => {
        const made = product(turnAbout(0, x), product(turnAbout(1, y), turnAbout(2, z)));
        near(made.flat(), rotationOf({ x, y, z }).flat());
      }),
    );
  });

  it('keeps lengths and right angles', () => {
    fc.assert(
      fc.property(angles, (any) => {
        const axes = ([0, 1, 2] as const).map((axis) => columnOf(rotationOf(any), axis)) as [Vector, Vector, Vector];
        near(
          [dot(axes[0], axes[0]), dot(axes[1], axes[1]), dot(axes[0], axes[1]), dot(axes[0], axes[2])],
          [1, 1, 0, 0],
        );
      }),
    );
  });
});

describe('anglesOf', () => {
  it('gives angles of the same rotation, a quarter turn about y too', () => {
    const wild = fc.record({ x: angle, y: fc.oneof(angle, fc.constantFrom(Math.PI / 2, -Math.PI / 2)), z: angle });
    fc.assert(
      fc.property(wild, (any) => {
        const rotation = rotationOf(any);
        near(rotationOf(anglesOf(rotation)).flat(), rotation.flat(), 1e-5);
      }),
    );
  });
});

describe('turnedAbout', () => {
  it('turns a box as it lies, about an axis of the cloud', () => {
    fc.assert(
      fc.property(angles, fc.constantFrom(0, 1, 2), angle, (any, axis, by) => {
        const turned = rotationOf(turnedAbout(any, axis as 0, by));
        near(turned.flat(), product(turnAbout(axis as 0, by), rotationOf(any)).flat(), 1e-5);
      }),
    );
  });

  it('leaves the other angles of a box on the ground at 0', () => {
    assert.deepEqual(turnedAbout({ x: 0, y: 0, z: 3 }, 2, 1), { x: 0, y: 0, z: 4 - 2 * Math.PI });
  });
});
