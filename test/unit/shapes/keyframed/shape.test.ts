import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keyframed } from '../../../../src/shapes/keyframed.js';
import { anyTrack, FRAMES, seen, spotShape, track, trackShape } from './support.js';

const at = (frame: number, facts = {}) => ({ facts, frame });

describe('keyframed', () => {
  it('shows nothing before the first key frame, what lies between two, and the last one to the end', () => {
    const all = seen(track([3, 10], [7, 30], [9, 50]));
    assert.deepEqual(all.slice(0, 10), [undefined, undefined, 10, 15, 20, 25, 30, 40, 50, 50]);
    assert.equal(all.at(-1), 50);
  });

  it('shows a key frame that is not enabled, and nothing after it until the next one', () => {
    const all = seen(track([1, 0], [3, 20, false], [6, 90, false]));
    assert.deepEqual(all.slice(0, 7), [0, 10, 20, undefined, undefined, 90, undefined]);
  });

  it('sorts, and of several key frames in one frame takes the last one', () => {
    assert.deepEqual(seen(track([5, 40], [1, 0], [3, 99], [3, 20])).slice(0, 5), [0, 10, 20, 30, 40]);
  });

  it('stays as it was in the last key frame where the shape does not say what lies between', () => {
    const { interpolate: _, ...rest } = spotShape;
    const stepping = keyframed(rest, { name: 'steps' });
    assert.equal(stepping.at(track([1, 0], [5, 40]), at(4))?.x, 0);
  });

  it('shows the first key frame while the frame is not known', () => {
    assert.deepEqual(trackShape.marks(track([5, 40]), { facts: {} }), [{ draw: 'dot', at: [40, 0] }]);
  });

  it('sets a key frame by a drag, and leaves all other key frames alone', () => {
    fc.assert(
      fc.property(anyTrack, fc.integer({ min: 1, max: FRAMES }), fc.integer({ min: -9, max: 9 }), (any, frame, by) => {
        const before = seen(any)[frame - 1];
        const after = trackShape.drag(any, 'body', 0, by, at(frame), {});
        if (before === undefined || by === 0) return assert.equal(after, any);
        assert.equal(seen(after)[frame - 1], before + by);
        for (const key of any.keys) if (key.frame !== frame) assert.ok(after.keys.includes(key));
        const had = any.keys.some((key) => key.frame === frame);
        assert.equal(after.keys.length, any.keys.length + (had ? 0 : 1));
        const hidden = (all: readonly unknown[]) => all.map((x) => x === undefined);
        assert.deepEqual(hidden(seen(after)), hidden(seen(any)));
      }),
    );
  });

  it('tells the time of a new key frame as frame by frame rate, where that is known', () => {
    const after = trackShape.drag(track([1, 0]), 'body', 0, 1, at(3, { frameRate: 24 }), {});
    assert.deepEqual(after.keys[1], { frame: 3, enabled: true, geometry: { x: 1 }, time: 0.125 });
    assert.equal('time' in (trackShape.drag(track([1, 0]), 'body', 0, 1, at(3), {}).keys[1] ?? {}), false);
  });

  it('begins with a key frame in the frame on show, and says how long the film is', () => {
    const facts = { frames: 240, duration: 10, frameRate: 24 };
    assert.deepEqual(trackShape.codec.encode(trackShape.begin({ x: 5 }, at(6, facts)), facts), {
      framesCount: 240,
      duration: 10,
      sequence: [{ frame: 6, enabled: true, x: 5, time: 0.25 }],
    });
    assert.deepEqual(trackShape.begin({ x: 5 }, { facts: {} }), track([1, 5]));
  });

  it('is told, described, typed and snapped to by what is on show', () => {
    const any = track([1, 0], [5, 40, false]);
    assert.deepEqual(trackShape.describe?.(any, at(3)), { X: 20 });
    assert.equal(trackShape.summary?.(any, at(3)), 'at 20');
    assert.deepEqual(trackShape.anchors?.(any, at(3)), [20]);
    assert.deepEqual(trackShape.handles(any, at(3), {}), [{ id: 'spot', at: 20 }]);
    assert.deepEqual(trackShape.revise?.(any, 'X', 25, at(3)), track([1, 0], [3, 25], [5, 40, false]));
    assert.equal(trackShape.revise?.(any, 'Y', 25, at(3)), undefined);
  });

  it('has nothing to touch where nothing is shown, and says where it is to be seen', () => {
    const any = track([2, 0], [5, 40, false], [9, 1]);
    assert.deepEqual(trackShape.marks(any, at(7)), []);
    assert.deepEqual(trackShape.handles(any, at(7), {}), []);
    assert.deepEqual(trackShape.describe?.(any, at(7)), {});
    assert.equal(trackShape.revise?.(any, 'X', 25, at(7)), undefined);
    assert.equal(trackShape.summary?.(any, at(7, { frames: 30 })), 'Frames 2–5, 9–30');
  });

  for (const [what, keys, message] of [
    ['no key frames', [], /no key frames/],
    [
      'two in one frame',
      [
        [3, 0],
        [3, 1],
      ],
      /two key frames in frame 3/,
    ],
    ['one after the end', [[31, 0]], /frame 31; .* from 1 to 30/],
    ['one before the beginning', [[0, 0]], /frame 0/],
    ['one between frames', [[2.5, 0]], /frame 2.5/],
  ] as const) {
    it(`finds it odd to have ${what}`, () => {
      assert.match(trackShape.fault?.(track(...keys), at(1, { frames: 30 }))?.message ?? '', message);
    });
  }

  it('finds nothing odd about others', () => {
    assert.equal(trackShape.fault?.(track([1, 0], [30, 1]), at(1, { frames: 30 })), undefined);
  });
});

describe('keyframed, still too', () => {
  const either = keyframed(spotShape, { name: 'either', stillToo: true });

  it('is still on a medium without frames, and a track on others', () => {
    assert.deepEqual(either.codec.encode(either.begin({ x: 1 }, { facts: {} }), {}), { x: 1 });
    assert.deepEqual(either.codec.encode(either.begin({ x: 1 }, at(4, { frames: 9 })), {}), {
      framesCount: 9,
      sequence: [{ frame: 4, enabled: true, x: 1 }],
    });
  });

  it('is the same in any frame while it is still, and has no key frames to edit', () => {
    const still = either.begin({ x: 1 }, { facts: {} });
    assert.equal(either.at(still, at(7))?.x, 1);
    assert.deepEqual(either.codec.encode(either.drag(still, 'body', 0, 2, at(7), {}), {}), { x: 3 });
    assert.deepEqual(either.track?.keyFrames(still), []);
    for (const edited of [
      either.track?.put(still, 2),
      either.track?.toggle(still, 2),
      either.track?.split(still, 2),
      either.track?.remove(still, 1),
      either.track?.move(still, 1, 2),
      either.track?.copy(still, 1, 2),
    ]) {
      assert.equal(edited, undefined);
    }
  });
});
