import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spanTool } from '../../../src/tools/span.js';
import { drive } from '../../support/drive.js';

const facts = { text: 'Ada 😀 Lovelace, countess' };
const env = { sight: { facts } };

describe('spanTool', () => {
  it('marks what was selected, with its text', () => {
    const hand = drive(spanTool, env).range(6, 14);
    assert.deepEqual(hand.asked, [
      { ask: 'create', geometry: { start: 6, end: 14, text: 'Lovelace' } },
      { ask: 'settle' },
    ]);
  });

  it('leaves the text out where results do not repeat it', () => {
    const hand = drive(spanTool, { sight: { facts: { ...facts, saveText: false } } }).range(0, 3);
    assert.deepEqual(hand.all('create')[0]?.geometry, { start: 0, end: 3 });
  });

  it('snaps to the granularity of the label', () => {
    const hand = drive(spanTool, { ...env, options: { granularity: 'word' } }).range(8, 9);
    assert.deepEqual(hand.all('create')[0]?.geometry, { start: 6, end: 14, text: 'Lovelace' });
  });

  it('makes a region of each run that is to be seen', () => {
    const unseen = [
      { start: 3, end: 6 },
      { start: 15, end: 16 },
    ];
    const hand = drive(spanTool, { sight: { facts: { ...facts, unseen } } }).range(0, 24);
    assert.deepEqual(
      hand.all('create').map(({ geometry }) => geometry),
      [
        { start: 0, end: 3, text: 'Ada' },
        { start: 6, end: 15, text: 'Lovelace,' },
        { start: 16, end: 24, text: 'countess' },
      ],
    );
    assert.equal(hand.all('settle').length, 1);
  });

  it('marks nothing of what is not to be seen', () => {
    const unseen = [{ start: 0, end: 6 }];
    assert.deepEqual(drive(spanTool, { sight: { facts: { ...facts, unseen } } }).range(0, 6).asked, []);
  });

  it('names places as the medium does, and ends words where its blocks end', () => {
    const anchors = {
      locate: () => undefined,
      anchor: (start: number, end: number) => ({ start: `${start}`, end: `${end}` }),
      breaks: [0, 3, 6],
    };
    const sight = { facts: { text: 'Onetwo', anchors } };
    const hand = drive(spanTool, { sight, options: { granularity: 'word' } }).range(4, 5);
    assert.deepEqual(hand.all('create')[0]?.geometry, { at: { start: '3', end: '6' }, text: 'two' });
  });

  it('marks nothing where only white space was selected', () => {
    assert.deepEqual(drive(spanTool, env).range(3, 4).asked, []);
  });

  it('selects the regions in the selection with Ctrl held', () => {
    const hand = drive(spanTool, { ...env, selected: ['c'], within: () => ['a', 'b'] }).range(0, 9, { ctrl: true });
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['c', 'a', 'b'] }]);
  });

  it('makes one region of a drag, whichever the surface tells first, the release or the range', () => {
    const released = drive(spanTool, env).press(6).move(14).release().range(6, 14);
    const ranged = drive(spanTool, env).press(6).move(14).range(6, 14).release();
    assert.deepEqual(released.all('create').length, 1);
    assert.deepEqual(ranged.asked, released.asked);
  });

  it('marks text inside of a region too', () => {
    const hit = { hit: { regionId: 'a' } };
    const hand = drive(spanTool, env).press(6, hit).move(10, hit).release(10, hit).range(6, 10);
    assert.deepEqual(
      hand.asked.map(({ ask }) => ask),
      ['create', 'settle'],
    );
  });

  it('selects a region by a click', () => {
    const hand = drive(spanTool, env)
      .press(7, { hit: { regionId: 'a' } })
      .release();
    assert.deepEqual(hand.asked, [{ ask: 'select', regionIds: ['a'] }]);
  });
});
