import type { PointCloud } from '../contract/cloud.js';
import type { Cuboid } from '../shapes/cuboid/cuboid.js';
import { fitRectangle } from '../shapes/cuboid/fit-rectangle.js';
import { cuboidOf, type Frame, type Local, toLocal } from '../shapes/cuboid/frame.js';
import { gridOf, runsWithin } from '../shapes/cuboid/grid.js';
import { groundPlane } from '../shapes/cuboid/ground.js';
import type { Vector } from '../shapes/cuboid/rotation.js';
import { frameBy } from '../shapes/cuboid/up.js';
import type { Env } from './moved.js';

/** Metres. A car, and how high something is of which no point is known. */
const CAR = { length: 4.5, width: 1.8, height: 1.5 };
/** Metres above the ground below which points are the ground's. */
const GROUND = 0.2;
/** Metres without a point after which what is above hangs over it: a bridge, a tree. */
const GAP = 1;
/** Fewer points do not tell how something lies. */
const LEAST_POINTS = 10;
/** Metres that a box is long, wide and high at least. */
const LEAST = 0.1;

/** What two places span on the map, metres along and across; and where the way from one to the other goes. */
interface Spanned {
  readonly least: readonly [along: number, across: number];
  readonly most: readonly [along: number, across: number];
  readonly way: readonly [along: number, across: number];
}

/** A box of the size of a car that stands at a place, its front along the map. */
export function carAt(at: Vector, env: Env): Cuboid {
  const frame = frameBy(env.options);
  const [along, across] = toLocal(frame, at);
  return standing(frame, [along, across], 0, [CAR.length, CAR.width, CAR.height], groundBelow(at, at, env));
}

/** What is shown while a rectangle is drawn: a box over it, from the height that was pressed. */
export function boxOver(from: Vector, to: Vector, env: Env): Cuboid {
  const frame = frameBy(env.options);
  return upright(frame, spannedBy(frame, from, to), toLocal(frame, from)[2], CAR.height);
}

/**
 * A box over the rectangle between two places, from the ground to the highest point above it that hangs together with
 * the others. Its front is where the drag went.
 *
 * @param fitted turned and made to fit the points, where there are enough of them
 */
export function boxAround(from: Vector, to: Vector, env: Env, fitted: boolean): Cuboid {
  const frame = frameBy(env.options);
  const spanned = spannedBy(frame, from, to);
  const cloud = env.cloud?.();
  const middle: Vector = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2];
  const ground = groundBelow(middle, from, env);
  const above = cloud ? pointsAbove(cloud, frame, spanned, ground + GROUND) : new Float64Array();
  const top = above.at(-1);
  if (!cloud || top === undefined) return upright(frame, spanned, ground, CAR.height);
  const origin = toLocal(frame, cloud.origin);
  const height = Math.max(LEAST, top + origin[2] - ground);
  if (!fitted || above.length < 3 * LEAST_POINTS) return upright(frame, spanned, ground, height);
  const { middle: centre, yaw, length, width } = fitRectangle(above);
  const place = [centre[0] + origin[0], centre[1] + origin[1]] as const;
  const size = [Math.max(LEAST, length), Math.max(LEAST, width), height] as const;
  return standing(frame, place, facing(yaw, spanned), size, ground);
}

/** Along the axes of the map, the longer side being its length. */
function upright(frame: Frame, spanned: Spanned, ground: number, height: number): Cuboid {
  const { least, most } = spanned;
  const [along, across] = [most[0] - least[0], most[1] - least[1]];
  const middle = [(least[0] + most[0]) / 2, (least[1] + most[1]) / 2] as const;
  const size = [Math.max(LEAST, along, across), Math.max(LEAST, Math.min(along, across)), height] as const;
  return standing(frame, middle, facing(along >= across ? 0 : Math.PI / 2, spanned), size, ground);
}

/** Of a direction and the one opposite, that in which the drag went. Radians. */
function facing(yaw: number, { way }: Spanned): number {
  if (way[0] * Math.cos(yaw) + way[1] * Math.sin(yaw) >= 0) return yaw;
  return yaw > 0 ? yaw - Math.PI : yaw + Math.PI;
}

/** @param at of its middle, along and across */
function standing(
  frame: Frame,
  at: readonly [number, number],
  yaw: number,
  size: readonly [length: number, width: number, height: number],
  ground: number,
): Cuboid {
  return cuboidOf(frame, { middle: [at[0], at[1], ground + size[2] / 2], yaw, size });
}

/** How high the ground is below a place; where that is not known, as high as what was pointed at. */
function groundBelow(at: Vector, pointed: Vector, env: Env): number {
  const cloud = env.cloud?.();
  const frame = frameBy(env.options);
  return (cloud && groundPlane(cloud, at, frame.up)?.height) ?? toLocal(frame, pointed)[2];
}

function spannedBy(frame: Frame, from: Vector, to: Vector): Spanned {
  const [a, b] = [toLocal(frame, from), toLocal(frame, to)];
  return {
    least: [Math.min(a[0], b[0]), Math.min(a[1], b[1])],
    most: [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
    way: [b[0] - a[0], b[1] - a[1]],
  };
}

/**
 * The points over a rectangle from a height on, up to the first gap: along, across and up of each in metres less the
 * cloud's origin, the lowest first.
 */
function pointsAbove(cloud: PointCloud, frame: Frame, { least, most }: Spanned, from: number): Float64Array {
  const grid = gridOf(cloud, frame.up);
  const { points, origin } = grid;
  const [left, near, low] = [least[0] - origin[0], least[1] - origin[1], from - origin[2]];
  const [right, far] = [most[0] - origin[0], most[1] - origin[1]];
  const found: Local[] = [];
  for (const [first, end] of runsWithin(grid, [left, near], [right, far])) {
    for (let k = 3 * first; k < 3 * end; k += 3) {
      const [along, across, up] = [points[k] as number, points[k + 1] as number, points[k + 2] as number];
      if (up >= low && along >= left && along <= right && across >= near && across <= far) {
        found.push([along, across, up]);
      }
    }
  }
  found.sort((a, b) => a[2] - b[2]);
  const gap = found.findIndex(([, , up], place) => up - (found[place - 1]?.[2] ?? low) > GAP);
  return Float64Array.from(gap < 0 ? found.flat() : found.slice(0, gap).flat());
}
