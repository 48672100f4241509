import { isList, type Json } from '../../model/json.js';

/** One thing that was picked. */
export interface Picked {
  /** The same for the same path. */
  readonly key: string;
  /** The ids from the root down to the node. */
  readonly path: readonly string[];
  /** As the result has it. */
  readonly raw: Json;
  /** Whether it is a path at all. */
  readonly isPath: boolean;
}

/** Of the ids from the root down. */
export const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** What is picked: paths of texts, a text alone counting as a path. Anything else is kept as it came. */
export function pickedOf(value: Json | undefined): readonly Picked[] {
  if (value === undefined || value === null || value === '') return [];
  return (isList(value) ? value : [value]).map((raw) => {
    const parts = isList(raw) ? raw : [raw];
    const path = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
    const isPath = parts.length > 0 && parts.every((part) => typeof part === 'string');
    return { key: keyOf(path), path, raw, isPath };
  });
}

/** The value with a path more. */
export const withPath = (value: Json | undefined, path: readonly string[]): Json => [
  ...pickedOf(value).map(({ raw }) => raw),
  path,
];

/** The value without what `isGone` says; undefined when nothing is left, the very value when nothing is gone. */
export function without(value: Json | undefined, isGone: (picked: Picked) => boolean): Json | undefined {
  const before = pickedOf(value);
  const left = before.filter((one) => !isGone(one));
  if (left.length === before.length) return value;
  return left.length > 0 ? left.map(({ raw }) => raw) : undefined;
}
