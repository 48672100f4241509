import { filled } from '../../base/fill.js';
import { alphaOf } from '../geometry/alpha.js';
import { polygonsOf } from '../geometry/rings.js';
import type { PictureShape } from '../pictures.js';

/** Numbers of pixels, row by row; 0 is what nothing covers. */
export interface IndexPicture {
  readonly width: number;
  readonly height: number;
  readonly values: Uint16Array;
}

/** Gives a number to the pixels whose middles lie in a shape, whatever they had. */
export function paint({ width, height, values }: IndexPicture, shape: PictureShape, index: number): void {
  for (const rings of polygonsOf(shape) ?? []) {
    const alpha = alphaOf(filled(rings, width, height));
    for (let at = 0; at < alpha.length; at++) if (alpha[at] !== 0) values[at] = index;
  }
}
