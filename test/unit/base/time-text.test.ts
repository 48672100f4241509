import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeText } from '../../../src/base/time-text.js';

describe('timeText', () => {
  it('writes minutes, seconds and milliseconds, and hours where there are any', () => {
    assert.equal(timeText(0), '0:00.000');
    assert.equal(timeText(61.25), '1:01.250');
    assert.equal(timeText(3723.45), '1:02:03.450');
    assert.equal(timeText(5, 0), '0:05');
  });

  it('rounds over to the next minute', () => {
    assert.equal(timeText(59.9996), '1:00.000');
    assert.equal(timeText(3599.9999), '1:00:00.000');
  });

  it('writes what is before the start, and what is no time', () => {
    assert.equal(timeText(-1.5), '−0:01.500');
    assert.equal(timeText(-0.0001), '0:00.000');
    assert.equal(timeText(Number.NaN), '–');
  });
});
