/** Steps through a text as a reader takes them: lines, letters (grapheme clusters), words. All offsets are UTF-16 units. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How far a letter or a word is looked for; longer ones are taken in parts. */
const letterReach = 64;
const wordReach = 512;

const isLowSurrogate = (text: string, unit: number) => (text.charCodeAt(unit) & 0xfc00) === 0xdc00;
const isHighSurrogate = (text: string, unit: number) => (text.charCodeAt(unit) & 0xfc00) === 0xd800;
/** `unit`, or the start of the surrogate pair that it lies in. */
const wholeFrom = (text: string, unit: number) =>
  isLowSurrogate(text, unit) && isHighSurrogate(text, unit - 1) ? unit - 1 : unit;

const before = (text: string, unit: number, reach: number) =>
  text.slice(wholeFrom(text, Math.max(0, unit - reach)), unit);

/** Where the letter that starts at `unit` ends; `\r\n` is one letter. */
export function nextLetter(text: string, unit: number): number {
  if (unit >= text.length) return text.length;
  const [first] = graphemes.segment(text.slice(unit, unit + letterReach));
  return unit + (first?.segment.length ?? 1);
}

/** Where the letter that ends at `unit` starts. */
export function previousLetter(text: string, unit: number): number {
  let last = 0;
  for (const { segment } of graphemes.segment(before(text, unit, letterReach))) last = segment.length;
  return unit - last;
}

/** The end of the word that `unit` lies in or before. */
export function nextWord(text: string, unit: number): number {
  let end = unit;
  for (const { segment, isWordLike } of words.segment(text.slice(unit, unit + wordReach))) {
    end += segment.length;
    if (isWordLike) break;
  }
  return end;
}

/** The start of the word that `unit` lies in or after. */
export function previousWord(text: string, unit: number): number {
  const behind = before(text, unit, wordReach);
  let start = 0;
  for (const { index, isWordLike } of words.segment(behind)) if (isWordLike) start = index;
  return unit - behind.length + start;
}

/** Whether the letter at `unit` ends a line. */
export const breaksLine = (text: string, unit: number): boolean =>
  text[unit] === '\n' || (text[unit] === '\r' && text[unit + 1] === '\n');

/** The offsets at which lines start; a line keeps its `\n`, and after the last one no empty line follows. */
export function lineStarts(text: string): number[] {
  const starts = text === '' ? [] : [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** Cuts what lies between `from` and `to` into pieces of some `size` (≥ 128) units, after a space or at least between letters. */
export function pieceStarts(text: string, from: number, to: number, size: number): number[] {
  const starts = [from];
  for (let at = from; to - at > size; starts.push(at)) {
    const full = at + size;
    const space = text.slice(full - letterReach, full).lastIndexOf(' ');
    at = space >= 0 ? full - letterReach + space + 1 : letterStart(text, full);
  }
  return starts;
}

/** The start of the letter that `unit` lies in. */
function letterStart(text: string, unit: number): number {
  const from = wholeFrom(text, Math.max(0, unit - letterReach));
  return from + (graphemes.segment(text.slice(from, unit + letterReach)).containing(unit - from)?.index ?? 0);
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction of the first letter that has one: of Hebrew and Arabic it is `rtl`. */
export function direction(text: string): 'ltr' | 'rtl' | undefined {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return undefined;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** A quick look whether any letter runs from right to left. */
export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);
