import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MediaFacts, Word } from '../../../src/contract/shape.js';
import type { Dict } from '../../../src/model/json.js';
import { ocrBoxTool } from '../../../src/tools/ocr-box.js';
import { drive } from '../../support/drive.js';

const words: readonly Word[] = [
  { text: 'Total', x: 10, y: 10, width: 10, height: 4, gap: '' },
  { text: 'due', x: 22, y: 10, width: 6, height: 4, gap: ' ' },
  { text: '48.20', x: 10, y: 20, width: 10, height: 4, gap: '\n' },
];
const hand = (options: Dict = {}, facts: MediaFacts = { width: 200, height: 100, words }) =>
  drive(ocrBoxTool, { options, sight: { facts } });
const made = (drawn: ReturnType<typeof hand>) => drawn.all('create')[0]?.geometry;

describe('ocrBoxTool', () => {
  it('writes boxes on the page of a document from 0 to 1', () => {
    const drawn = hand({}, { width: 200, height: 100, words, page: 3 }).press([9, 11]).move([27, 12]).release();
    const box = made(drawn) as Dict;
    assert.deepEqual([box.x, box.width, box.pageIndex, box.ocrtext], [0.1, 0.18, 3, 'Total due']);
  });

  it('lies round the words that it is drawn over, and says them', () => {
    const drawn = hand().press([12, 11]).move([18, 12]).move([25, 13]).release();
    assert.deepEqual(made(drawn), { x: 10, y: 10, width: 18, height: 4, rotation: 0, ocrtext: 'Total due' });
    assert.deepEqual(drawn.all('sketch')[0]?.geometry, {
      x: 10,
      y: 10,
      width: 10,
      height: 4,
      rotation: 0,
      ocrtext: 'Total',
    });
  });

  it('needs no height where it goes along a line', () => {
    const drawn = hand().press([12, 12]).move([18, 12]).move([25, 12]).release();
    assert.deepEqual(made(drawn), { x: 10, y: 10, width: 18, height: 4, rotation: 0, ocrtext: 'Total due' });
  });

  it('is a box as any other where there are no words', () => {
    assert.deepEqual(made(hand().press([50, 50]).move([55, 55]).move([70, 60]).release()), {
      x: 50,
      y: 50,
      width: 20,
      height: 10,
      rotation: 0,
    });
    const picture = hand({}, { width: 200, height: 100 }).press([10, 10]).move([15, 15]).move([30, 20]).release();
    assert.deepEqual(made(picture), { x: 10, y: 10, width: 20, height: 10, rotation: 0 });
  });

  it('stays as it was drawn where it is not to snap', () => {
    const drawn = hand({ snap: 'none' }).press([8, 8]).move([15, 15]).move([30, 16]).release();
    assert.deepEqual(made(drawn), { x: 8, y: 8, width: 22, height: 8, rotation: 0, ocrtext: 'Total due' });
  });

  it('takes a word by a double click', () => {
    assert.deepEqual(made(hand().press([12, 22]).release().doublepress().release()), {
      x: 10,
      y: 20,
      width: 10,
      height: 4,
      rotation: 0,
      ocrtext: '48.20',
    });
  });
});
