import { isDict, isList } from '../model/json.js';

/** How many marks before and behind an item may be those that it speaks of: of very many not all are looked at. */
const near = 20;

/**
 * Parts the items of one id by the places that they mark: rightly there is one. What marks nothing by itself speaks of
 * the mark that it repeats, or else of the one that stands before it. Gives back the indices of the items.
 *
 * @param found what was found in each item, in their order
 */
export function partByMark<F>(
  found: readonly (F | undefined)[],
  marks: (one: F) => boolean,
  isOneMark: (mark: F, one: F) => boolean,
): readonly (readonly number[])[] {
  const parts: { readonly mark: F; readonly items: number[] }[] = [];
  const at = (one: F, end: number) => {
    for (let index = Math.min(end, parts.length - 1); index >= Math.max(0, end - 2 * near); index--) {
      const part = parts[index];
      if (part && isOneMark(part.mark, one)) return part;
    }
    return undefined;
  };
  const rest: { readonly index: number; readonly before: number }[] = [];
  for (const [index, one] of found.entries()) {
    if (one === undefined || !marks(one)) rest.push({ index, before: Math.max(0, parts.length - 1) });
    else {
      const part = at(one, parts.length);
      if (part) part.items.push(index);
      else parts.push({ mark: one, items: [index] });
    }
  }
  if (parts.length < 2) return [found.map((_, index) => index)];
  for (const { index, before } of rest) {
    const one = found[index];
    const part = (one && at(one, before + near)) ?? parts[before];
    part?.items.push(index);
  }
  return parts.map(({ items }) => items.sort((a, b) => a - b));
}

/**
 * Whether two geometries are of one mark. Items of one region repeat its geometry, but not always to the last digit, nor
 * with all of its keys; and the text of a TextArea may stand where the marked text does elsewhere.
 */
export function isSamePlace(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.01;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => isSamePlace(item, b[index]));
  if (!isDict(a) || !isDict(b)) return Object.is(a, b);
  return Object.keys(a).every((key) => key === 'text' || !Object.hasOwn(b, key) || isSamePlace(a[key], b[key]));
}
