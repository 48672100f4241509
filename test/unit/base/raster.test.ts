import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Raster, RasterEdit } from '../../../src/base/raster.js';
import { RunWriter } from '../../../src/base/run-writer.js';
import { shifted } from '../../../src/base/shift.js';
import { alphaOf, rasterFrom, rasterOfAlpha, rowsOf } from '../../support/raster.js';

const edited = (from: Raster, change: (edit: RasterEdit) => void): Raster => {
  const edit = new RasterEdit(from);
  change(edit);
  return edit.done();
};

describe('Raster', () => {
  it('knows what holds its pixels, and how many there are', () => {
    const raster = edited(new Raster(600, 500), (edit) => {
      edit.span(100, 250, 300, 255);
      edit.span(400, 20, 21, 1);
    });
    assert.deepEqual(raster.bounds, { left: 20, top: 100, right: 300, bottom: 401 });
    assert.equal(raster.covered, 50);
    assert.equal(new Raster(600, 500).bounds, undefined);
    assert.equal(new Raster(600, 500).covered, 0);
  });

  it('counts no pixel beyond the picture', () => {
    const full = new Raster(300, 260, [255, 255, 255, 255]);
    assert.equal(full.covered, 300 * 260);
    assert.deepEqual(full.bounds, { left: 0, top: 0, right: 300, bottom: 260 });
    assert.equal(full.at(300, 0), 0);
    assert.equal(full.at(299, 259), 255);
  });

  it('tells where it differs from another', () => {
    const before = edited(new Raster(600, 500), (edit) => edit.span(10, 0, 600, 255));
    const after = edited(before, (edit) => edit.span(300, 270, 280, 9));
    assert.deepEqual(after.changesSince(before), { left: 270, top: 300, right: 280, bottom: 301 });
    assert.equal(before.changesSince(before), undefined);
  });
});

describe('RasterEdit', () => {
  it('copies only the tiles that it changes', () => {
    const before = edited(new Raster(1000, 1000), (edit) => {
      for (const y of [10, 300, 600]) edit.span(y, 5, 900, 200);
    });
    const kept = alphaOf(before);
    const after = edited(before, (edit) => edit.span(301, 300, 310, 255));
    const changed = after.tiles.flatMap((tile, index) => (tile === before.tiles[index] ? [] : [index]));
    assert.deepEqual(changed, [5]);
    assert.deepEqual(alphaOf(before), kept);
  });

  it('gives back the raster itself where nothing has changed', () => {
    const raster = rasterFrom('.##.', '.##.');
    assert.equal(
      edited(raster, (edit) => {
        edit.span(0, 1, 3, 255);
        edit.span(5, 0, 9, 255);
        edit.raise(1, 1, 100);
        edit.lower(0, 0, 3);
      }),
      raster,
    );
  });

  it('makes a number of a tile that has become uniform, also at the edge', () => {
    const all = edited(new Raster(300, 260), (edit) => {
      for (let y = 0; y < 260; y++) edit.span(y, 0, 300, 255);
    });
    assert.deepEqual(all.tiles, [255, 255, 255, 255]);
    const none = edited(all, (edit) => {
      for (let y = 0; y < 260; y++) edit.span(y, -5, 999, 0);
    });
    assert.deepEqual(none.tiles, [0, 0, 0, 0]);
  });

  it('raises and lowers pixels', () => {
    const raster = edited(rasterFrom('#...'), (edit) => {
      edit.raise(0, 0, 10);
      edit.raise(1, 0, 10);
      edit.lower(0, 0, 99);
      edit.lower(2, 0, 99);
    });
    assert.deepEqual([...alphaOf(raster)], [99, 10, 0, 0]);
  });
});

describe('RunWriter', () => {
  it('writes what a plain array would hold', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.constantFrom(0, 255, 7)), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 530 }), fc.integer({ min: 1, max: 20 }), runs, (width, height, list) => {
        const alpha = new Uint8Array(width * height);
        const out = new RunWriter(width, height);
        let at = 0;
        for (const [length, value] of list) {
          const end = Math.min(alpha.length, at + length);
          alpha.fill(value, at, end);
          out.run(end, value);
          at = end;
        }
        assert.deepEqual(alphaOf(out.done()), alpha);
      }),
    );
  });

  it('makes no tiles of what is alike over whole rows of them', () => {
    const out = new RunWriter(1000, 600);
    out.run(1000 * 512, 255);
    assert.deepEqual(out.done().tiles, [...Array(8).fill(255), ...Array(4).fill(0)]);
  });
});

describe('shifted', () => {
  it('moves every pixel, over tiles and off the picture', () => {
    const way = fc.integer({ min: -400, max: 400 });
    const alpha = new Uint8Array(400 * 300);
    for (let at = 0; at < alpha.length; at += 37) alpha.fill((at * 7) & 255, at, at + 5);
    const raster = rasterOfAlpha(400, 300, alpha);
    fc.assert(
      fc.property(way, way, (dx, dy) => {
        const moved = shifted(raster, dx, dy);
        for (let y = 0; y < 300; y += 7) {
          for (let x = 0; x < 400; x += 3) assert.equal(moved.at(x, y), raster.at(x - dx, y - dy));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is there and back again while nothing is lost', () => {
    const raster = rasterFrom('.....', '.##..', '.#...', '.....');
    assert.deepEqual(rowsOf(shifted(raster, 2, 1)), ['.....', '.....', '...##', '...#.']);
    assert.deepEqual(rowsOf(shifted(shifted(raster, 2, 1), -2, -1)), rowsOf(raster));
    assert.equal(shifted(raster, 0, 0), raster);
  });
});
