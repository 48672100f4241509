import type { MediaFacts, ShapeModule } from '../../contract/shape.js';
import type { Rectangle } from '../rectangle/codec.js';
import { rectangleShape } from '../rectangle/shape.js';
import { inPercent, type OcrBox, ocrCodec, withBox } from './codec.js';
import { textOf, wordsUnder } from './words.js';

type Point = readonly [number, number];

/** UTF-16 units: more than a row of the list can show. */
const MOST_SUMMARY = 200;

/** A box round text. Where the text of the page is known, the box takes what lies under it. */
export const ocrShape: ShapeModule<OcrBox, Point> = {
  name: 'ocr',
  space: 'stage2d',
  codec: ocrCodec,
  marks: (box, sight) => rectangleShape.marks(inPercent(box), sight),
  handles: (box, sight, options) => rectangleShape.handles(inPercent(box), sight, options),
  drag(box, handle, from, to, sight, options) {
    const before = inPercent(box);
    const after = rectangleShape.drag(before, handle, from, to, sight, options);
    return after === before ? box : moved(box, after, sight.facts);
  },
  fault: (box, sight) => rectangleShape.fault?.(inPercent(box), sight),
  summary: (box, sight) =>
    said(box)?.trim().slice(0, MOST_SUMMARY) || (rectangleShape.summary?.(inPercent(box), sight) ?? 'Text'),
  describe: (box, sight) => ({ ...rectangleShape.describe?.(inPercent(box), sight), Text: said(box) ?? '' }),
  revise(box, figure, value, sight) {
    if (figure === 'Text') {
      if (typeof value !== 'string') return undefined;
      return value === said(box) ? box : { ...box, ocrtext: value };
    }
    const before = inPercent(box);
    const after = rectangleShape.revise?.(before, figure, value, sight);
    return after === before ? box : after && moved(box, after, sight.facts);
  },
  similar: (box, change, sight) => {
    const after = rectangleShape.similar?.(inPercent(box), change, sight);
    return after ? moved(box, after, sight.facts) : box;
  },
  anchors: (box, sight) => rectangleShape.anchors?.(inPercent(box), sight) ?? [],
  outline: (box, sight) => rectangleShape.outline?.(inPercent(box), sight),
  fromOutline(outline, sight) {
    const box = rectangleShape.fromOutline?.(outline, sight);
    return box && withText(box, sight.facts);
  },
};

/** The box, in percent, with the text under it, where there is any; on the page of a document as Label Studio writes it. */
export function withText(box: Rectangle, facts: MediaFacts): OcrBox {
  const taken = textUnder(box, facts);
  const said: OcrBox = taken ? { ...box, ocrtext: taken } : box;
  return facts.page === undefined ? said : withBox({ ...said, pageIndex: facts.page }, box);
}

/** What it says; undefined where that is nothing, or no text. */
const said = ({ ocrtext }: OcrBox): string | undefined => (typeof ocrtext === 'string' ? ocrtext : undefined);

function textUnder(box: Rectangle, facts: MediaFacts): string | undefined {
  const { words } = facts;
  return words && textOf(wordsUnder(box, words, facts), words);
}

/** In another place it says what lies there, unless somebody has written something else. */
function moved(box: OcrBox, to: Rectangle, facts: MediaFacts): OcrBox {
  const next = withBox(box, to);
  const taken = textUnder(to, facts);
  const isTaken = box.ocrtext === undefined || box.ocrtext === textUnder(inPercent(box), facts);
  if (taken === undefined || !isTaken) return next;
  const { ocrtext: _, ...bare } = next;
  return taken === '' ? bare : { ...bare, ocrtext: taken };
}
