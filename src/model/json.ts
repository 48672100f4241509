/** JSON as it travels: what a config, a task or a result file can hold. */
export type Json = null | boolean | number | string | readonly Json[] | Dict;
export interface Dict {
  readonly [key: string]: Json;
}

export const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** A copy that shares nothing with the original, which may be a host's own or frozen. */
export function copyOf<T extends Json>(value: T): T;
export function copyOf(value: Json): Json {
  if (isList(value)) return value.map(copyOf<Json>);
  if (!isDict(value)) return value;
  const copy: Record<string, Json> = { ...value };
  for (const [key, item] of Object.entries(value)) if (typeof item === 'object') copy[key] = copyOf(item);
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
