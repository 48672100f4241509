import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Raster, RasterEdit } from '../../../../src/base/raster.js';
import type { Mark } from '../../../../src/contract/shape.js';
import type { Layer } from '../../../../src/contract/surface.js';
import { BoundsIndex } from '../../../../src/surfaces/stage2d/bounds.js';
import { type Grip, gripUnder, isUnder, layersMeeting, layerUnder } from '../../../../src/surfaces/stage2d/hit.js';

const picture = { width: 200, height: 100 };
const aim = { picture, tolerance: [1, 2] as const };
const layer = (id: string, mark: Mark, more: Partial<Layer> = {}): Layer =>
  Object.freeze({ id, marks: [mark], colour: 'red', fillOpacity: 0.2, strokeWidth: 1, ...more });
const box = (x: number, y: number, width: number, height: number, rotation = 0): Mark => ({
  draw: 'box',
  x,
  y,
  width,
  height,
  rotation,
});
const pick = (layers: readonly Layer[], at: readonly [number, number]) => {
  const index = new BoundsIndex();
  index.update(layers, picture);
  return layerUnder(index, at, aim)?.regionId;
};

describe('layerUnder', () => {
  it('takes the topmost of those under the point', () => {
    const layers = [layer('low', box(0, 0, 50, 50)), layer('high', box(20, 20, 50, 50))];
    assert.equal(pick(layers, [30, 30]), 'high');
    assert.equal(pick(layers, [10, 10]), 'low');
    assert.equal(pick(layers, [90, 90]), undefined);
  });

  it('takes the one the point is inside of before one above it that it is only near to', () => {
    const layers = [layer('inside', box(0, 0, 10, 10)), layer('beside', box(10.5, 0, 10, 10))];
    assert.equal(pick(layers, [9.8, 5]), 'inside');
    assert.equal(pick(layers, [10.4, 5]), 'beside');
  });

  it('takes a much smaller one that the point is near to', () => {
    const layers = [layer('large', box(0, 0, 100, 100)), layer('dot', box(50, 50, 1, 1))];
    assert.equal(pick(layers, [51.5, 50.5]), 'dot');
  });

  it('takes a selected one before those above it', () => {
    const layers = [layer('low', box(0, 0, 50, 50), { selected: true }), layer('high', box(20, 20, 50, 50))];
    assert.equal(pick(layers, [30, 30]), 'low');
  });

  it('takes the nearest of dots that stand close together, and a dot before what it lies on', () => {
    const dot = (id: string, x: number) => layer(id, { draw: 'dot', at: [x, 50] });
    const layers = [dot('a', 50), dot('b', 50.8), layer('box', box(0, 0, 100, 100))];
    assert.equal(pick(layers, [50.1, 50]), 'a');
    assert.equal(pick(layers, [50.7, 50]), 'b');
    assert.equal(pick(layers, [60, 50]), 'box');
  });

  it('does not take a frame', () => {
    const layers = [layer('a', box(0, 0, 50, 50)), layer('frame', box(0, 0, 50, 50), { frame: true })];
    assert.equal(pick(layers, [25, 25]), 'a');
    assert.equal(pick(layers, [50, 25]), 'a');
  });

  it('reaches a region that lies wholly inside of the selected one', () => {
    const layers = [layer('small', box(10, 10, 10, 10)), layer('large', box(0, 0, 100, 100), { selected: true })];
    assert.equal(pick(layers, [15, 15]), 'small');
    assert.equal(pick(layers, [50, 50]), 'large');
  });
});

describe('isUnder', () => {
  it('turns a box about its top left corner, in the proportions of pixels', () => {
    // 20 by 10 pixels, turned by 90 degrees: it now hangs to the left of x = 50 % and down.
    const turned = layer('a', box(50, 20, 10, 10, 90));
    assert.equal(isUnder(turned, [47, 35], aim), true);
    assert.equal(isUnder(turned, [55, 25], aim), false);
  });

  it('takes a region that is not filled only by its edge', () => {
    const hollow = layer('a', box(20, 20, 40, 40), { fillOpacity: 0 });
    assert.equal(isUnder(hollow, [40, 40], aim), false);
    assert.equal(isUnder(hollow, [20.5, 40], aim), true);
    assert.equal(isUnder({ ...hollow, selected: true }, [40, 40], aim), true);
  });

  it('knows the round of an ellipse and its rotation', () => {
    const ellipse = layer('a', { draw: 'ellipse', centre: [50, 50], radii: [20, 10] });
    assert.equal(isUnder(ellipse, [68, 50], aim), true);
    assert.equal(isUnder(ellipse, [68, 60], aim), false);
    const turned = layer('b', { draw: 'ellipse', centre: [50, 50], radii: [20, 10], rotation: 90 });
    assert.equal(isUnder(turned, [50, 85], aim), true);
    assert.equal(isUnder(turned, [68, 50], aim), false);
  });

  it('is inside of a closed path, and near an open one', () => {
    const points = [
      [10, 10],
      [50, 10],
      [50, 60],
    ];
    assert.equal(isUnder(layer('a', { draw: 'path', points, closed: true }), [40, 20], aim), true);
    assert.equal(isUnder(layer('b', { draw: 'path', points }), [40, 20], aim), false);
    assert.equal(isUnder(layer('b', { draw: 'path', points }), [50.5, 30], aim), true);
  });

  it('finds a dot by its surroundings', () => {
    const dot = layer('a', { draw: 'dot', at: [50, 50] });
    assert.equal(isUnder(dot, [50.5, 50.5], aim), true);
    assert.equal(isUnder(dot, [55, 50], aim), false);
  });

  it('is not inside of an area where that has a hole, but near the rim of one', () => {
    const square = (from: number, to: number) =>
      [
        [from, from],
        [to, from],
        [to, to],
        [from, to],
      ] as const;
    const rings = [square(10, 90), square(30, 70), square(45, 55)];
    const ring = layer('a', { draw: 'area', rings });
    assert.equal(isUnder(ring, [20, 50], aim), true);
    assert.equal(isUnder(ring, [40, 50], aim), false);
    assert.equal(isUnder(ring, [50, 50], aim), true);
    assert.equal(isUnder(ring, [30.5, 50], aim), true);
    assert.equal(isUnder({ ...ring, fillOpacity: 0 }, [20, 50], aim), false);
    assert.equal(isUnder({ ...ring, fillOpacity: 0 }, [10.5, 50], aim), true);
  });

  it('is on a mask where that is painted, or next to it, whatever its opacity', () => {
    const edit = new RasterEdit(new Raster(400, 200));
    for (let y = 50; y < 60; y++) edit.span(y, 100, 200, 1);
    const mask = layer('a', { draw: 'mask', raster: edit.done() }, { fillOpacity: 0 });
    assert.equal(isUnder(mask, [30, 27], aim), true);
    assert.equal(isUnder(mask, [50.4, 27], aim), true);
    assert.equal(isUnder(mask, [51, 27], aim), false);
    assert.equal(isUnder(mask, [30, 50], aim), false);
    assert.equal(isUnder(mask, [50.4, 27], { picture, tolerance: [0, 0] }), false);
  });
});

describe('layersMeeting', () => {
  it('names the layers whose bounds meet a box', () => {
    const index = new BoundsIndex();
    index.update(
      [layer('a', box(0, 0, 10, 10)), layer('b', box(40, 40, 10, 10)), layer('c', box(45, 0, 10, 10))],
      picture,
    );
    assert.deepEqual(layersMeeting(index, { left: 42, top: 5, right: 60, bottom: 45 }), ['b', 'c']);
  });
});

describe('gripUnder', () => {
  const grip = (id: string, x: number, reach: number): Grip => ({
    regionId: 'a',
    handle: { id, at: [0, 0] },
    at: [x, 0],
    reach,
  });

  it('takes the nearest that is in reach', () => {
    const grips = [grip('far', 0, 20), grip('near', 10, 20), grip('short', 13, 2)];
    assert.equal(gripUnder(grips, [9, 0])?.handle.id, 'near');
    assert.equal(gripUnder(grips, [12, 0])?.handle.id, 'short');
    assert.equal(gripUnder(grips, [50, 0]), undefined);
  });
});
