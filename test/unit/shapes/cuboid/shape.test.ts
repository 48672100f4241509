import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Cuboid } from '../../../../src/shapes/cuboid/cuboid.js';
import { LEAST } from '../../../../src/shapes/cuboid/handles.js';
import { columnOf, rotationOf, type Vector } from '../../../../src/shapes/cuboid/rotation.js';
import {
  cuboidShape,
  interpolateCuboid,
  stillCuboidShape as shape,
  turnCuboid,
} from '../../../../src/shapes/cuboid/shape.js';

const sight = { facts: {} };
const car: Cuboid = {
  position: { x: 10, y: -5, z: 1 },
  rotation: { x: 0, y: 0, z: 0 },
  size: { x: 4, y: 2, z: 1.5 },
};

const metre = fc.double({ min: -20, max: 20, noNaN: true });
const angle = fc.double({ min: -3, max: 3, noNaN: true });
const side = fc.double({ min: 0.02, max: 10, noNaN: true });
const triple = (number: fc.Arbitrary<number>) => fc.record({ x: number, y: number, z: number });
const cuboids = fc.record({ position: triple(metre), rotation: triple(angle), size: triple(side) });
const vectors = fc.tuple(metre, metre, metre);

const near = (a: readonly number[], b: readonly number[], least = 1e-9) =>
  assert.ok(
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) < least),
    `${a} is not near ${b}`,
  );
const grip = (cuboid: Cuboid, id: string, options = {}): Vector => {
  const handle = shape.handles(cuboid, sight, options).find((one) => one.id === id);
  assert.ok(handle, id);
  return handle.at;
};
const drag = (cuboid: Cuboid, id: string, by: Vector, options = {}) => {
  const from: Vector = id === 'body' ? [1, 2, 3] : grip(cuboid, id, options);
  return shape.drag(cuboid, id, from, [from[0] + by[0], from[1] + by[1], from[2] + by[2]], sight, options);
};

describe('stillCuboidShape', () => {
  it('draws a box, whatever the sign of its size', () => {
    const marks = shape.marks({ ...car, size: { x: -4, y: 2, z: 1.5 } }, sight);
    assert.deepEqual(marks, [{ draw: 'box3d', centre: [10, -5, 1], size: [4, 2, 1.5], rotation: [0, 0, 0] }]);
  });

  it('has six faces, four upright edges and a handle before the front to be grabbed', () => {
    assert.deepEqual(
      shape.handles(car, sight, {}).map(({ id }) => id),
      ['x+', 'x-', 'y+', 'y-', 'z+', 'z-', 'x+y+', 'x+y-', 'x-y+', 'x-y-', 'yaw'],
    );
    assert.deepEqual(grip(car, 'x+'), [12, -5, 1]);
    assert.deepEqual(grip(car, 'x-y+'), [8, -4, 1]);
    assert.deepEqual(grip(car, 'yaw'), [13, -5, 1]);
  });

  it('has the edges that stand upright where another axis is up', () => {
    const ids = shape.handles(car, sight, { upAxis: 'y' }).map(({ id }) => id);
    assert.deepEqual(ids.slice(6, 10), ['x+z+', 'x+z-', 'x-z+', 'x-z-']);
    // Its front is no use as such where it points up.
    assert.deepEqual(grip(car, 'yaw', { upAxis: 'x' }), [10, -3.5, 1]);
  });

  it('pulls one face, and the one opposite stays where it is', () => {
    assert.deepEqual(drag(car, 'x+', [1, 9, 9]), {
      ...car,
      position: { x: 10.5, y: -5, z: 1 },
      size: { x: 5, y: 2, z: 1.5 },
    });
    const opposite = { '+': '-', '-': '+' } as const;
    fc.assert(
      fc.property(cuboids, vectors, fc.constantFrom('x+', 'x-', 'y+', 'y-', 'z+', 'z-'), (any, by, id) => {
        const after = drag(any, id, by);
        const other = `${id[0]}${opposite[id[1] as '+']}`;
        near(grip(after, other), grip(any, other), 1e-6);
        for (const key of ['x', 'y', 'z'] as const) {
          assert.ok(after.size[key] >= LEAST);
          if (key !== id[0]) assert.equal(after.size[key], any.size[key]);
        }
        assert.equal(after.rotation, any.rotation);
      }),
    );
  });

  it('pulls two faces by an edge, and the edge opposite stays where it is', () => {
    fc.assert(
      fc.property(cuboids, vectors, fc.constantFrom(2, 1, 0), (any, by, pick) => {
        const [edge] = shape.handles(any, sight, {}).slice(6 + pick);
        assert.ok(edge);
        const flipped = edge.id.replace(/[+-]/g, (sign) => (sign === '+' ? '-' : '+'));
        near(grip(drag(any, edge.id, by), flipped), grip(any, flipped), 1e-6);
      }),
    );
  });

  it('follows the pointer along the face that it pulls', () => {
    const turned = { ...car, rotation: { x: 0, y: 0, z: Math.PI / 6 } };
    const axis = columnOf(rotationOf(turned.rotation), 0);
    const after = drag(turned, 'x+', [axis[0] * 2, axis[1] * 2, 0]);
    near([after.size.x], [6]);
    near(grip(after, 'x+'), [grip(turned, 'x+')[0] + axis[0] * 2, grip(turned, 'x+')[1] + axis[1] * 2, 1]);
  });

  it('gets no thinner than a centimetre, and not turned inside out', () => {
    const after = drag(car, 'x+', [-99, 0, 0]);
    near([after.size.x], [LEAST]);
    near(grip(after, 'x-'), grip(car, 'x-'));
  });

  it('makes a box upright that has negative sizes once it is pulled', () => {
    const after = drag({ ...car, size: { x: -4, y: 2, z: 1.5 } }, 'x+', [1, 0, 0]);
    assert.equal(after.size.x, 5);
  });

  it('is moved in any direction by the body, as it is', () => {
    assert.deepEqual(drag(car, 'body', [1, 2, -0.5]), { ...car, position: { x: 11, y: -3, z: 0.5 } });
    assert.equal(drag(car, 'body', [0, 0, 0]), car);
  });

  it('turns with the pointer about what is up', () => {
    const from = grip(car, 'yaw');
    const after = shape.drag(car, 'yaw', from, [10, 5, 1], sight, {});
    near([after.rotation.z], [Math.PI / 2]);
    assert.deepEqual([after.rotation.x, after.rotation.y, after.position], [0, 0, car.position]);
    fc.assert(
      fc.property(cuboids, angle, (any, by) => {
        const up = columnOf(rotationOf(any.rotation), 2)[2];
        near([columnOf(rotationOf(turnCuboid(any, by).rotation), 2)[2]], [up], 1e-6);
      }),
    );
    const about = shape.drag(car, 'yaw', [13, -5, 1], [10, -5, -2], sight, { upAxis: 'y' });
    near([about.rotation.x, about.rotation.y, about.rotation.z], [0, Math.PI / 2, 0]);
  });

  it('shows metres and degrees, and keeps what is behind them', () => {
    const fine = { ...car, position: { x: 1.00049, y: 0, z: 0 }, rotation: { x: 0, y: 0, z: 1 } };
    const figures = shape.describe?.(fine, sight) ?? {};
    assert.deepEqual(figures, {
      X: 1,
      Y: 0,
      Z: 0,
      Length: 4,
      Width: 2,
      Height: 1.5,
      Yaw: 57.3,
      Pitch: 0,
      Roll: 0,
    });
    for (const [figure, value] of Object.entries(figures)) {
      assert.equal(shape.revise?.(fine, figure, value, sight), fine);
    }
  });

  it('takes figures that it can have', () => {
    const revise = (figure: string, value: unknown) => shape.revise?.(car, figure, value as never, sight);
    assert.deepEqual(revise('Height', 2), { ...car, size: { x: 4, y: 2, z: 2 } });
    near([revise('Yaw', 270)?.rotation.z ?? 0], [-Math.PI / 2]);
    for (const [figure, value] of [
      ['Height', 0],
      ['Height', -1],
      ['X', '1'],
      ['X', Number.NaN],
      ['Colour', 1],
    ]) {
      assert.equal(revise(figure as string, value), undefined, `${figure} ${value}`);
    }
  });

  it('finds sizes odd that are none', () => {
    const fault = (x: number) => shape.fault?.({ ...car, size: { ...car.size, x } }, sight);
    assert.equal(fault(1), undefined);
    for (const x of [0, -1, Number.NaN]) {
      assert.equal(fault(x)?.code, 'result/suspect');
      assert.match(fault(x)?.message ?? '', /length/);
    }
  });
});

describe('interpolateCuboid', () => {
  it('begins and ends at the two, and turns on the shorter way', () => {
    fc.assert(
      fc.property(cuboids, cuboids, (from, to) => {
        for (const [t, end] of [
          [0, from],
          [1, to],
        ] as const) {
          const at = interpolateCuboid(from, to, t);
          near(Object.values(at.position), Object.values(end.position));
          near(Object.values(at.size), Object.values(end.size));
          near(rotationOf(at.rotation).flat(), rotationOf(end.rotation).flat());
        }
      }),
    );
    const facing = (z: number) => ({ ...car, rotation: { x: 0, y: 0, z } });
    near([Math.abs(interpolateCuboid(facing(3), facing(-3), 0.5).rotation.z)], [Math.PI]);
    near([interpolateCuboid(facing(-0.2), facing(0.4), 0.5).rotation.z], [0.1]);
  });
});

describe('cuboidShape', () => {
  it('is a box on one cloud, and a track on a sequence', () => {
    assert.deepEqual(cuboidShape.codec.encode(cuboidShape.begin(car, sight), {}), { ...car });
    assert.deepEqual(cuboidShape.codec.encode(cuboidShape.begin(car, { facts: { frames: 7 }, frame: 3 }), {}), {
      framesCount: 7,
      sequence: [{ frame: 3, enabled: true, ...car }],
    });
  });

  it('keeps what nobody knows in its triples when it is dragged', () => {
    const value = {
      ...cuboidShape.codec.encode(cuboidShape.begin(car, sight), {}),
      position: { ...car.position, of: 'lidar' },
    };
    const { value: track } = cuboidShape.codec.decode(value, {});
    assert.ok(track);
    const after = cuboidShape.drag(track, 'body', [0, 0, 0], [1, 0, 0], sight, {});
    assert.deepEqual(cuboidShape.codec.encode(after, {}), { ...car, position: { x: 11, y: -5, z: 1, of: 'lidar' } });
  });
});
