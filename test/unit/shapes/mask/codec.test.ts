import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeRle } from '../../../../src/base/rle.js';
import type { Dict, Json } from '../../../../src/model/json.js';
import { loadPng, writePng } from '../../../../src/shapes/bitmask/png.js';
import { maskCodec } from '../../../../src/shapes/mask/codec.js';
import { rasterOf } from '../../../../src/shapes/mask/mask.js';
import { alphaOf, rasterFrom, rowsOf } from '../../../support/raster.js';

const raster = rasterFrom('.##..', '.#a..', '.....');
const rle = [...encodeRle(raster)];
const facts = { width: 5, height: 3 };
const decoded = (value: Dict, on = facts) => {
  const { value: mask, problems } = maskCodec.decode(value, on);
  assert.deepEqual(problems ?? [], []);
  assert.ok(mask);
  return mask;
};
const message = (value: Dict, on: object = facts) => {
  const { value: mask, problems } = maskCodec.decode(value, on);
  assert.equal(mask, undefined);
  assert.equal(problems?.[0]?.code, 'result/unreadable');
  return problems[0].message;
};

describe('maskCodec', () => {
  before(loadPng);

  it('keeps what nobody has changed as it came', () => {
    const value = { format: 'rle', rle, touches: [{ type: 'add' }], brushlabels: ['Sky'] };
    const encoded = maskCodec.encode(decoded(value), facts);
    assert.deepEqual(encoded, { format: 'rle', rle, touches: [{ type: 'add' }] });
    assert.equal(encoded.rle, rle);
    assert.deepEqual(maskCodec.encode(decoded({ rle }), facts), { rle });
  });

  it('reads the alpha, once', () => {
    const value = { format: 'rle', rle };
    const mask = decoded(value);
    assert.deepEqual(alphaOf(rasterOf(mask, facts) ?? raster), alphaOf(raster));
    assert.equal(decoded(value), mask);
    assert.equal(rasterOf(mask, facts), rasterOf(mask, { width: 3, height: 5 }));
  });

  it('writes what was changed as bytes, the same ones each time', () => {
    const edited = { raster };
    const first = maskCodec.encode(edited, facts);
    assert.deepEqual(first, { format: 'rle', rle });
    assert.equal(maskCodec.encode({ raster }, facts).rle, first.rle);
    assert.deepEqual(rowsOf(rasterOf(decoded(first), facts) ?? raster), rowsOf(raster));
  });

  it('waits for the size of the picture', () => {
    const mask = maskCodec.decode({ rle }, {}).value;
    assert.ok(mask);
    assert.equal(rasterOf(mask, {}), undefined);
    assert.deepEqual(rowsOf(rasterOf(mask, facts) ?? raster), rowsOf(raster));
    assert.deepEqual(maskCodec.encode(mask, facts), { rle });
  });

  it('names both sizes where a mask is not of the size of the picture', () => {
    const said = message({ rle }, { width: 3000, height: 2860 });
    assert.match(said, /the mask has 15 pixels, the picture 3000 × 2860 pixels, 8580000 in all/);
  });

  it('says what is wrong with a mask', () => {
    assert.match(message({}), /neither "rle" nor/);
    assert.match(message({ rle: [] }), /neither "rle" nor/);
    assert.match(message({ rle: 'AAAA' }), /no list of bytes/);
    assert.match(message({ rle: rle.slice(0, -3) }), /cut short/);
    assert.match(message({ rle: [1, 2] }), /does not begin with the number of its values/);
    for (const odd of [256, -1, 1.5, 'a', null, Number.NaN] as Json[]) {
      assert.match(message({ rle: [...rle.slice(0, -1), odd] }), /no list of bytes/);
      assert.match(message({ rle: [...rle.slice(0, -1), odd] }, {}), /no list of bytes/);
    }
    assert.match(message({ maskDataURL: 'data:image/gif;base64,R0lGOD' }), /must be a data URL of a PNG/);
    assert.match(message({ maskDataURL: 'data:image/png;base64,!!!' }), /damaged/);
  });

  it('reads a PNG where there is no RLE, and writes an RLE in its place', () => {
    const url = writePng(rasterFrom('.##', '...')) ?? '';
    const mask = decoded({ maskDataURL: url }, { width: 3, height: 2 });
    assert.deepEqual(rowsOf(rasterOf(mask, {}) ?? raster), ['.##', '...']);
    assert.deepEqual(maskCodec.encode(mask, {}), { maskDataURL: url });
  });

  it('adds strokes of a draft that are not in the RLE yet', () => {
    const touch = (type: string, ...relativePoints: number[]) => ({
      type,
      relativePoints,
      points: relativePoints.map((value) => value * 4),
      strokeWidth: 80,
    });
    const empty = [...encodeRle(rasterFrom(...Array(10).fill('..........')))];
    const ten = { width: 10, height: 10 };
    const touches = [touch('add', 20, 50, 80, 50), touch('eraser', 50, 50)];
    const mask = decoded({ rle: empty, touches }, ten);
    const painted = rasterOf(mask, ten);
    assert.equal(painted?.at(2, 5), 255);
    assert.equal(painted?.at(7, 4), 255);
    assert.equal(painted?.at(5, 5), 0);
    assert.equal(painted?.at(5, 8), 0);
    assert.deepEqual(decoded({ rle: empty, touches: ['?', { relativePoints: ['a'] }] }, ten).wire?.rle, empty);
  });

  it('never throws on what is no mask', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.array(fc.integer({ min: 0, max: 255 })), fc.constant(rle));
    const value = fc.record(
      { format: odd, rle: odd, maskDataURL: odd, touches: odd },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(value, fc.constantFrom({}, facts, { width: 0, height: 0 }), (given, on) => {
        const { value: mask, problems } = maskCodec.decode(given as Dict, on);
        assert.ok(mask || problems?.[0]?.code === 'result/unreadable');
        if (mask) assert.deepEqual(maskCodec.encode(mask, on), given);
      }),
    );
  });
});

const cases = new URL('../../../../../shared/conformance/cases/', import.meta.url);
const missing = existsSync(cases) ? false : 'shared/conformance is not here';

describe('masks that Label Studio wrote', { skip: missing }, () => {
  const results = (name: string): readonly { readonly value: Dict; readonly original_width?: number }[] => {
    const task = JSON.parse(readFileSync(new URL(`${name}/task.json`, cases), 'utf8'));
    return [...task.annotations, ...(task.predictions ?? [])].flatMap(({ result }) => result);
  };
  const sizes = {
    'ex-image-segmentation': { width: 2242, height: 2802 },
    'ex-image-magic-wand': { width: 3000, height: 2860 },
  };

  for (const [name, size] of Object.entries(sizes)) {
    it(name, () => {
      const masks = results(name).filter(({ value }) => Array.isArray(value.rle));
      assert.ok(masks.length > 0);
      for (const { value } of masks) {
        const mask = decoded(value, size);
        const pixels = rasterOf(mask, size);
        assert.ok(pixels && pixels.covered > 1000);
        const again = decoded(maskCodec.encode({ raster: pixels }, size), size);
        assert.deepEqual(alphaOf(rasterOf(again, size) ?? raster), alphaOf(pixels));
      }
    });
  }
});
