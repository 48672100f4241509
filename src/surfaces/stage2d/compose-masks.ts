import { type Raster, TILE, type Tile } from '../../base/raster.js';
import { invert, type Matrix, type Rect, type Size } from './camera.js';
import type { Rgba } from './colour.js';
import { mipOf } from './mask-mips.js';

/** A mask and how it is to be painted. */
export interface MaskPaint {
  readonly raster: Raster;
  readonly colour: Rgba;
  /** 0 to 1 */
  readonly opacity: number;
}

/** Pixels of the canvas that lie in one column or row of tiles: from `from` up to but not including `to`. */
interface Run {
  readonly tile: number;
  readonly from: number;
  readonly to: number;
}

/** Where along one axis of the canvas the pixels of a raster are found. */
interface Axis {
  readonly runs: readonly Run[];
  /** For each pixel of the canvas: what it adds to the place within a tile's pixels. */
  readonly parts: Int32Array;
}

/** How the pixels of a box of the canvas are found in rasters of one size. */
export interface Sampling {
  readonly across: Axis;
  readonly down: Axis;
  /** By how many halvings of the tiles. */
  readonly level: number;
  /** Whether the picture lies on its side, and so a raster's columns run down the canvas. */
  readonly sideways: boolean;
  readonly width: number;
}

const MOST_HALVINGS = 5;

/**
 * @param matrix from image pixels to pixels of the canvas, by quarter turns
 * @param raster its size; it is stretched over the picture
 * @param box whole pixels of the canvas
 */
export function samplingOf(matrix: Matrix, picture: Size, raster: Size, box: Rect): Sampling {
  const [a, b, c, d, e, f] = invert(matrix);
  const [sx, sy] = [raster.width / picture.width, raster.height / picture.height];
  const sideways = Math.abs(b) > Math.abs(a);
  // Pixels of the raster in one of the canvas; the sharper of the two axes decides how much is averaged.
  const step = Math.min(Math.hypot(a, c) * sx, Math.hypot(b, d) * sy);
  const level = Math.max(0, Math.min(MOST_HALVINGS, Math.round(Math.log2(step))));
  const columns = (count: number, from: number) =>
    sideways
      ? axisOf(from, count, c * sx, e * sx, raster.width, level, 0)
      : axisOf(from, count, a * sx, e * sx, raster.width, level, 0);
  const rows = (count: number, from: number) =>
    sideways
      ? axisOf(from, count, b * sy, f * sy, raster.height, level, 8 - level)
      : axisOf(from, count, d * sy, f * sy, raster.height, level, 8 - level);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return {
    across: sideways ? rows(width, box.left) : columns(width, box.left),
    down: sideways ? columns(height, box.top) : rows(height, box.top),
    level,
    sideways,
    width,
  };
}

/** @param shift how far the place within a tile is shifted: not at all for columns, by the width of a tile for rows */
function axisOf(
  start: number,
  count: number,
  scale: number,
  offset: number,
  size: number,
  level: number,
  shift: number,
): Axis {
  const parts = new Int32Array(count);
  const runs: { tile: number; from: number; to: number }[] = [];
  for (let i = 0; i < count; i++) {
    const at = Math.floor((start + i + 0.5) * scale + offset);
    if (at < 0 || at >= size) continue;
    parts[i] = ((at & (TILE - 1)) >> level) << shift;
    const tile = at >> 8;
    const run = runs.at(-1);
    if (run?.tile === tile) run.to = i + 1;
    else runs.push({ tile, from: i, to: i + 1 });
  }
  return { runs, parts };
}

/** Calls `visit` for each tile that is not 0 and meets the box. */
export function eachTile(
  raster: Raster,
  { across, down, sideways }: Sampling,
  visit: (tile: Tile, across: Run, down: Run) => void,
): void {
  for (const y of down.runs) {
    for (const x of across.runs) {
      const tile = raster.tiles[sideways ? x.tile * raster.columns + y.tile : y.tile * raster.columns + x.tile] ?? 0;
      if (tile !== 0) visit(tile, x, y);
    }
  }
}

/**
 * All masks one over the other, the first undermost, as the bytes of an ImageData as large as `box`.
 * @param matrix from image pixels to pixels of the canvas
 * @param box whole pixels of the canvas
 */
export function composeMasks(
  masks: readonly MaskPaint[],
  matrix: Matrix,
  picture: Size,
  box: Rect,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint32Array((box.right - box.left) * (box.bottom - box.top));
  const samplings = new Map<string, Sampling>();
  for (const mask of masks) {
    const { width, height } = mask.raster;
    const size = `${width}x${height}`;
    const sampling = samplings.get(size) ?? samplingOf(matrix, picture, { width, height }, box);
    samplings.set(size, sampling);
    blend(out, mask, sampling);
  }
  unmultiply(out);
  return new Uint8ClampedArray(out.buffer);
}

/** Puts a mask over what is there. All is multiplied by its alpha: `0xAABBGGRR`, as bytes lie in an ImageData. */
function blend(out: Uint32Array, { raster, colour, opacity }: MaskPaint, sampling: Sampling): void {
  const inks = inksOf(colour, opacity);
  const { across, down, level, width } = sampling;
  eachTile(raster, sampling, (tile, x, y) => {
    if (typeof tile === 'number') return fill(out, width, x, y, inks[tile] as number);
    const pixels = mipOf(tile, level);
    for (let row = y.from; row < y.to; row++) {
      const inTile = down.parts[row] as number;
      const line = row * width;
      for (let i = x.from; i < x.to; i++) {
        const alpha = pixels[inTile + (across.parts[i] as number)] as number;
        if (alpha === 0) continue;
        const ink = inks[alpha] as number;
        const under = out[line + i] as number;
        out[line + i] = under === 0 ? ink : over(ink, under, 256 - (ink >>> 24));
      }
    }
  });
}

function fill(out: Uint32Array, width: number, x: Run, y: Run, ink: number): void {
  const rest = 256 - (ink >>> 24);
  for (let row = y.from; row < y.to; row++) {
    const end = row * width + x.to;
    for (let at = row * width + x.from; at < end; at++) {
      const under = out[at] as number;
      out[at] = under === 0 ? ink : over(ink, under, rest);
    }
  }
}

/** Two bytes at a time; no sum exceeds its byte, as `rest` is 256 less the ink's alpha and products are rounded down. */
function over(ink: number, under: number, rest: number): number {
  const odd = (Math.imul(under & 0xff00ff, rest) >>> 8) & 0xff00ff;
  const even = Math.imul((under >>> 8) & 0xff00ff, rest) & 0xff00ff00;
  return ink + (odd | even);
}

/** What each alpha of a mask puts onto the canvas. */
function inksOf([red, green, blue, alpha]: Rgba, opacity: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, covered) => {
    const share = (covered / 255) * (alpha / 255) * opacity;
    const byte = (value: number) => Math.round(value * share);
    return ((byte(255) << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red)) >>> 0;
  });
}

/** An ImageData is not multiplied by its alpha. Neighbours are mostly alike, and then reckoned once. */
function unmultiply(pixels: Uint32Array): void {
  let [known, answer] = [0, 0];
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] as number;
    if (pixel === 0) continue;
    if (pixel !== known) {
      known = pixel;
      const alpha = pixel >>> 24;
      const by = 255 / alpha;
      const byte = (value: number) => Math.min(255, Math.round(value * by));
      answer =
        alpha === 0
          ? 0
          : (alpha << 24) | (byte((pixel >>> 16) & 255) << 16) | (byte((pixel >>> 8) & 255) << 8) | byte(pixel & 255);
    }
    pixels[i] = answer;
  }
}
