import type { MediaFacts } from '../../contract/shape.js';
import { type Point, scaleOf } from '../rings.js';
import { isPlace, type Vector, type Vertex } from './codec.js';
import type { Join } from './links.js';

export type { Point };

/** Start, the two control points, end. */
export type Cubic = readonly [Point, Point, Point, Point];

/** Lines that a curve is drawn as, at most. */
const MOST = 128;
/** Places on a curve that are tried first where the nearest one is looked for. */
const STEPS = 128;

export const pointOf = ({ x, y }: { readonly x: number; readonly y: number }): Point => [x, y];

/** Where a control point of a vertex is; on the vertex, where it has none. */
export function controlOf(vertex: Vertex, which: 1 | 2): Point {
  const point = which === 1 ? vertex.controlPoint1 : vertex.controlPoint2;
  return pointOf(vertex.isBezier === true && isPlace(point) ? point : vertex);
}

export function cubicOf({ vertices }: Vector, [from, to]: Join): Cubic {
  const [start, end] = [vertices[from] as Vertex, vertices[to] as Vertex];
  return [pointOf(start), controlOf(start, 2), controlOf(end, 1), pointOf(end)];
}

export const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

export const isStraight = ([start, a, b, end]: Cubic): boolean => same(start, a) && same(b, end);

export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The two halves of a curve, which together have its form (de Casteljau). */
export function split([start, a, b, end]: Cubic, t: number): readonly [Cubic, Cubic] {
  const [first, middle, last] = [between(start, a, t), between(a, b, t), between(b, end, t)];
  const [left, right] = [between(first, middle, t), between(middle, last, t)];
  const at = between(left, right, t);
  return [
    [start, first, left, at],
    [at, right, last, end],
  ];
}

export const pointAt = (cubic: Cubic, t: number): Point => split(cubic, t)[1][0];

/** How far, in pixels of the picture, the lines may be from the curve, unless it would take too many. */
export const errorIn = ({ width = 100, height = 100 }: MediaFacts): number =>
  Math.min(0.1, Math.max(width, height) / 5000);

/** Points along a curve, its start left out, so many that the lines between them look like it. */
export function flatten(cubic: Cubic, facts: MediaFacts): readonly Point[] {
  const [start, a, b, end] = cubic;
  if (isStraight(cubic)) return [end];
  const [sx, sy] = scaleOf(facts);
  const bend = (p: Point, q: Point, r: Point) =>
    Math.hypot((p[0] - 2 * q[0] + r[0]) * sx, (p[1] - 2 * q[1] + r[1]) * sy);
  // Wang's bound: of n even pieces none is further from the curve than 3/4 of the largest second difference by n².
  const pieces = Math.sqrt((0.75 * Math.max(bend(start, a, b), bend(a, b, end))) / errorIn(facts));
  const count = Math.max(1, Math.min(MOST, Math.ceil(pieces)));
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? end : pointAt(cubic, (index + 1) / count)));
}

/** The place on a curve that is nearest to a point; `distance` in pixels of the picture. */
export function nearestOn(
  cubic: Cubic,
  at: Point,
  facts: MediaFacts,
): { readonly t: number; readonly distance: number } {
  const [sx, sy] = scaleOf(facts);
  const distance = (t: number) => {
    const [x, y] = pointAt(cubic, t);
    return Math.hypot((x - at[0]) * sx, (y - at[1]) * sy);
  };
  if (isStraight(cubic)) {
    const [[x0, y0], , , [x1, y1]] = cubic;
    const [dx, dy] = [(x1 - x0) * sx, (y1 - y0) * sy];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : ((at[0] - x0) * sx * dx + (at[1] - y0) * sy * dy) / square;
    // As a curve it sets out and arrives slowly: where it is at t is 3t² - 2t³ of the way.
    const t = 0.5 - Math.sin(Math.asin(1 - 2 * Math.max(0, Math.min(1, along))) / 3);
    return { t, distance: distance(t) };
  }
  const samples = Array.from({ length: STEPS + 1 }, (_, step) => distance(step / STEPS));
  const far = (step: number) => samples[step] ?? Infinity;
  let t = 0;
  // A curve that comes back on itself is near more than once.
  for (let step = 0; step <= STEPS; step++) {
    if (far(step) > far(step - 1) || far(step) > far(step + 1)) continue;
    const found = lowest(distance, Math.max(0, (step - 1) / STEPS), Math.min(1, (step + 1) / STEPS));
    if (distance(found) < distance(t)) t = found;
  }
  return { t, distance: distance(t) };
}

/** Where a function is least between two places, between which it first falls and then rises. */
function lowest(distance: (t: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 40; round++) {
    const third = (high - low) / 3;
    if (distance(low + third) <= distance(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}
