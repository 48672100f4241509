import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ellipseTool } from '../../../src/tools/ellipse.js';
import { drive } from '../../support/drive.js';

const ellipse = (x: number, y: number, radiusX: number, radiusY: number) => ({ x, y, radiusX, radiusY, rotation: 0 });
const env = { sight: { facts: { width: 200, height: 100 } } };

describe('ellipseTool', () => {
  it('grows from the place of the press, whichever way the drag goes', () => {
    for (const [dx, dy] of [
      [1, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ] as const) {
      const hand = drive(ellipseTool)
        .press([50, 40])
        .move([50 + dx * 20, 40 + dy * 10])
        .release();
      assert.deepEqual(hand.all('create'), [{ ask: 'create', geometry: ellipse(50, 40, 20, 10) }]);
      assert.deepEqual(hand.all('sketch')[0]?.geometry, ellipse(50, 40, 20, 10));
      assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
    }
  });

  it('grows from the first of two clicks', () => {
    const hand = drive(ellipseTool).press([50, 40]).release().move([60, 45]).press([70, 50]).release();
    assert.deepEqual(hand.all('create')[0]?.geometry, ellipse(50, 40, 20, 10));
  });

  it('makes one of 30 pixels by a double click, about the place', () => {
    const hand = drive(ellipseTool).press([50, 40]).release().press().doublepress().release();
    assert.deepEqual(
      hand.all('create').map(({ geometry }) => geometry),
      [ellipse(50, 40, 7.5, 7.5)],
    );
    assert.equal(hand.state, 'idle');
  });

  it('reaches no farther than the picture where it is dragged', () => {
    const hand = drive(ellipseTool).press([90, 90]).move([150, -20]).release();
    assert.deepEqual(hand.all('create')[0]?.geometry, ellipse(90, 90, 10, 90));
  });

  it('is a circle with Shift held', () => {
    const hand = drive(ellipseTool, env)
      .press([50, 50])
      .move([60, 52], { shift: true })
      .release(undefined, { shift: true });
    assert.deepEqual(hand.all('create')[0]?.geometry, ellipse(50, 50, 10, 20));
  });

  it('makes nothing of one too small to have been meant', () => {
    const hand = drive(ellipseTool).press([10, 10]).move([20, 20]).release([10.7, 20]);
    assert.deepEqual(hand.all('create'), []);
    assert.deepEqual(hand.asked.at(-1), { ask: 'sketch', geometry: undefined });
  });

  it('draws about the middle of the view by Enter, no further than the picture goes', () => {
    const drawn = (x: number) => drive(ellipseTool).key('enter', [x, 40]).all('create')[0]?.geometry;
    assert.deepEqual(drawn(50), ellipse(50, 40, 12.5, 12.5));
    assert.deepEqual(drawn(100), ellipse(93.75, 40, 6.25, 12.5));
  });

  it('starts nothing outside of the picture, and lets go of what is selected by a click', () => {
    assert.deepEqual(drive(ellipseTool).press([-1, 20]).move([40, 40]).release().asked, []);
    const hand = drive(ellipseTool, { selected: ['a'] })
      .press([10, 10])
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: [] }]);
  });
});
