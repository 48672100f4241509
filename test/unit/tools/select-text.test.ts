import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spanShape } from '../../../src/shapes/span/shape.js';
import { selectTextTool } from '../../../src/tools/select-text.js';
import { drive, envWith } from '../../support/drive.js';

const on = (regionId: string, handle?: string) => ({ hit: { regionId, ...(handle && { handle }) } });
const env = envWith(spanShape, { s: { start: 2, end: 5 } }, { sight: { facts: { text: 'abcdefghij' } } });

describe('selectTextTool', () => {
  it('moves an end of a span on text', () => {
    const hand = drive(selectTextTool, env).press(5, on('s', 'end')).move(8).release();
    assert.deepEqual(hand.all('reshape').at(-1)?.geometry, { start: 2, end: 8, text: 'cdefgh' });
  });

  it('leaves an end alone that was pressed and not dragged', () => {
    const hand = drive(selectTextTool, env).press(5, on('s', 'end')).release();
    assert.deepEqual(hand.all('reshape'), []);
  });

  it('selects what is clicked, and lets go of all by a click beside', () => {
    assert.deepEqual(drive(selectTextTool, env).press(3, on('s')).release().all('select'), [
      { ask: 'select', regionIds: ['s'] },
    ]);
    assert.deepEqual(drive(selectTextTool, env).press(9).release().all('select'), [{ ask: 'select', regionIds: [] }]);
  });
});
