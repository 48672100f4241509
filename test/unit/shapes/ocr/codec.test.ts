import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../../src/model/json.js';
import { inPercent, ocrCodec, withBox } from '../../../../src/shapes/ocr/codec.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const json = fc.jsonValue() as fc.Arbitrary<Json>;

describe('ocrCodec', () => {
  it('gives back any box digit for digit, whatever its text is', () => {
    const boxes = fc.record(
      { x: number, y: number, width: number, height: number, rotation: number, ocrtext: json, pageIndex: json },
      { requiredKeys: ['x', 'y', 'width', 'height'] },
    );
    fc.assert(
      fc.property(boxes, (box) => {
        const { value } = ocrCodec.decode(box, {});
        assert.ok(value);
        assert.deepEqual(ocrCodec.encode(value, {}), { ...box });
      }),
    );
  });

  it('refuses what is no box', () => {
    assert.equal(ocrCodec.decode({ x: 1, ocrtext: 'a' }, {}).problems?.[0]?.code, 'result/unreadable');
  });
});

describe('inPercent', () => {
  it('takes the numbers of a box with a page number for fractions', () => {
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.05, rotation: 0 };
    assert.deepEqual(inPercent({ ...box, pageIndex: 2 }), { x: 10, y: 20, width: 30, height: 5, rotation: 0 });
    assert.deepEqual(inPercent(box), box);
  });
});

describe('withBox', () => {
  it('keeps the digits of what has not changed', () => {
    const box = { x: 0.07, y: 0.2, width: 0.3, height: 0.05, pageIndex: 1, ocrtext: 'a' };
    assert.deepEqual(withBox(box, { ...inPercent(box), y: 50 }), { ...box, y: 0.5 });
  });
});
