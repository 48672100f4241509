import type { Cuboid, Triple } from './cuboid.js';

/** The axis of a cloud that points away from the ground. */
export type Up = 'x' | 'y' | 'z';

/** Along, across and up: right-handed, whichever axis of the cloud is up. */
export type Local = readonly [along: number, across: number, up: number];

/** Which axes of the cloud these are; the second one may run the other way. */
export interface Frame {
  readonly up: Up;
  readonly axes: readonly [along: 0 | 1 | 2, across: 0 | 1 | 2, up: 0 | 1 | 2];
  readonly sign: 1 | -1;
}

export const frames: Readonly<Record<Up, Frame>> = {
  z: { up: 'z', axes: [0, 1, 2], sign: 1 },
  y: { up: 'y', axes: [0, 2, 1], sign: -1 },
  x: { up: 'x', axes: [1, 2, 0], sign: 1 },
};

export function toLocal({ axes, sign }: Frame, at: readonly [number, number, number]): Local {
  return [at[axes[0]], at[axes[1]] * sign, at[axes[2]]];
}

export function fromLocal({ axes, sign }: Frame, [along, across, up]: Local): [number, number, number] {
  const at: [number, number, number] = [0, 0, 0];
  at[axes[0]] = along;
  at[axes[1]] = across * sign;
  at[axes[2]] = up;
  return at;
}

export const tripleOf = ([x, y, z]: readonly [number, number, number]): Triple => ({ x, y, z });
export const listOf = ({ x, y, z }: Triple): [number, number, number] => [x, y, z];

/** A box that stands upright, turned by `yaw` radians from along to across. */
export interface UprightBox {
  readonly middle: Local;
  readonly yaw: number;
  readonly size: readonly [length: number, width: number, height: number];
}

export function cuboidOf(frame: Frame, { middle, yaw, size }: UprightBox): Cuboid {
  const [length, width, height] = size;
  // A size has no direction: the sign of an axis is not for it.
  const own = fromLocal({ ...frame, sign: 1 }, [length, width, height]);
  const rotation = fromLocal({ ...frame, sign: 1 }, [0, 0, yaw]);
  return { position: tripleOf(fromLocal(frame, middle)), rotation: tripleOf(rotation), size: tripleOf(own) };
}

/** Undefined where it leans. */
export function uprightOf(frame: Frame, { position, rotation, size }: Cuboid): UprightBox | undefined {
  const plain: Frame = { ...frame, sign: 1 };
  const [lean, tilt, yaw] = toLocal(plain, listOf(rotation));
  if (lean !== 0 || tilt !== 0) return undefined;
  return { middle: toLocal(frame, listOf(position)), yaw, size: toLocal(plain, listOf(size)) };
}
