import { TILE } from '../../base/raster.js';

/** Of each tile its halved, quartered … pixels, as far as they were asked for. They go when the tile does. */
const known = new WeakMap<Uint8Array, Uint8Array[]>();

/** A tile's pixels halved `level` times; those of level 0 are its own. Row by row, `256 >> level` in each. */
export function mipOf(tile: Uint8Array, level: number): Uint8Array {
  if (level === 0) return tile;
  let mips = known.get(tile);
  if (!mips) {
    mips = [];
    known.set(tile, mips);
  }
  for (let at = mips.length; at < level; at++) mips.push(halved(mips[at - 1] ?? tile, TILE >> at));
  return mips[level - 1] as Uint8Array;
}

/** The mean of each two by two pixels. Four pixels are read at once. */
function halved(pixels: Uint8Array, side: number): Uint8Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  const out = new Uint8Array(pixels.length / 4);
  const [inRow, half] = [side / 4, side / 2];
  for (let y = 0; y < half; y++) {
    const upper = 2 * y * inRow;
    for (let x = 0; x < inRow; x++) {
      const [a, b] = [words[upper + x] as number, words[upper + inRow + x] as number];
      if ((a | b) === 0) continue;
      const sum = (a & 0xff00ff) + ((a >>> 8) & 0xff00ff) + (b & 0xff00ff) + ((b >>> 8) & 0xff00ff);
      const at = y * half + 2 * x;
      out[at] = ((sum & 0xffff) + 2) >> 2;
      out[at + 1] = ((sum >>> 16) + 2) >> 2;
    }
  }
  return out;
}
