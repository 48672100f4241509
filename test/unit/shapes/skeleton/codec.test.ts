import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { skeletonCodec } from '../../../../src/shapes/skeleton/codec.js';
import { skeletonShape } from '../../../../src/shapes/skeleton/shape.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const keypoint = fc.record(
  {
    name: fc.string(),
    x: number,
    y: number,
    visible: fc.oneof(fc.constantFrom(0, 1, 2), fc.boolean()),
    own: fc.jsonValue(),
  },
  { requiredKeys: ['name', 'x', 'y'] },
);
const unplaced = fc.record({ name: fc.string(), visible: fc.constant(0) });
const skeleton = fc.record({ keypoints: fc.array(fc.oneof(keypoint, unplaced), { maxLength: 20 }) });

describe('skeletonCodec', () => {
  it('writes back what it read, digit for digit, with all that it does not know', () => {
    fc.assert(
      fc.property(skeleton, (written) => {
        const { value, problems } = skeletonCodec.decode(written as never, {});
        assert.ok(value);
        assert.equal(problems, undefined);
        assert.deepEqual(skeletonCodec.encode(value, {}), { ...written });
      }),
    );
  });

  it('reads what can be drawn and worked on without a fault', () => {
    const sight = { facts: { width: 100, height: 50 } };
    fc.assert(
      fc.property(skeleton, (written) => {
        const { value } = skeletonCodec.decode(written as never, {});
        assert.ok(value);
        const handles = skeletonShape.handles(value, sight, {});
        assert.equal(skeletonShape.marks(value, sight).length, handles.length);
        for (const { id } of [...handles, { id: 'body' }, { id: 'k99' }, { id: 'other' }]) {
          assert.equal(skeletonShape.drag(value, id, [5, 5], [5, 5], sight, {}), value);
          skeletonShape.drag(value, id, [5, 5], [6, 7], sight, {});
          skeletonShape.erase?.(value, id, sight);
        }
        skeletonShape.describe?.(value, sight);
        for (const { apply } of skeletonShape.operations ?? []) apply(value, sight);
      }),
    );
  });

  for (const [what, value, message] of [
    ['no keypoints', {}, /list of keypoints/],
    ['a keypoint that is none', { keypoints: ['nose'] }, /^Keypoint 1 .* no name/],
    ['a keypoint without a name', { keypoints: [{ x: 1, y: 2 }] }, /^Keypoint 1 .* no name/],
    ['a place that is no number', { keypoints: [{ name: 'nose', x: '1', y: 2 }] }, /"nose" needs x and y/],
    ['a place that is not finite', { keypoints: [{ name: 'nose', x: 1, y: Number.NaN, visible: 0 }] }, /"nose" needs/],
    ['one that is visible nowhere', { keypoints: [{ name: 'nose', visible: 1 }] }, /"nose" needs x and y/],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      const { value: read, problems } = skeletonCodec.decode(value as never, {});
      assert.equal(read, undefined);
      assert.equal(problems?.[0]?.code, 'result/unreadable');
      assert.match(problems?.[0]?.message ?? '', message);
    });
  }
});
