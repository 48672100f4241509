import type { PointCloud } from '../../contract/cloud.js';
import type { Lens, Point } from './lens.js';
import { isNearTo, type Solid } from './solid.js';
import { dot, minus, type Vec3 } from './vector.js';

/** CSS pixels that a point may lie aside. */
const REACH = 6;
/** How much farther, as a share, a point may be for each square pixel that it lies nearer to the pointer. */
const ASIDE = 0.05;

/** Which points are drawn at all, by their height along `up`. Metres in the cloud's own frame. */
export interface Shown {
  readonly up: Vec3;
  readonly heights: readonly [least: number, most: number] | undefined;
  /** The box that only what is near to is drawn, if it is so. */
  readonly near?: Solid | undefined;
}

/**
 * The point of the cloud that is seen under a place of the surface: of those within some pixels the foremost, unless one
 * a little farther is much nearer to the place. Looks at all points: some ten milliseconds for a million.
 */
export function nearestPoint(cloud: PointCloud, lens: Lens, at: Point, shown: Shown): number | undefined {
  const { positions, count, origin } = cloud;
  const { right, up: upward, back, scale, perspective, near, far } = lens;
  const { up, heights, near: box } = shown;
  const eye = minus(lens.eye, origin);
  const [[rx, ry, rz], [ux, uy, uz], [bx, by, bz]] = [right, upward, back];
  const { left, top, width, height } = lens.panel;
  const [aimX, aimY] = [at[0] - left - width / 2, top + height / 2 - at[1]];
  const lift = dot(up, origin);
  const [least, most] = heights ? [heights[0] - lift, heights[1] - lift] : [-Infinity, Infinity];
  const nearest = Math.max(near, perspective ? 0 : -Infinity);
  let found = -1;
  let price = Infinity;
  for (let i = 0, k = 0; i < count; i++, k += 3) {
    const px = positions[k] as number;
    const py = positions[k + 1] as number;
    const pz = positions[k + 2] as number;
    const [x, y, z] = [px - eye[0], py - eye[1], pz - eye[2]];
    const depth = -(x * bx + y * by + z * bz);
    // What is not a number is in no range.
    if (!(depth > nearest && depth < far)) continue;
    const shrunk = perspective ? scale / depth : scale;
    const aside = (x * rx + y * ry + z * rz) * shrunk - aimX;
    if (aside > REACH || aside < -REACH) continue;
    const aloft = (x * ux + y * uy + z * uz) * shrunk - aimY;
    const square = aside * aside + aloft * aloft;
    if (square > REACH * REACH) continue;
    const height = px * up[0] + py * up[1] + pz * up[2];
    if (height < least || height > most) continue;
    const cost = (depth - nearest) * (1 + ASIDE * square) + square * 1e-9;
    if (cost >= price || (box && !isNearTo(box, [px + origin[0], py + origin[1], pz + origin[2]]))) continue;
    price = cost;
    found = i;
  }
  return found < 0 ? undefined : found;
}

/** A point of the cloud in its own frame. */
export function pointAt({ positions, origin }: PointCloud, index: number): Vec3 {
  const [x, y, z] = positions.subarray(3 * index, 3 * index + 3);
  return [(x as number) + origin[0], (y as number) + origin[1], (z as number) + origin[2]];
}
