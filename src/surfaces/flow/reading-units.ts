import type { LaidText, Stretch } from './laid-text.js';

/** What a selection can be widened to, the smallest first. */
export const readingUnits = ['word', 'sentence', 'paragraph', 'text'] as const;
export type ReadingUnit = (typeof readingUnits)[number];

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** UTF-16 units around a place that are looked through for the ends of a word or a sentence. */
const reach = 4000;

/** The unit of reading that a stretch is in, without white space at its ends; no word or sentence goes beyond a paragraph. */
export function readingUnit(laid: LaidText, { from, to }: Stretch, unit: ReadingUnit): Stretch {
  const { text } = laid;
  if (unit === 'text') return { from: 0, to: text.length };
  const first = laid.paragraphAt(from);
  const last = to <= first.to ? first : laid.paragraphAt(to - 1);
  if (unit === 'paragraph') return trimmed(text, { from: first.from, to: last.to });
  const segmenter = unit === 'word' ? words : sentences;
  const start = around(segmenter, text, first, from).from;
  const end = around(segmenter, text, last, Math.max(from, to - 1)).to;
  return trimmed(text, { from: start, to: end });
}

/** The end of the sentence that an offset is in, or of the next one. */
export function nextSentence(laid: LaidText, unit: number): number {
  for (let at = unit; at < laid.text.length; at++) {
    if (isSpace(laid.text, at)) continue;
    const { to } = readingUnit(laid, { from: at, to: at + 1 }, 'sentence');
    if (to > unit) return to;
  }
  return laid.text.length;
}

/** The start of the sentence that an offset is in, or of the one before. */
export function previousSentence(laid: LaidText, unit: number): number {
  for (let at = unit - 1; at >= 0; at--) {
    if (isSpace(laid.text, at)) continue;
    const { from } = readingUnit(laid, { from: at, to: at + 1 }, 'sentence');
    if (from < unit) return from;
  }
  return 0;
}

/** The end of the paragraph that an offset is in, or of the next one that has any text. */
export function nextParagraph(laid: LaidText, unit: number): number {
  for (let at = unit; at < laid.text.length; at++) {
    if (isSpace(laid.text, at)) continue;
    const { to } = readingUnit(laid, { from: at, to: at + 1 }, 'paragraph');
    if (to > unit) return to;
  }
  return laid.text.length;
}

/** The start of the paragraph that an offset is in, or of the one before that has any text. */
export function previousParagraph(laid: LaidText, unit: number): number {
  for (let at = unit - 1; at >= 0; at--) {
    if (isSpace(laid.text, at)) continue;
    const { from } = readingUnit(laid, { from: at, to: at + 1 }, 'paragraph');
    if (from < unit) return from;
  }
  return 0;
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at));

function trimmed(text: string, { from, to }: Stretch): Stretch {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start < end ? { from: start, to: end } : { from, to };
}

/** The segment at an offset, as far as it is in a stretch. */
function around(segmenter: Intl.Segmenter, text: string, within: Stretch, unit: number): Stretch {
  const from = Math.max(within.from, unit - reach);
  const to = Math.min(within.to, unit + reach);
  const part = text.slice(from, to);
  const at = Math.min(Math.max(0, unit - from), part.length - 1);
  const found = segmenter.segment(part).containing(at);
  return found ? { from: from + found.index, to: from + found.index + found.segment.length } : { from: unit, to: unit };
}
