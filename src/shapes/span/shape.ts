import { codePoints } from '../../base/codepoints.js';
import type { MediaFacts, ShapeModule, TextAnchors } from '../../contract/shape.js';
import { type Dict, isDict } from '../../model/json.js';
import { warning } from '../../model/problem.js';
import { type AnchoredSpan, type Span, spanCodec } from './codec.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const spanShape: ShapeModule<Span, number> = {
  name: 'span',
  space: 'flow',
  codec: spanCodec,
  marks(span, { facts }) {
    const seen = visible(span, facts);
    return seen ? [{ draw: 'span', ...seen }] : [];
  },
  handles(span, { facts }) {
    const seen = visible(span, facts);
    if (!seen) return [];
    return [
      { id: 'start', at: seen.start, cursor: 'ew-resize', title: 'Move the start' },
      { id: 'end', at: seen.end, cursor: 'ew-resize', title: 'Move the end' },
    ];
  },
  /** The body stays where it is: dragging over text selects text. An end that is dragged past the other changes sides. */
  drag(span, handle, from, to, { facts }) {
    const seen = visible(span, facts);
    if (!seen || from === to || (handle !== 'start' && handle !== 'end')) return span;
    const fixed = handle === 'start' ? seen.end : seen.start;
    const dragged = Math.max(0, Math.min(lengthOf(facts), Math.round(to)));
    return dragged === fixed ? span : spanOf(Math.min(fixed, dragged), Math.max(fixed, dragged), facts);
  },
  fault(span, { facts }) {
    if (facts.text === undefined) return undefined;
    const place = located(span, facts);
    if (!place) {
      const message =
        'Nothing in the text answers to where this span is said to be. It is not drawn, and saved as it came.';
      return warning('result/unreadable', message);
    }
    const { length } = codePoints(facts.text);
    const start = Math.min(place.start, place.end);
    if (place.start === place.end || start < length) return undefined;
    const message = `The text has ${length} characters, and this span begins at ${start}. There is nothing of it to be drawn; look whether it was made for another text.`;
    return warning('result/suspect', message);
  },
  summary: (span, { facts }) => markedBy(span, facts)?.slice(0, MOST_SUMMARY) ?? 'Span',
  describe: (span, { facts }): Dict => {
    const { start, end } = located(span, facts) ?? {};
    const marked = markedBy(span, facts);
    return {
      ...(start !== undefined && end !== undefined && { Start: start, End: end }),
      ...(marked !== undefined && { Text: marked }),
    };
  },
  revise(span, figure, value, { facts }) {
    const seen = visible(span, facts);
    if (!seen || typeof value !== 'number' || !Number.isInteger(value)) return undefined;
    const start = figure === 'Start' ? value : seen.start;
    const end = figure === 'End' ? value : seen.end;
    return start >= 0 && start < end && end <= lengthOf(facts) ? spanOf(start, end, facts) : undefined;
  },
};

/** UTF-16 units: more than a row of the list can show. */
const MOST_SUMMARY = 200;

/** A new span, with the text it marks if that is known and results are to repeat it. */
export function spanOf(start: number, end: number, { text, saveText, anchors }: MediaFacts): Span {
  // What is marked may look different from the text that is counted in: then the medium says so.
  const { text: said, ...at } = anchors?.anchor(start, end) ?? {};
  const place = anchors ? { at } : { start, end };
  if (text === undefined || saveText === false) return place;
  return { ...place, text: typeof said === 'string' ? said : codePoints(text).slice(start, end) };
}

/** Where a span lies in the text, as results say it: it may be reversed, or lie outside. */
function located(span: Span, { anchors }: MediaFacts): Stretch | undefined {
  if (!('at' in span)) return span;
  if (anchors) return found(span, anchors);
  const { start, end } = isDict(span.at.globalOffsets) ? span.at.globalOffsets : span.at;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

/** Thousands of spans are drawn again and again, and to find one may mean to look for it. */
const known = new WeakMap<TextAnchors, WeakMap<AnchoredSpan, { readonly at: Stretch | undefined }>>();

function found(span: AnchoredSpan, anchors: TextAnchors): Stretch | undefined {
  const spans = known.get(anchors) ?? new WeakMap<AnchoredSpan, { readonly at: Stretch | undefined }>();
  known.set(anchors, spans);
  const place = spans.get(span) ?? {
    at: anchors.locate(span.text === undefined ? span.at : { ...span.at, text: span.text }),
  };
  spans.set(span, place);
  return place.at;
}

function markedBy(span: Span, facts: MediaFacts): string | undefined {
  // Line breaks on the screen are spelled out in results.
  if (span.text !== undefined) return 'at' in span ? span.text.replaceAll('\\n', '\n') : span.text;
  if (facts.text === undefined) return undefined;
  const { start = 0, end = 0 } = located(span, facts) ?? {};
  return codePoints(facts.text).slice(start, end);
}

/** What can be drawn of it: in order and within the text. */
function visible(span: Span, facts: MediaFacts): Stretch | undefined {
  const place = located(span, facts);
  if (!place) return undefined;
  const length = lengthOf(facts);
  const inside = (offset: number) => Math.max(0, Math.min(length, offset));
  return { start: inside(Math.min(place.start, place.end)), end: inside(Math.max(place.start, place.end)) };
}

const lengthOf = ({ text }: MediaFacts): number =>
  text === undefined ? Number.POSITIVE_INFINITY : codePoints(text).length;
