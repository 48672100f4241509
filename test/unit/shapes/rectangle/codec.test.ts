import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rectangleCodec } from '../../../../src/shapes/rectangle/codec.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('rectangleCodec', () => {
  it('gives back any box digit for digit', () => {
    const boxes = fc.record(
      { x: number, y: number, width: number, height: number, rotation: number },
      { requiredKeys: ['x', 'y', 'width', 'height'] },
    );
    fc.assert(
      fc.property(boxes, (box) => {
        const { value } = rectangleCodec.decode(box, {});
        assert.ok(value);
        assert.deepEqual(rectangleCodec.encode(value, {}), { ...box });
      }),
    );
  });

  it('keeps negative sizes as they are', () => {
    const value = { x: 10, y: 10, width: -5, height: 3 };
    assert.deepEqual(rectangleCodec.decode(value, {}).value, value);
  });

  it('leaves labels and other keys to others', () => {
    const value = { x: 1, y: 2, width: 3, height: 4, rectanglelabels: ['Car'] };
    assert.deepEqual(rectangleCodec.decode(value, {}).value, { x: 1, y: 2, width: 3, height: 4 });
  });

  for (const [what, value] of [
    ['a missing side', { x: 1, y: 2, width: 3 }],
    ['a number in quotes', { x: '1', y: 2, width: 3, height: 4 }],
    ['a side that is not a number', { x: Number.NaN, y: 2, width: 3, height: 4 }],
    ['a rotation that is not a number', { x: 1, y: 2, width: 3, height: 4, rotation: null }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const outcome = rectangleCodec.decode(value, {});
      assert.equal(outcome.value, undefined);
      assert.deepEqual(
        outcome.problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }
});
