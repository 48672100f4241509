import type { Stretch } from './laid-text.js';

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}
export interface Found {
  /** In order, without overlaps. */
  readonly matches: readonly Stretch[];
  /** Whether there are more than were looked for. */
  readonly more: boolean;
}

/** A text as it is compared, and which places in it are which in the text itself. */
interface Folded {
  readonly text: string;
  /** The offset in the text itself; undefined within a letter. Without it the offsets are the same. */
  readonly places?: Int32Array;
}

/**
 * Finds words in one text again and again. Letters are the same however they are composed (`é` as one code point or two),
 * and white space in the words stands for any white space.
 */
export class Finder {
  readonly #text: string;
  readonly #folded = new Map<boolean, Folded>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * @param most matches that are looked for
   * @param holds whether a match counts
   */
  find(words: string, options: FindOptions, most: number, holds: (match: Stretch) => boolean): Found {
    const pattern = patternOf(fold(words, options.matchCase).text);
    if (!pattern) return { matches: [], more: false };
    let folded = this.#folded.get(options.matchCase);
    if (!folded) {
      folded = fold(this.#text, options.matchCase);
      this.#folded.set(options.matchCase, folded);
    }
    const matches: Stretch[] = [];
    for (const { index, 0: found } of folded.text.matchAll(pattern)) {
      const from = placeOf(folded, index);
      const to = placeOf(folded, index + found.length);
      if (from === undefined || to === undefined || !this.#fits({ from, to }, options) || !holds({ from, to }))
        continue;
      if (matches.length === most) return { matches, more: true };
      matches.push({ from, to });
    }
    return { matches, more: false };
  }

  /** Whether a match ends between letters, or where they are asked for, between words. */
  #fits({ from, to }: Stretch, { wholeWords }: FindOptions): boolean {
    const [before, first] = [this.#letterBefore(from), this.#letterAt(from)];
    const [last, after] = [this.#letterBefore(to), this.#letterAt(to)];
    if (isMark(after) || (isMark(first) && before !== '')) return false;
    return !wholeWords || !((isOfWord(before) && isOfWord(first)) || (isOfWord(last) && isOfWord(after)));
  }

  #letterAt(unit: number): string {
    const code = this.#text.codePointAt(unit);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #letterBefore(unit: number): string {
    const single = this.#text.charAt(unit - 1);
    return /[\udc00-\udfff]/.test(single) ? this.#text.slice(unit - 2, unit) : single;
  }
}

const isMark = (letter: string) => /^\p{M}/u.test(letter);
const isOfWord = (letter: string) => /^[\p{L}\p{N}\p{M}_]/u.test(letter);

function patternOf(words: string): RegExp | undefined {
  const parts = words.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  if (parts.every((part) => part === '')) return undefined;
  return new RegExp(parts.join('\\s+'), 'gu');
}

const placeOf = ({ places }: Folded, at: number): number | undefined => {
  if (!places) return at;
  const place = places[at] as number;
  return place < 0 ? undefined : place;
};

const lower = (text: string) => text.toLowerCase().replaceAll('ς', 'σ');

/** What is one letter for the eye: what is not ASCII, and what has marks on it. */
const clusters = /\P{M}?\p{M}+|[^\0-\x7f]/gu;

function fold(text: string, matchCase: boolean): Folded {
  const canonical = text.normalize('NFD');
  const whole = matchCase ? canonical : lower(canonical);
  // Nothing was taken apart or became longer: all is where it was.
  if (canonical === text && whole.length === text.length) return { text: whole };
  const places: number[] = [];
  let folded = '';
  const take = (from: number, to: number) => {
    for (let at = from; at < to; at++) places.push(at);
    folded += matchCase ? text.slice(from, to) : lower(text.slice(from, to));
  };
  let done = 0;
  for (const { index, 0: cluster } of text.matchAll(clusters)) {
    take(done, index);
    const apart = cluster.normalize('NFD');
    const letters = matchCase ? apart : lower(apart);
    for (let i = 0; i < letters.length; i++) places.push(i === 0 ? index : -1);
    folded += letters;
    done = index + cluster.length;
  }
  take(done, text.length);
  places.push(text.length);
  return { text: folded, places: Int32Array.from(places) };
}
