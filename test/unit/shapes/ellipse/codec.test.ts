import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ellipseCodec } from '../../../../src/shapes/ellipse/codec.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('ellipseCodec', () => {
  it('gives back any ellipse digit for digit, and no rotation where there was none', () => {
    const ellipses = fc.record(
      { x: number, y: number, radiusX: number, radiusY: number, rotation: number },
      { requiredKeys: ['x', 'y', 'radiusX', 'radiusY'] },
    );
    fc.assert(
      fc.property(ellipses, (ellipse) => {
        const { value } = ellipseCodec.decode({ ...ellipse, ellipselabels: ['Cell'] }, {});
        assert.ok(value);
        assert.deepEqual(ellipseCodec.encode(value, {}), { ...ellipse });
      }),
    );
  });

  for (const [what, value] of [
    ['a missing radius', { x: 1, y: 2, radiusX: 3 }],
    ['a number in quotes', { x: '1', y: 2, radiusX: 3, radiusY: 4 }],
    ['a radius that is not a number', { x: 1, y: 2, radiusX: Number.NaN, radiusY: 4 }],
    ['a rotation that is not a number', { x: 1, y: 2, radiusX: 3, radiusY: 4, rotation: null }],
    ['a box', { x: 1, y: 2, width: 3, height: 4 }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const outcome = ellipseCodec.decode(value, {});
      assert.equal(outcome.value, undefined);
      assert.deepEqual(
        outcome.problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }

  it('says what is wrong', () => {
    const [problem] = ellipseCodec.decode({ x: 1, y: '2', radiusX: 3 }, {}).problems ?? [];
    assert.match(problem?.message ?? '', /wrong or missing: y, radiusY\.$/);
  });
});
