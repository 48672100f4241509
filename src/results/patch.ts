import { type Dict, isDict, type Json, jsonEqual } from '../model/json.js';
import type { Fields } from './item.js';

/*
 * Changes to an item as it was read. Each function gives back the very item it got where there is nothing to change, so
 * that what nobody edited is written as it came.
 */

const wireNames = {
  itemIndex: 'item_index',
  parentId: 'parentID',
  score: 'score',
  readonly: 'readonly',
  origin: 'origin',
} as const satisfies Partial<Record<keyof Fields, string>>;

/** An item with those of the given fields that differ from what was read. */
export function patchFields(item: Dict, before: Fields, after: Fields, names: readonly (keyof Fields)[]): Dict {
  let patched = item;
  for (const name of names) {
    if (before[name] === after[name]) continue;
    if (name === 'meta') patched = patchMeta(patched, before.meta, after.meta);
    else patched = withKey(patched, wireNames[name], after[name] === false ? undefined : after[name]);
  }
  return patched;
}

/** What a new item says of them. */
export const writeFields = (fields: Fields, names: readonly (keyof Fields)[]): Dict =>
  patchFields({}, {}, fields, names);

/** Key by key, as the items of one region share their note but not the time spent on them. */
function patchMeta(item: Dict, before: Dict = {}, after: Dict = {}): Dict {
  const changed = Object.keys({ ...before, ...after }).filter((key) => !jsonEqual(before[key], after[key]));
  if (changed.length === 0) return item;
  const meta = changed.reduce((dict, key) => withKey(dict, key, after[key]), isDict(item.meta) ? item.meta : {});
  // Where the note was spelled as of old it would come back.
  const spelled = changed.includes('text') ? withKey(item, 'normalization', undefined) : item;
  return withKey(spelled, 'meta', Object.keys(meta).length === 0 ? undefined : meta);
}

/** A value with those of `keys` replaced that `geometry` has, and those taken away that it has not. */
export const patchGeometry = (value: Dict, geometry: Dict, keys: readonly string[]): Dict =>
  keys.reduce((dict, key) => withKey(dict, key, geometry[key]), value);

/** A copy with one key set, or, for `undefined`, without it. */
export function withKey(dict: Dict, key: string, value: Json | undefined): Dict {
  if (value !== undefined) return jsonEqual(dict[key], value) ? dict : { ...dict, [key]: value };
  if (!Object.hasOwn(dict, key)) return dict;
  const { [key]: _gone, ...rest } = dict;
  return rest;
}

export const pick = (dict: Dict, keys: readonly string[]): Dict =>
  Object.fromEntries(Object.entries(dict).filter(([key]) => keys.includes(key)));
