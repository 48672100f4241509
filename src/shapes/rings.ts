import { simplified } from '../base/simplify.js';
import type { MediaFacts, Ring } from '../contract/shape.js';
import { toPixel } from './pixel.js';

export type Point = readonly [number, number];

/** A corner that turns by more than this, in degrees, is one on purpose, and is not smoothed away. */
const CORNER = 70;
/** Smoothing makes no more points than this of a ring. */
const MOST = 4000;

/** Pixels in one percent, per axis. A picture of unknown size is taken for a square. */
export const scaleOf = ({ width, height }: MediaFacts): Point => [(width ?? 100) / 100, (height ?? 100) / 100];

/** Points as results write them: at least one, each a pair of numbers. */
export const isRing = (value: unknown): value is Ring =>
  Array.isArray(value) && value.length > 0 && value.every(isPoint);

export const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

/** What a ring encloses, in percent of the picture. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  let [x0, y0] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    sum += x0 * y - x * y0;
    [x0, y0] = [x, y];
  }
  return Math.abs(sum) / 200;
}

/** The upright box round points, in percent. */
export function boxOf(points: Ring): readonly [least: Point, most: Point] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [
    [left, top],
    [right, bottom],
  ];
}

/** Moves all points by a drag, as far as they stay on the picture; what sticks out already, no further than it does. */
export function carrier(points: Ring, from: Point, to: Point, facts: MediaFacts, snap: boolean): (ring: Ring) => Ring {
  const [first] = points;
  const free: Point = [to[0] - from[0], to[1] - from[1]];
  const place = first && toPixel([first[0] + free[0], first[1] + free[1]], facts);
  const wanted: Point = snap && place ? [place[0] - first[0], place[1] - first[1]] : free;
  const [least, most] = boxOf(points);
  const by = (axis: 0 | 1) =>
    Math.max(Math.min(0, -least[axis]), Math.min(Math.max(0, 100 - most[axis]), wanted[axis]));
  const [dx, dy] = [by(0), by(1)];
  return (ring) => ring.map(([x, y]) => [x + dx, y + dy]);
}

/** Where a drag takes one point. */
export function dragged(at: Point, from: Point, to: Point, facts: MediaFacts, snap: boolean): Point {
  const along = (axis: 0 | 1) =>
    Math.max(Math.min(0, at[axis]), Math.min(Math.max(100, at[axis]), at[axis] + to[axis] - from[axis]));
  const place: Point = [along(0), along(1)];
  return snap ? toPixel(place, facts) : place;
}

/** A list with some of its items taken out at a place, and others put there. */
export const spliced = <T>(list: readonly T[], start: number, out: number, ...put: readonly T[]): readonly T[] => [
  ...list.slice(0, start),
  ...put,
  ...list.slice(start + out),
];

export const middleOf = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Where a ring comes nearest to a place: after which of its points, how near in pixels, and the place on it. */
export interface OnRing {
  readonly after: number;
  readonly distance: number;
  readonly at: Point;
}

export function nearestOn(ring: Ring, [x, y]: Point, facts: MediaFacts, closed: boolean): OnRing | undefined {
  const [sx, sy] = scaleOf(facts);
  let found: OnRing | undefined;
  const edges = closed ? ring.length : ring.length - 1;
  for (let after = 0; after < edges; after++) {
    const [ax, ay] = ring[after] as Point;
    const [bx, by] = ring[(after + 1) % ring.length] as Point;
    const [dx, dy] = [(bx - ax) * sx, (by - ay) * sy];
    const square = dx * dx + dy * dy;
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * sx * dx + (y - ay) * sy * dy) / square));
    const at: Point = [ax + share * (bx - ax), ay + share * (by - ay)];
    const distance = Math.hypot((x - at[0]) * sx, (y - at[1]) * sy);
    if (!found || distance < found.distance) found = { after, distance, at };
  }
  return found;
}

/** What a person does not see at the size of the whole picture, in its pixels. */
export function grainOf({ width, height }: MediaFacts): number {
  return width && height ? Math.max(1, Math.hypot(width, height) / 1000) : 0.15;
}

/** A closed ring with its blunt corners cut off (Chaikin); the sharp ones stay. The same ring if it has no others. */
export function smoothed(ring: Ring, facts: MediaFacts): Ring {
  const scale = scaleOf(facts);
  const sparse = ring.length * 2 <= MOST;
  let changed = false;
  const cut = ring.flatMap((point, index): readonly Point[] => {
    const before = ring.at(index - 1) ?? point;
    const after = ring[(index + 1) % ring.length] ?? point;
    if (turnAt(before, point, after, scale) > CORNER) return [point];
    changed = true;
    const [a, b] = [quarter(point, before), quarter(point, after)];
    return sparse ? [a, b] : [middleOf(a, b)];
  });
  if (!changed) return ring;
  // On straight lines nothing was to be cut.
  return simplified(cut, grainOf(facts) / 10, { scale });
}

const quarter = (from: Point, to: Point): Point => [from[0] + (to[0] - from[0]) / 4, from[1] + (to[1] - from[1]) / 4];

/** By how many degrees a line turns in a point. */
function turnAt(before: Point, at: Point, after: Point, [sx, sy]: Point): number {
  const [ax, ay] = [(at[0] - before[0]) * sx, (at[1] - before[1]) * sy];
  const [bx, by] = [(after[0] - at[0]) * sx, (after[1] - at[1]) * sy];
  return (Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)) * 180) / Math.PI;
}
