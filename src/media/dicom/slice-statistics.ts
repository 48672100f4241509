import type { Slice, SlicePixels } from './slice.js';

/** The value of a pixel in the units of the modality, or its red, green and blue. Undefined outside of the picture. */
export function valueAt(
  { slope, intercept }: Pick<Slice, 'slope' | 'intercept'>,
  pixels: SlicePixels,
  x: number,
  y: number,
): number | readonly [number, number, number] | undefined {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (!(column >= 0 && row >= 0 && column < pixels.width && row < pixels.height)) return undefined;
  const at = row * pixels.width + column;
  if (pixels.kind === 'grey') return (pixels.values[at] as number) * slope + intercept;
  const [red = 0, green = 0, blue = 0] = pixels.values.subarray(at * 4, at * 4 + 3);
  return [red, green, blue];
}

/** A part of a picture, in pixels from its top left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Whether the middle of a pixel is in it; without, all in the rectangle are. */
  contains?(x: number, y: number): boolean;
}

export interface Statistics {
  readonly count: number;
  readonly mean: number;
  /** Of all the pixels, not an estimate from a sample. */
  readonly deviation: number;
  readonly least: number;
  readonly greatest: number;
}

/** The ellipse that fills a rectangle. */
export function ellipseIn({ left, top, right, bottom }: Omit<Area, 'contains'>): Area {
  const [cx, cy, rx, ry] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2];
  return { left, top, right, bottom, contains: (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 };
}

/** A polygon by its corners, in pixels; where it crosses itself what is inside an odd number of times. */
export function polygonOf(corners: readonly (readonly [number, number])[]): Area {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const contains = (x: number, y: number) => {
    let inside = false;
    corners.forEach(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % corners.length] as readonly [number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    });
    return inside;
  };
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys), contains };
}

/** Where a mask over the whole picture is not zero. */
export function maskArea(mask: ArrayLike<number>, { width, height }: Pick<SlicePixels, 'width' | 'height'>): Area {
  const contains = (x: number, y: number) => mask[Math.floor(y) * width + Math.floor(x)] !== 0;
  return { left: 0, top: 0, right: width, bottom: height, contains };
}

/** Of the pixels whose middle lies in an area, in the units of the modality. Undefined where there are none, or of colours. */
export function statisticsOf(
  { slope, intercept }: Pick<Slice, 'slope' | 'intercept'>,
  pixels: SlicePixels,
  area: Area,
): Statistics | undefined {
  if (pixels.kind !== 'grey') return undefined;
  const { values, width, height } = pixels;
  const [fromX, toX] = [Math.max(0, Math.ceil(area.left - 0.5)), Math.min(width, Math.ceil(area.right - 0.5))];
  const [fromY, toY] = [Math.max(0, Math.ceil(area.top - 0.5)), Math.min(height, Math.ceil(area.bottom - 0.5))];
  let [count, mean, squares, least, greatest] = [0, 0, 0, Infinity, -Infinity];
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      if (area.contains && !area.contains(x + 0.5, y + 0.5)) continue;
      const value = (values[y * width + x] as number) * slope + intercept;
      count++;
      // The running mean loses no digits, however large the values are.
      const off = value - mean;
      mean += off / count;
      squares += off * (value - mean);
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  return count > 0 ? { count, mean, deviation: Math.sqrt(squares / count), least, greatest } : undefined;
}
