import type { PointCloud } from '../../contract/cloud.js';
import { fromLocal, type Up } from './frame.js';
import { type CloudGrid, gridOf, localTo, runsWithin } from './grid.js';

/** Metres around a place in which ground is looked for; a wider look follows where there is too little of it. */
const RADII = [8, 16, 32];
/** Metres along a patch of which only the lowest point counts. */
const PATCH = 0.5;
/** Metres by which a patch may stray from the plane. */
const TOLERANCE = 0.12;
/** Rise over run; what is steeper is a wall or a roof. */
const STEEPEST = 0.5;
const TRIES = 120;
/** Patches that are asked how good a plane is. */
const VOTERS = 300;
const LEAST_PATCHES = 8;
/** Of the patches, how many must lie on the ground. */
const LEAST_SHARE = 1 / 8;

export interface GroundPlane {
  /** Metres along the up axis, below or above the place that was asked for. */
  readonly height: number;
  /** Of length 1; away from the ground. */
  readonly normal: readonly [number, number, number];
  /** Metres by which the ground's points stray from it (standard deviation). */
  readonly spread: number;
}

/** The height of the ground at a place of a cloud whose z axis is up; undefined where none is near. */
export const groundAt = (cloud: PointCloud, x: number, y: number): number | undefined =>
  groundPlane(cloud, [x, y, 0])?.height;

/** The plane of the ground around a place, whatever its height; undefined where there is none. */
export function groundPlane(
  cloud: PointCloud,
  at: readonly [number, number, number],
  up: Up = 'z',
): GroundPlane | undefined {
  const grid = gridOf(cloud, up);
  const [along, across] = localTo(grid, at);
  const level = levelAt(grid, along, across);
  if (!level) return undefined;
  const { slope, spread } = level;
  const length = Math.hypot(slope[0], slope[1], 1);
  const normal = fromLocal(grid.frame, [-slope[0] / length, -slope[1] / length, 1 / length]);
  return { height: level.height + grid.origin[2], normal, spread };
}

/** The ground around `at`, in a grid's coordinates: its height at p is `height` + slope · (p - at). */
export interface Level {
  readonly at: readonly [along: number, across: number];
  readonly height: number;
  readonly slope: readonly [along: number, across: number];
  readonly spread: number;
}

export const heightOf = ({ at, height, slope }: Level, along: number, across: number): number =>
  height + slope[0] * (along - at[0]) + slope[1] * (across - at[1]);

export function levelAt(grid: CloudGrid, along: number, across: number): Level | undefined {
  for (const radius of RADII) {
    const disc = { along, across, radius };
    const patches = lowestPatches(grid, disc);
    const rough = bestPlane(patches);
    if (!rough) continue;
    let plane = rough;
    for (const tolerance of [TOLERANCE, TOLERANCE / 2]) plane = fittedPlane(patches, plane, tolerance) ?? plane;
    return settled(grid, disc, plane);
  }
  return undefined;
}

interface Disc {
  readonly along: number;
  readonly across: number;
  readonly radius: number;
}

/** Height at the middle of the disc, and rise along and across. */
type Plane = readonly [height: number, along: number, across: number];

const runsAround = (grid: CloudGrid, { along, across, radius }: Disc) =>
  runsWithin(grid, [along - radius, across - radius], [along + radius, across + radius]);

/** Of the lowest point of each patch how far it is from the middle, along and across, and its height. */
function lowestPatches(grid: CloudGrid, disc: Disc): Float64Array {
  const { points } = grid;
  const { along, across, radius } = disc;
  const side = Math.ceil((2 * radius) / PATCH);
  const lowest = new Int32Array(side * side).fill(-1);
  let count = 0;
  for (const [from, to] of runsAround(grid, disc)) {
    for (let k = 3 * from; k < 3 * to; k += 3) {
      const x = (points[k] as number) - along;
      const y = (points[k + 1] as number) - across;
      if (x * x + y * y >= radius * radius) continue;
      const patch = Math.floor((y + radius) / PATCH) * side + Math.floor((x + radius) / PATCH);
      const before = lowest[patch] as number;
      if (before < 0) count++;
      if (before < 0 || (points[k + 2] as number) < (points[before + 2] as number)) lowest[patch] = k;
    }
  }
  const patches = new Float64Array(3 * count);
  let to = 0;
  for (const k of lowest) {
    if (k < 0) continue;
    patches[to++] = (points[k] as number) - along;
    patches[to++] = (points[k + 1] as number) - across;
    patches[to++] = points[k + 2] as number;
  }
  return patches;
}

/** Of many planes through three patches the one that most others lie on, and few below. */
function bestPlane(patches: Float64Array): Plane | undefined {
  const count = patches.length / 3;
  if (count < LEAST_PATCHES) return undefined;
  let seed = 1;
  const any = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return 3 * Math.floor((seed / 2 ** 32) * count);
  };
  const step = 3 * Math.max(1, Math.floor(count / VOTERS));
  let best: Plane | undefined;
  let most = Math.max(LEAST_PATCHES, (patches.length / step) * LEAST_SHARE) - 1;
  for (let time = 0; time < TRIES; time++) {
    const plane = planeThrough(patches, any(), any(), any());
    if (!plane) continue;
    const [height, along, across] = plane;
    let score = 0;
    for (let k = 0; k < patches.length; k += step) {
      const level = height + along * (patches[k] as number) + across * (patches[k + 1] as number);
      const above = (patches[k + 2] as number) - level;
      if (above < -TOLERANCE) score--;
      else if (above <= TOLERANCE) score++;
    }
    if (score <= most) continue;
    most = score;
    best = plane;
  }
  return best;
}

function planeThrough(patches: Float64Array, p: number, q: number, r: number): Plane | undefined {
  const from = (k: number, axis: number) => (patches[k + axis] as number) - (patches[p + axis] as number);
  const [qx, qy, qz] = [from(q, 0), from(q, 1), from(q, 2)];
  const [rx, ry, rz] = [from(r, 0), from(r, 1), from(r, 2)];
  const area = qx * ry - qy * rx;
  // Three that are nearly in line, or too near to one another, say nothing of the slope.
  if (Math.abs(area) < 2) return undefined;
  const [along, across] = [(qz * ry - qy * rz) / area, (qx * rz - qz * rx) / area];
  if (Math.hypot(along, across) > STEEPEST) return undefined;
  const [px, py, pz] = [patches[p] as number, patches[p + 1] as number, patches[p + 2] as number];
  return [pz - along * px - across * py, along, across];
}

/** The plane by least squares of the patches that lie near to another one. */
function fittedPlane(patches: Float64Array, [height, along, across]: Plane, tolerance: number): Plane | undefined {
  let [count, sx, sy, sz, sxx, sxy, syy, sxz, syz] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < patches.length; k += 3) {
    const x = patches[k] as number;
    const y = patches[k + 1] as number;
    // What is left over is small: sums of squares lose nothing.
    const z = (patches[k + 2] as number) - height - along * x - across * y;
    if (Math.abs(z) > tolerance) continue;
    count++;
    sx += x;
    sy += y;
    sz += z;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
    sxz += x * z;
    syz += y * z;
  }
  if (count < LEAST_PATCHES) return undefined;
  const [xx, xy, yy] = [sxx - (sx * sx) / count, sxy - (sx * sy) / count, syy - (sy * sy) / count];
  const [xz, yz] = [sxz - (sx * sz) / count, syz - (sy * sz) / count];
  const area = xx * yy - xy * xy;
  if (area < 1e-6 * xx * yy) return undefined;
  const [byX, byY] = [(xz * yy - yz * xy) / area, (yz * xx - xz * xy) / area];
  return [height + (sz - byX * sx - byY * sy) / count, along + byX, across + byY];
}

/** The lowest points lie below the middle of the ground: all that are near it say how high it is. */
function settled(grid: CloudGrid, disc: Disc, [height, along, across]: Plane): Level {
  const { points } = grid;
  let [count, sum, squares] = [0, 0, 0];
  for (const [from, to] of runsAround(grid, disc)) {
    for (let k = 3 * from; k < 3 * to; k += 3) {
      const x = (points[k] as number) - disc.along;
      const y = (points[k + 1] as number) - disc.across;
      const above = (points[k + 2] as number) - height - along * x - across * y;
      if (above > TOLERANCE || above < -TOLERANCE) continue;
      count++;
      sum += above;
      squares += above * above;
    }
  }
  const mean = count > 0 ? sum / count : 0;
  const spread = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  return { at: [disc.along, disc.across], height: height + mean, slope: [along, across], spread };
}
