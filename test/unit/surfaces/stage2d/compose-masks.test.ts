import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Raster, RasterEdit, TILE } from '../../../../src/base/raster.js';
import { apply, invert, type Matrix, matrixOf } from '../../../../src/surfaces/stage2d/camera.js';
import { composeMasks, type MaskPaint } from '../../../../src/surfaces/stage2d/compose-masks.js';
import { composeOutlines } from '../../../../src/surfaces/stage2d/compose-outlines.js';
import { mipOf } from '../../../../src/surfaces/stage2d/mask-mips.js';

const red = [255, 0, 0, 255] as const;
const blue = [0, 0, 255, 255] as const;
const still: Matrix = [1, 0, 0, 1, 0, 0];

function filled(width: number, height: number, left: number, top: number, right: number, bottom: number, value = 255) {
  const edit = new RasterEdit(new Raster(width, height));
  for (let y = top; y < bottom; y++) edit.span(y, left, right, value);
  return edit.done();
}

/** What is composed, with a way to ask for a pixel. */
function composed(
  masks: readonly MaskPaint[],
  matrix: Matrix,
  picture: { width: number; height: number },
  size = picture,
) {
  const bytes = composeMasks(masks, matrix, picture, { left: 0, top: 0, right: size.width, bottom: size.height });
  return (x: number, y: number) => [...bytes.slice((y * size.width + x) * 4, (y * size.width + x) * 4 + 4)];
}

describe('composeMasks', () => {
  it('puts the colour where the mask is painted, at its opacity', () => {
    const picture = { width: 600, height: 300 };
    const at = composed([{ raster: filled(600, 300, 200, 10, 300, 20), colour: red, opacity: 0.5 }], still, picture);
    assert.deepEqual(at(200, 10), [255, 0, 0, 128]);
    assert.deepEqual(at(299, 19), [255, 0, 0, 128]);
    for (const [x, y] of [
      [199, 10],
      [300, 10],
      [200, 9],
      [200, 20],
    ] as const) {
      assert.deepEqual(at(x, y), [0, 0, 0, 0]);
    }
  });

  it('has a mask that covers another let through what its opacity leaves', () => {
    const picture = { width: 300, height: 300 };
    const whole = filled(300, 300, 0, 0, 300, 300);
    const at = composed(
      [
        { raster: whole, colour: red, opacity: 1 },
        { raster: whole, colour: blue, opacity: 0.5 },
      ],
      still,
      picture,
    );
    for (const place of [at(5, 5), at(290, 290)]) {
      const [r = 0, g, b = 0, alpha] = place;
      assert.deepEqual([g, alpha], [0, 255]);
      assert.ok(Math.abs(r - 127) <= 1 && Math.abs(b - 128) <= 1, `${place}`);
    }
  });

  it('takes a mask of another size as stretched over the picture', () => {
    const at = composed([{ raster: filled(10, 5, 2, 1, 3, 2), colour: red, opacity: 1 }], still, {
      width: 200,
      height: 50,
    });
    assert.deepEqual(
      [at(40, 10), at(59, 19)],
      [
        [255, 0, 0, 255],
        [255, 0, 0, 255],
      ],
    );
    assert.deepEqual([at(39, 10)[3], at(60, 10)[3], at(40, 9)[3], at(40, 20)[3]], [0, 0, 0, 0]);
  });

  it('averages what is seen from afar', () => {
    // Every other column is painted, and each pixel of the canvas shows two by two.
    const edit = new RasterEdit(new Raster(512, 512));
    for (let y = 0; y < 512; y++) for (let x = 0; x < 256; x += 2) edit.span(y, x, x + 1, 255);
    const at = composed(
      [{ raster: edit.done(), colour: red, opacity: 1 }],
      [0.5, 0, 0, 0.5, 0, 0],
      { width: 512, height: 512 },
      { width: 256, height: 256 },
    );
    assert.deepEqual(
      [at(0, 0), at(127, 255), at(128, 0)],
      [
        [255, 0, 0, 128],
        [255, 0, 0, 128],
        [0, 0, 0, 0],
      ],
    );
  });

  it('shows at each pixel what the mask says there, at any quarter turn and zoom of one or more, also across tiles', () => {
    const raster = filled(TILE + 40, TILE + 30, TILE - 20, TILE - 10, TILE + 15, TILE + 12, 255);
    const picture = { width: raster.width, height: raster.height };
    fc.assert(
      fc.property(
        fc.constantFrom(0, 90, 180, 270),
        fc.constantFrom(1, 1.37, 2, 5.5),
        fc.integer({ min: -400, max: 50 }),
        fc.integer({ min: -400, max: 50 }),
        (rotation, zoom, x, y) => {
          const matrix = matrixOf({ x, y, zoom, rotation }, picture);
          const back = invert(matrix);
          const size = { width: 60, height: 50 };
          const at = composed([{ raster, colour: red, opacity: 1 }], matrix, picture, size);
          for (let row = 0; row < size.height; row++) {
            for (let column = 0; column < size.width; column++) {
              const [u, v] = apply(back, [column + 0.5, row + 0.5]);
              // On the very edge of a pixel either answer is right.
              if (Math.abs(u - Math.round(u)) < 1e-6 || Math.abs(v - Math.round(v)) < 1e-6) continue;
              assert.equal(at(column, row)[3], raster.at(Math.floor(u), Math.floor(v)), `${column} ${row}`);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('composes a part as it composes the whole', () => {
    const picture = { width: 300, height: 280 };
    const masks = [
      { raster: filled(300, 280, 30, 30, 280, 200), colour: red, opacity: 0.5 },
      { raster: filled(300, 280, 100, 90, 300, 280, 99), colour: blue, opacity: 0.7 },
    ];
    const matrix: Matrix = [0.4, 0, 0, 0.4, 3, 5];
    const whole = composed(masks, matrix, picture, { width: 130, height: 120 });
    const box = { left: 37, top: 41, right: 52, bottom: 60 };
    const part = composeMasks(masks, matrix, picture, box);
    for (let y = box.top; y < box.bottom; y++) {
      for (let x = box.left; x < box.right; x++) {
        const place = ((y - box.top) * 15 + x - box.left) * 4;
        assert.deepEqual([...part.slice(place, place + 4)], whole(x, y));
      }
    }
  });
});

describe('composeOutlines', () => {
  const outline = { line: red, halo: [255, 255, 255, 255] as const, reach: 0, haloReach: 1 };
  const picture = { width: 40, height: 30 };
  const drawn = (box = { left: 0, top: 0, right: 40, bottom: 30 }) => {
    const bytes = composeOutlines([{ raster: filled(40, 30, 10, 10, 20, 16), ...outline }], still, picture, box);
    const width = box.right - box.left;
    return (x: number, y: number) => {
      const place = ((y - box.top) * width + x - box.left) * 4;
      return [...bytes.slice(place, place + 4)];
    };
  };

  it('goes along the edge within the mask, its halo on both sides, and leaves the inside free', () => {
    const at = drawn();
    for (const [x, y] of [
      [10, 10],
      [19, 12],
      [15, 15],
    ] as const) {
      assert.deepEqual(at(x, y), [255, 0, 0, 255]);
    }
    assert.deepEqual(
      [at(9, 12), at(11, 12)],
      [
        [255, 255, 255, 255],
        [255, 255, 255, 255],
      ],
    );
    assert.deepEqual([at(13, 12)[3], at(7, 12)[3]], [0, 0]);
  });

  it('has no edge where only the part that is composed ends', () => {
    const [whole, part] = [drawn(), drawn({ left: 12, top: 5, right: 15, bottom: 13 })];
    for (let y = 5; y < 13; y++) for (let x = 12; x < 15; x++) assert.deepEqual(part(x, y), whole(x, y));
  });
});

describe('mipOf', () => {
  it('is the mean of the pixels it stands for', () => {
    const tile = Uint8Array.from({ length: TILE * TILE }, (_, i) => (i * 7 + (i >> 8) * 13) & 255);
    assert.equal(mipOf(tile, 0), tile);
    const half = mipOf(tile, 1);
    assert.equal(half.length, 128 * 128);
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [127, 64],
      [63, 127],
    ] as const) {
      const four = [0, 1, TILE, TILE + 1].map((more) => tile[2 * y * TILE + 2 * x + more] as number);
      assert.equal(half[y * 128 + x], Math.floor((four.reduce((sum, value) => sum + value) + 2) / 4));
    }
    const eighth = mipOf(new Uint8Array(TILE * TILE).fill(200), 3);
    assert.deepEqual([eighth.length, new Set(eighth)], [32 * 32, new Set([200])]);
    assert.equal(mipOf(tile, 1), half);
  });
});
