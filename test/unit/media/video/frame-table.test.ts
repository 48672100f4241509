import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FrameTable } from '../../../../src/media/video/frame-table.js';

/** Frames of at least a tick of a 90 kHz clock each, the longest some seconds. */
const tables = fc
  .record({
    start: fc.integer({ min: 0, max: 90_000 }),
    ticks: fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 60 }),
  })
  .map(({ start, ticks }) => {
    const times: number[] = [];
    let at = start;
    for (const tick of ticks) {
      times.push(at / 90_000);
      at += tick;
    }
    return new FrameTable(Float64Array.from(times), at / 90_000);
  });
const framed = tables.chain((table) => fc.tuple(fc.constant(table), fc.integer({ min: 1, max: table.count })));

describe('FrameTable', () => {
  it('finds each frame by its start, by its middle and by a start that was cut to microseconds', () => {
    fc.assert(
      fc.property(framed, ([table, frame]) => {
        assert.equal(table.frameAt(table.timeOf(frame)), frame);
        assert.equal(table.frameAt(table.middleOf(frame)), frame);
        assert.equal(table.frameAt(Math.floor(table.timeOf(frame) * 1e6) / 1e6), frame);
      }),
    );
  });

  it('has each frame end where the next one starts', () => {
    fc.assert(
      fc.property(framed, ([table, frame]) => {
        const end = frame === table.count ? table.duration : table.timeOf(frame + 1);
        assert.equal(table.endOf(frame), end);
        assert.ok(table.timeOf(frame) < table.middleOf(frame) && table.middleOf(frame) < end);
      }),
    );
  });

  it('keeps to its frames before the first and after the last', () => {
    const table = new FrameTable(Float64Array.of(0.5, 0.6, 0.7), 0.8);
    assert.deepEqual(
      [-1, 0, 0.5, 0.65, 0.8, 99].map((time) => table.frameAt(time)),
      [1, 1, 1, 2, 3, 3],
    );
    assert.deepEqual(
      [Number.NaN, -3, 2.4, 9].map((frame) => table.clamp(frame)),
      [1, 1, 2, 3],
    );
    assert.deepEqual([table.timeOf(0), table.timeOf(9)], [0.5, 0.7]);
  });

  it('finds the last of several that start together', () => {
    const table = new FrameTable(Float64Array.of(0, 0.04, 0.04, 0.08), 0.12);
    assert.equal(table.frameAt(0.04), 3);
    assert.equal(table.middleOf(2), 0.04);
  });

  it('is right where a frame rate has no end of digits', () => {
    const table = FrameTable.even(2000, 30_000 / 1001);
    for (let frame = 1; frame <= 2000; frame++) assert.equal(table.frameAt(table.timeOf(frame)), frame);
    assert.ok(Math.abs(table.frameRate - 29.97) < 0.001);
    assert.equal(table.count, 2000);
  });

  it('has no rate where it has no frames', () => {
    const table = new FrameTable(new Float64Array(), 0);
    assert.deepEqual([table.count, table.duration, table.frameRate, table.frameAt(1)], [0, 0, 0, 1]);
  });
});
