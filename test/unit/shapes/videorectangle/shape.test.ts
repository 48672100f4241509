import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { interpolate, videoRectangleShape } from '../../../../src/shapes/videorectangle/shape.js';

const box = { x: 10, y: 10, width: 20, height: 20 };
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not near ${b}`);

describe('interpolate', () => {
  it('goes from one box to the other, each figure by itself', () => {
    const to = { x: 20, y: 0, width: 40, height: 20 };
    assert.deepEqual(interpolate(box, to, 0.25), { x: 12.5, y: 7.5, width: 25, height: 20 });
  });

  it('begins and ends at the two', () => {
    const percent = fc.double({ min: -50, max: 150, noNaN: true });
    const turn = fc.double({ min: 0, max: 359.999, noNaN: true });
    const boxes = fc.record({ x: percent, y: percent, width: percent, height: percent, rotation: turn });
    fc.assert(
      fc.property(boxes, boxes, (from, to) => {
        for (const [t, end] of [
          [0, from],
          [1, to],
        ] as const) {
          const at = interpolate(from, to, t);
          for (const key of ['x', 'y', 'width', 'height'] as const) near(at[key], end[key]);
          near(Math.abs(Math.sin((((at.rotation ?? 0) - end.rotation) * Math.PI) / 360)), 0);
        }
      }),
    );
  });

  it('turns on the shorter way', () => {
    const turned = (from: number, to: number, t = 0.5) =>
      interpolate({ ...box, rotation: from }, { ...box, rotation: to }, t).rotation;
    assert.equal(turned(350, 10, 0.75), 5);
    assert.equal(turned(10, 350, 0.75), 355);
    assert.equal(turned(20, 80), 50);
    assert.equal(turned(80, 20), 50);
    assert.equal(turned(33.3, 33.3), 33.3);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 359 }), (from, to) => {
        const half = turned(from, to) ?? 0;
        const off = Math.abs(half - from) % 360;
        assert.ok(Math.min(off, 360 - off) <= 90 + 1e-9, `${from} to ${to} by ${half}`);
      }),
    );
  });

  it('has no rotation where there is none, and takes one that is missing for 0', () => {
    assert.equal('rotation' in interpolate(box, box, 0.5), false);
    assert.equal(interpolate(box, { ...box, rotation: 90 }, 0.5).rotation, 45);
  });
});

describe('videoRectangleShape', () => {
  const value = {
    framesCount: 240,
    duration: 10,
    sequence: [
      { frame: 1, enabled: true, ...box, rotation: 0, time: 0.041666666666666664 },
      { frame: 25, enabled: false, ...box, x: 34, rotation: 0, time: 1.0416666666666667 },
    ],
  };
  const facts = { width: 200, height: 100, frames: 240, duration: 10, frameRate: 24 };
  const { value: track } = videoRectangleShape.codec.decode(value, facts);
  assert.ok(track);

  it('draws a box with the handles of a rectangle where it is in this frame', () => {
    const sight = { facts, frame: 13 };
    assert.deepEqual(videoRectangleShape.marks(track, sight), [{ draw: 'box', ...box, x: 22, rotation: 0 }]);
    assert.equal(videoRectangleShape.handles(track, sight, {}).length, 9);
    assert.deepEqual(videoRectangleShape.marks(track, { facts, frame: 26 }), []);
  });

  it('writes an edit between two key frames as Label Studio does', () => {
    const moved = videoRectangleShape.drag(track, 'body', [0, 0], [0, 5], { facts, frame: 13 }, {});
    assert.deepEqual(videoRectangleShape.codec.encode(moved, facts), {
      ...value,
      sequence: [
        value.sequence[0],
        { frame: 13, enabled: true, ...box, x: 22, y: 15, rotation: 0, time: 13 / 24 },
        value.sequence[1],
      ],
    });
  });

  it('is turned with others in the frame on show only', () => {
    const change = { about: [50, 50], scale: 1, degrees: 0, by: [1, 2] } as const;
    const moved = videoRectangleShape.similar?.(track, change, { facts, frame: 25 });
    assert.deepEqual(
      moved?.keys.map(({ geometry: { x, y } }) => [x, y]),
      [
        [10, 10],
        [35, 12],
      ],
    );
  });
});
