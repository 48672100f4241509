import type { RegionCodec } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';

/** A place in percent of the picture's width and height. `width`: the size of the point, in percent of the width. */
export interface KeyPoint {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
}

/** Numbers are kept as they are. */
export const keyPointCodec: RegionCodec<KeyPoint> = {
  keys: ['x', 'y', 'width'],
  decode({ x, y, width }: Dict): Outcome<KeyPoint> {
    if (!isNumber(x) || !isNumber(y)) return unreadable('A keypoint needs x and y as numbers.');
    if (width === undefined) return { value: { x, y } };
    if (!isNumber(width)) return unreadable('The width of a keypoint must be a number, in percent.');
    return { value: { x, y, width } };
  },
  encode: ({ x, y, width }) => ({ x, y, ...(width !== undefined && { width }) }),
};

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const unreadable = (message: string): Outcome<KeyPoint> => ({ problems: [error('result/unreadable', message)] });
