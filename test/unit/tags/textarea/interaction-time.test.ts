import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addSeconds, InteractionTime } from '../../../../src/tags/textarea/interaction-time.js';

const secondsOf = (times: readonly number[]): number => {
  const time = new InteractionTime();
  for (const at of times) time.touch(at);
  return time.take();
};

describe('InteractionTime', () => {
  it('counts half a second for a key, and the time between keys that are close', () => {
    assert.equal(secondsOf([1000]), 0.5);
    assert.equal(secondsOf([1000, 1200, 1300]), 0.8);
    assert.equal(secondsOf([1000, 5000]), 1);
  });

  it('counts the rest of a window once, also when it was taken meanwhile', () => {
    const time = new InteractionTime();
    time.touch(1000);
    assert.equal(time.take(), 0.5);
    time.touch(1100);
    assert.equal(time.take(), 0.1);
    assert.equal(time.take(), 0);
  });

  it('is the length of all windows together, never more than from the first to the end of the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1 }), (times) => {
        const sorted = [...times].sort((a, b) => a - b);
        const covered = new Set(sorted.flatMap((at) => Array.from({ length: 500 }, (_, each) => at + each)));
        assert.equal(Math.round(secondsOf(sorted) * 1000), covered.size);
      }),
      { numRuns: 30 },
    );
  });
});

describe('addSeconds', () => {
  it('adds to what was told, to the millisecond', () => {
    assert.equal(addSeconds(7.2, 0.30049), 7.5);
    assert.equal(addSeconds(undefined, 1.23456), 1.235);
    assert.equal(addSeconds('many', 1), 1);
  });
});
