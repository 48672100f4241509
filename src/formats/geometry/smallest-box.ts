import type { BoxShape, Point } from '../pictures.js';
import { boxOfCorners } from './boxes.js';

/** The box with the smallest area round the points, turned or not: one of its sides lies on a side of their hull. */
export function smallestBox(points: readonly Point[]): BoxShape | undefined {
  const hull = hullOf(points);
  const [only] = hull;
  if (!only) return undefined;
  let [found, least] = [boxOfCorners([only, only, only, only]), Infinity];
  hull.forEach(([x, y], index) => {
    const [nextX, nextY] = hull[(index + 1) % hull.length] as Point;
    const length = Math.hypot(nextX - x, nextY - y);
    if (length === 0) return;
    const [ux, uy] = [(nextX - x) / length, (nextY - y) / length];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [px, py] of hull) {
      const [along, across] = [px * ux + py * uy, py * ux - px * uy];
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    const area = (right - left) * (bottom - top);
    if (area >= least) return;
    least = area;
    const at = (along: number, across: number): Point => [along * ux - across * uy, along * uy + across * ux];
    found = boxOfCorners([at(left, top), at(right, top), at(right, bottom), at(left, bottom)]);
  });
  return found;
}

/** The corners of the convex hull, clockwise on the screen (Andrew's monotone chain). */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const chain = (along: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const point of along) {
      while (kept.length > 1 && bend(kept.at(-2) as Point, kept.at(-1) as Point, point) <= 0) kept.pop();
      kept.push(point);
    }
    kept.pop();
    return kept;
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** Above 0 where the way turns right, as y grows downwards. */
const bend = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
