import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { envelope, gridOf, rangesOf } from '../../../../src/surfaces/time/paint-wave.js';
import { toX } from '../../../../src/surfaces/time/view-window.js';

const scaleOf = (start: number, end: number) => ({ view: { start, end }, left: 12, width: 1000 });

describe('gridOf', () => {
  it('covers the sheet, and lies within half a device pixel of the time it shows', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(number(0, 90), number(0.001, 10), fc.constantFrom(1, 1.5, 2), (start, span, ratio) => {
        const scale = scaleOf(start, start + span);
        const { x, start: from, end: to, count } = gridOf(scale, 1024, ratio, 100);
        assert.ok(Math.abs(x - toX(scale, from) * ratio) <= 0.5 + 1e-6);
        assert.ok(Math.abs(x + count - toX(scale, to) * ratio) <= 0.5 + 1e-3);
        assert.ok(from >= 0);
        assert.ok(from === 0 || x <= 0.5);
        assert.ok(to >= 100 - 1e-9 || x + count >= 1024 * ratio - 0.5);
      }),
    );
  });

  it('has the same parts after a pan, so that the wave does not shimmer', () => {
    const [one, other] = [gridOf(scaleOf(10, 20), 1024, 1, 100), gridOf(scaleOf(10.0034, 20.0034), 1024, 1, 100)];
    const parts = (other.start - one.start) / 0.01;
    assert.ok(Math.abs(parts - Math.round(parts)) < 1e-6);
  });
});

describe('envelope', () => {
  it('is the least and greatest of all channels that are known', () => {
    const [a, b] = [Float32Array.of(-1, 0.5, Number.NaN, Number.NaN), Float32Array.of(-0.5, 1, -0.25, 0.25)];
    assert.deepEqual([...envelope([a, b])], [-1, 1, -0.25, 0.25]);
    assert.deepEqual([...envelope([b, a])], [-1, 1, -0.25, 0.25]);
  });
});

describe('rangesOf', () => {
  it('puts every sample into the part of the grid that it is in', () => {
    const data = Float32Array.from({ length: 100 }, (_, i) => i / 100);
    const samples = { rate: 100, first: 50, channels: [data] };
    const ranges = rangesOf(samples, 0, { x: 0, start: 0.6, end: 1, count: 10 });
    assert.deepEqual(
      [...ranges].map((value) => Math.round(value * 100)),
      Array.from({ length: 10 }, (_, k) => [10 + 4 * k, 13 + 4 * k]).flat(),
    );
  });

  it('knows nothing beside what was read', () => {
    const samples = { rate: 100, first: 0, channels: [Float32Array.of(0, 0)] };
    assert.ok(rangesOf(samples, 0, { x: 0, start: 1, end: 2, count: 4 }).every(Number.isNaN));
  });
});
