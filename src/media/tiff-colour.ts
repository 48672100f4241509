import type { TiffDirectory } from './tiff-directory.js';

/** The samples of some pixels: of all together, or of each plane. */
export type Samples = readonly ArrayLike<number>[];
/** What becomes black and what becomes white. */
export type Range = readonly [low: number, high: number];

const WHITE_IS_ZERO = 0;
const RGB = 2;
const PALETTE = 3;
const CMYK = 5;
const MULTIPLIED = 1;

/** @param seen of samples that are floating-point numbers, the least and the greatest in the picture */
export function rangeOf({ bits, float }: TiffDirectory, seen: Range): Range {
  if (!float) return [0, 2 ** bits - 1];
  // Most are shares of one; what goes beyond is stretched.
  return seen[0] >= 0 && seen[1] <= 1 ? [0, 1] : seen;
}

/** Writes `count` pixels of a piece, from the pixel `from` on, as RGBA into `out` from the pixel `to` on. */
export function writeColours(
  directory: TiffDirectory,
  planes: Samples,
  [low, high]: Range,
  { from, count, out, to }: { from: number; count: number; out: Uint8ClampedArray; to: number },
): void {
  const { samples, colours, extra, palette } = directory;
  const scale = high > low ? 255 / (high - low) : 0;
  const raw = (pixel: number, sample: number): number =>
    (planes.length > 1 ? planes[sample]?.[pixel] : planes[0]?.[pixel * samples + sample]) ?? 0;
  const level = (pixel: number, sample: number): number => (raw(pixel, sample) - low) * scale;
  const own = colours === RGB ? 3 : colours === CMYK ? 4 : 1;
  const hasAlpha = samples > own && (extra[0] === 1 || extra[0] === 2);
  const entries = palette.length / 3;
  for (let i = 0; i < count; i++) {
    const [pixel, at] = [from + i, (to + i) * 4];
    let [red, green, blue] = [0, 0, 0];
    if (colours === RGB) {
      [red, green, blue] = [level(pixel, 0), level(pixel, 1), level(pixel, 2)];
    } else if (colours === PALETTE) {
      const entry = raw(pixel, 0);
      const shade = (offset: number) => (palette[entry + offset] ?? 0) / 257;
      [red, green, blue] = [shade(0), shade(entries), shade(2 * entries)];
    } else if (colours === CMYK) {
      const light = 255 - level(pixel, 3);
      const ink = (sample: number) => ((255 - level(pixel, sample)) * light) / 255;
      [red, green, blue] = [ink(0), ink(1), ink(2)];
    } else {
      const grey = colours === WHITE_IS_ZERO ? 255 - level(pixel, 0) : level(pixel, 0);
      [red, green, blue] = [grey, grey, grey];
    }
    const alpha = hasAlpha ? level(pixel, own) : 255;
    const by = hasAlpha && extra[0] === MULTIPLIED && alpha > 0 ? 255 / alpha : 1;
    out[at] = red * by;
    out[at + 1] = green * by;
    out[at + 2] = blue * by;
    out[at + 3] = alpha;
  }
}
