import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readIiif } from '../../../src/media/iiif.js';
import type { Layout } from '../../../src/media/tile-layout.js';

const address = new URL('https://example.org/iiif/cat/info.json?key=1');
const two = { '@context': 'http://iiif.io/api/image/2/context.json', '@id': 'http://elsewhere.test/x' };
const three = { '@context': 'http://iiif.io/api/image/3/context.json', type: 'ImageService3' };
const read = (info: object) => readIiif(JSON.stringify(info), address);
const layout = (info: object): Layout => {
  const found = read(info);
  assert.ok(typeof found !== 'string' && 'levels' in found, JSON.stringify(found));
  return found;
};
const size = { width: 1000, height: 600 };

describe('readIiif', () => {
  it('asks servers of version 2 for widths and those of version 3 for both sides', () => {
    const tiles = [{ width: 256, scaleFactors: [1, 2, 4] }];
    const old = layout({ ...two, ...size, profile: ['http://iiif.io/api/image/2/level0.json'], tiles });
    assert.equal(old.addressOf(0, 3, 2), 'https://example.org/iiif/cat/768,512,232,88/232,/0/default.jpg?key=1');
    assert.equal(old.addressOf(2, 0, 0), 'https://example.org/iiif/cat/full/250,/0/default.jpg?key=1');
    const young = layout({ ...three, ...size, profile: 'level0', tiles });
    assert.equal(young.addressOf(1, 1, 1), 'https://example.org/iiif/cat/512,512,488,88/244,44/0/default.jpg?key=1');
  });

  it('has a server that can cut anything cut as many levels as are good', () => {
    const { levels, tileSize } = layout({ ...three, width: 40_000, height: 100, profile: 'level2' });
    assert.equal(tileSize, 512);
    assert.equal(levels.length, 8);
    assert.deepEqual(levels.at(-1), { width: 313, height: 1 });
    const given = layout({
      ...two,
      ...size,
      profile: ['http://iiif.io/api/image/2/level1.json'],
      tiles: [{ width: 256 }],
    });
    assert.deepEqual(
      given.levels.map(({ width }) => width),
      [1000, 500, 250],
    );
  });

  it('takes a picture without tiles whole', () => {
    assert.deepEqual(read({ ...two, ...size }), {
      whole: 'https://example.org/iiif/cat/full/full/0/default.jpg?key=1',
    });
    assert.deepEqual(read({ ...three, ...size, profile: 'level0' }), {
      whole: 'https://example.org/iiif/cat/full/max/0/default.jpg?key=1',
    });
  });

  it('says what is wrong', () => {
    const tiles = [{ width: 256, scaleFactors: [1] }];
    assert.match(readIiif('<html>', address) as string, /no IIIF/);
    assert.match(read({ ...two }) as string, /size/);
    assert.match(read({ ...two, width: 1e12, height: 5 }) as string, /size/);
    assert.match(read({ ...size, tiles }) as string, /version/);
    assert.match(read({ ...two, ...size, tiles: [{ width: 1e6, scaleFactors: [1] }] }) as string, /tiles/);
    assert.match(read({ ...two, ...size, tiles: [{ width: 256, scaleFactors: ['1', -2, 0.5] }] }) as string, /sizes/);
  });

  it('covers the picture with regions that lie in it, whatever its size', () => {
    const side = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(16, 256, 1000), (width, height, tile) => {
        const { levels, tileSize, addressOf } = layout({
          ...three,
          width,
          height,
          profile: 'level1',
          tiles: [{ width: tile, scaleFactors: [1] }],
        });
        levels.forEach((level, index) => {
          const [column, row] = [Math.ceil(level.width / tileSize) - 1, Math.ceil(level.height / tileSize) - 1];
          const [region = ''] = addressOf(index, column, row).split('/cat/')[1]?.split('/') ?? [];
          if (region === 'full') return;
          const [x = -1, y = -1, across = 0, down = 0] = region.split(',').map(Number);
          assert.ok(across >= 1 && down >= 1);
          assert.deepEqual([x + across, y + down], [width, height]);
        });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => void readIiif(text, address)));
  });
});
