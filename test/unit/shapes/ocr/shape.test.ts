import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Word } from '../../../../src/contract/shape.js';
import { ocrShape } from '../../../../src/shapes/ocr/shape.js';

const word = (text: string, x: number, y: number, gap: Word['gap'] = ' '): Word => ({
  text,
  x,
  y,
  width: text.length * 2,
  height: 4,
  gap,
});
const words = [word('Total', 10, 10, ''), word('due', 22, 10), word('48.20', 10, 20, '\n')];
const facts = { width: 200, height: 100, words };
const sight = { facts };
const box = { x: 10, y: 10, width: 10, height: 4, rotation: 0, ocrtext: 'Total' };

describe('ocrShape', () => {
  it('takes the words that it is dragged over', () => {
    const moved = ocrShape.drag(box, 'body', [12, 12], [12, 22], sight, {});
    assert.deepEqual(moved, { ...box, y: 20, ocrtext: '48.20' });
    const wider = ocrShape.drag(box, 'e', [20, 12], [29, 12], sight, {});
    assert.equal(wider.ocrtext, 'Total due');
    const both = ocrShape.drag(wider, 'se', [29, 14], [29, 24], sight, {});
    assert.equal(both.ocrtext, 'Total due\n48.20');
  });

  it('says nothing where there are no words', () => {
    const moved = ocrShape.drag(box, 'body', [12, 12], [12, 72], sight, {});
    assert.ok(!('ocrtext' in moved));
  });

  it('keeps a text that somebody has written', () => {
    const typed = { ...box, ocrtext: 'T0tal' };
    assert.equal(ocrShape.drag({ ...box, ocrtext: '' }, 'body', [12, 12], [12, 22], sight, {}).ocrtext, '');
    assert.equal(ocrShape.drag(typed, 'body', [12, 12], [12, 22], sight, {}).ocrtext, 'T0tal');
    assert.equal(
      ocrShape.drag(box, 'body', [12, 12], [12, 22], { facts: { width: 9, height: 9 } }, {}).ocrtext,
      'Total',
    );
  });

  it('takes words whose middles a turned box holds', () => {
    const turned = { x: 18, y: 5, width: 7, height: 10, rotation: 90 };
    const moved = ocrShape.drag(turned, 'body', [15, 15], [15, 16], sight, {});
    assert.equal(moved.ocrtext, 'Total');
  });

  it('changes nothing by a drag to where it is', () => {
    const sides = fc.double({ min: 0, max: 50, noNaN: true });
    const handle = fc.constantFrom('body', 'nw', 'e', 's', 'rotate');
    fc.assert(
      fc.property(sides, sides, handle, fc.boolean(), (x, y, id, paged) => {
        const some = { ...box, x, y, ...(paged && { pageIndex: 1 }) };
        assert.equal(ocrShape.drag(some, id, [5, 5], [5, 5], sight, {}), some);
      }),
    );
  });

  it('moves a box in fractions by fractions', () => {
    const paged = { x: 0.1, y: 0.1, width: 0.1, height: 0.04, rotation: 0, pageIndex: 1 };
    assert.deepEqual(ocrShape.marks(paged, sight)[0], { draw: 'box', x: 10, y: 10, width: 10, height: 4, rotation: 0 });
    assert.equal(ocrShape.drag(paged, 'body', [12, 12], [32, 12], { facts: {} }, {}).x, 0.3);
  });

  it('tells its text in the details, and takes another', () => {
    assert.equal(ocrShape.describe?.(box, sight).Text, 'Total');
    assert.deepEqual(ocrShape.revise?.(box, 'Text', 'Sum', sight), { ...box, ocrtext: 'Sum' });
    assert.equal(ocrShape.revise?.(box, 'Text', 4, sight), undefined);
    assert.equal(ocrShape.revise?.(box, 'Y', 20, sight)?.ocrtext, '48.20');
  });

  it('is called by its text in the list', () => {
    assert.equal(ocrShape.summary?.(box, sight), 'Total');
    assert.equal(ocrShape.summary?.({ ...box, ocrtext: ['a'] }, sight), '20 × 4 px');
  });
});
