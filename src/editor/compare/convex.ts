import type { Ring } from '../../contract/shape.js';

type Point = Ring[number];

/** A ring that turns one way only and goes round once, counterclockwise; undefined for any other. */
export function convexRing(ring: Ring): Ring | undefined {
  if (ring.length < 3) return undefined;
  let [left, right] = [false, false];
  // A star turns one way as well, but goes round more than once: it changes its direction along x more than twice.
  let [changes, before] = [0, 0];
  for (let index = 0; index <= ring.length; index++) {
    const [a, b, c] = [0, 1, 2].map((step) => ring[(index + step) % ring.length]) as [Point, Point, Point];
    const turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
    if (turn > 0) left = true;
    if (turn < 0) right = true;
    const along = Math.sign(b[0] - a[0]);
    if (along !== 0 && before !== 0 && along !== before) changes++;
    if (along !== 0) before = along;
  }
  if ((left && right) || changes > 2) return undefined;
  return right ? [...ring].reverse() : ring;
}

/** What a ring encloses that does not cross itself. Taken from its first point on, so that little is lost far from the origin. */
export function enclosed(ring: Ring): number {
  const [[x0, y0] = [0, 0]] = ring;
  let sum = 0;
  for (let index = 2; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1] as Point;
    const [bx, by] = ring[index] as Point;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(sum) / 2;
}

/** What two convex rings both enclose: one with all cut off that is outside of a side of the other. */
export function sharedByConvex(a: Ring, b: Ring): number {
  let left: Ring = a;
  for (let index = 0; index < b.length && left.length > 0; index++)
    left = insideOf(left, b[index] as Point, b[(index + 1) % b.length] as Point);
  return enclosed(left);
}

/** The part of a ring on the left of a line. */
function insideOf(ring: Ring, from: Point, to: Point): Ring {
  const kept: Point[] = [];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const side = ([x, y]: Point) => dx * (y - from[1]) - dy * (x - from[0]);
  let last = ring.at(-1) as Point;
  let before = side(last);
  for (const at of ring) {
    const here = side(at);
    if (here > 0 !== before > 0 && here !== 0 && before !== 0) {
      const part = before / (before - here);
      kept.push([last[0] + part * (at[0] - last[0]), last[1] + part * (at[1] - last[1])]);
    }
    if (here >= 0) kept.push(at);
    [last, before] = [at, here];
  }
  return kept;
}
