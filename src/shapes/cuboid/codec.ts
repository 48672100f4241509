import type { RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, type Json } from '../../model/json.js';
import { error } from '../../model/problem.js';
import type { Cuboid, Triple } from './cuboid.js';

const parts = ['position', 'rotation', 'size'] as const;

/** Numbers are kept as they are, negative sizes included, and so is what else stands in a triple. */
export const cuboidCodec: RegionCodec<Cuboid> = {
  keys: parts,
  decode(value: Dict) {
    const { position, rotation, size } = value;
    if (isTriple(position) && isTriple(rotation) && isTriple(size)) return { value: { position, rotation, size } };
    const wrong = parts.filter((part) => !isTriple(value[part]));
    const message = `A cuboid needs position, rotation and size, each with x, y and z as numbers; wrong or missing: ${wrong.join(', ')}.`;
    return { problems: [error('result/unreadable', message)] };
  },
  encode: ({ position, rotation, size }) => ({
    position: { ...position },
    rotation: { ...rotation },
    size: { ...size },
  }),
};

const isTriple = (value: Json | undefined): value is Dict & Triple =>
  isDict(value) && Number.isFinite(value.x) && Number.isFinite(value.y) && Number.isFinite(value.z);
