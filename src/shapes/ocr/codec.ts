import type { RegionCodec } from '../../contract/shape.js';
import type { Json } from '../../model/json.js';
import { type Rectangle, rectangleCodec } from '../rectangle/codec.js';

/**
 * A box round text, and what it says. With a `pageIndex` the numbers are as Label Studio writes them for the pages of a
 * PDF, from 0 to 1; else they are percent. Both are kept as they came.
 */
export interface OcrBox extends Rectangle {
  readonly ocrtext?: Json;
  readonly pageIndex?: Json;
}

export const ocrCodec: RegionCodec<OcrBox> = {
  keys: [...rectangleCodec.keys, 'ocrtext', 'pageIndex'],
  decode(value, facts) {
    const box = rectangleCodec.decode(value, facts);
    if (!('value' in box)) return box;
    const { ocrtext, pageIndex } = value;
    return {
      ...box,
      value: {
        ...(box.value as Rectangle),
        ...(ocrtext !== undefined && { ocrtext }),
        ...(pageIndex !== undefined && { pageIndex }),
      },
    };
  },
  encode: ({ ocrtext, pageIndex, ...box }, facts) => ({
    ...rectangleCodec.encode(box, facts),
    ...(pageIndex !== undefined && { pageIndex }),
    ...(ocrtext !== undefined && { ocrtext }),
  }),
};

const unitOf = ({ pageIndex }: OcrBox): number => (typeof pageIndex === 'number' ? 100 : 1);

/** The box in percent. */
export function inPercent(box: OcrBox): Rectangle {
  const { x, y, width, height, rotation } = box;
  const unit = unitOf(box);
  const turn = rotation === undefined ? {} : { rotation };
  return { x: x * unit, y: y * unit, width: width * unit, height: height * unit, ...turn };
}

/** The same text with another box, given in percent; what has not changed keeps its digits. */
export function withBox(box: OcrBox, { rotation, ...sides }: Rectangle): OcrBox {
  const unit = unitOf(box);
  const before = inPercent(box);
  const side = (key: keyof typeof sides) => (sides[key] === before[key] ? box[key] : sides[key] / unit);
  return {
    ...box,
    x: side('x'),
    y: side('y'),
    width: side('width'),
    height: side('height'),
    ...(rotation !== undefined && { rotation }),
  };
}
