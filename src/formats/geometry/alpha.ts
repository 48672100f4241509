import { HALF, type Raster, TILE } from '../../base/raster.js';
import { RunWriter } from '../../base/run-writer.js';
import type { Point } from '../pictures.js';

/*
 * A mask as other tools have it: one byte of alpha for each pixel, row by row from the top left corner.
 */

export function alphaOf({ width, height, columns, tiles }: Raster): Uint8Array {
  const alpha = new Uint8Array(width * height);
  for (const [index, tile] of tiles.entries()) {
    if (tile === 0) continue;
    const left = (index % columns) * TILE;
    const top = Math.floor(index / columns) * TILE;
    const [right, bottom] = [Math.min(left + TILE, width), Math.min(top + TILE, height)];
    for (let y = top; y < bottom; y++) {
      const row = y * width;
      if (typeof tile === 'number') alpha.fill(tile, row + left, row + right);
      else alpha.set(tile.subarray((y & 255) << 8, ((y & 255) << 8) + right - left), row + left);
    }
  }
  return alpha;
}

export function rasterOf(alpha: Uint8Array, width: number, height: number): Raster {
  const out = new RunWriter(width, height);
  for (let at = 0; at < alpha.length; ) {
    const value = alpha[at] as number;
    let end = at + 1;
    while (end < alpha.length && alpha[end] === value) end++;
    out.run(end, value);
    at = end;
  }
  return out.done();
}

/**
 * From which alpha on a pixel belongs to the mask: half. In masks that never reach it, such as those of 0 and 1, all that
 * is not 0 belongs to it.
 */
export function thresholdOf(alpha: Uint8Array): number {
  for (let at = 0; at < alpha.length; at++) if ((alpha[at] as number) >= HALF) return HALF;
  return 1;
}

/** Of 0 and 255 only. */
export function hard(alpha: Uint8Array): Uint8Array {
  const threshold = thresholdOf(alpha);
  return alpha.map((value) => (value >= threshold ? 255 : 0));
}

/** A polygon's outline and holes, as pixels' edges or any other points. */
export type Rings = readonly (readonly Point[])[];
