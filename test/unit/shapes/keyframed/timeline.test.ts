import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyTrack, FRAMES, track, trackShape } from './support.js';

const line = trackShape.onTimeline as NonNullable<typeof trackShape.onTimeline>;
const sight = { facts: { frames: FRAMES }, frame: 1 };
const frames = (of: ReturnType<typeof track>) => of.keys.map(({ frame }) => frame);

describe('timelineOf', () => {
  it('draws a bar from the first frame to the end of the last, and the key frames', () => {
    assert.deepEqual(line.marks(track([3, 0], [7, 1, false], [20, 2]), sight), [
      { draw: 'span', start: 3, end: 8 },
      { draw: 'span', start: 20, end: 41 },
      { draw: 'key', at: 3 },
      { draw: 'key', at: 7, ends: true },
      { draw: 'key', at: 20 },
    ]);
  });

  it('goes by what the track says of the film while nothing else is known of it', () => {
    const [bar] = line.marks({ ...track([3, 0]), framesCount: 12 }, { facts: {} });
    assert.deepEqual(bar, { draw: 'span', start: 3, end: 13 });
  });

  it('keeps key frames in order, apart and in the film however one is dragged', () => {
    fc.assert(
      fc.property(anyTrack, fc.nat(7), fc.double({ min: -60, max: 60, noNaN: true }), (any, pick, by) => {
        const handles = line.handles(any, sight, {});
        const handle = handles[pick % handles.length];
        assert.ok(handle);
        const after = line.drag(any, handle.id, handle.at, handle.at + by, sight, {});
        const now = frames(after);
        assert.equal(now.length, any.keys.length);
        for (const [place, frame] of now.entries()) {
          assert.ok(Number.isInteger(frame) && frame >= 1 && frame <= FRAMES, `frame ${frame}`);
          assert.ok(place === 0 || frame > (now[place - 1] ?? 0), `${now}`);
          if (any.keys[place]?.frame !== handle.at) assert.equal(after.keys[place], any.keys[place]);
        }
      }),
    );
  });

  it('moves all key frames by the bar, no further than the film goes', () => {
    const any = track([3, 0], [7, 1]);
    assert.deepEqual(frames(line.drag(any, 'body', 10, 12.4, sight, {})), [5, 9]);
    assert.deepEqual(frames(line.drag(any, 'body', 10, -10, sight, {})), [1, 5]);
    assert.deepEqual(frames(line.drag(any, 'body', 10, 99, sight, {})), [36, 40]);
    assert.equal(line.drag(any, 'body', 10, 10.4, sight, {}), any);
  });

  it('lets key frames that lie beyond the film go no further', () => {
    const any = track([50, 0]);
    assert.equal(line.drag(any, 'key:50', 50, 60, sight, {}), any);
    assert.deepEqual(frames(line.drag(any, 'key:50', 50, 30, sight, {})), [30]);
    assert.equal(line.drag(any, 'body', 50, 60, sight, {}), any);
  });

  it('tells the time of what was moved, where it had one', () => {
    const timed = { keys: track([12, 0]).keys.map((key) => ({ ...key, time: 0.5 })) };
    assert.equal(line.drag(timed, 'key:12', 12, 18, sight, {}).keys[0]?.time, 0.75);
    const facts = { facts: { frames: 40, frameRate: 30 } };
    assert.equal(line.drag(timed, 'key:12', 12, 18, facts, {}).keys[0]?.time, 0.6);
    assert.equal('time' in (line.drag(track([12, 0]), 'key:12', 12, 18, facts, {}).keys[0] ?? {}), false);
  });

  it('takes a key frame away by its handle, but not the last one', () => {
    assert.deepEqual(frames(line.erase?.(track([3, 0], [7, 1]), 'key:3', sight) ?? track()), [7]);
    assert.equal(line.erase?.(track([3, 0]), 'key:3', sight), undefined);
    assert.equal(line.erase?.(track([3, 0]), 'body', sight), undefined);
  });

  it('is cut at a frame', () => {
    const halves = line.split?.(track([1, 0], [11, 10]), 6.7, sight);
    assert.deepEqual(halves?.map(frames), [
      [1, 5],
      [6, 11],
    ]);
  });
});
