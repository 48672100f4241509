import type { MediaFacts } from '../contract/shape.js';
import type { ControlValue, Region, ResultOrigin } from '../model/document.js';
import { type Dict, isDict, isList, type Json } from '../model/json.js';
import { error, type Outcome } from '../model/problem.js';
import { digitOffsets, listedText, listOrWord, normalization } from './legacy.js';
import { controlTag, type World } from './world.js';

/** What an item says beside its value, as records hold it. */
export type Fields = Pick<Region, 'itemIndex' | 'parentId' | 'score' | 'readonly' | 'origin' | 'meta'>;

const origins: readonly Json[] = ['manual', 'prediction', 'prediction-changed'] satisfies readonly ResultOrigin[];

const nothing: Dict = {};

/** An item's value; always the same empty one where it has none. */
export const valueIn = (wire: Dict): Dict => (isDict(wire.value) ? wire.value : nothing);

/** Ids are sometimes numbers; records hold them as text. */
export const idOf = (id: Json | undefined): string | undefined =>
  typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;

export function readFields(wire: Dict): Fields {
  const { parentID, score } = wire;
  const parentId = idOf(parentID);
  const fields: Writable<Fields> = readValueFields(wire);
  if (parentId !== undefined) fields.parentId = parentId;
  if (isNumber(score)) fields.score = score;
  return fields;
}

/** The same for a control's value, which has no parent and no score. */
export function readValueFields(wire: Dict): Pick<ControlValue, 'itemIndex' | 'readonly' | 'origin' | 'meta'> {
  const { item_index, readonly, origin, meta } = normalization(wire);
  const fields: Writable<Fields> = {};
  const { pageIndex } = valueIn(wire);
  // Label Studio names the page of a PDF inside of the value, from 1.
  const page = isNumber(item_index) ? item_index : isNumber(pageIndex) ? pageIndex - 1 : -1;
  if (Number.isInteger(page) && page >= 0) fields.itemIndex = page;
  if (readonly === true) fields.readonly = readonly;
  if (origins.includes(origin ?? null)) fields.origin = origin as ResultOrigin;
  if (isDict(meta)) fields.meta = meta;
  return fields;
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The key under which an item holds what a control says: the control's own, or for labels `labels` or another labels
 * control's key, as predictions often have it. Undefined where it says nothing.
 */
export function spelledKey(value: Dict, key: string | undefined): string | undefined {
  if (key === undefined || Object.hasOwn(value, key)) return key;
  if (!key.endsWith('labels')) return undefined;
  return labelKey(value);
}

export function labelKey(value: Dict): string | undefined {
  if (Object.hasOwn(value, 'labels')) return 'labels';
  return Object.keys(value).find((name) => name.endsWith('labels') && isList(value[name]));
}

/** What a control says in an item; null where it says nothing. */
export function readAnswer(wire: Dict, key: string | undefined): Json {
  const value = valueIn(wire);
  const spelled = spelledKey(value, key);
  return spelled === undefined || key === undefined ? null : listOrWord(key, value[spelled] ?? null);
}

/**
 * The geometry in an item. What the item's own control says under a key of the geometry is not geometry: the `text` of
 * a TextArea is not the marked text.
 */
export function readGeometry(world: World, shapeName: string, wire: Dict, facts: MediaFacts): Outcome<unknown> {
  const codec = world.shape(shapeName)?.codec;
  if (!codec) return { problems: [] };
  let value = valueIn(wire);
  const own = answerKey(world, wire);
  if (own !== undefined && codec.keys.includes(own)) value = without(value, [own]);
  if (shapeName === 'span') value = listedText(digitOffsets(value));
  const made = sizedBy(wire, facts);
  try {
    const read = codec.decode(value, made);
    if ('value' in read || made === facts || !facts.width) return read;
    const again = codec.decode(value, facts);
    return 'value' in again ? again : read;
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return { problems: [error('result/unreadable', `The shape "${shapeName}" failed to read it: ${why}.`)] };
  }
}

/** The picture that an item was made on may have been of another size than the one that is shown, or is not there yet. */
function sizedBy({ original_width: width, original_height: height }: Dict, facts: MediaFacts): MediaFacts {
  if (typeof width !== 'number' || typeof height !== 'number') return facts;
  return width === facts.width && height === facts.height ? facts : { ...facts, width, height };
}

/** The value key of the control that an item names. */
export const answerKey = (world: World, wire: Dict): string | undefined =>
  typeof wire.from_name === 'string' ? controlTag(world.node(wire.from_name))?.result.key : undefined;

export const without = (dict: Dict, keys: readonly string[]): Dict =>
  Object.fromEntries(Object.entries(dict).filter(([key]) => !keys.includes(key)));

const geometryKeys = [
  'x',
  'start',
  'points',
  'vertices',
  'rle',
  'maskDataURL',
  'imageDataURL',
  'touches',
  'sequence',
  'ranges',
  'polygons',
  'keypoints',
  'position',
];

/** Whether a value that nobody can read marks a place. */
export const looksLikeGeometry = (value: Dict): boolean => geometryKeys.some((key) => Object.hasOwn(value, key));
