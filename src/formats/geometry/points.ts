import type { Point } from '../pictures.js';

/** An upright box by its upper left corner. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest upright box round the points; undefined where there are none. */
export function boundsOf(points: readonly Point[]): Bounds | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Twice the area that a ring encloses: above 0 where it runs clockwise on the screen. */
export function turnOf(ring: readonly Point[]): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) sum += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return sum;
}

/** By the shoelace formula; parts that run the other way round count against each other. */
export const areaOf = (ring: readonly Point[]): number => Math.abs(turnOf(ring)) / 2;

/** Without a last point that repeats the first. */
export function opened(ring: readonly Point[]): readonly Point[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
}

/** `[x1, y1, x2, y2 …]` */
export function flat(points: readonly Point[]): number[] {
  const numbers: number[] = [];
  for (const [x, y] of points) numbers.push(x, y);
  return numbers;
}

/** Points of `[x1, y1, x2, y2 …]`; an odd number at the end is left out. Undefined where something is no number. */
export function paired(numbers: readonly unknown[]): Point[] | undefined {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x, y] = [numbers[at], numbers[at + 1]];
    if (!isNumber(x) || !isNumber(y)) return undefined;
    points.push([x, y]);
  }
  return points;
}

/** No text, not NaN, not infinite. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
