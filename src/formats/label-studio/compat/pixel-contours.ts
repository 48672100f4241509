import type { Point } from '../../pictures.js';

/** Right, and on against the clock. */
const steps = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

const INSIDE = 1;
/** A border that was followed: its pixels, and those to the right of which is nothing. */
const BORDER = 2;
const LAST = -2;

/**
 * The outlines of what is not 0 through the middles of its pixels, those of islands in holes left out, the last found
 * first: what the peer's library makes of a mask. Points where the way goes straight on are left out. The way of
 * S. Suzuki and K. Abe, Topological structural analysis of digitized binary images by border following (1985).
 */
export function pixelContours(alpha: Uint8Array, width: number, height: number): readonly (readonly Point[])[] {
  // A margin of nothing, so that nobody walks out of the picture.
  const stride = width + 2;
  const marks = new Int8Array(stride * (height + 2));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) marks[(y + 1) * stride + x + 1] = alpha[y * width + x] ? INSIDE : 0;
  }
  const found: (readonly Point[])[] = [];
  for (let y = 1; y <= height; y++) {
    let before = 0;
    let border = 0;
    for (let at = y * stride + 1; at < (y + 1) * stride; at++) {
      const mark = marks[at] as number;
      if (before === 0 && mark === INSIDE && border <= 0) {
        found.push(follow(marks, stride, at));
        border = marks[at] as number;
        before = border;
        continue;
      }
      if (mark !== 0 && mark !== INSIDE) border = mark;
      before = mark;
    }
  }
  return found.reverse();
}

function follow(marks: Int8Array, stride: number, start: number): readonly Point[] {
  const offsets = steps.map(([x, y]) => y * stride + x);
  const on = (at: number, way: number) => at + (offsets[way & 7] as number);
  const pointAt = (at: number): Point => [(at % stride) - 1, Math.floor(at / stride) - 1];
  let way = 4;
  do way = (way + 7) & 7;
  while (marks[on(start, way)] === 0 && way !== 4);
  if (way === 4) {
    marks[start] = LAST;
    return [pointAt(start)];
  }
  const second = on(start, way);
  const points: Point[] = [];
  let at = start;
  let came = way ^ 4;
  for (;;) {
    do way++;
    while (marks[on(at, way)] === 0);
    // The pixel to the right was looked at, and is nothing.
    if (way > 8) marks[at] = LAST;
    else if (marks[at] === INSIDE) marks[at] = BORDER;
    way &= 7;
    if (way !== came) points.push(pointAt(at));
    came = way;
    const next = on(at, way);
    if (next === start && at === second) return points;
    at = next;
    way = (way + 4) & 7;
  }
}
