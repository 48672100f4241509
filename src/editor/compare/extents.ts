import type { Area } from './areas.js';
import type { Solid } from './solids.js';
import type { Stretches } from './stretches.js';
import type { Dots, Lines } from './traces.js';

/** The upright box round something, along one to three axes. */
export interface Bounds {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** What a region covers, or where it is. Two of one kind can be measured by each other. */
export type Extent = Area | Stretches | Solid | Dots | Lines;

/** What two extents have in common, and how large each of them is: in percent squared, seconds, cubic metres … */
export interface Shared {
  readonly shared: number;
  readonly one: number;
  readonly other: number;
}

export function boundsOf(points: Iterable<readonly number[]>): Bounds | undefined {
  let low: number[] | undefined;
  let high: number[] = [];
  for (const point of points) {
    if (!low) {
      low = [...point];
      high = [...point];
      continue;
    }
    for (let axis = 0; axis < low.length; axis++) {
      const at = point[axis] ?? 0;
      if (at < (low[axis] as number)) low[axis] = at;
      if (at > (high[axis] as number)) high[axis] = at;
    }
  }
  return low && { low, high };
}

export const sameBounds = (a: Bounds, b: Bounds): boolean =>
  a.low.every((at, axis) => at === b.low[axis]) && a.high.every((at, axis) => at === b.high[axis]);

/** Whether two boxes have a point in common. */
export const meets = (a: Bounds, b: Bounds): boolean =>
  a.low.every((at, axis) => at <= (b.high[axis] ?? at) && (b.low[axis] ?? 0) <= (a.high[axis] ?? 0));

/** What is smaller, in its own units, has no size to speak of. */
const TINY = 1e-6;

/** Intersection over union. Of two without any size: whether they are in the same place. */
export function share({ shared, one, other }: Shared, a: Bounds, b: Bounds): number {
  const union = one + other - shared;
  if (!(union > TINY)) return sameBounds(a, b) ? 1 : 0;
  const found = Math.min(shared, one, other) / union;
  return Number.isFinite(found) ? Math.max(0, Math.min(1, found)) : 0;
}
