import type { Raster } from '../../base/raster.js';
import { apply, between, type Matrix, type Rect, type Size } from './camera.js';
import type { Rgba } from './colour.js';
import { eachTile, samplingOf } from './compose-masks.js';
import { mipOf } from './mask-mips.js';

/** What is drawn along the edge of a mask. */
export interface OutlinePaint {
  readonly raster: Raster;
  readonly line: Rgba;
  readonly halo: Rgba;
  /** How far the line, and then the halo, reach from the edge, in pixels of the canvas. */
  readonly reach: number;
  readonly haloReach: number;
}

/** Averaged pixels count as covered from a quarter on, so that a thin stroke seen from afar has an outline too. */
const COVERED = 64;

/**
 * The outlines of masks as the bytes of an ImageData as large as `box`.
 * @param matrix from image pixels to pixels of the canvas
 * @param box whole pixels of the canvas
 */
export function composeOutlines(
  masks: readonly OutlinePaint[],
  matrix: Matrix,
  picture: Size,
  box: Rect,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint32Array((box.right - box.left) * (box.bottom - box.top));
  for (const mask of masks) {
    const seen = boxAround(mask, matrix, picture, box);
    if (seen) stamp(out, box, mask, seen, edgesOf(mask.raster, matrix, picture, seen));
  }
  return new Uint8ClampedArray(out.buffer);
}

/** What has to be looked at: as much of the mask as reaches into the box, and some more around it. */
function boxAround({ raster, haloReach }: OutlinePaint, matrix: Matrix, picture: Size, box: Rect): Rect | undefined {
  const { bounds } = raster;
  if (!bounds) return undefined;
  const [sx, sy] = [picture.width / raster.width, picture.height / raster.height];
  const around = between(
    apply(matrix, [bounds.left * sx, bounds.top * sy]),
    apply(matrix, [bounds.right * sx, bounds.bottom * sy]),
  );
  const more = Math.ceil(haloReach) + 1;
  const seen: Rect = {
    left: Math.floor(Math.max(around.left, box.left - more)) - 1,
    top: Math.floor(Math.max(around.top, box.top - more)) - 1,
    right: Math.ceil(Math.min(around.right, box.right + more)) + 1,
    bottom: Math.ceil(Math.min(around.bottom, box.bottom + more)) + 1,
  };
  return seen.left < seen.right && seen.top < seen.bottom ? seen : undefined;
}

/** The covered pixels of a box that have a neighbour which is not, as places in it. */
function edgesOf(raster: Raster, matrix: Matrix, picture: Size, seen: Rect): readonly number[] {
  const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
  const covered = new Uint8Array(width * height);
  const sampling = samplingOf(matrix, picture, raster, seen);
  const { across, down, level } = sampling;
  eachTile(raster, sampling, (tile, x, y) => {
    const pixels = typeof tile === 'number' ? undefined : mipOf(tile, level);
    if (!pixels && (tile as number) < COVERED) return;
    for (let row = y.from; row < y.to; row++) {
      const line = row * width;
      if (!pixels) {
        covered.fill(1, line + x.from, line + x.to);
        continue;
      }
      const inTile = down.parts[row] as number;
      for (let i = x.from; i < x.to; i++) {
        if ((pixels[inTile + (across.parts[i] as number)] as number) >= COVERED) covered[line + i] = 1;
      }
    }
  });
  const edges: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      if (covered[at] === 0) continue;
      const around =
        (covered[at - 1] as number) &
        (covered[at + 1] as number) &
        (covered[at - width] as number) &
        (covered[at + width] as number);
      if (around === 0) edges.push(at);
    }
  }
  return edges;
}

/** All of the halo first, or it would lie on the line of a neighbour. */
function stamp(out: Uint32Array, box: Rect, mask: OutlinePaint, seen: Rect, edges: readonly number[]): void {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const inRow = seen.right - seen.left;
  const [left, top] = [seen.left - box.left, seen.top - box.top];
  const draw = (reach: number, ink: number, covers: boolean) => {
    const disc = discOf(reach);
    for (const edge of edges) {
      const x = (edge % inRow) + left;
      const y = Math.floor(edge / inRow) + top;
      for (const [dx, dy] of disc) {
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const at = (y + dy) * width + x + dx;
        if (covers || out[at] === 0) out[at] = ink;
      }
    }
  };
  draw(mask.haloReach, inkOf(mask.halo), false);
  draw(mask.reach, inkOf(mask.line), true);
}

function discOf(reach: number): readonly (readonly [number, number])[] {
  const disc: [number, number][] = [];
  const whole = Math.ceil(reach);
  for (let y = -whole; y <= whole; y++) {
    for (let x = -whole; x <= whole; x++) if (Math.hypot(x, y) <= reach) disc.push([x, y]);
  }
  return disc;
}

/** As the bytes of an ImageData lie. */
const inkOf = ([red, green, blue, alpha]: Rgba): number => ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
