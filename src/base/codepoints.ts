/** A text counted in Unicode code points, as results do, and in UTF-16 units, as JavaScript and the DOM do. */
export interface CodePoints {
  /** In code points. A surrogate without its other half counts as one. */
  readonly length: number;
  /** The UTF-16 offset of a code point; out of range is clamped. */
  toUnits(point: number): number;
  /** The code point at a UTF-16 offset; an offset inside a surrogate pair counts as the pair's start. */
  toPoints(unit: number): number;
  /** The text from one code point up to but not including another. */
  slice(from: number, to: number): string;
}

const KEPT = 8;
const latest: { readonly text: string; readonly index: CodePoints }[] = [];

/** The index of a text. Those asked for last are kept, so that every span of a text may ask for it anew. */
export function codePoints(text: string): CodePoints {
  const known = latest.findIndex((entry) => entry.text === text);
  if (known === 0) return (latest[0] as (typeof latest)[0]).index;
  const entry = known > 0 ? (latest.splice(known, 1)[0] as (typeof latest)[0]) : { text, index: indexOf(text) };
  latest.unshift(entry);
  latest.length = Math.min(latest.length, KEPT);
  return entry.index;
}

const clamp = (value: number, last: number) => Math.min(Math.max(value, 0), last);

function indexOf(text: string): CodePoints {
  const pairs = pairsOf(text);
  const length = text.length - pairs.length;
  // The k-th pair starts at unit `pairs[k]` and so at code point `pairs[k] - k`; both grow with k.
  const before = (reached: (pair: number, k: number) => boolean) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(pairs[middle] as number, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const toUnits = (point: number) => {
    const inside = clamp(point, length);
    return pairs.length === 0 ? inside : inside + before((pair, k) => pair - k < inside);
  };
  const toPoints = (unit: number) => {
    const inside = clamp(unit, text.length);
    return pairs.length === 0 ? inside : inside - before((pair) => pair < inside);
  };
  return { length, toUnits, toPoints, slice: (from, to) => text.slice(toUnits(from), toUnits(to)) };
}

/** The UTF-16 offsets at which surrogate pairs start. */
function pairsOf(text: string): readonly number[] {
  const starts: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) starts.push(index);
  return starts;
}
