import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { summaryOf } from '../../../src/editor/regions/summary.js';

const facts = { width: 400, height: 200 };

describe('summaryOf', () => {
  it('is the marked text, as far as a row of a list can use it', () => {
    assert.equal(summaryOf('span', { Start: 1, Text: 'Ada' }, {}), 'Ada');
    assert.equal(summaryOf('span', { Text: 'x'.repeat(500) }, {}).length, 200);
  });

  it('is the size of a box in pixels', () => {
    assert.equal(summaryOf('rectangle', { X: 1, Y: 2, Width: 25, Height: 10.2 }, facts), '100 × 20 px');
    assert.equal(summaryOf('rectangle', { X: 1, Y: 2, Width: 25, Height: 10 }, {}), 'Rectangle');
  });

  it('names other shapes, with their size or their points', () => {
    assert.equal(summaryOf('ellipse', { 'Radius X': 5, 'Radius Y': 10 }, facts), 'Ellipse, 40 × 40 px');
    assert.equal(summaryOf('mask', { 'Width (px)': 30, 'Height (px)': 4 }, facts), 'Mask, 30 × 4 px');
    assert.equal(summaryOf('polygon', { X: 1, Y: 2, Points: 5 }, facts), 'Polygon, 5 points');
    assert.equal(summaryOf('vector', { Points: 1 }, facts), 'Vector, 1 point');
    assert.equal(summaryOf('skeleton', { Visible: '2 of 3', neck: 2 }, facts), 'Skeleton, 2 of 3 points');
  });

  it('says where a point is, and nothing that is not known', () => {
    assert.equal(summaryOf('keypoint', { X: 50, Y: 10, Width: 1 }, facts), 'Keypoint at 200, 20 px');
    assert.equal(summaryOf('keypoint', { X: 50, Y: 10, Width: 1 }, {}), 'Keypoint');
    assert.equal(summaryOf('blob', {}, facts), 'Blob');
  });
});
