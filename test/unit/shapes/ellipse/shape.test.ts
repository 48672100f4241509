import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { boundsOf } from '../../../../src/shapes/bounds.js';
import type { Ellipse } from '../../../../src/shapes/ellipse/codec.js';
import { ellipseShape } from '../../../../src/shapes/ellipse/shape.js';

type Point = readonly [number, number];

const ellipse: Ellipse = { x: 40, y: 50, radiusX: 20, radiusY: 10 };
const sight = { facts: { width: 200, height: 100 } };

const drag = (geometry: Ellipse, handle: string, from: Point, to: Point, options = {}) =>
  ellipseShape.drag(geometry, handle, from, to, sight, options);
const at = (geometry: Ellipse, id: string): Point => {
  const handle = ellipseShape.handles(geometry, sight, {}).find((one) => one.id === id);
  assert.ok(handle, id);
  return handle.at;
};
const near = (a: readonly number[], b: readonly number[]) =>
  assert.ok(
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) < 1e-6),
    `${a} is not near ${b}`,
  );
const nearTo = (found: Ellipse, wanted: Ellipse) => {
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort());
  near(
    [found.x, found.y, found.radiusX, found.radiusY, found.rotation ?? 0],
    [wanted.x, wanted.y, wanted.radiusX, wanted.radiusY, wanted.rotation ?? 0],
  );
};

describe('ellipseShape', () => {
  it('draws one ellipse, of positive radii', () => {
    assert.deepEqual(ellipseShape.marks({ ...ellipse, radiusX: -20, rotation: 30 }, sight), [
      { draw: 'ellipse', centre: [40, 50], radii: [20, 10], rotation: 30 },
    ]);
  });

  it('has handles on the box round it, and one to turn unless the config forbids it', () => {
    const handles = ellipseShape.handles(ellipse, sight, {});
    assert.deepEqual(
      handles.map(({ id, at: [x, y] }) => [id, x, y]),
      [
        ['nw', 20, 40],
        ['n', 40, 40],
        ['ne', 60, 40],
        ['e', 60, 50],
        ['se', 60, 60],
        ['s', 40, 60],
        ['sw', 20, 60],
        ['w', 20, 50],
        ['rotate', 40, 40],
      ],
    );
    assert.equal(ellipseShape.handles(ellipse, sight, { canRotate: false }).length, 8);
    // A quarter turn: 40 by 10 pixels from the centre at (80, 50).
    near(at({ ...ellipse, rotation: 90 }, 'e'), [40, 90]);
  });

  for (const [id, to, expected] of [
    ['nw', [30, 44], { x: 45, y: 52, radiusX: 15, radiusY: 8 }],
    ['n', [99, 30], { x: 40, y: 45, radiusX: 20, radiusY: 15 }],
    ['ne', [70, 44], { x: 45, y: 52, radiusX: 25, radiusY: 8 }],
    ['e', [70, 0], { x: 45, y: 50, radiusX: 25, radiusY: 10 }],
    ['se', [70, 70], { x: 45, y: 55, radiusX: 25, radiusY: 15 }],
    ['s', [0, 70], { x: 40, y: 55, radiusX: 20, radiusY: 15 }],
    ['sw', [10, 70], { x: 35, y: 55, radiusX: 25, radiusY: 15 }],
    ['w', [10, 9], { x: 35, y: 50, radiusX: 25, radiusY: 10 }],
  ] as const) {
    it(`is pulled from ${id}, the opposite side fixed`, () => {
      assert.deepEqual(drag(ellipse, id, at(ellipse, id), to), expected);
    });
  }

  it('has positive radii when a side is pulled over the opposite one', () => {
    assert.deepEqual(drag(ellipse, 'w', [20, 50], [80, 50]), { ...ellipse, x: 70, radiusX: 10 });
    assert.deepEqual(drag(ellipse, 'se', [60, 60], [10, 20]), { x: 15, y: 30, radiusX: 5, radiusY: 10 });
  });

  it('stops a side at the edge of the picture', () => {
    assert.deepEqual(drag(ellipse, 'se', [60, 60], [150, 150]), { x: 60, y: 70, radiusX: 40, radiusY: 30 });
    assert.deepEqual(drag(ellipse, 'nw', [20, 40], [-50, -50]), { x: 30, y: 30, radiusX: 30, radiusY: 30 });
  });

  it('does not let a side jump that sticks out of the picture', () => {
    const out = { ...ellipse, x: 10 };
    assert.deepEqual(drag(out, 'w', [-10, 50], [-8, 50]), { ...out, x: 11, radiusX: 19 });
    assert.deepEqual(drag(out, 'w', [-10, 50], [-30, 50]), out);
  });

  it('keeps the opposite side of a turned one where it is, whatever is pulled', () => {
    const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
    const opposite = { nw: 'se', n: 's', ne: 'sw', e: 'w', se: 'nw', s: 'n', sw: 'ne', w: 'e' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(opposite) as (keyof typeof opposite)[])),
        fc.double({ min: 1, max: 359, noNaN: true }),
        coordinate,
        coordinate,
        (id, rotation, x, y) => {
          const turned = { ...ellipse, rotation };
          const after = drag(turned, id, at(turned, id), [x, y]);
          assert.ok(after.radiusX >= 0 && after.radiusY >= 0);
          assert.equal(after.rotation, rotation);
          const fixed = at(turned, opposite[id]);
          assert.ok(
            Object.keys(opposite).some(
              (one) => Math.hypot(at(after, one)[0] - fixed[0], at(after, one)[1] - fixed[1]) < 1e-6,
            ),
          );
        },
      ),
    );
  });

  it('turns about its centre, which keeps its digits', () => {
    const after = drag({ ...ellipse, x: 40.123456789 }, 'rotate', [40.123456789, 10], [80, 50]);
    assert.deepEqual({ ...after, rotation: 0 }, { ...ellipse, x: 40.123456789, rotation: 0 });
    near([after.rotation ?? 0], [90]);
    near([drag(ellipse, 'rotate', [40, 10], [0, 50]).rotation ?? 0], [270]);
  });

  it('changes nothing where the pointer comes back', () => {
    for (const { id } of ellipseShape.handles(ellipse, sight, {})) {
      assert.equal(drag(ellipse, id, [3, 4], [3, 4]), ellipse);
    }
  });

  it('moves by its body and stays on the picture, however it is turned', () => {
    assert.deepEqual(drag(ellipse, 'body', [0, 0], [5, -10]), { ...ellipse, x: 45, y: 40 });
    assert.deepEqual(drag(ellipse, 'body', [0, 0], [500, -500]), { ...ellipse, x: 80, y: 10 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: -200, max: 200 }),
        (rotation, dx, dy) => {
          const moved = drag({ ...ellipse, radiusX: 10, rotation }, 'body', [0, 0], [dx, dy]);
          const bounds = boundsOf(ellipseShape.marks(moved, sight), sight.facts);
          for (const value of bounds?.flat() ?? [Number.NaN])
            assert.ok(value > -1e-9 && value < 100 + 1e-9, `${value}`);
        },
      ),
    );
    const out = { ...ellipse, x: 10 };
    assert.deepEqual(drag(out, 'body', [0, 0], [-5, 5]), { ...out, y: 55 });
    assert.deepEqual(drag(out, 'body', [0, 0], [1, 0]), { ...out, x: 11 });
  });

  it('is turned, scaled and moved with others', () => {
    const change = { about: [40, 40], scale: 2, degrees: 90, by: [5, 0] } as const;
    // The centre lies 10 pixels below; turned that is 10 pixels to the left, and twice as far.
    const similar = ellipseShape.similar?.(ellipse, change, sight);
    assert.ok(similar);
    nearTo(similar, { x: 35, y: 40, radiusX: 40, radiusY: 20, rotation: 90 });
    const still = { about: [1, 2], scale: 1, degrees: 0, by: [0, 0] } as const;
    assert.deepEqual(ellipseShape.similar?.(ellipse, still, sight), ellipse);
  });

  it('can be undone by the similarity that leads back', () => {
    const change = fc.record({
      about: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
      scale: fc.constantFrom(0.5, 1, 1.5, 4),
      degrees: fc.integer({ min: 0, max: 359 }),
    });
    fc.assert(
      fc.property(change, ({ about, scale, degrees }) => {
        const there = ellipseShape.similar?.({ ...ellipse, rotation: 7 }, { about, scale, degrees, by: [3, 4] }, sight);
        assert.ok(there);
        const moved = ellipseShape.similar?.(there, { about, scale: 1, degrees: 0, by: [-3, -4] }, sight);
        assert.ok(moved);
        const back = ellipseShape.similar?.(moved, { about, scale: 1 / scale, degrees: -degrees, by: [0, 0] }, sight);
        assert.ok(back);
        nearTo(back, { ...ellipse, rotation: 7 });
      }),
    );
  });

  it('lets others snap to the ends of its axes', () => {
    assert.deepEqual(ellipseShape.anchors?.(ellipse, sight), [
      [40, 40],
      [60, 50],
      [40, 60],
      [20, 50],
    ]);
  });

  it('covers what a polygon of 64 corners does, turned in the proportions of the pixels', () => {
    const [[ring] = []] = ellipseShape.outline?.({ ...ellipse, rotation: 30 }, sight) ?? [];
    assert.equal(ring?.length, 64);
    const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    for (const [x, y] of ring ?? []) {
      const [dx, dy] = [(x - 40) * 2, y - 50];
      near([((dx * cos + dy * sin) / 40) ** 2 + ((dy * cos - dx * sin) / 10) ** 2], [1]);
    }
  });

  it('reads out its figures and takes those that are typed', () => {
    assert.deepEqual(ellipseShape.describe?.(ellipse, sight), {
      X: 40,
      Y: 50,
      'Radius X': 20,
      'Radius Y': 10,
      Rotation: 0,
    });
    const typed = (figure: string, value: never) => ellipseShape.revise?.(ellipse, figure, value, sight);
    assert.deepEqual(typed('Radius X', 12.5 as never), { ...ellipse, radiusX: 12.5 });
    assert.deepEqual(typed('Y', -3 as never), { ...ellipse, y: -3 });
    assert.deepEqual(typed('Rotation', -90 as never), { ...ellipse, rotation: 270 });
    assert.equal(typed('Rotation', 0 as never), ellipse);
    for (const [figure, value] of [
      ['Radius Y', -1],
      ['X', Number.NaN],
      ['X', Infinity],
      ['X', '5'],
      ['X', null],
      ['Width', 5],
    ] as const) {
      assert.equal(typed(figure, value as never), undefined, `${figure}: ${value}`);
    }
  });
});
