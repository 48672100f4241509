import { thresholdOf } from './alpha.js';
import type { Bounds } from './points.js';

/*
 * Masks as COCO has them: lengths of runs, of which the first is outside and they take turns, over the pixels column by
 * column from the top left corner; or the same as a string. https://github.com/cocodataset/cocoapi (common/maskApi)
 */

/** @param alpha row by row */
export function countsOf(alpha: Uint8Array, width: number, height: number): number[] {
  const threshold = thresholdOf(alpha);
  const counts: number[] = [];
  let [inside, run] = [false, 0];
  for (let x = 0; x < width; x++) {
    for (let y = 0, at = x; y < height; y++, at += width) {
      if ((alpha[at] as number) >= threshold !== inside) {
        counts.push(run);
        run = 0;
        inside = !inside;
      }
      run++;
    }
  }
  counts.push(run);
  return counts;
}

/** Alpha of 0 and 255, row by row; undefined where the runs do not fill the picture. */
export function alphaOfCounts(counts: readonly number[], width: number, height: number): Uint8Array | undefined {
  const alpha = new Uint8Array(width * height);
  let [x, y, inside, filled] = [0, 0, false, 0];
  for (const count of counts) {
    if (!(Number.isInteger(count) && count >= 0)) return undefined;
    filled += count;
    if (filled > alpha.length) return undefined;
    for (let left = count; left > 0; ) {
      const step = Math.min(left, height - y);
      if (inside) for (let row = y; row < y + step; row++) alpha[row * width + x] = 255;
      left -= step;
      y += step;
      if (y === height) [x, y] = [x + 1, 0];
    }
    inside = !inside;
  }
  return filled === alpha.length ? alpha : undefined;
}

/** Each count from the fourth on as what it is more than the one two before it, in groups of five bits. */
export function compressed(counts: readonly number[]): string {
  const codes: number[] = [];
  for (let index = 0; index < counts.length; index++) {
    let rest = (counts[index] as number) - (index > 2 ? (counts[index - 2] as number) : 0);
    for (let more = true; more; ) {
      const group = rest & 31;
      rest >>= 5;
      // The highest bit of the last group is the sign.
      more = group & 16 ? rest !== -1 : rest !== 0;
      codes.push((more ? group | 32 : group) + 48);
    }
  }
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.slice(at, at + 4096));
  return text;
}

/** Undefined where the string is none that `compressed` makes. */
export function decompressed(text: string): number[] | undefined {
  const counts: number[] = [];
  for (let at = 0; at < text.length; ) {
    let [value, shift, group] = [0, 0, 0];
    do {
      group = text.charCodeAt(at++) - 48;
      if (!(group >= 0 && group < 64) || shift > 30) return undefined;
      value |= (group & 31) << shift;
      shift += 5;
    } while (group & 32);
    if (group & 16 && shift < 32) value |= -1 << shift;
    if (counts.length > 2) value += counts[counts.length - 2] as number;
    counts.push(value);
  }
  return counts;
}

/** The number of pixels inside. */
export const pixelsIn = (counts: readonly number[]): number =>
  counts.reduce((sum, count, index) => (index % 2 === 1 ? sum + count : sum), 0);

/** Round whole pixels; undefined for an empty mask. */
export function boundsOfCounts(counts: readonly number[], height: number): Bounds | undefined {
  let [left, top, right, bottom, at] = [Infinity, Infinity, -1, -1, 0];
  counts.forEach((count, index) => {
    if (index % 2 === 1 && count > 0) {
      const [first, last] = [at, at + count - 1];
      const [column, lastColumn] = [Math.floor(first / height), Math.floor(last / height)];
      left = Math.min(left, column);
      right = Math.max(right, lastColumn);
      // A run that goes on in the next column touches the lower and the upper edge.
      top = lastColumn > column ? 0 : Math.min(top, first % height);
      bottom = lastColumn > column ? height - 1 : Math.max(bottom, last % height);
    }
    at += count;
  });
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
