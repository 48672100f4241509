import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeRle, encodeRle, pixelsInRle, type Unpacked } from '../../../src/base/rle.js';
import { alphaOf, rasterFrom, rasterOfAlpha } from '../../support/raster.js';

const read = (bytes: readonly number[], width: number, height: number) =>
  decodeRle(Uint8Array.from(bytes), width, height);
const alphaIn = (unpacked: Unpacked) => {
  assert.equal(unpacked.fault, undefined);
  return unpacked.raster ? [...alphaOf(unpacked.raster)] : [];
};

/** Bits as text: `8:255` is 255 in eight bits. */
function stream(...fields: readonly string[]): number[] {
  const bits = fields
    .map((field) => {
      const [size = 0, value = 0] = field.split(':').map(Number);
      return value.toString(2).padStart(size, '0');
    })
    .join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}
const head = (count: number, word = 8, sizes: readonly number[] = [3, 4, 8, 16]) => [
  `32:${count}`,
  `5:${word - 1}`,
  ...sizes.map((size) => `4:${size - 1}`),
];

describe('decodeRle', () => {
  it('reads runs', () => {
    assert.deepEqual(alphaIn(read([0, 0, 0, 8, 57, 27, 252, 127, 241, 128, 0], 2, 1)), [255, 0]);
  });

  it('takes every fourth value of literals, which may begin in mid-pixel', () => {
    const bytes = stream(
      ...head(12),
      '1:1',
      '2:0',
      '3:4',
      '8:9',
      '1:0',
      '2:1',
      '4:6',
      ...[1, 2, 80, 4, 5, 6, 70].map((v) => `8:${v}`),
    );
    assert.deepEqual(alphaIn(read(bytes, 3, 1)), [9, 80, 70]);
  });

  it('reads alpha and not the colour', () => {
    const pixel = (alpha: number) => ['1:0', '2:0', '3:3', '8:10', '8:20', '8:30', `8:${alpha}`];
    assert.deepEqual(alphaIn(read(stream(...head(8), ...pixel(200), ...pixel(7)), 2, 1)), [200, 7]);
  });

  it('reads count fields of other sizes', () => {
    const bytes = stream(...head(8, 8, [1, 2, 3, 5]), '1:1', '2:3', '5:3', '8:77', '1:1', '2:1', '2:3', '8:5');
    assert.deepEqual(alphaIn(read(bytes, 2, 1)), [77, 5]);
  });

  it('goes on beyond tiles and past whole rows of them', () => {
    const alpha = new Uint8Array(300 * 700).fill(255, 300 * 3 + 5, 300 * 650 + 17);
    const raster = rasterOfAlpha(300, 700, alpha);
    const again = decodeRle(encodeRle(raster), 300, 700);
    assert.ok(again.raster);
    assert.deepEqual(alphaOf(again.raster), alpha);
    assert.deepEqual(
      again.raster.tiles.filter((tile) => typeof tile === 'number'),
      [255, 255],
    );
  });

  it('makes up for the last value where an encoder left it out', () => {
    const bytes = stream(...head(8), '1:1', '2:0', '3:6', '8:90');
    assert.deepEqual(alphaIn(read(bytes, 2, 1)), [90, 90]);
  });

  it('says what is wrong', () => {
    const fault = (bytes: readonly number[], width = 2, height = 1) => read(bytes, width, height).fault ?? 'nothing';
    assert.match(fault([]), /ends after 0 bytes/);
    assert.match(fault([0, 0, 0, 8, 57, 27]), /ends after 6 bytes/);
    assert.match(fault(stream(...head(8), '1:1', '2:0', '3:3', '8:90')), /cut short: 4 of 8 values/);
    assert.match(fault(stream(...head(8), '1:0', '2:0', '3:7', '8:90')), /cut short: 0 of 8 values/);
    assert.match(fault(stream(...head(8), '1:1', '2:1', '4:8', '8:90')), /longer than its 8 values/);
    assert.match(
      fault(stream(...head(12), '1:1', '2:1', '4:11', '8:90')),
      /12 values, but a picture of 2 × 1 pixels have 8/,
    );
    assert.match(fault(stream(...head(8, 5), '1:1', '2:0', '3:7', '5:3')), /5 bits, not 8/);
    assert.match(fault(stream(...head(0), '8:0'), 0, 7), /0 values/);
  });

  it('allocates nothing for a head that promises much', () => {
    const before = process.memoryUsage().arrayBuffers;
    const promised = read(stream(...head(4 * 20_000 * 20_000), '1:1', '2:3', '16:65535', '8:255'), 20_000, 20_000);
    assert.match(promised.fault ?? '', /cut short: 65536 of 1600000000/);
    assert.ok(process.memoryUsage().arrayBuffers - before < 30_000_000);
    assert.match(read(stream(...head(4 * 30_000 * 30_000), '8:0'), 30_000, 30_000).fault ?? '', /makes no mask/);
  });

  it('never throws and always ends', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, fc.uint8Array({ maxLength: 300 }), fc.boolean(), (width, height, noise, honest) => {
        const bytes = honest ? Uint8Array.from([...stream(...head(width * height * 4)), ...noise]) : noise;
        const { raster, fault } = decodeRle(bytes, width, height);
        assert.ok(raster ? raster.width === width && raster.height === height : fault !== undefined && fault !== '');
      }),
      { numRuns: 500 },
    );
  });
});

describe('encodeRle', () => {
  it('writes what the peer writes', () => {
    assert.deepEqual([...encodeRle(rasterFrom('#.'))], [0, 0, 0, 8, 57, 27, 252, 127, 241, 128, 0]);
  });

  it('keeps every alpha', () => {
    const picture = fc
      .record({ width: fc.integer({ min: 1, max: 600 }), height: fc.integer({ min: 1, max: 40 }) })
      .chain(({ width, height }) =>
        fc
          .array(
            fc.record({ length: fc.integer({ min: 1, max: width * 2 }), alpha: fc.integer({ min: 0, max: 255 }) }),
            {
              minLength: 1,
              maxLength: 60,
            },
          )
          .map((runs) => {
            const alpha = new Uint8Array(width * height);
            let at = 0;
            for (const run of runs) {
              alpha.fill(run.alpha, at, at + run.length);
              at += run.length;
            }
            return { width, height, alpha };
          }),
      );
    fc.assert(
      fc.property(picture, ({ width, height, alpha }) => {
        const bytes = encodeRle(rasterOfAlpha(width, height, alpha));
        assert.equal(pixelsInRle(bytes), width * height);
        const { raster } = decodeRle(bytes, width, height);
        assert.ok(raster);
        assert.deepEqual(alphaOf(raster), alpha);
      }),
    );
  });

  it('cuts runs that are longer than a block can be', () => {
    const full = rasterOfAlpha(300, 200, new Uint8Array(60_000).fill(255));
    const bytes = encodeRle(full);
    assert.ok(bytes.length < 25);
    assert.deepEqual(alphaOf(decodeRle(bytes, 300, 200).raster ?? full), alphaOf(full));
  });
});

describe('pixelsInRle', () => {
  it('tells how many pixels there are, if any', () => {
    assert.equal(pixelsInRle([0, 0, 0, 8]), 2);
    assert.equal(pixelsInRle([255, 255, 255, 252]), 2 ** 30 - 1);
    for (const none of [[], [0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 7], ['a', 1, 2, 4], [null, null, null, null]]) {
      assert.equal(pixelsInRle(none), undefined);
    }
  });
});

const golden = new URL('../../../../shared/golden/brush_rle/', import.meta.url);
const missing = existsSync(golden) ? false : 'shared/golden is not here';

describe('the encoders of Label Studio', { skip: missing }, () => {
  if (missing) return;
  for (const name of readdirSync(golden).filter((entry) => !entry.includes('.'))) {
    it(name, () => {
      const file = readFileSync(new URL(`${name}/case.json`, golden), 'utf8');
      const { width, height, alpha, ...encoded } = JSON.parse(file) as Record<string, number[]> & {
        width: number;
        height: number;
        alpha: number[];
      };
      for (const bytes of ['rle_frontend', 'rle_frontend_rgb10_20_30', 'rle_python']) {
        const list = encoded[bytes];
        if (list) assert.deepEqual(alphaIn(read(list, width, height)), alpha, bytes);
      }
      assert.deepEqual([...encodeRle(rasterOfAlpha(width, height, alpha))], encoded.rle_frontend);
    });
  }
});
