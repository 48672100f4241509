import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Raster, RasterEdit } from '../../../../src/base/raster.js';
import type { Layer } from '../../../../src/contract/surface.js';
import { BoundsIndex, layerBounds } from '../../../../src/surfaces/stage2d/bounds.js';

const picture = { width: 200, height: 100 };
const layer = (id: number, x: number): Layer =>
  Object.freeze<Layer>({
    id: `${id}`,
    marks: [{ draw: 'box', x, y: 1, width: 2, height: 3 }],
    colour: 'red',
    fillOpacity: 0.2,
    strokeWidth: 1,
  });

describe('layerBounds', () => {
  it('goes round a turned box', () => {
    const turned: Layer = {
      ...layer(0, 0),
      marks: [{ draw: 'box', x: 50, y: 20, width: 10, height: 10, rotation: 90 }],
    };
    const { left, top, right, bottom } = layerBounds(turned, picture) ?? assert.fail('nothing');
    assert.deepEqual([left, top, right, bottom].map(Math.round), [45, 20, 50, 40]);
  });

  it('goes round all marks of a layer', () => {
    const two: Layer = {
      ...layer(0, 0),
      marks: [
        { draw: 'dot', at: [5, 5] },
        { draw: 'ellipse', centre: [50, 50], radii: [10, 20] },
      ],
    };
    assert.deepEqual(layerBounds(two, picture), { left: 5, top: 5, right: 60, bottom: 70 });
  });

  it('goes round all rings of an area, and round what is painted of a mask, in percent of the picture', () => {
    const rings = [
      [
        [10, 20],
        [30, 20],
        [30, 40],
      ],
      [
        [50, 5],
        [60, 5],
        [60, 8],
      ],
    ] as const;
    assert.deepEqual(layerBounds({ ...layer(0, 0), marks: [{ draw: 'area', rings }] }, picture), {
      left: 10,
      top: 5,
      right: 60,
      bottom: 40,
    });
    // The mask is twice as wide as the picture, which it is stretched over all the same.
    const edit = new RasterEdit(new Raster(400, 100));
    edit.span(25, 100, 200, 255);
    const mask: Layer = { ...layer(0, 0), marks: [{ draw: 'mask', raster: edit.done() }] };
    assert.deepEqual(layerBounds(mask, picture), { left: 25, top: 25, right: 50, bottom: 26 });
    assert.equal(layerBounds({ ...mask, marks: [{ draw: 'mask', raster: new Raster(9, 9) }] }, picture), undefined);
  });

  it('is nothing for a layer without marks', () => {
    assert.equal(layerBounds({ ...layer(0, 0), marks: [] }, picture), undefined);
  });
});

describe('BoundsIndex', () => {
  it('knows the same after any sequence of lists as if it had seen the last one only', () => {
    const pool = Array.from({ length: 12 }, (_, i) => layer(i, i * 7));
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(11)), { minLength: 1, maxLength: 6 }), (lists) => {
        const index = new BoundsIndex();
        for (const list of lists)
          index.update(
            list.map((i) => pool[i] as Layer),
            picture,
          );
        const seen = (lists.at(-1) ?? []).map((_, place) => index.at(place));
        assert.deepEqual(
          seen,
          (lists.at(-1) ?? []).map((i) => layerBounds(pool[i] as Layer, picture)),
        );
      }),
    );
  });

  it('finds no frame anywhere', () => {
    const index = new BoundsIndex();
    index.update([layer(0, 0), { ...layer(1, 0), frame: true }], picture);
    assert.equal(index.at(1), undefined);
    const met: string[] = [];
    index.each({ left: 0, top: 0, right: 100, bottom: 100 }, ({ id }) => met.push(id));
    assert.deepEqual(met, ['0']);
  });

  it('computes all anew for a picture of other proportions', () => {
    const turned: Layer = {
      ...layer(0, 0),
      marks: [{ draw: 'box', x: 50, y: 20, width: 10, height: 10, rotation: 90 }],
    };
    const index = new BoundsIndex();
    const layers = [turned];
    index.update(layers, picture);
    index.update(layers, { width: 100, height: 100 });
    assert.equal(Math.round(index.at(0)?.left ?? 0), 40);
  });
});
