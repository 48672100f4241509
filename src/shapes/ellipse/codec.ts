import type { RegionCodec } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';

/**
 * `x`, `y` is the centre; `x` and `radiusX` are percent of the picture's width, `y` and `radiusY` of its height.
 * `rotation`: degrees clockwise about the centre, in the proportions of the picture's pixels.
 */
export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation?: number;
}

const lengths = ['x', 'y', 'radiusX', 'radiusY'] as const;

/** Numbers are kept as they are, negative radii and values outside of 0 to 100 included. */
export const ellipseCodec: RegionCodec<Ellipse> = {
  keys: [...lengths, 'rotation'],
  decode(value: Dict): Outcome<Ellipse> {
    const { x, y, radiusX, radiusY, rotation } = value;
    if (!isNumber(x) || !isNumber(y) || !isNumber(radiusX) || !isNumber(radiusY)) {
      const wrong = lengths.filter((key) => !isNumber(value[key]));
      return unreadable(
        `An ellipse needs x, y, radiusX and radiusY as numbers; wrong or missing: ${wrong.join(', ')}.`,
      );
    }
    if (rotation === undefined) return { value: { x, y, radiusX, radiusY } };
    if (!isNumber(rotation)) return unreadable('The rotation of an ellipse must be a number of degrees.');
    return { value: { x, y, radiusX, radiusY, rotation } };
  },
  encode: ({ x, y, radiusX, radiusY, rotation }) => ({
    x,
    y,
    radiusX,
    radiusY,
    ...(rotation !== undefined && { rotation }),
  }),
};

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const unreadable = (message: string): Outcome<Ellipse> => ({ problems: [error('result/unreadable', message)] });
