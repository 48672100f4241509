import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { vectorCodec } from '../../../../src/shapes/vector/codec.js';
import { vectorShape } from '../../../../src/shapes/vector/shape.js';

const read = (value: object) => vectorCodec.decode(value as never, {});
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const place = fc.record({ x: number, y: number });
const vertex = fc
  .record(
    {
      id: fc.oneof(fc.string(), fc.integer()),
      prevPointId: fc.oneof(fc.constant(null), fc.string(), fc.constantFrom('a', 'b')),
      x: number,
      y: number,
      isBezier: fc.boolean(),
      controlPoint1: place,
      controlPoint2: fc.oneof(place, fc.constant(null)),
      disconnected: fc.boolean(),
      isBranching: fc.boolean(),
      own: fc.jsonValue(),
    },
    { requiredKeys: ['x', 'y'] },
  )
  .map((one) => ({ ...one }));

describe('vectorCodec', () => {
  it('writes back what it read, digit for digit, with all that it does not know', () => {
    const value = fc.record({ vertices: fc.array(vertex), closed: fc.boolean() }, { requiredKeys: ['vertices'] });
    fc.assert(
      fc.property(value, (written) => {
        const { value: vector, problems } = read(written);
        assert.equal(problems, undefined);
        assert.deepEqual(vectorCodec.encode(vector as never, {}), { ...written });
      }),
    );
  });

  for (const [what, value, message] of [
    ['no vertices', {}, /list of vertices/],
    ['vertices that are no list', { vertices: { 0: { x: 1, y: 1 } } }, /list of vertices/],
    ['a vertex that is none', { vertices: [{ x: 1, y: 1 }, null] }, /^Vertex 2 .* x and y/],
    ['a place that is no number', { vertices: [{ x: '1', y: 1 }] }, /^Vertex 1 /],
    ['a place that is not finite', { vertices: [{ x: 1, y: Number.NaN }] }, /^Vertex 1 /],
    [
      'a control point without a place',
      { vertices: [{ x: 1, y: 1, isBezier: true, controlPoint2: { x: 'a', y: 1 } }] },
      /control points of vertex 1/,
    ],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      const { value: vector, problems } = read(value);
      assert.equal(vector, undefined);
      assert.equal(problems?.[0]?.code, 'result/unreadable');
      assert.match(problems?.[0]?.message ?? '', message);
    });
  }

  it('does not look at the control points of a vertex that is no curve', () => {
    assert.ok(read({ vertices: [{ x: 1, y: 1, isBezier: false, controlPoint1: 'none' }] }).value);
  });

  it('reads what can be drawn, pointed at and described without a fault, however it hangs together', () => {
    fc.assert(
      fc.property(fc.array(vertex, { maxLength: 8 }), fc.boolean(), (vertices, closed) => {
        const { value } = read({ vertices, closed });
        assert.ok(value);
        const sight = { facts: { width: 200, height: 100 } };
        const marks = vectorShape.marks(value, sight);
        assert.equal(marks.length > 0, vertices.length > 0);
        const handles = vectorShape.handles(value, sight, {});
        assert.equal(new Set(handles.map(({ id }) => id)).size, handles.length);
        for (const { id } of handles) {
          assert.equal(vectorShape.drag(value, id, [5, 5], [5, 5], sight, {}), value);
          vectorShape.drag(value, id, [5, 5], [6, 7], sight, {});
          vectorShape.erase?.(value, id, sight);
        }
        vectorShape.describe?.(value, sight);
        for (const { apply } of vectorShape.operations ?? []) apply(value, sight);
      }),
    );
  });
});
