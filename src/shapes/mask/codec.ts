import type { Raster } from '../../base/raster.js';
import { encodeRle } from '../../base/rle.js';
import type { RegionCodec } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome, type Problem } from '../../model/problem.js';
import { type Mask, rasterOf, unpacked } from './mask.js';

/** What is told of one that cannot be read. @param what `mask`, `bitmask` */
export const unreadable = (what: string, fault: string): Problem =>
  error('result/unreadable', `The ${what} cannot be read: ${fault}.`);

/** Reads what a result says under these keys. */
export function maskReader(keys: readonly string[], what: string): RegionCodec<Mask>['decode'] {
  // A mask is the same object whenever its result is read, so that its pixels are read once.
  const masks = new WeakMap<Dict, Mask>();
  return (value, facts): Outcome<Mask> => {
    const mask = masks.get(value) ?? { wire: picked(value, keys) };
    const read = unpacked(mask, facts);
    if (read?.fault !== undefined) return { problems: [unreadable(what, read.fault)] };
    masks.set(value, mask);
    return { value: mask };
  };
}

const picked = (value: Dict, keys: readonly string[]): Dict =>
  Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));

const keys = ['format', 'rle', 'maskDataURL', 'touches'];

/** `rle`: the bytes of RGBA, packed, of which alpha is the mask; or `maskDataURL`, a PNG. One that was changed has an `rle`. */
export const maskCodec: RegionCodec<Mask> = {
  keys,
  decode: maskReader(keys, 'mask'),
  encode(mask, facts) {
    if (mask.wire) return mask.wire;
    const raster = rasterOf(mask, facts);
    return raster ? { format: 'rle', rle: packed(raster) } : {};
  },
};

const lists = new WeakMap<Raster, readonly number[]>();

function packed(raster: Raster): readonly number[] {
  const known = lists.get(raster);
  if (known) return known;
  const list = Array.from(encodeRle(raster));
  lists.set(raster, list);
  return list;
}
