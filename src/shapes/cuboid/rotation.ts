import type { Triple } from './cuboid.js';

export type Vector = readonly [x: number, y: number, z: number];
/** Row by row. Its columns are the turned axes. */
export type Rotation = readonly [Vector, Vector, Vector];
export type Axis = 0 | 1 | 2;

/** By Euler XYZ in radians: Rx · Ry · Rz, so that the turn about z comes first. */
export function rotationOf({ x, y, z }: Triple): Rotation {
  const [cx, cy, cz] = [Math.cos(x), Math.cos(y), Math.cos(z)];
  const [sx, sy, sz] = [Math.sin(x), Math.sin(y), Math.sin(z)];
  return [
    [cy * cz, -cy * sz, sy],
    [cx * sz + sx * sy * cz, cx * cz - sx * sy * sz, -sx * cy],
    [sx * sz - cx * sy * cz, sx * cz + cx * sy * sz, cx * cy],
  ];
}

/** Nearer than this to one, a sine is that of a quarter turn: x and z turn about the same axis, and z is taken for 0. */
const LOCKED = 1 - 1e-12;

/** The angles of a rotation, x and z from minus half a turn to half a turn, y to a quarter. */
export function anglesOf([[xx, xy, xz], [, yy, yz], [, zy, zz]]: Rotation): Triple {
  const y = Math.asin(Math.max(-1, Math.min(1, xz)));
  if (Math.abs(xz) > LOCKED) return { x: Math.atan2(zy, yy), y, z: 0 };
  return { x: Math.atan2(-yz, zz), y, z: Math.atan2(-xy, xx) };
}

/** About one of the axes of the cloud, in radians, counterclockwise as seen from its tip. */
export function turnAbout(axis: Axis, angle: number): Rotation {
  return rotationOf({ x: 0, y: 0, z: 0, ...{ [names[axis]]: angle } });
}

/** The second one first. */
export const product = (a: Rotation, b: Rotation): Rotation =>
  [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => dot(a[row as Axis], columnOf(b, column as Axis))),
  ) as unknown as Rotation;

/** From a box's own axes to those of the cloud. */
export const outward = (rotation: Rotation, own: Vector): Vector => [
  dot(rotation[0], own),
  dot(rotation[1], own),
  dot(rotation[2], own),
];

/** One of a box's own axes, of length 1, as it lies in the cloud. */
export const columnOf = (rotation: Rotation, axis: Axis): Vector => [
  rotation[0][axis],
  rotation[1][axis],
  rotation[2][axis],
];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const names = ['x', 'y', 'z'] as const;

/** From above minus half a turn up to half a turn. */
export function withinHalfTurn(angle: number): number {
  const rest = angle % (2 * Math.PI);
  if (rest > Math.PI) return rest - 2 * Math.PI;
  return rest <= -Math.PI ? rest + 2 * Math.PI : rest;
}

/**
 * Angles after a turn about an axis of the cloud. What is turned about no other axis yet keeps to that one, so that a box
 * on the ground has no figures like 1e-17 in it.
 */
export function turnedAbout(angles: Triple, axis: Axis, by: number): Triple {
  const name = names[axis];
  const alone = names.every((other) => other === name || angles[other] === 0);
  if (alone) return { ...angles, [name]: withinHalfTurn(angles[name] + by) };
  return { ...angles, ...anglesOf(product(turnAbout(axis, by), rotationOf(angles))) };
}
