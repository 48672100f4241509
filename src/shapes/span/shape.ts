import { codePoints } from '../../base/codepoints.js';
import type { MediaFacts, ShapeModule } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { type Span, spanCodec } from './codec.js';

export const spanShape: ShapeModule<Span, number> = {
  name: 'span',
  space: 'flow',
  codec: spanCodec,
  marks: (geometry, { facts }) => [{ draw: 'span', ...visible(geometry, facts) }],
  handles(geometry, { facts }) {
    const { start, end } = visible(geometry, facts);
    return [
      { id: 'start', at: start, cursor: 'ew-resize', title: 'Move the start' },
      { id: 'end', at: end, cursor: 'ew-resize', title: 'Move the end' },
    ];
  },
  /** The body stays where it is: dragging over text selects text. An end that is dragged past the other changes sides. */
  drag(geometry, handle, from, to, { facts }) {
    if (from === to || (handle !== 'start' && handle !== 'end')) return geometry;
    const { start, end } = visible(geometry, facts);
    const fixed = handle === 'start' ? end : start;
    const limit = facts.text === undefined ? Number.POSITIVE_INFINITY : codePoints(facts.text).length;
    const dragged = Math.max(0, Math.min(limit, Math.round(to)));
    return dragged === fixed ? geometry : spanOf(Math.min(fixed, dragged), Math.max(fixed, dragged), facts);
  },
  summary: (span, { facts }) => markedBy(span, facts)?.slice(0, MOST_SUMMARY) ?? 'Span',
  describe: (span, { facts }): Dict => {
    const { start, end } = span;
    const marked = markedBy(span, facts);
    return { Start: start, End: end, ...(marked !== undefined && { Text: marked }) };
  },
};

/** UTF-16 units: more than a row of the list can show. */
const MOST_SUMMARY = 200;

const markedBy = ({ start, end, text }: Span, facts: MediaFacts): string | undefined =>
  text ?? spanOf(start, end, facts).text;

/** A new span, with the text it marks if that is known and results are to repeat it. */
export function spanOf(start: number, end: number, { text, saveText }: MediaFacts): Span {
  if (text === undefined || saveText === false) return { start, end };
  return { start, end, text: codePoints(text).slice(start, end) };
}

/** What can be drawn of it: in order and within the text. */
function visible({ start, end }: Span, { text }: MediaFacts): { readonly start: number; readonly end: number } {
  const length = text === undefined ? Number.POSITIVE_INFINITY : codePoints(text).length;
  const inside = (offset: number) => Math.max(0, Math.min(length, offset));
  return { start: inside(Math.min(start, end)), end: inside(Math.max(start, end)) };
}
