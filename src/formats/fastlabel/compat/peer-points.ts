import { type Dict, isList, type Json } from '../../../model/json.js';
import { isNumber } from '../../geometry/points.js';

/*
 * How FastLabel's SDK looks at points.
 */

/** The numbers of a list; an empty list where something is none. */
export const numbersOf = (points: Json | undefined): readonly number[] =>
  isList(points) && points.every(isNumber) ? (points as readonly number[]) : [];

/** The outer rings of a segmentation: it does not look at holes. */
export const outlinesOf = (points: Json | undefined): readonly (readonly number[])[] =>
  (isList(points) ? points : []).flatMap((region) => {
    const [outline] = isList(region) ? region : [];
    const numbers = numbersOf(outline);
    return numbers.length > 0 ? [numbers] : [];
  });

/** All rings of a segmentation. */
export const ringsOf = (points: Json | undefined): readonly (readonly number[])[] =>
  (isList(points) ? points : []).flatMap((region) => (isList(region) ? region.map(numbersOf) : []));

/** A box without a whole pixel between its sides, cut off, is left out. */
export function isFlat({ type, points }: Dict): boolean {
  if (type !== 'bbox') return false;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(points).map(Math.trunc);
  return x1 === x2 || y1 === y2;
}

export interface PeerBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxRound(numbers: readonly number[]): PeerBox {
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: -least(xs.map((each) => -each)) - x, height: -least(ys.map((each) => -each)) - y };
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
