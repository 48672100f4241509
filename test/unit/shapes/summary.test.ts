import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Raster, RasterEdit } from '../../../src/base/raster.js';
import type { ShapeModule } from '../../../src/contract/shape.js';
import { flowGeometry } from '../../../src/geometry/flow.js';
import { pictureGeometry } from '../../../src/geometry/picture.js';

const facts = { width: 400, height: 200 };
const shapes = new Map<string, ShapeModule>(
  [...pictureGeometry.shapes, ...flowGeometry.shapes].map((shape) => [shape.name, shape]),
);
const told = (shape: string, geometry: unknown, known: object = facts) =>
  shapes.get(shape)?.summary?.(geometry, { facts: known });
const triangle = [
  [10, 10],
  [20, 10],
  [20, 20],
];

/** A mask of 30 by 4 pixels. */
function painted(): Raster {
  const edit = new RasterEdit(new Raster(400, 200));
  for (let y = 10; y < 14; y++) edit.span(y, 20, 50, 255);
  return edit.done();
}

describe('ShapeModule.summary', () => {
  it('is given by every shape that is built in', () => {
    for (const [name, shape] of shapes) assert.ok(shape.summary, name);
  });

  it('is the size of a box in pixels', () => {
    const box = { x: 1, y: 2, width: 25, height: 10.2 };
    assert.equal(told('rectangle', box), '100 × 20 px');
    assert.equal(told('rectangle', box, {}), 'Rectangle');
  });

  it('names other shapes, with their size, points or place', () => {
    const ellipse = { x: 50, y: 50, radiusX: 5, radiusY: 10 };
    assert.equal(told('ellipse', ellipse), 'Ellipse, 40 × 40 px');
    assert.equal(told('ellipse', ellipse, {}), 'Ellipse');
    assert.equal(told('polygon', { points: triangle, closed: true }), 'Polygon, 3 points');
    assert.equal(told('polygon', { points: triangle.slice(0, 1), closed: false }), 'Polygon, 1 point');
    assert.equal(told('multipolygon', { polygons: [[triangle, triangle]] }), 'Multi-polygon, 6 points');
    assert.equal(told('vector', { vertices: [{ id: 'a', x: 1, y: 1 }] }), 'Vector, 1 point');
    assert.equal(told('keypoint', { x: 50, y: 10, width: 1 }), 'Keypoint at 200, 20 px');
    assert.equal(told('keypoint', { x: 50, y: 10 }, {}), 'Keypoint');
    assert.equal(told('mask', { raster: painted() }), 'Mask, 30 × 4 px');
    assert.equal(told('bitmask', { raster: new Raster(400, 200) }), 'Bitmask');
    const keypoints = [
      { name: 'a', x: 1, y: 1, visible: 2 },
      { name: 'b', x: 2, y: 2, visible: 1 },
    ];
    assert.equal(told('skeleton', { keypoints }), 'Skeleton, 1 of 2 points');
  });

  it('is the marked text, as far as a row of a list can use it', () => {
    assert.equal(told('span', { start: 0, end: 3, text: 'Ada' }, {}), 'Ada');
    assert.equal(told('span', { start: 4, end: 12 }, { text: 'Ada Lovelace' }), 'Lovelace');
    assert.equal(told('span', { start: 0, end: 500, text: 'x'.repeat(500) }, {})?.length, 200);
    assert.equal(told('span', { start: 0, end: 3 }, {}), 'Span');
  });
});
