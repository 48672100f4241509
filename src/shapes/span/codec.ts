import type { RegionCodec } from '../../contract/shape.js';
import { error } from '../../model/problem.js';

/** A stretch of text in Unicode code points, `end` excluded. `text` is the marked text, where results repeat it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** Offsets are kept as they are, also where they are reversed or lie outside of the text. */
export const spanCodec: RegionCodec<Span> = {
  keys: ['start', 'end', 'text'],
  decode({ start, end, text }) {
    if (!isOffset(start) || !isOffset(end)) {
      const message = 'A span of text needs start and end as whole numbers of characters.';
      return { problems: [error('result/unreadable', message)] };
    }
    if (text === undefined) return { value: { start, end } };
    if (typeof text !== 'string') {
      return { problems: [error('result/unreadable', 'The text of a span must be the marked text.')] };
    }
    return { value: { start, end, text } };
  },
  encode: ({ start, end, text }) => ({ start, end, ...(text !== undefined && { text }) }),
};

const isOffset = (value: unknown): value is number => Number.isInteger(value);
