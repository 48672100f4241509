import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ShapeModule } from '../../../src/contract/shape.js';
import { ellipseShape } from '../../../src/shapes/ellipse/shape.js';
import { multiPolygonShape } from '../../../src/shapes/multipolygon/shape.js';
import { polygonShape } from '../../../src/shapes/polygon/shape.js';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import { vectorShape } from '../../../src/shapes/vector/shape.js';

const told = (shape: ShapeModule<any, any>, geometry: object) => {
  const problem = shape.fault?.(geometry, { facts: { width: 400, height: 200 } });
  return problem && [problem.code, problem.severity];
};
const suspect = ['result/suspect', 'warning'];
const points = [
  [0, 0],
  [10, 0],
  [10, 10],
] as const;
const vertex = (id: string, prevPointId?: string | null) => ({
  id,
  x: 1,
  y: 1,
  ...(prevPointId !== undefined && { prevPointId }),
});

describe('what is hardly meant', () => {
  it('is a box or ellipse that is nothing, or inside out', () => {
    for (const [width, height, odd] of [
      [1, 1e-9, false],
      [0, 1, true],
      [1, -1, true],
    ] as const) {
      assert.deepEqual(told(rectangleShape, { x: 1, y: 1, width, height }), odd ? suspect : undefined);
      assert.deepEqual(told(ellipseShape, { x: 1, y: 1, radiusX: width, radiusY: height }), odd ? suspect : undefined);
    }
  });

  it('is a closed ring of fewer than three points, not one that is being drawn', () => {
    assert.equal(told(polygonShape, { points }), undefined);
    assert.deepEqual(told(polygonShape, { points: points.slice(1) }), suspect);
    assert.equal(told(polygonShape, { points: points.slice(1), closed: false }), undefined);
    assert.equal(told(multiPolygonShape, { polygons: [[points], [points.slice(1)]], open: true }), undefined);
    assert.deepEqual(told(multiPolygonShape, { polygons: [[points], [points.slice(1)]] }), suspect);
  });

  it('is a vector whose vertices name what there is not, or each other in a circle', () => {
    assert.equal(told(vectorShape, { vertices: [vertex('a'), vertex('b'), vertex('c', 'a')] }), undefined);
    // As the last vertex of a closed line may be named by the first.
    assert.equal(told(vectorShape, { vertices: [vertex('a', 'b'), vertex('b', 'a')] }), undefined);
    assert.deepEqual(told(vectorShape, { vertices: [vertex('a', null), vertex('b', 'z')] }), suspect);
    assert.deepEqual(told(vectorShape, { vertices: [vertex('a', 'b'), vertex('b', 'a'), vertex('c', 'a')] }), suspect);
    assert.deepEqual(told(vectorShape, { vertices: [] }), suspect);
  });
});
