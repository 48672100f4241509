import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boxTool } from '../../../src/tools/box.js';
import { drive } from '../../support/drive.js';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height, rotation: 0 });

describe('boxTool', () => {
  it('draws a box by press, drag and release', () => {
    const hand = drive(boxTool).press([10, 20]).move([30, 30]).move([60, 40]).release();
    assert.deepEqual(
      hand.all('sketch').map(({ geometry }) => geometry),
      [box(10, 20, 20, 10), box(10, 20, 50, 20), undefined],
    );
    assert.deepEqual(hand.all('create'), [{ ask: 'create', geometry: box(10, 20, 50, 20) }]);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
  });

  it('draws the same box from the other corner', () => {
    const hand = drive(boxTool).press([60, 40]).move([10, 20]).release();
    assert.deepEqual(hand.all('create')[0]?.geometry, box(10, 20, 50, 20));
  });

  it('draws a box by two clicks', () => {
    const hand = drive(boxTool).press([10, 20]).release().move([50, 30]).press([60, 40]).release();
    assert.deepEqual(hand.all('create')[0]?.geometry, box(10, 20, 50, 20));
    assert.deepEqual(hand.all('sketch')[0]?.geometry, box(10, 20, 40, 10));
  });

  it('makes a box of a handy size of a double click', () => {
    const handy = box(10, 20, 7.5, 7.5);
    const second = drive(boxTool).press([10, 20]).release().doublepress().release();
    assert.deepEqual(
      second.all('create').map(({ geometry }) => geometry),
      [handy],
    );
    const after = drive(boxTool).press([10, 20]).release().press().release().doublepress();
    assert.deepEqual(
      after.all('create').map(({ geometry }) => geometry),
      [handy],
    );
  });

  it('makes nothing of a box too small to have been meant', () => {
    const hand = drive(boxTool).press([10, 10]).move([20, 20]).move([10.5, 20]).release();
    assert.deepEqual(hand.all('create'), []);
    assert.deepEqual(hand.asked.at(-1), { ask: 'sketch', geometry: undefined });
    assert.equal(hand.state, 'idle');
  });

  it('starts nothing outside of the picture', () => {
    const hand = drive(boxTool).press([-1, 20]).move([40, 40]).release().doublepress([50, 101]);
    assert.deepEqual(hand.asked, []);
  });

  it('stops at the edges of the picture', () => {
    const hand = drive(boxTool).press([90, 90]).move([150, -20]).release();
    assert.deepEqual(hand.all('create')[0]?.geometry, box(90, 0, 10, 90));
  });

  it('only deselects when something is selected and an empty place is clicked', () => {
    const hand = drive(boxTool, { selected: ['a'] })
      .press([10, 10])
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: [] }]);
    assert.equal(hand.state, 'idle');
  });

  it('draws where something is selected and the pointer is dragged', () => {
    const hand = drive(boxTool, { selected: ['a'] })
      .press([10, 10])
      .move([20, 20])
      .release();
    assert.deepEqual(hand.all('create').length, 1);
  });

  it('sets both corners where they snap to, but not beside the picture', () => {
    const snap = (at: unknown) => (at as [number, number]).map((value) => Math.round(value / 10) * 10 + 2);
    const hand = drive(boxTool, { snap: snap as never })
      .press([12, 12])
      .move([38, 38])
      .release();
    assert.deepEqual(hand.all('create')[0]?.geometry, box(12, 12, 30, 30));
    const out = drive(boxTool, { snap: snap as never })
      .press([12, 12])
      .move([99, 38])
      .release();
    assert.deepEqual(out.all('create')[0]?.geometry, box(12, 12, 88, 30));
  });

  it('draws a square of pixels with Shift held, no larger than there is room', () => {
    const env = { sight: { facts: { width: 200, height: 100 } } };
    const drawn = (to: [number, number]) =>
      drive(boxTool, env).press([50, 50]).move(to, { shift: true }).release(to, { shift: true }).all('create')[0]
        ?.geometry;
    assert.deepEqual(drawn([60, 60]), box(50, 50, 10, 20));
    assert.deepEqual(drawn([30, 45]), box(30, 10, 20, 40));
    assert.deepEqual(drawn([100, 60]), box(50, 50, 25, 50));
  });

  it('makes boxes of three pixels, but none smaller', () => {
    const drawn = (across: number) =>
      drive(boxTool)
        .press([10, 10])
        .move([20, 20])
        .release([10 + across, 20])
        .all('create').length;
    assert.deepEqual([drawn(0.74), drawn(0.76)], [0, 1]);
  });

  describe('on a region', () => {
    const over = { hit: { regionId: 'a' }, ctrl: true };

    it('draws over it with Ctrl held', () => {
      const hand = drive(boxTool).press([15, 15], over).move([25, 25]).release();
      assert.deepEqual(hand.all('create')[0]?.geometry, box(15, 15, 10, 10));
    });

    it('toggles it by a click with Ctrl', () => {
      const hand = drive(boxTool, { selected: ['b'] })
        .press([15, 15], over)
        .release();
      assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['a'], toggle: true }]);
    });
  });

  it('draws about the middle of the view by Enter, no further than the picture goes', () => {
    assert.deepEqual(
      drive(boxTool)
        .key('enter', [50, 40])
        .all('create')
        .map(({ geometry }) => geometry),
      [box(37.5, 27.5, 25, 25)],
    );
    assert.deepEqual(drive(boxTool).key('enter', [100, 40]).all('create')[0]?.geometry, box(87.5, 27.5, 12.5, 25));
    assert.deepEqual(drive(boxTool).key('left', [50, 40]).asked, []);
  });
});
