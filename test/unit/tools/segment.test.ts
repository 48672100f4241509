import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { frameRangeShape } from '../../../src/shapes/frame-range/shape.js';
import { segmentShape } from '../../../src/shapes/segment/shape.js';
import { videoRectangleShape } from '../../../src/shapes/videorectangle/shape.js';
import { frameRangeTool } from '../../../src/tools/frame-range.js';
import { segmentTool } from '../../../src/tools/segment.js';
import { nudgeInTime } from '../../../src/tools/segment-nudge.js';
import { transformTool } from '../../../src/tools/transform.js';
import { drive, envWith } from '../../support/drive.js';

const sound = { sight: { facts: { duration: 10 } }, tolerance: [0.05], pixel: [0.01] };
const film = { sight: { facts: { frames: 60, duration: 2.5 } }, tolerance: [0.2], pixel: [0.05] };
const segment = (start: number, end: number) => ({ start, end, channel: 0 });

describe('segmentTool', () => {
  it('draws a segment by press, drag and release, either way', () => {
    const hand = drive<number>(segmentTool, sound).press(2).move(3).move(4.5).release();
    assert.deepEqual(
      hand.all('sketch').map(({ geometry }) => geometry),
      [segment(2, 3), segment(2, 4.5), undefined],
    );
    assert.deepEqual(hand.all('create'), [{ ask: 'create', geometry: segment(2, 4.5) }]);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
    assert.equal(hand.state, 'idle');
    const back = drive<number>(segmentTool, sound).press(4.5).move(2).release();
    assert.deepEqual(back.all('create')[0]?.geometry, segment(2, 4.5));
  });

  it('makes nothing of a click, nor selects anything by it', () => {
    const hand = drive<number>(segmentTool, sound).press(2).move(2.04).release();
    assert.deepEqual(hand.asked, []);
    assert.equal(hand.state, 'idle');
  });

  it('lets go of what is selected by a click', () => {
    const hand = drive<number>(segmentTool, { ...sound, selected: ['a'] })
      .press(2)
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: [] }]);
  });

  it('picks a region by a click with Ctrl, and draws over it by a drag', () => {
    const over = { hit: { regionId: 'a' }, ctrl: true };
    assert.deepEqual(drive<number>(segmentTool, sound).press(2, over).release().asked, [
      { ask: 'select', regionIds: ['a'], toggle: true },
    ]);
    const drawn = drive<number>(segmentTool, sound).press(2, over).move(3).release();
    assert.deepEqual(drawn.all('create')[0]?.geometry, segment(2, 3));
  });

  it('makes nothing where the pointer comes back to', () => {
    const hand = drive<number>(segmentTool, sound).press(2).move(3).move(2.01).release();
    assert.deepEqual(hand.all('create'), []);
    assert.deepEqual(hand.asked.at(-1), { ask: 'sketch', geometry: undefined });
  });

  it('starts within the medium, ends within it, and has a length, whatever is dragged', () => {
    const at = fc.double({ min: -5, max: 15, noNaN: true });
    fc.assert(
      fc.property(at, at, (from, to) => {
        const [made] = drive<number>(segmentTool, sound).press(from).move(to).release().all('create');
        if (!made) return assert.ok(from < 0 || from > 10 || Math.abs(to - from) <= 0.05 || to < 0 || to > 10);
        const { start, end } = made.geometry as { start: number; end: number };
        assert.ok(start >= 0 && start < end && end <= 10, `${start} ${end}`);
      }),
    );
  });

  it('sets both ends where they snap to', () => {
    const snap = ((at: number) => Math.round(at)) as never;
    const hand = drive<number>(segmentTool, { ...sound, snap })
      .press(2.2)
      .move(4.4)
      .release();
    assert.deepEqual(hand.all('create')[0]?.geometry, segment(2, 4));
  });

  it('draws a hundred pixels about the middle of the view by Enter, within the medium', () => {
    const drawn = (at: number, more = {}) =>
      drive<number>(segmentTool, { ...sound, ...more })
        .key('enter', at)
        .all('create')[0]?.geometry;
    assert.deepEqual(drawn(5), segment(4.5, 5.5));
    assert.deepEqual(drawn(0.2), segment(0, 1));
    assert.deepEqual(drawn(10), segment(9, 10));
    assert.deepEqual(drawn(99, { sight: { facts: { duration: 0.5 } } }), segment(0, 0.5));
    assert.deepEqual(drawn(5, { sight: { facts: {} } }), segment(4.5, 5.5));
    assert.equal(drawn(0, { sight: { facts: { duration: 0 } } }), undefined);
    assert.deepEqual(drive<number>(segmentTool, sound).key('left', 5).asked, []);
  });
});

describe('frameRangeTool', () => {
  const ranges = (start: number, end: number) => ({ ranges: [{ start, end }] });
  const drawn = (from: number, to: number, more = {}) =>
    drive<number>(frameRangeTool, { ...film, ...more })
      .press(from)
      .move(to)
      .release()
      .all('create')[0]?.geometry;

  it('draws all frames that are dragged over', () => {
    assert.deepEqual(drawn(12.3, 48.1), ranges(12, 48));
    assert.deepEqual(drawn(48.1, 12.3), ranges(12, 48));
    assert.deepEqual(drawn(12.3, 48), ranges(12, 47));
    assert.deepEqual(drawn(12.3, 12.8), ranges(12, 12));
    assert.deepEqual(drawn(50.5, 99), ranges(50, 60));
    assert.deepEqual(drawn(3, -9), ranges(1, 2));
    assert.equal(drawn(0.5, 9), undefined);
  });

  it('makes a range of one frame by a double click, and nothing by a click', () => {
    assert.deepEqual(drive<number>(frameRangeTool, film).press(12.6).release().asked, []);
    const twice = drive<number>(frameRangeTool, film).press(12.6).release().doublepress();
    assert.deepEqual(
      twice.all('create').map(({ geometry }) => geometry),
      [ranges(12, 12)],
    );
    assert.deepEqual(drive<number>(frameRangeTool, film).doublepress(61.5).asked, []);
  });

  it('draws about the middle of the view by Enter, of whole frames', () => {
    const key = (at: number, pixel = 0.05) =>
      drive<number>(frameRangeTool, { ...film, pixel: [pixel] })
        .key('enter', at)
        .all('create')[0]?.geometry;
    assert.deepEqual(key(30), ranges(28, 32));
    assert.deepEqual(key(60.9), ranges(56, 60));
    assert.deepEqual(key(30.7, 0.002), ranges(30, 30));
  });
});

describe('nudgeInTime', () => {
  const select = transformTool('time', nudgeInTime);
  const after = (env: object, key: string, how = {}) =>
    drive<number>(select as never, env)
      .key(key, 0, how)
      .all('reshape')
      .map(({ geometry }) => geometry);

  it('moves a segment by 10 ms, with Shift by 100, with Ctrl its end only', () => {
    const env = { ...sound, ...envWith(segmentShape, { a: { start: 2, end: 3 } }), selected: ['a'] };
    assert.deepEqual(after(env, 'right'), [{ start: 2.01, end: 3.01 }]);
    assert.deepEqual(after(env, 'left', { shift: true }), [{ start: 1.9, end: 2.9 }]);
    assert.deepEqual(after(env, 'right', { ctrl: true }), [{ start: 2, end: 3.01 }]);
    assert.deepEqual(after(env, 'up'), []);
    assert.deepEqual(after({ ...env, editable: () => false }, 'right'), []);
  });

  it('moves a frame range by a frame, with Shift by ten', () => {
    const env = { ...film, ...envWith(frameRangeShape, { a: { ranges: [{ start: 5, end: 9 }] } }), selected: ['a'] };
    assert.deepEqual(after(env, 'right'), [{ ranges: [{ start: 6, end: 10 }] }]);
    assert.deepEqual(after(env, 'right', { shift: true }), [{ ranges: [{ start: 15, end: 19 }] }]);
    assert.deepEqual(after(env, 'left', { ctrl: true }), [{ ranges: [{ start: 5, end: 8 }] }]);
  });

  it('moves the key frames of a track, which has no end to be moved', () => {
    const line = videoRectangleShape.onTimeline;
    assert.ok(line);
    const box = { x: 1, y: 2, width: 3, height: 4 };
    const tracks = { a: { keys: [{ frame: 5, enabled: true, geometry: box }] } };
    const env = { ...film, ...envWith(line, tracks), selected: ['a'] };
    assert.deepEqual(after(env, 'right'), [{ keys: [{ frame: 6, enabled: true, geometry: box }] }]);
    assert.deepEqual(after(env, 'right', { ctrl: true }), []);
  });
});
