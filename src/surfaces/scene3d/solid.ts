import type { Mark } from '../../contract/shape.js';
import type { Ray } from './lens.js';
import { add, cross, dot, minus, times, type Vec3 } from './vector.js';

/** A box as it lies in the cloud's frame. */
export interface Solid {
  readonly centre: Vec3;
  /** Half of its size along its own axes. */
  readonly half: Vec3;
  /** Its own axes, of length 1 and right-handed; the first points to its front. */
  readonly axes: readonly [Vec3, Vec3, Vec3];
}

/** The corners in units of half of the size: of the last bit, x; of the one before it, y; of the first, z. */
const CORNERS: readonly Vec3[] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1 ? 1 : -1, i & 2 ? 1 : -1, i & 4 ? 1 : -1]);
/** Pairs of corners that an edge joins: those that differ in one bit. */
export const EDGES: readonly (readonly [number, number])[] = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((corner) =>
  [1, 2, 4].filter((bit) => !(corner & bit)).map((bit) => [corner, corner | bit] as const),
);

/** Its axes are those of the cloud turned by Rx · Ry · Rz. */
export function solidOf({ centre, size, rotation }: Mark & { draw: 'box3d' }): Solid {
  const [cx, cy, cz] = rotation.map(Math.cos) as [number, number, number];
  const [sx, sy, sz] = rotation.map(Math.sin) as [number, number, number];
  const x: Vec3 = [cy * cz, cx * sz + sx * sy * cz, sx * sz - cx * sy * cz];
  const y: Vec3 = [-cy * sz, cx * cz - sx * sy * sz, sx * cz + cx * sy * sz];
  return { centre, half: size.map((value) => Math.abs(value) / 2) as unknown as Vec3, axes: [x, y, cross(x, y)] };
}

export function cornersOf({ centre, half, axes: [x, y, z] }: Solid): readonly Vec3[] {
  const [a, b, c] = [times(x, half[0]), times(y, half[1]), times(z, half[2])];
  return CORNERS.map((corner) => add(centre, add(add(times(a, corner[0]), times(b, corner[1])), times(c, corner[2]))));
}

/** How far it is from its middle to a corner. */
export const reachOf = ({ half }: Solid): number => Math.hypot(...half);

export const volumeOf = ({ half }: Solid): number => 8 * half[0] * half[1] * half[2];

/** How far along the box's own axes a point lies from its middle. */
export function within({ centre, axes }: Solid, at: Vec3): Vec3 {
  const way = minus(at, centre);
  return [dot(way, axes[0]), dot(way, axes[1]), dot(way, axes[2])];
}

/** Metres beside a box, and a share of half of its size, that count as near to it. */
export const NEAR = { metres: 0.5, share: 0.25 } as const;

export const isNearTo = (solid: Solid, at: Vec3): boolean =>
  within(solid, at).every((value, i) => Math.abs(value) <= (solid.half[i] as number) * (1 + NEAR.share) + NEAR.metres);

/**
 * How far along a ray it comes into the box: the nearest place on it that is before `from`, and 0 from inside. Undefined
 * where it does not meet it.
 */
export function entering(solid: Solid, { from, way }: Ray): number | undefined {
  const start = within(solid, from);
  let [enter, leave] = [-Infinity, Infinity];
  for (const i of [0, 1, 2] as const) {
    const [speed, half] = [dot(way, solid.axes[i]), solid.half[i]];
    if (Math.abs(speed) < 1e-12) {
      if (Math.abs(start[i]) > half) return undefined;
      continue;
    }
    const [a, b] = [(-half - start[i]) / speed, (half - start[i]) / speed];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return leave >= Math.max(enter, 0) ? Math.max(enter, 0) : undefined;
}
