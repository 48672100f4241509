import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TimeOptions } from '../../../../src/contract/surface.js';
import { digitsFor, readingOf } from '../../../../src/surfaces/time/reading.js';

const options = (unit: TimeOptions['unit']) => ({ unit, toClock: (at: number) => (at - 1) / 25 }) as TimeOptions;

describe('digitsFor', () => {
  it('is what tells two places apart', () => {
    assert.deepEqual([10, 1, 0.5, 0.1, 0.05, 0.002, 1e-9].map(digitsFor), [0, 0, 1, 1, 2, 3, 6]);
  });
});

describe('readingOf', () => {
  it('is a time to the thousandth, and finer where one looks so near', () => {
    assert.equal(readingOf(65.4321, 0.1, options('seconds'), false), '1:05.432');
    assert.equal(readingOf(65.432123, 0.00001, options('seconds'), false), '1:05.43212');
  });

  it('is a frame, with its time where there is one', () => {
    assert.equal(readingOf(26.9, 1, options('frames'), false), '26');
    assert.equal(readingOf(26.9, 1, options('frames'), true), '26 · 0:01.000');
    assert.equal(readingOf(26.9999999, 1, options('frames'), false), '27');
  });
});
