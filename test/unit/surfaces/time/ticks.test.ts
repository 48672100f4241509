import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { niceStep, rulerOf } from '../../../../src/surfaces/time/ticks.js';

const majors = (view: { start: number; end: number }, pixels: number, unit: 'seconds' | 'frames') =>
  rulerOf(view, pixels, 70, unit)
    .ticks.filter(({ major }) => major)
    .map(({ at }) => at);

describe('niceStep', () => {
  it('counts as people do: by tens below a second, then by minutes and hours', () => {
    const steps = [0.00003, 0.003, 0.3, 0.9, 3, 12, 20, 40, 100, 700, 1000, 5000, 50_000];
    assert.deepEqual(
      steps.map((least) => niceStep(least, 'seconds')),
      [0.00005, 0.005, 0.5, 1, 5, 15, 30, 60, 120, 900, 1800, 7200, 86_400],
    );
  });

  it('divides no frame', () => {
    assert.deepEqual(
      [0.1, 1, 3, 70, 240].map((least) => niceStep(least, 'frames')),
      [1, 1, 5, 100, 500],
    );
  });

  it('finds one for the longest time', () => {
    assert.ok(niceStep(1e9, 'seconds') >= 1e9);
  });
});

describe('rulerOf', () => {
  it('has a tick at every step in view, and smaller ones between', () => {
    assert.deepEqual(majors({ start: 0, end: 1 }, 700, 'seconds'), [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    assert.deepEqual(majors({ start: 50, end: 200 }, 2, 'seconds'), [60, 120, 180]);
    const { ticks } = rulerOf({ start: 0, end: 60 }, 10, 70, 'seconds');
    assert.deepEqual(ticks.slice(0, 4), [
      { at: 0, major: true },
      { at: 1, major: false },
      { at: 2, major: false },
      { at: 3, major: false },
    ]);
  });

  it('counts frames from the first', () => {
    assert.deepEqual(
      majors({ start: 1, end: 501 }, 1.5, 'frames'),
      [1, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500],
    );
    assert.deepEqual(majors({ start: 1, end: 6 }, 80, 'frames'), [1, 2, 3, 4, 5, 6]);
  });

  it('stands as far apart as asked for, has few ticks, and all of them in view', () => {
    const pixels = fc.double({ min: -5, max: 7, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(
        pixels,
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.constantFrom('seconds', 'frames'),
        (px, start, unit) => {
          const view = { start, end: start + 1000 / px };
          const { step, ticks } = rulerOf(view, px, 70, unit);
          assert.ok(step * px >= 69.99);
          assert.ok(ticks.length <= 150);
          for (const { at } of ticks) {
            assert.ok(at === 1 || (at >= view.start - step * 1e-6 && at <= view.end + step * 1e-6));
          }
        },
      ),
    );
  });
});
