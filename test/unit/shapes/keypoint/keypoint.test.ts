import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type KeyPoint, keyPointCodec } from '../../../../src/shapes/keypoint/codec.js';
import { keyPointShape } from '../../../../src/shapes/keypoint/shape.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const point: KeyPoint = { x: 30, y: 40, width: 2 };
const sight = { facts: { width: 200, height: 100 } };

describe('keyPointCodec', () => {
  it('gives back any keypoint digit for digit, and no width where there was none', () => {
    const points = fc.record({ x: number, y: number, width: number }, { requiredKeys: ['x', 'y'] });
    fc.assert(
      fc.property(points, (given) => {
        const { value } = keyPointCodec.decode({ ...given, keypointlabels: ['Nose'] }, {});
        assert.ok(value);
        assert.deepEqual(keyPointCodec.encode(value, {}), { ...given });
      }),
    );
  });

  for (const [what, value] of [
    ['a missing place', { x: 1 }],
    ['a number in quotes', { x: '1', y: 2 }],
    ['a width that is not a number', { x: 1, y: 2, width: null }],
    ['a place that is not a number', { x: 1, y: Infinity }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const outcome = keyPointCodec.decode(value, {});
      assert.equal(outcome.value, undefined);
      assert.deepEqual(
        outcome.problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }
});

describe('keyPointShape', () => {
  it('draws a dot in a circle of its width, and only the dot without one', () => {
    assert.deepEqual(keyPointShape.marks(point, sight), [
      { draw: 'ellipse', centre: [30, 40], radii: [1, 2] },
      { draw: 'dot', at: [30, 40] },
    ]);
    const dot = [{ draw: 'dot', at: [30, 40] }];
    assert.deepEqual(keyPointShape.marks({ x: 30, y: 40 }, sight), dot);
    assert.deepEqual(keyPointShape.marks({ ...point, width: 0 }, sight), dot);
  });

  it('has no handles, and moves by its body as far as the picture goes', () => {
    assert.deepEqual(keyPointShape.handles(point, sight, {}), []);
    const drag = (geometry: KeyPoint, to: readonly [number, number], options = {}) =>
      keyPointShape.drag(geometry, 'body', [0, 0], to, sight, options);
    assert.deepEqual(drag(point, [5, -10]), { ...point, x: 35, y: 30 });
    assert.deepEqual(drag(point, [500, -500]), { ...point, x: 100, y: 0 });
    assert.equal(drag(point, [0, 0]), point);
    const out = { x: 110, y: 40 };
    assert.deepEqual(drag(out, [5, 1]), { x: 110, y: 41 });
    assert.deepEqual(drag(out, [-5, 0]), { x: 105, y: 40 });
    assert.deepEqual(drag(point, [0.3, 0.6], { snap: 'pixel' }), { ...point, x: 30.5, y: 41 });
  });

  it('is carried along with others', () => {
    const change = { about: [30, 30], scale: 2, degrees: 90, by: [1, 2] } as const;
    const similar = keyPointShape.similar?.(point, change, sight);
    assert.ok(similar);
    assert.ok(Math.abs(similar.x - 21) < 1e-9 && Math.abs(similar.y - 32) < 1e-9, JSON.stringify(similar));
    assert.equal(similar.width, 4);
    assert.ok(!('width' in (keyPointShape.similar?.({ x: 1, y: 2 }, change, sight) ?? {})));
    assert.deepEqual(keyPointShape.anchors?.(point, sight), [[30, 40]]);
  });

  it('reads out its figures and takes those that are typed', () => {
    assert.deepEqual(keyPointShape.describe?.(point, sight), { X: 30, Y: 40, Width: 2 });
    assert.deepEqual(keyPointShape.revise?.(point, 'Width', 0, sight), { ...point, width: 0 });
    assert.deepEqual(keyPointShape.revise?.({ x: 1, y: 2 }, 'X', 7, sight), { x: 7, y: 2 });
    assert.equal(keyPointShape.revise?.(point, 'Width', -1, sight), undefined);
    assert.equal(keyPointShape.revise?.(point, 'X', Number.NaN, sight), undefined);
  });
});
