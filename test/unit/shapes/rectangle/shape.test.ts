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
