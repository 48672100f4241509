import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pointTool } from '../../../src/tools/point.js';
import { drive } from '../../support/drive.js';

const env = { sight: { facts: { width: 400, height: 200 } }, options: { strokeWidth: 3 } };

describe('pointTool', () => {
  it('makes a point by a click, as large as the config says in pixels of the picture', () => {
    const hand = drive(pointTool, env).press([30, 20]).release([30.5, 20.5]);
    assert.deepEqual(hand.asked, [
      { ask: 'sketch', geometry: undefined },
      { ask: 'create', geometry: { x: 30, y: 20, width: 0.75 } },
      { ask: 'settle' },
    ]);
    assert.equal(hand.state, 'idle');
  });

  it('is of two pixels where the config says nothing', () => {
    const hand = drive(pointTool, { ...env, options: {} })
      .press([30, 20])
      .release();
    assert.deepEqual(hand.all('create')[0]?.geometry, { x: 30, y: 20, width: 0.5 });
  });

  it('can be dragged to its place, on the picture', () => {
    const hand = drive(pointTool, env).press([30, 20]).move([40, 30]).move([120, -4]).release();
    assert.deepEqual(
      hand.all('sketch').map(({ geometry }) => geometry),
      [{ x: 40, y: 30, width: 0.75 }, { x: 100, y: 0, width: 0.75 }, undefined],
    );
    assert.deepEqual(hand.all('create'), [{ ask: 'create', geometry: { x: 100, y: 0, width: 0.75 } }]);
  });

  it('sets it where the place snaps to', () => {
    const hand = drive(pointTool, { ...env, snap: () => [31, 21] as never })
      .press([30, 20])
      .release();
    assert.deepEqual(hand.all('create')[0]?.geometry, { x: 31, y: 21, width: 0.75 });
  });

  it('makes one in the middle of the view by Enter', () => {
    const hand = drive(pointTool, env).key('enter', [50, 40]);
    assert.deepEqual(hand.all('create')[0]?.geometry, { x: 50, y: 40, width: 0.75 });
    assert.deepEqual(drive(pointTool, env).key('left', [50, 40]).asked, []);
  });

  it('makes none beside the picture', () => {
    assert.deepEqual(drive(pointTool, env).press([30, 101]).release().asked, []);
  });

  it('lets go of what is selected by a click, but is dragged to a place all the same', () => {
    const selected = { ...env, selected: ['a'] };
    assert.deepEqual(drive(pointTool, selected).press([1, 1]).release().asked, [{ ask: 'select', regionIds: [] }]);
    assert.equal(drive(pointTool, selected).press([1, 1]).move([9, 9]).release().all('create').length, 1);
  });

  it('toggles a region by a click with Ctrl', () => {
    const hand = drive(pointTool, env)
      .press([15, 15], { hit: { regionId: 'a' }, ctrl: true })
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['a'], toggle: true }]);
  });
});
