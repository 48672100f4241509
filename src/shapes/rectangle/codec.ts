import type { RegionCodec } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';

/**
 * A box in percent of the picture's width (x, width) and height (y, height). `rotation`: degrees clockwise about the
 * top-left corner of the unrotated box, in the proportions of the picture's pixels.
 */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation?: number;
}

const sides = ['x', 'y', 'width', 'height'] as const;

/** Numbers are kept as they are, negative sizes and values outside of 0 to 100 included. */
export const rectangleCodec: RegionCodec<Rectangle> = {
  keys: [...sides, 'rotation'],
  decode(value: Dict): Outcome<Rectangle> {
    const { x, y, width, height, rotation } = value;
    if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) {
      const wrong = sides.filter((side) => !isNumber(value[side]));
      return unreadable(`A rectangle needs x, y, width and height as numbers; wrong or missing: ${wrong.join(', ')}.`);
    }
    if (rotation === undefined) return { value: { x, y, width, height } };
    if (!isNumber(rotation)) return unreadable('The rotation of a rectangle must be a number of degrees.');
    return { value: { x, y, width, height, rotation } };
  },
  encode: ({ x, y, width, height, rotation }) => ({
    x,
    y,
    width,
    height,
    ...(rotation !== undefined && { rotation }),
  }),
};

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const unreadable = (message: string): Outcome<Rectangle> => ({ problems: [error('result/unreadable', message)] });
