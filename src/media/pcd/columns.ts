import type { Field } from './layout.js';

export type Numbers = Float32Array | Float64Array | Uint32Array;

/** The values of points, field by field. */
export interface Columns {
  /** Points of which at least the coordinates are there. */
  readonly count: number;
  /** Whether a field's values are there for all points. */
  has(field: Field): boolean;
  /** x, y, z of each point, as exact as they are in the file; the caller's own. */
  coordinates(): Float32Array | Float64Array;
  /** The field's first value of each point, as exact as in the file. */
  values(field: Field): Numbers;
  /** Red, green, blue of each point, of a field whose 4 bytes are blue, green, red and something. */
  colours(field: Field): Uint8Array;
}
