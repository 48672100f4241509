import type { Lens, Plane } from './lens.js';
import { along, dot, lengthOf, minus, unit, type Vec3 } from './vector.js';

/** What a pointer took hold of. */
export interface Grabbed {
  readonly at: Vec3;
  /** Of a handle that pulls: which way it lies from the middle of its box. */
  readonly way?: Vec3;
}

/** The sine of the angle from which on one looks at the ground rather than along it. */
const STEEP = 0.2;

/**
 * The plane that a drag moves in. Without perspective it faces the view. In perspective a box goes along the ground, which
 * it mostly stands on and turns on, unless one looks along that; and a handle in the plane that faces the view as far as one does that
 * holds the way it lies from the middle, so that a face follows the pointer.
 */
export function dragPlane(lens: Lens, up: Vec3, { at, way }: Grabbed): Plane {
  if (!lens.perspective) return { through: at, normal: lens.back };
  const sight = unit(minus(lens.eye, at));
  if (!way) return { through: at, normal: Math.abs(dot(sight, up)) > STEEP ? up : lens.back };
  const ahead = unit(way);
  const facing = along(sight, ahead, -dot(sight, ahead));
  return { through: at, normal: lengthOf(facing) > 1e-3 ? unit(facing) : lens.back };
}
