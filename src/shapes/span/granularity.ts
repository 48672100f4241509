import { codePoints } from '../../base/codepoints.js';

export const granularities = ['symbol', 'word', 'sentence', 'paragraph'] as const;
export type Granularity = (typeof granularities)[number];

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A selection, in code points, without the white space at its ends and grown to whole words, sentences or paragraphs.
 * `undefined` where nothing but white space was selected.
 */
export function snapToText(text: string, from: number, to: number, granularity: Granularity): Range | undefined {
  const points = codePoints(text);
  const selected = trim(text, points.toUnits(Math.min(from, to)), points.toUnits(Math.max(from, to)));
  if (!selected) return undefined;
  const grown = granularity === 'symbol' ? selected : grow(text, selected, granularity);
  return { start: points.toPoints(grown.start), end: points.toPoints(grown.end) };
}

function trim(text: string, start: number, end: number): Range | undefined {
  const part = text.slice(start, end);
  const inner = part.trim();
  if (inner === '') return undefined;
  const first = start + part.length - part.trimStart().length;
  return { start: first, end: first + inner.length };
}

function grow(text: string, { start, end }: Range, granularity: 'word' | 'sentence' | 'paragraph'): Range {
  // No word and no sentence goes on in the next line, so the lines touched are all that has to be looked at.
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  if (granularity === 'paragraph') return trim(text, from, to) ?? { start, end };
  const segments = new Intl.Segmenter(undefined, { granularity }).segment(text.slice(from, to));
  const first = segments.containing(start - from);
  const last = segments.containing(end - 1 - from);
  if (!first || !last) return { start, end };
  return trim(text, from + first.index, from + last.index + last.segment.length) ?? { start, end };
}
