import { type CodePoints, codePoints } from '../../base/codepoints.js';

export const granularities = ['symbol', 'word', 'sentence', 'paragraph'] as const;
export type Granularity = (typeof granularities)[number];

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A selection, in code points, without the white space at its ends and grown to whole words, sentences or paragraphs.
 * `undefined` where nothing but white space was selected.
 *
 * @param breaks code points, in order, at which lines and blocks end; without them a line ends at its `\n`
 */
export function snapToText(
  text: string,
  from: number,
  to: number,
  granularity: Granularity,
  breaks?: readonly number[],
): Range | undefined {
  const points = codePoints(text);
  const selected = trim(text, points.toUnits(Math.min(from, to)), points.toUnits(Math.max(from, to)));
  if (!selected) return undefined;
  if (granularity === 'symbol') return inPoints(points, selected);
  const lines = breaks ? betweenBreaks(inPoints(points, selected), breaks) : undefined;
  const whole = lines
    ? { start: points.toUnits(lines.start), end: points.toUnits(lines.end) }
    : linesAround(text, selected);
  return inPoints(points, grow(text, selected, whole, granularity, breaks !== undefined));
}

const inPoints = (points: CodePoints, { start, end }: Range): Range => ({
  start: points.toPoints(start),
  end: points.toPoints(end),
});

function trim(text: string, start: number, end: number): Range | undefined {
  const part = text.slice(start, end);
  const inner = part.trim();
  if (inner === '') return undefined;
  const first = start + part.length - part.trimStart().length;
  return { start: first, end: first + inner.length };
}

/** No word and no sentence goes on in the next line, so the lines touched are all that has to be looked at. */
function linesAround(text: string, { start, end }: Range): Range {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

function betweenBreaks({ start, end }: Range, breaks: readonly number[]): Range {
  const beyond = firstAfter(breaks, start);
  const next = firstAfter(breaks, end - 1);
  return { start: breaks[beyond - 1] ?? 0, end: breaks[next] ?? Number.POSITIVE_INFINITY };
}

/** The place of the first number that is greater than `than`, in a list that is in order. */
function firstAfter(numbers: readonly number[], than: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) > than) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param wraps whether a line break is but a blank, because lines end elsewhere */
function grow(
  text: string,
  { start, end }: Range,
  { start: from, end: to }: Range,
  granularity: 'word' | 'sentence' | 'paragraph',
  wraps: boolean,
): Range {
  if (granularity === 'paragraph') return trim(text, from, to) ?? { start, end };
  const lines = text.slice(from, to);
  const segments = new Intl.Segmenter(undefined, { granularity }).segment(
    wraps ? lines.replace(/[\n\r]/g, ' ') : lines,
  );
  const first = segments.containing(start - from);
  const last = segments.containing(end - 1 - from);
  if (!first || !last) return { start, end };
  return trim(text, from + first.index, from + last.index + last.segment.length) ?? { start, end };
}
