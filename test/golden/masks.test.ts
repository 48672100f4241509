import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from 'fast-png';
import { decodeRle } from '../../src/base/rle.js';
import { alphaOf } from '../../src/formats/geometry/alpha.js';
import {
  alphaOfCounts,
  boundsOfCounts,
  compressed,
  countsOf,
  decompressed,
  pixelsIn,
} from '../../src/formats/geometry/coco-rle.js';
import { brushToCoco, brushToNumpy, brushToPng } from '../../src/formats/masks/export-masks.js';
import { decodeValues } from '../../src/formats/masks/rle-values.js';
import { assertNear, casesOf, exported, filesBelow, has, jsonAt, missing, textAt } from './picture-cases.js';

describe('masks like the peer', { skip: missing }, () => {
  for (const [folder, format] of [['ls_brush_to_numpy', brushToNumpy], ['ls_brush_to_png', brushToPng]] as const) {
    for (const name of casesOf(folder)) {
      it(`${folder}/${name}`, async () => {
        const { sink } = await exported(format, textAt(folder, name, 'config.xml'), jsonAt(folder, name, 'input.json'), {});
        const expected = filesBelow(folder, name, 'expected_new');
        assert.deepEqual([...sink.paths].sort(), [...expected.keys()].sort());
        for (const [path, theirs] of expected) {
          const ours = sink.bytes(path) ?? new Uint8Array();
          if (path.endsWith('.npy')) assert.deepEqual([...ours], [...theirs], path);
          else {
            const [a, b] = [decode(ours), decode(theirs)];
            assert.deepEqual([a.width, a.height, a.channels, [...a.data]], [b.width, b.height, b.channels, [...b.data]], path);
          }
        }
      });
    }
  }

  for (const name of casesOf('ls_brush_to_coco')) {
    it(`ls_brush_to_coco/${name}`, async () => {
      const xml = textAt('ls_brush_to_coco', name, 'config.xml');
      const { sink } = await exported(brushToCoco, xml, jsonAt('ls_brush_to_coco', name, 'input.json'), { compat: 'new' });
      const written = JSON.parse(sink.text('result_coco.json') ?? '');
      const expected = jsonAt('ls_brush_to_coco', name, 'expected_new/result_coco.json');
      for (const category of expected.categories) delete category.color;
      for (const key of ['images', 'categories', 'annotations']) assertNear(written[key], expected[key], key);
    });
  }
});

describe('runs of masks', { skip: missing }, () => {
  for (const name of casesOf('brush_rle')) {
    if (!has('brush_rle', name, 'case.json')) continue;
    it(`reads ${name}`, () => {
      const { width, height, alpha, ...encoded } = jsonAt('brush_rle', name, 'case.json');
      for (const key of ['rle_frontend', 'rle_frontend_rgb10_20_30', 'rle_python']) {
        const { raster } = decodeRle(Uint8Array.from(encoded[key]), width, height);
        assert.deepEqual(raster && [...alphaOf(raster)], alpha, key);
        const values = decodeValues(Uint8Array.from(encoded[key]), width * height * 4) ?? [];
        assert.deepEqual([...values].filter((_, at) => at % 4 === 3), alpha, key);
      }
    });
  }

  it('reads heads of other sizes', () => {
    for (const { bytes, values } of jsonAt('brush_rle', 'custom_headers.json')) {
      assert.deepEqual([...(decodeValues(Uint8Array.from(bytes)) ?? [])], values);
    }
  });
});

describe("COCO's runs", { skip: missing }, () => {
  it('are those of the reference', () => {
    for (const { size, counts, compressed: text, area, bbox, rows } of jsonAt('coco_rle', 'masks.json')) {
      const [height, width] = size;
      if (rows) {
        const alpha = Uint8Array.from([...rows.join('')].map((digit) => Number(digit) * 255));
        assert.deepEqual(countsOf(alpha, width, height), counts);
        assert.deepEqual(alphaOfCounts(counts, width, height), alpha);
      }
      assert.equal(compressed(counts), text);
      assert.deepEqual(decompressed(text), counts);
      assert.equal(pixelsIn(counts), area);
      const box = boundsOfCounts(counts, height);
      if (bbox) assert.deepEqual(box ? [box.x, box.y, box.width, box.height] : [0, 0, 0, 0], bbox);
    }
  });
});
