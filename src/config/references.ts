import { type Dict, isDict, isList, type Json } from '../model/json.js';

// A path: `a`, `a.b`, `a[0]`, `a["b c"]`. It starts with a letter, so that "$5.00" is what it looks like: money.
const path = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+|\[(?:"[^"]*"|'[^']*'|[^[\]"']*)\])*`;
const reference = new RegExp(String.raw`\$(?:\{(${path})\}|(${path}))`, 'gu');
const segment = /\[(?:"([^"]*)"|'([^']*)'|([^\]]*))\]|([^.[\]]+)/g;
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface Resolved {
  /** What the text stands for; absent where the whole text is a reference to data that is not there. */
  readonly value?: Json;
  /** The path of the missing data. */
  readonly missing?: string;
}

/**
 * Whether the text may refer to task data: `$key`, `$a.b[0].c`, `${a.b}`, inside of other text too. A text that starts
 * with `$` may be a key that is no path, such as `$0`; only the data can tell.
 */
export function hasReference(text: string): boolean {
  if (!text.includes('$')) return false;
  reference.lastIndex = 0;
  return /^\s*\$\S/.test(text) || reference.test(text);
}

/**
 * What a text stands for, given the task's data. A text that is one reference gives the JSON itself, whatever its type;
 * references inside of other text are replaced by their text, by nothing where the data is missing.
 */
export function resolve(text: string, data: Dict): Resolved {
  if (!text.includes('$')) return { value: text };
  const whole = text.trim();
  const exact = whole.startsWith('$') ? own(data, whole.slice(1)) : undefined;
  if (exact !== undefined) return { value: exact };
  reference.lastIndex = 0;
  const found = reference.exec(whole);
  if (found?.[0] === whole) {
    const key = found[1] ?? found[2] ?? '';
    const value = lookUp(data, key);
    return value === undefined ? { missing: key } : { value };
  }
  return { value: text.replace(reference, (_, braced, bare) => toText(lookUp(data, braced ?? bare))) };
}

/** The value at a path, as lodash's `get` finds it, but own properties only. */
export function lookUp(data: Dict, path: string): Json | undefined {
  const exact = own(data, path);
  if (exact !== undefined) return exact;
  let value: Json | undefined = data;
  for (const [, double, single, index, name] of path.matchAll(segment)) {
    value = own(value, double ?? single ?? index ?? name ?? '');
    if (value === undefined) return undefined;
  }
  return value;
}

function own(value: Json | undefined, key: string): Json | undefined {
  if (forbidden.has(key) || !(isDict(value) || isList(value)) || !Object.hasOwn(value, key)) return undefined;
  return (value as Dict)[key];
}

/** JSON as it is shown inside of a text. */
export function toText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
