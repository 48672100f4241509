/** A stretch of a text in UTF-16 units, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where else a text says what a stretch of it says, from the front on; none of them meets another or the stretch itself.
 * Where that begins and ends at a word, so do they; no letter is cut in two in any case.
 *
 * @param anyCase whether capital and small letters count as the same
 */
export function occurrences(text: string, { start, end }: Stretch, anyCase = false): readonly Stretch[] {
  const wanted = text.slice(start, end);
  if (wanted.trim() === '') return [];
  const words = new Breaks(text, 'word');
  const breaks = words.at(start) && words.at(end) ? words : new Breaks(text, 'grapheme');
  const find = anyCase ? folded(text, wanted) : literal(text, wanted);
  const found: Stretch[] = [];
  for (const [from, to] of [
    [0, start],
    [end, text.length],
  ] as const) {
    for (let hit = find(from); hit && hit.end <= to; ) {
      const fits = breaks.at(hit.start) && breaks.at(hit.end);
      if (fits) found.push(hit);
      hit = find(fits ? hit.end : nextLetter(text, hit.start));
    }
  }
  return found;
}

/** From the middle of a pair of units a pattern would look at the whole pair again. */
const nextLetter = (text: string, unit: number): number => unit + ((text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1);

type Find = (from: number) => Stretch | undefined;

const literal =
  (text: string, wanted: string): Find =>
  (from) => {
    const start = text.indexOf(wanted, from);
    return start < 0 ? undefined : { start, end: start + wanted.length };
  };

function folded(text: string, wanted: string): Find {
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  return (from) => {
    pattern.lastIndex = from;
    const hit = pattern.exec(text);
    return hit ? { start: hit.index, end: hit.index + hit[0].length } : undefined;
  };
}

/** UTF-16 units on each side that are looked at at most: what a browser asks of a stretch costs with its length. */
const reach = 60;

/** Where words or letters of a text begin and end. */
class Breaks {
  readonly #text: string;
  readonly #byWords: boolean;
  readonly #segmenter: Intl.Segmenter;

  constructor(text: string, granularity: 'word' | 'grapheme') {
    this.#text = text;
    this.#byWords = granularity === 'word';
    this.#segmenter = new Intl.Segmenter(undefined, { granularity });
  }

  at(unit: number): boolean {
    const text = this.#text;
    if (unit <= 0 || unit >= text.length) return true;
    const known = this.#isBetween(text.charCodeAt(unit - 1), text.charCodeAt(unit));
    if (known !== undefined) return known;
    if (isGap(text, unit)) return true;
    const from = nearestGap(text, unit, -1);
    const piece = this.#segmenter.segment(text.slice(from, nearestGap(text, unit, 1)));
    return piece.containing(unit - from)?.index === unit - from;
  }

  /** What is known of two neighbours without a look at those around; undefined: nothing. */
  #isBetween(before: number, after: number): boolean | undefined {
    if (after > lastPlain || before > lastPlain || before === carriageReturn) return undefined;
    if (!this.#byWords) return true;
    const [a, b] = [isLetter(before), isLetter(after)];
    if (a && b) return false;
    return (a && after === space) || (b && before === space) ? true : undefined;
  }
}

/** The gap before or after a place; one that is too far away counts as near, as nothing reaches so far in practice. */
function nearestGap(text: string, unit: number, step: 1 | -1): number {
  let at = unit + step;
  while (Math.abs(at - unit) < reach && !isGap(text, at)) at += step;
  return isSecondHalf(text.charCodeAt(at)) ? at + step : at;
}

/** Whether nothing that comes before has a say in what comes after: behind white space and the stops of East Asia. */
function isGap(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  if (!/[\s\u3001\u3002\uff01\uff0c\uff1f]/.test(text.charAt(at - 1))) return false;
  const after = text.charCodeAt(at);
  return after > lastPlain ? !/^[\s\p{M}\p{Cf}]/u.test(text.slice(at, at + 2)) : after > space;
}

const carriageReturn = 13;
const space = 32;
/** Behind it come signs that join what is before them. */
const lastPlain = 127;

/** Letters, digits and the underscore of ASCII, of which a word is never cut in two. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
