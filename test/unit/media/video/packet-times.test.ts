import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PacketTimes } from '../../../../src/media/video/packet-times.js';

const timesOf = (...packets: readonly (readonly [timestamp: number, duration: number])[]) => {
  const times = new PacketTimes();
  for (const [timestamp, duration] of packets) times.add(timestamp, duration);
  return times.shown();
};

describe('PacketTimes', () => {
  it('puts packets into the order in which they are shown', () => {
    const { times, hidden, end } = timesOf([0, 0.04], [0.16, 0.04], [0.08, 0.04], [0.04, 0.04], [0.12, 0.04]);
    assert.deepEqual([...times], [0, 0.04, 0.08, 0.12, 0.16]);
    assert.equal(hidden, 0);
    assert.ok(Math.abs(end - 0.2) < 1e-12);
  });

  it('hides what starts before 0, be it by a part of a frame, but not what rounding put there', () => {
    assert.equal(timesOf([-0.08, 0.04], [-0.04, 0.04], [0, 0.04]).hidden, 2);
    assert.equal(timesOf([-0.02, 0.04], [0.02, 0.04]).hidden, 1);
    assert.equal(timesOf([-1e-12, 0.04], [0.04, 0.04]).hidden, 0);
  });

  it('leaves out what starts when the shown part has ended', () => {
    const times = new PacketTimes();
    for (const at of [-0.04, 0, 0.04, 0.08, 0.12]) times.add(at, 0.04);
    assert.deepEqual([times.shown(0.08).hidden, times.shown(0.08).last, times.shown(0.08).end], [1, 3, 0.08]);
    assert.equal(times.shown(0.09).last, 4);
    assert.equal(times.shown(9).last, 5);
    assert.equal(times.shown(-1).last, 1);
  });

  it('lets a last frame without a duration last as long as others', () => {
    assert.ok(Math.abs(timesOf([0, 0], [0.5, 0], [1, 0]).end - 1.5) < 1e-12);
  });

  it('keeps every packet, however many, and nothing that is no time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const times = new PacketTimes();
        for (let i = count; i > 0; i--) times.add(i / 30, 1 / 30);
        times.add(Number.NaN, 1);
        assert.equal(times.count, count);
        const shown = times.shown().times;
        assert.equal(shown.length, count);
        assert.ok(shown.every((time, i) => i === 0 || time >= (shown[i - 1] as number)));
      }),
      { numRuns: 20 },
    );
  });
});
