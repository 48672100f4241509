import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SlicePixels } from '../../../../src/media/dicom/slice.js';
import { ellipseIn, maskArea, polygonOf, statisticsOf, valueAt } from '../../../../src/media/dicom/slice-statistics.js';

const values = Int16Array.from({ length: 100 }, (_, i) => i);
const pixels: SlicePixels = { kind: 'grey', width: 10, height: 10, values };
const plain = { slope: 1, intercept: 0 };
const hounsfield = { slope: 2, intercept: -1000 };

describe('valueAt', () => {
  it('is in units of the modality, or colours', () => {
    assert.equal(valueAt(hounsfield, pixels, 3.9, 1.2), -974);
    assert.equal(valueAt(plain, pixels, 10, 1), undefined);
    assert.equal(valueAt(plain, pixels, -0.1, 1), undefined);
    assert.equal(valueAt(plain, pixels, Number.NaN, 1), undefined);
    const colour: SlicePixels = { kind: 'colour', width: 1, height: 1, values: Uint8ClampedArray.of(1, 2, 3, 255) };
    assert.deepEqual(valueAt(plain, colour, 0, 0), [1, 2, 3]);
  });
});

describe('statisticsOf', () => {
  it('has the pixels whose middle is in the rectangle', () => {
    const found = statisticsOf(hounsfield, pixels, { left: 0.6, top: 0, right: 3.5, bottom: 1 });
    assert.deepEqual(found, { count: 2, mean: -997, deviation: 1, least: -998, greatest: -996 });
    assert.equal(statisticsOf(plain, pixels, { left: 1.6, top: 1, right: 2.4, bottom: 2 }), undefined);
    assert.equal(statisticsOf(plain, pixels, { left: -50, top: -50, right: 500, bottom: 500 })?.count, 100);
  });

  it('is that of ellipses, polygons and masks', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    assert.equal(statisticsOf(plain, pixels, ellipseIn(box))?.count, 80);
    assert.ok(Math.abs((statisticsOf(plain, pixels, ellipseIn(box))?.mean ?? 0) - 49.5) < 1e-9);
    const triangle = polygonOf([
      [0, 0],
      [10, 0],
      [0, 10],
    ]);
    assert.ok([45, 55].includes(statisticsOf(plain, pixels, triangle)?.count ?? 0));
    const mask = new Uint8Array(100);
    mask[7] = mask[99] = 1;
    assert.deepEqual(statisticsOf(plain, pixels, maskArea(mask, pixels)), {
      count: 2,
      mean: 53,
      deviation: 46,
      least: 7,
      greatest: 99,
    });
  });

  it('keeps its digits with large values', () => {
    const far = { slope: 1, intercept: 1e9 };
    const deviation = statisticsOf(far, pixels, { left: 0, top: 0, right: 10, bottom: 10 })?.deviation ?? 0;
    assert.ok(Math.abs(deviation - Math.sqrt((100 ** 2 - 1) / 12)) < 1e-5);
  });
});
