import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Rectangle } from '../../../../src/shapes/rectangle/codec.js';
import { corners, rectangleShape } from '../../../../src/shapes/rectangle/shape.js';

const box: Rectangle = { x: 20, y: 30, width: 40, height: 10 };
const sight = { facts: { width: 200, height: 100 } };

const drag = (
  geometry: Rectangle,
  handle: string,
  from: readonly [number, number],
  to: readonly [number, number],
  options = {},
) => rectangleShape.drag(geometry, handle, from, to, sight, options);

const near = (a: readonly number[], b: readonly number[]) =>
  assert.ok(
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) < 1e-6),
    `${a} is not near ${b}`,
  );

const handle = (geometry: Rectangle, id: string, options = {}, facts = sight.facts) =>
  rectangleShape.handles(geometry, { facts }, options).find((one) => one.id === id);

describe('corners', () => {
  it('are those of the box where it is not turned', () => {
    assert.deepEqual(corners(box, sight.facts), [
      [20, 30],
      [60, 30],
      [60, 40],
      [20, 40],
    ]);
  });

  it('turn about the first one in the proportions of the pixels', () => {
    // 80 by 10 pixels at (40, 30), a quarter turn clockwise.
    const turned = corners({ ...box, rotation: 90 }, sight.facts);
    for (const [index, expected] of [
      [20, 30],
      [20, 110],
      [15, 110],
      [15, 30],
    ].entries()) {
      near(turned[index as 0], expected);
    }
  });
});

describe('rectangleShape.marks', () => {
  it('draws one box', () => {
    assert.deepEqual(rectangleShape.marks(box, sight), [{ draw: 'box', ...box }]);
  });

  it('draws a box of negative size the right way round', () => {
    const marks = rectangleShape.marks({ x: 60, y: 40, width: -40, height: -10 }, sight);
    assert.deepEqual(marks, [{ draw: 'box', ...box }]);
  });
});

describe('rectangleShape.handles', () => {
  it('are eight to resize and one to turn', () => {
    const ids = rectangleShape.handles(box, sight, {}).map(({ id }) => id);
    assert.deepEqual(ids, ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'rotate']);
  });

  it('say what they do', () => {
    assert.equal(new Set(rectangleShape.handles(box, sight, {}).map(({ title }) => title)).size, 9);
  });

  it('have none to turn where the config forbids it', () => {
    assert.equal(handle(box, 'rotate', { canRotate: false }), undefined);
  });

  it('hold the one to turn off above the top edge', () => {
    const rotate = handle(box, 'rotate');
    assert.deepEqual(rotate?.at, [40, 30]);
    near(rotate?.stem ?? [], [0, -24]);
    near(handle({ ...box, rotation: 90 }, 'rotate')?.stem ?? [], [24, 0]);
  });

  it('show the direction in which they pull, also on turned boxes and pictures', () => {
    assert.equal(handle(box, 'n')?.cursor, 'ns-resize');
    assert.equal(handle(box, 'se')?.cursor, 'nwse-resize');
    assert.equal(handle({ ...box, rotation: 90 }, 'n')?.cursor, 'ew-resize');
    assert.equal(handle({ ...box, rotation: 45 }, 'n')?.cursor, 'nesw-resize');
    assert.equal(handle(box, 'ne', {}, { ...sight.facts, rotation: 90 } as never)?.cursor, 'nwse-resize');
  });
});

describe('rectangleShape.drag', () => {
  it('moves the body', () => {
    assert.deepEqual(drag(box, 'body', [0, 0], [5, -10]), { ...box, x: 25, y: 20 });
  });

  it('stops the body at the edges of the picture', () => {
    assert.deepEqual(drag(box, 'body', [30, 30], [300, -300]), { ...box, x: 60, y: 0 });
  });

  it('does not make a box jump that sticks out of the picture, nor lets it go out further', () => {
    const out = { ...box, x: -10 };
    assert.deepEqual(drag(out, 'body', [0, 0], [1, 0]), { ...out, x: -9 });
    assert.deepEqual(drag(out, 'body', [0, 0], [-5, 5]), { ...out, y: 35 });
  });

  it('stops the corners of a turned box at the edges of the picture', () => {
    const turned = { ...box, rotation: 30 };
    for (const to of [
      [-400, -400],
      [400, 400],
    ] as const) {
      for (const [x, y] of corners(drag(turned, 'body', [0, 0], to), sight.facts)) {
        assert.ok(x > -1e-9 && x < 100 + 1e-9 && y > -1e-9 && y < 100 + 1e-9, `${x}, ${y}`);
      }
    }
  });

  it('changes nothing where the pointer comes back', () => {
    assert.equal(drag(box, 'se', [60, 40], [60, 40]), box);
  });

  for (const [id, to, expected] of [
    ['nw', [30, 35], { x: 30, y: 35, width: 30, height: 5 }],
    ['n', [99, 20], { x: 20, y: 20, width: 40, height: 20 }],
    ['ne', [70, 35], { x: 20, y: 35, width: 50, height: 5 }],
    ['e', [70, 99], { x: 20, y: 30, width: 50, height: 10 }],
    ['se', [70, 50], { x: 20, y: 30, width: 50, height: 20 }],
    ['s', [0, 45], { x: 20, y: 30, width: 40, height: 15 }],
    ['sw', [10, 45], { x: 10, y: 30, width: 50, height: 15 }],
    ['w', [10, 0], { x: 10, y: 30, width: 50, height: 10 }],
  ] as const) {
    it(`resizes from ${id}`, () => {
      const at = handle(box, id)?.at ?? [0, 0];
      assert.deepEqual(drag(box, id, at, to), expected);
    });
  }

  it('stops a side at the edge of the picture', () => {
    assert.deepEqual(drag(box, 'se', [60, 40], [150, 250]), { x: 20, y: 30, width: 80, height: 70 });
    assert.deepEqual(drag(box, 'nw', [20, 30], [-50, -50]), { x: 0, y: 0, width: 60, height: 40 });
  });

  it('does not let a side jump that sticks out of the picture', () => {
    const out = { ...box, x: -10 };
    assert.deepEqual(drag(out, 'w', [-10, 35], [-8, 35]), { ...out, x: -8, width: 38 });
    assert.deepEqual(drag(out, 'w', [-10, 35], [-30, 35]), out);
  });

  it('turns the box inside out when a side is pulled over the opposite one', () => {
    assert.deepEqual(drag(box, 'w', [20, 35], [80, 35]), { x: 60, y: 30, width: 20, height: 10 });
    assert.deepEqual(drag({ ...box, rotation: 0 }, 'ne', [60, 30], [10, 60]), {
      x: 10,
      y: 40,
      width: 10,
      height: 20,
      rotation: 0,
    });
  });

  it('leaves the opposite side of a turned box where it is', () => {
    const turned = { ...box, rotation: 30 };
    const before = corners(turned, sight.facts);
    const after = corners(drag(turned, 'w', [20, 35], [25, 30]), sight.facts);
    near(after[1], before[1]);
    near(after[2], before[2]);
    assert.notDeepEqual(after[0], before[0]);
  });

  it('keeps sizes positive and the fixed corner in place however a turned box is pulled', () => {
    const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
    const opposite = { nw: 2, ne: 3, se: 0, sw: 1 } as const;
    const grips = fc.constantFrom('nw', 'ne', 'se', 'sw');
    fc.assert(
      fc.property(grips, fc.double({ min: 1, max: 359, noNaN: true }), coordinate, coordinate, (id, rotation, x, y) => {
        const turned = { ...box, rotation };
        const at = handle(turned, id)?.at ?? [0, 0];
        const after = drag(turned, id, at, [x, y]);
        assert.ok(after.width >= 0 && after.height >= 0);
        assert.equal(after.rotation, rotation);
        const fixed = corners(turned, sight.facts)[opposite[id]];
        const kept = corners(after, sight.facts).some(
          (corner) => Math.hypot(corner[0] - fixed[0], corner[1] - fixed[1]) < 1e-6,
        );
        assert.ok(kept);
      }),
    );
  });

  it('turns about the middle', () => {
    const after = drag(box, 'rotate', [40, 10], [70, 35]);
    assert.ok(Math.abs((after.rotation ?? 0) - 90) < 1e-9);
    const middle = ([a, , c]: readonly (readonly [number, number])[]) =>
      [((a?.[0] ?? 0) + (c?.[0] ?? 0)) / 2, ((a?.[1] ?? 0) + (c?.[1] ?? 0)) / 2] as const;
    near(middle(corners(after, sight.facts)), middle(corners(box, sight.facts)));
    assert.deepEqual([after.width, after.height], [40, 10]);
  });

  it('counts turns from 0 up to 360 degrees', () => {
    const after = drag(box, 'rotate', [40, 10], [10, 35]);
    assert.ok(Math.abs((after.rotation ?? 0) - 270) < 1e-9);
  });

  it('snaps to whole pixels on demand', () => {
    const moved = drag(box, 'body', [0, 0], [0.3, 0.6], { snap: 'pixel' });
    near([moved.x, moved.y], [20.5, 31]);
    const resized = drag(box, 'e', [60, 35], [60.7, 35], { snap: 'pixel' });
    near([resized.x, resized.width], [20, 40.5]);
  });
});

describe('rectangleShape.describe', () => {
  it('says where the box is, how large and how turned', () => {
    assert.deepEqual(rectangleShape.describe?.(box, sight), { X: 20, Y: 30, Width: 40, Height: 10, Rotation: 0 });
  });
});

describe('rectangleShape.revise', () => {
  const typed = (figure: string, value: unknown) => rectangleShape.revise?.(box, figure, value as never, sight);

  it('takes figures that are typed', () => {
    assert.deepEqual(typed('X', -2.5), { ...box, x: -2.5 });
    assert.deepEqual(typed('Y', 7), { ...box, y: 7 });
    assert.deepEqual(typed('Width', 0), { ...box, width: 0 });
    assert.deepEqual(typed('Height', 33.3), { ...box, height: 33.3 });
    assert.deepEqual(typed('Rotation', 45.5), { ...box, rotation: 45.5 });
    assert.deepEqual(typed('Rotation', 370), { ...box, rotation: 10 });
  });

  it('leaves the box alone where the figure is the same', () => {
    for (const [figure, value] of Object.entries(rectangleShape.describe?.(box, sight) ?? {})) {
      assert.equal(typed(figure, value), box);
    }
  });

  it('refuses what is no number, sizes below 0, and figures it does not have', () => {
    for (const value of [Number.NaN, Infinity, '5', null, [5]]) assert.equal(typed('X', value), undefined);
    assert.equal(typed('Width', -1), undefined);
    assert.equal(typed('Height', -0.1), undefined);
    assert.equal(typed('Radius', 5), undefined);
  });
});

describe('rectangleShape.similar', () => {
  it('turns, scales and moves', () => {
    // The corner lies 20 pixels to the right of and 10 above the point; turned, 10 to the right and 20 below.
    const change = { about: [10, 40], scale: 2, degrees: 90, by: [1, 1] } as const;
    const after = rectangleShape.similar?.({ ...box, rotation: 300 }, change, sight);
    assert.ok(after);
    near(
      [after.x, after.y, after.width, after.height, after.rotation ?? Number.NaN],
      [10 + 10 + 1, 40 + 40 + 1, 80, 20, 30],
    );
  });

  it('keeps shape and places in proportion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 359 }),
        fc.constantFrom(0.5, 1, 3),
        fc.integer({ min: 0, max: 359 }),
        (rotation, scale, degrees) => {
          const turned = { ...box, rotation };
          const change = { about: [33, 44], scale, degrees, by: [0, 0] } as const;
          const after = rectangleShape.similar?.(turned, change, sight);
          assert.ok(after);
          const far = (geometry: Rectangle) =>
            corners(geometry, sight.facts).map(([x, y]) => Math.hypot((x - 33) * 2, y - 44));
          near(
            far(after),
            far(turned).map((distance) => distance * scale),
          );
        },
      ),
    );
  });

  it('changes no digit of what does not change, and adds no rotation', () => {
    const still = { about: [1, 2], scale: 1, degrees: 0, by: [0, 0] } as const;
    assert.deepEqual(rectangleShape.similar?.(box, still, sight), box);
  });
});

describe('rectangleShape.outline', () => {
  const outline = (geometry: Rectangle) => rectangleShape.outline?.(geometry, sight) ?? [];
  const from = (shape: ReturnType<typeof outline>) => rectangleShape.fromOutline?.(shape, sight);

  it('is the ring of its corners, which others may snap to', () => {
    assert.deepEqual(outline(box), [[corners(box, sight.facts)]]);
    assert.deepEqual(rectangleShape.anchors?.(box, sight), corners(box, sight.facts));
  });

  it('leads back to the same box, whichever corner comes first and whichever way round', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 359.9, noNaN: true }),
        fc.nat(3),
        fc.boolean(),
        (rotation, start, backwards) => {
          const [[ring = []] = []] = outline({ ...box, rotation });
          const round = [...ring.slice(start), ...ring.slice(0, start)];
          const found = from([[backwards ? round.reverse() : round]]);
          assert.ok(found);
          const wanted = corners({ ...box, rotation }, sight.facts);
          for (const [x, y] of corners(found, sight.facts)) {
            const off = wanted.map(([left, top]) => Math.hypot(left - x, top - y));
            assert.ok(Math.min(...off) < 1e-4, `${x}, ${y} is no corner`);
          }
          assert.ok(found.width > 0 && found.height > 0);
        },
      ),
    );
    const turned = from(outline({ ...box, rotation: 30 }));
    near([turned?.x ?? 0, turned?.y ?? 0, turned?.rotation ?? 0], [20, 30, 30]);
  });

  it('gives the box round anything else', () => {
    const triangle = [
      [10, 20],
      [50, 30],
      [20, 60],
    ] as const;
    assert.deepEqual(from([[triangle]]), { x: 10, y: 20, width: 40, height: 40, rotation: 0 });
    const two = from([...outline(box), [triangle]]);
    assert.deepEqual(two, { x: 10, y: 20, width: 50, height: 40, rotation: 0 });
    const kite = [
      [50, 10],
      [60, 30],
      [50, 80],
      [40, 30],
    ] as const;
    assert.deepEqual(from([[kite]]), { x: 40, y: 10, width: 20, height: 70, rotation: 0 });
  });

  it('gives nothing for nothing', () => {
    assert.equal(from([]), undefined);
    assert.equal(from([[[[5, 5]]]]), undefined);
    assert.equal(from(outline({ ...box, width: 0 })), undefined);
  });
});
