import { anchorKeys, type RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, type Json } from '../../model/json.js';
import { error } from '../../model/problem.js';

/** A stretch of text in Unicode code points, `end` excluded. `text` is the marked text, where results repeat it. */
export interface PlainSpan {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** A stretch of text as a result names it in its `anchorKeys`; where that is, is known by the medium's `TextAnchors`. */
export interface AnchoredSpan {
  readonly at: Dict;
  readonly text?: string;
}

export type Span = PlainSpan | AnchoredSpan;

/** Places are kept as they are, also where they are reversed or lie outside of the text. */
export const spanCodec: RegionCodec<Span> = {
  keys: [...anchorKeys, 'text'],
  decode(value) {
    const { text } = value;
    if (text !== undefined && typeof text !== 'string') {
      return { problems: [error('result/unreadable', 'The text of a span must be the marked text.')] };
    }
    const { start, end } = value;
    // There may be very many of these.
    if (isOffset(start) && isOffset(end) && !anchors.some((key) => key in value)) {
      return { value: text === undefined ? { start, end } : { start, end, text } };
    }
    if (!(isPlace(start) && isPlace(end)) && !isStretch(value.globalOffsets)) {
      const message = 'A span of text needs start and end: whole numbers of characters, XPaths or numbers of phrases.';
      return { problems: [error('result/unreadable', message)] };
    }
    const at: Dict = Object.fromEntries(
      anchorKeys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, value[key] as Json]),
    );
    return { value: text === undefined ? { at } : { at, text } };
  },
  encode: (span) => {
    const place = 'at' in span ? span.at : { start: span.start, end: span.end };
    return span.text === undefined ? place : { ...place, text: span.text };
  },
};

/** What is said of places that are no plain offsets. */
const anchors = anchorKeys.filter((key) => key !== 'start' && key !== 'end');

const isOffset = (value: Json | undefined): value is number => Number.isInteger(value);
const isStretch = (value: Json | undefined): boolean => isDict(value) && isOffset(value.start) && isOffset(value.end);
const isPlace = (value: Json | undefined): boolean => isOffset(value) || typeof value === 'string';
