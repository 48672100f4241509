import type { Columns, Numbers } from './columns.js';
import type { Field } from './layout.js';

/** Where a field's value of point k lies: `start` + k * `stride`, in bytes. */
interface Place {
  readonly start: number;
  readonly stride: number;
}

/** How the values of `points` points lie in memory. Little endian. */
export interface Memory {
  readonly bytes: Uint8Array;
  /** x, y, z */
  readonly coordinates: readonly Field[];
  readonly points: number;
  readonly place: (field: Field) => Place;
}

/** One point behind the other, as in `DATA binary`. */
export const byPoint =
  (start: number, stride: number) =>
  ({ offset }: Field): Place => ({ start: start + offset, stride });

/** All values of one field, then those of the next, as in `DATA binary_compressed`. */
export const byField =
  (points: number) =>
  ({ offset, size, count }: Field): Place => ({ start: offset * points, stride: size * count });

export function binaryColumns({ bytes, coordinates, points, place }: Memory): Columns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const there = (field: Field): number => {
    const { start, stride } = place(field);
    return Math.max(0, Math.min(points, Math.floor((bytes.length - start - field.size) / stride) + 1));
  };
  const count = Math.min(...coordinates.map(there));
  return {
    count,
    has: (field) => there(field) >= count,
    coordinates: () => triples(view, coordinates, place, count),
    values(field) {
      const values = roomFor(field, count);
      const { start, stride } = place(field);
      // Side by side they are what the array holds: where it runs, browsers are little endian too.
      if (stride === 4 && values.BYTES_PER_ELEMENT === 4 && field.size === 4) {
        new Uint8Array(values.buffer).set(bytes.subarray(start, start + 4 * count));
      } else copyValues(view, field, { start, stride }, count, values, 0, 1);
      return values;
    },
    colours: (field) => coloursAt(bytes, place(field), count),
  };
}

/** x, y, z of each point; in one go where all are floats of the same size, as they nearly always are. */
function triples(view: DataView, fields: readonly Field[], place: Memory['place'], count: number) {
  const singles = fields.every(isSingle);
  const [x, y, z] = fields.map(place) as [Place, Place, Place];
  let [atX, atY, atZ] = [x.start, y.start, z.start];
  if (singles) {
    const xyz = new Float32Array(3 * count);
    for (let to = 0; to < xyz.length; to += 3) {
      xyz[to] = view.getFloat32(atX, true);
      xyz[to + 1] = view.getFloat32(atY, true);
      xyz[to + 2] = view.getFloat32(atZ, true);
      atX += x.stride;
      atY += y.stride;
      atZ += z.stride;
    }
    return xyz;
  }
  const xyz = new Float64Array(3 * count);
  fields.forEach((field, axis) => {
    copyValues(view, field, place(field), count, xyz, axis, 3);
  });
  return xyz;
}

function coloursAt(bytes: Uint8Array, { start, stride }: Place, count: number): Uint8Array {
  const colours = new Uint8Array(3 * count);
  for (let to = 0, from = start; to < colours.length; to += 3, from += stride) {
    colours[to] = bytes[from + 2] as number;
    colours[to + 1] = bytes[from + 1] as number;
    colours[to + 2] = bytes[from] as number;
  }
  return colours;
}

const isSingle = ({ type, size }: Field): boolean => type === 'F' && size === 4;

const roomFor = (field: Field, count: number): Numbers => {
  if (isSingle(field)) return new Float32Array(count);
  return field.type === 'U' && field.size <= 4 ? new Uint32Array(count) : new Float64Array(count);
};

type Read = (view: DataView, at: number) => number;

const reads: Readonly<Record<string, Read>> = {
  F8: (view, at) => view.getFloat64(at, true),
  I1: (view, at) => view.getInt8(at),
  I2: (view, at) => view.getInt16(at, true),
  I4: (view, at) => view.getInt32(at, true),
  I8: (view, at) => Number(view.getBigInt64(at, true)),
  U1: (view, at) => view.getUint8(at),
  U2: (view, at) => view.getUint16(at, true),
  U8: (view, at) => Number(view.getBigUint64(at, true)),
};

function copyValues(
  view: DataView,
  { type, size }: Field,
  { start, stride }: Place,
  count: number,
  into: Numbers,
  at: number,
  step: number,
): void {
  // Most fields are one of the first two. A loop of their own each is several times as fast as one with a call in it.
  if (type === 'F' && size === 4) {
    for (let i = 0, to = at, from = start; i < count; i++, to += step, from += stride) {
      into[to] = view.getFloat32(from, true);
    }
  } else if (type === 'U' && size === 4) {
    for (let i = 0, to = at, from = start; i < count; i++, to += step, from += stride) {
      into[to] = view.getUint32(from, true);
    }
  } else {
    const read = reads[`${type}${size}`] as Read;
    for (let i = 0, to = at, from = start; i < count; i++, to += step, from += stride) into[to] = read(view, from);
  }
}
