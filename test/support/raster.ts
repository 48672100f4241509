import { Raster, RasterEdit } from '../../src/base/raster.js';

/** A raster drawn with letters: a digit or letter stands for an alpha, ` ` and `.` for none, `#` for all of it. */
export function rasterFrom(...rows: readonly string[]): Raster {
  const edit = new RasterEdit(new Raster(rows[0]?.length ?? 0, rows.length));
  rows.forEach((row, y) => {
    [...row].forEach((letter, x) => {
      edit.span(
        y,
        x,
        x + 1,
        letter === '#' ? 255 : letter === '.' || letter === ' ' ? 0 : Number.parseInt(letter, 36) * 7,
      );
    });
  });
  return edit.done();
}

/** What at least half covers a pixel as `#`. */
export const rowsOf = (raster: Raster): readonly string[] =>
  Array.from({ length: raster.height }, (_, y) =>
    Array.from({ length: raster.width }, (_, x) => (raster.at(x, y) >= 128 ? '#' : '.')).join(''),
  );

/** All alpha values, row by row. */
export const alphaOf = (raster: Raster): Uint8Array => {
  const alpha = new Uint8Array(raster.width * raster.height);
  for (let y = 0; y < raster.height; y++) {
    for (let x = 0; x < raster.width; x++) alpha[y * raster.width + x] = raster.at(x, y);
  }
  return alpha;
};

export function rasterOfAlpha(width: number, height: number, alpha: ArrayLike<number>): Raster {
  const edit = new RasterEdit(new Raster(width, height));
  for (let at = 0; at < width * height; at++) {
    const x = at % width;
    edit.span((at - x) / width, x, x + 1, alpha[at] ?? 0);
  }
  return edit.done();
}
