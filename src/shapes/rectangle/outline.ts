import type { MediaFacts, Outline, Ring } from '../../contract/shape.js';
import { boxOf } from '../rings.js';
import { turnOf } from '../similarity.js';
import type { Rectangle } from './codec.js';

type Point = readonly [number, number];

/** By so much of its size four corners may be off from a rectangle. */
const OFF = 1e-6;

/** The rectangle that an outline is, or else the upright one that holds it; undefined where there is nothing to hold. */
export function rectangleAround(outline: Outline, facts: MediaFacts): Rectangle | undefined {
  const rings = outline.flat();
  const [ring] = rings;
  const turned = ring && rings.length === 1 ? turnedRectangle(ring, facts) : undefined;
  return turned ?? boxAround(rings.flat());
}

/** Of four corners that make a rectangle which does not lie along the axes; turned about the first of them. */
function turnedRectangle(ring: Ring, { width = 100, height = 100 }: MediaFacts): Rectangle | undefined {
  const [a, b, c, d, ...more] = ring.map(([x, y]): Point => [(x * width) / 100, (y * height) / 100]);
  if (!a || !b || !c || !d || more.length > 0) return undefined;
  const [one, other] = [minus(b, a), minus(d, a)];
  // Clockwise on the screen, so that the second side goes down from the first.
  const clockwise = one[0] * other[1] - one[1] * other[0] > 0;
  const [along, down] = clockwise ? [one, other] : [other, one];
  const [across, deep] = [Math.hypot(...along), Math.hypot(...down)];
  const size = Math.max(across, deep);
  const [gapX, gapY] = [c[0] - b[0] - other[0], c[1] - b[1] - other[1]];
  const square = Math.abs(along[0] * down[0] + along[1] * down[1]) <= OFF * across * deep;
  if (!square || Math.hypot(gapX, gapY) > OFF * size) return undefined;
  if (Math.min(Math.abs(along[0]), Math.abs(along[1])) <= OFF * across) return undefined;
  return {
    x: (a[0] * 100) / width,
    y: (a[1] * 100) / height,
    width: (across * 100) / width,
    height: (deep * 100) / height,
    rotation: turnOf((Math.atan2(along[1], along[0]) * 180) / Math.PI),
  };
}

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];

function boxAround(points: readonly Point[]): Rectangle | undefined {
  const [[left, top], [right, bottom]] = boxOf(points);
  if (!(right > left && bottom > top)) return undefined;
  return { x: left, y: top, width: right - left, height: bottom - top, rotation: 0 };
}
