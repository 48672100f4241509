import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import { transformTool } from '../../../src/tools/transform.js';
import { drive, envWith } from '../../support/drive.js';

const stage = transformTool('stage2d');
const a = { x: 10, y: 10, width: 20, height: 20 };
const b = { x: 50, y: 50, width: 40, height: 40 };
const env = envWith(rectangleShape, { a, b });
const on = (regionId: string, handle?: string) => ({ hit: { regionId, ...(handle && { handle }) } });

describe('transformTool', () => {
  it('selects what is clicked and changes nothing else', () => {
    const hand = drive(stage, env).press([15, 15], on('a')).move([15.5, 15.5]).release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['a'] }]);
  });

  it('toggles with Ctrl', () => {
    const hand = drive(stage, env)
      .press([15, 15], { ...on('a'), ctrl: true })
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['a'], toggle: true }]);
  });

  it('deselects by a click on nothing', () => {
    const hand = drive(stage, { ...env, selected: ['a'] })
      .press([1, 1])
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: [] }]);
    assert.deepEqual(drive(stage, env).press([1, 1], { ctrl: true }).release().asked, []);
  });

  it('selects and moves what is dragged, as one step', () => {
    const hand = drive(stage, env).press([15, 15], on('a')).move([20, 15]).move([25, 20]).release();
    assert.deepEqual(hand.all('select'), [{ ask: 'select', regionIds: ['a'] }]);
    assert.deepEqual(hand.all('reshape').at(-1), {
      ask: 'reshape',
      regionId: 'a',
      geometry: { ...a, x: 20, y: 15 },
      as: 'Move region',
    });
    assert.deepEqual(hand.all('settle').length, 1);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
  });

  it('moves all that is selected, stopped at the edge together', () => {
    const hand = drive(stage, { ...env, selected: ['a', 'b'] })
      .press([15, 15], on('a'))
      .move([40, 5])
      .release();
    const last = new Map(hand.all('reshape').map(({ regionId, geometry }) => [regionId, geometry]));
    assert.deepEqual(last.get('a'), { ...a, x: 20, y: 0 });
    assert.deepEqual(last.get('b'), { ...b, x: 60, y: 40 });
    assert.deepEqual(hand.all('select'), []);
  });

  it('moves only what may be edited', () => {
    const locked = { ...env, editable: (id: string) => id !== 'a' };
    assert.deepEqual(drive(stage, locked).press([15, 15], on('a')).move([40, 40]).release().all('reshape'), []);
    const hand = drive(stage, { ...locked, selected: ['a', 'b'] })
      .press([60, 60], on('b'))
      .move([62, 62])
      .release();
    assert.deepEqual(new Set(hand.all('reshape').map(({ regionId }) => regionId)), new Set(['b']));
  });

  it('pulls a handle, reckoned from where the region was at the press', () => {
    const hand = drive(stage, env).press([30, 30], on('a', 'se')).move([40, 35]).move([50, 40]).release();
    assert.deepEqual(hand.all('reshape').at(-1)?.geometry, { x: 10, y: 10, width: 40, height: 30 });
    assert.deepEqual(hand.all('settle').length, 1);
  });

  it('changes nothing by a click on a handle', () => {
    assert.deepEqual(drive(stage, env).press([30, 30], on('a', 'se')).release([30.2, 30]).asked, []);
  });

  it('passes the options of the config on to the shape', () => {
    const snapping = { ...env, options: { snap: 'pixel' }, sight: { facts: { width: 10, height: 10 } } };
    const hand = drive(stage, snapping).press([30, 30], on('a', 'se')).move([44, 44]).release();
    assert.deepEqual(hand.all('reshape').at(-1)?.geometry, { x: 10, y: 10, width: 30, height: 30 });
  });

  it('selects what a frame touches', () => {
    const asked: unknown[] = [];
    const within = (from: unknown, to: unknown) => {
      asked.push([from, to]);
      return ['a', 'b'];
    };
    const hand = drive(stage, { ...env, within })
      .press([90, 5])
      .move([20, 60])
      .release();
    assert.deepEqual(
      hand.all('sketch').map(({ geometry }) => geometry),
      [{ x: 20, y: 5, width: 70, height: 55 }, undefined],
    );
    assert.deepEqual(asked, [
      [
        [90, 5],
        [20, 60],
      ],
    ]);
    assert.deepEqual(hand.all('select'), [{ ask: 'select', regionIds: ['a', 'b'] }]);
  });

  it('adds what a frame touches with Ctrl held', () => {
    const hand = drive(stage, { ...env, selected: ['b'], within: () => ['a', 'b'] })
      .press([5, 5], { ctrl: true })
      .move([50, 50])
      .release();
    assert.deepEqual(hand.all('select'), [{ ask: 'select', regionIds: ['b', 'a'] }]);
  });
});
