import { type Dict, isList, type Json } from '../../model/json.js';
import { isNumber } from '../geometry/points.js';

/** More points than this are written as ranges. */
const LISTED = 10_000;

/** The value of a result: numbers of points, or ranges of them, first and last. */
export function pointsValue(points: readonly number[]): Dict {
  if (points.length <= LISTED) return { points };
  const ranges: [number, number][] = [];
  for (const point of [...new Set(points)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] + 1 === point) last[1] = point;
    else ranges.push([point, point]);
  }
  return { format: 'ranges', points: ranges };
}

/** Numbers of points in the value of a result; undefined where something is no whole number. */
export function pointsIn({ format, points }: Dict): readonly number[] | undefined {
  if (!isList(points)) return undefined;
  const isWhole = (value: Json | undefined): value is number =>
    isNumber(value) && Number.isInteger(value) && value >= 0;
  if (format !== 'ranges') return points.every(isWhole) ? (points as readonly number[]) : undefined;
  const all: number[] = [];
  for (const range of points) {
    const [first, last] = isList(range) ? range : [];
    // More points than this no cloud has.
    if (!isWhole(first) || !isWhole(last) || last < first || all.length + last - first > 2 ** 27) return undefined;
    for (let point = first; point <= last; point++) all.push(point);
  }
  return all;
}
