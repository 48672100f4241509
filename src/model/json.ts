/** JSON as it travels: what a config, a task or a result file can hold. */
export type Json = null | boolean | number | string | readonly Json[] | Dict;
export interface Dict {
  readonly [key: string]: Json;
}

export const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** Deeper than this nobody looks into what was given: no one wrote it, and a page's own JSON would fail on it. */
const deepest = 500;

/**
 * A copy that shares nothing with the original, which may be a host's own, frozen, or no plain JSON: what says itself
 * what it is as JSON (a Date) is that, and what contains itself is cut off there.
 */
export function copyOf<T extends Json>(value: T): T;
export function copyOf(value: Json): Json {
  return copyWithin(value, []);
}

function copyWithin(value: Json, above: object[]): Json {
  if (typeof value !== 'object' || value === null || above.length > deepest) return value;
  if (above.includes(value)) return null;
  above.push(value);
  const copy = isList(value)
    ? value.map((item) => (typeof item === 'object' ? copyWithin(item, above) : item))
    : copyOfDict(value, above);
  above.pop();
  return copy;
}

function copyOfDict(value: Dict, above: object[]): Json {
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function') return copyWithin(toJSON.call(value), above);
  const copy: Record<string, Json> = { ...value };
  for (const key of Object.keys(copy)) {
    const item = copy[key];
    if (typeof item === 'object') copy[key] = copyWithin(item, above);
  }
  return copy;
}

/** Structural equality; key order does not count, `NaN` equals itself. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => jsonEqual(item, b[index]));
  }
  if (!isDict(a) || !isDict(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && jsonEqual(a[key], b[key]))
  );
}
