import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { windowPart } from '../../../../src/surfaces/time/overview-drag.js';

const whole = { view: { start: 0, end: 100 }, left: 10, width: 1000 };

describe('windowPart', () => {
  it('is an edge of the window, what is inside, or what is beside it', () => {
    const view = { start: 20, end: 40 };
    const parts = [200, 203, 213, 300, 407, 417, 430].map((x) => windowPart(view, whole, x, false));
    assert.deepEqual(parts, ['outside', 'start', 'start', 'inside', 'end', 'end', 'outside']);
  });

  it('leaves a middle to a narrow window, and gives a finger more', () => {
    const view = { start: 50, end: 50.6 };
    assert.deepEqual(
      [511, 513, 515].map((x) => windowPart(view, whole, x, false)),
      ['start', 'inside', 'end'],
    );
    assert.equal(windowPart(view, whole, 498, true), 'start');
  });
});
