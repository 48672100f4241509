/** Metres in the cloud's own frame, or a direction in it. */
export type Vec3 = readonly [x: number, y: number, z: number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const lengthOf = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);

/** What has no length has no direction, and stays as it is. */
export function unit(a: Vec3): Vec3 {
  const length = lengthOf(a);
  return length > 0 ? times(a, 1 / length) : a;
}

/** `at`, and `distance` from there along `way`. */
export const along = (at: Vec3, way: Vec3, distance: number): Vec3 => [
  at[0] + way[0] * distance,
  at[1] + way[1] * distance,
  at[2] + way[2] * distance,
];
