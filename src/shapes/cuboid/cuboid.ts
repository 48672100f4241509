/** Metres, or radians, along or about the three axes. */
export interface Triple {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * A box in a cloud. `position` is its middle, in metres in the cloud's own frame; `rotation` radians, Euler XYZ: the
 * box's axes are those of the cloud turned by Rx · Ry · Rz; `size` metres along the box's own axes. Its front is +x.
 */
export interface Cuboid {
  readonly position: Triple;
  readonly rotation: Triple;
  readonly size: Triple;
}
