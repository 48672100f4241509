import { type Bounds, boundsOf } from './extents.js';

type Point = readonly number[];

/** Points and lines cover nothing: they agree less the farther apart they are, and not at all from this share of the picture's diagonal on. */
export const REACH = 0.05;
/** A line is looked at in so many places. */
const PLACES = 32;

/** Points whose order counts: a key point, the vertices of a skeleton. In units in which the picture's diagonal is 1. */
export interface Dots {
  readonly kind: 'dots';
  readonly bounds: Bounds;
  readonly points: readonly Point[];
}

/** Open lines, in the same units. */
export interface Lines {
  readonly kind: 'lines';
  readonly bounds: Bounds;
  readonly lines: readonly (readonly Point[])[];
  /** Evenly along the lines. */
  readonly places: readonly Point[];
}

export function dotsOf(points: readonly Point[]): Dots | undefined {
  const bounds = boundsOf(points);
  return bounds && { kind: 'dots', bounds: widened(bounds), points };
}

export function linesOf(lines: readonly (readonly Point[])[]): Lines | undefined {
  const drawn = lines.filter(({ length }) => length > 0);
  const bounds = boundsOf(drawn.flat());
  return bounds && { kind: 'lines', bounds: widened(bounds), lines: drawn, places: placesOn(drawn) };
}

/** Each point by the one in its place; one that the other does not have agrees with nothing. */
export function nearnessOfDots(a: Dots, b: Dots): number {
  const count = Math.max(a.points.length, b.points.length);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const [one, other] = [a.points[index], b.points[index]];
    if (one && other) sum += nearness(distance(one, other));
  }
  return sum / count;
}

/** How near each is to the other, along all of it. */
export const nearnessOfLines = (a: Lines, b: Lines): number => (nearnessTo(a, b) + nearnessTo(b, a)) / 2;

function nearnessTo({ places }: Lines, { lines }: Lines): number {
  let sum = 0;
  for (const place of places) sum += nearness(Math.min(...lines.map((line) => distanceToLine(place, line))));
  return sum / places.length;
}

const nearness = (apart: number): number => Math.max(0, 1 - apart / REACH);

const widened = ({ low, high }: Bounds): Bounds => ({
  low: low.map((at) => at - REACH / 2),
  high: high.map((at) => at + REACH / 2),
});

const distance = ([ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point): number => Math.hypot(ax - bx, ay - by);

function distanceToLine(at: Point, line: readonly Point[]): number {
  const [first = at] = line;
  let least = distance(at, first);
  for (let index = 1; index < line.length; index++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [line[index - 1] as Point, line[index] as Point];
    const [x = 0, y = 0] = at;
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = square === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
    const part = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay)));
  }
  return least;
}

function placesOn(lines: readonly (readonly Point[])[]): readonly Point[] {
  const pieces = lines.flatMap((line) =>
    line.slice(1).map((to, index) => ({ from: line[index] as Point, to, length: distance(line[index] as Point, to) })),
  );
  const whole = pieces.reduce((sum, { length }) => sum + length, 0);
  if (whole === 0) return lines.flatMap(([first]) => (first ? [first] : []));
  const places: Point[] = [];
  let [index, passed] = [0, 0];
  for (let place = 0; place < PLACES; place++) {
    const at = (whole * place) / (PLACES - 1);
    while (index < pieces.length - 1 && passed + (pieces[index]?.length ?? 0) < at)
      passed += pieces[index++]?.length ?? 0;
    const { from, to, length } = pieces[index] as (typeof pieces)[number];
    const part = length === 0 ? 0 : Math.min(1, (at - passed) / length);
    places.push(from.map((start, axis) => start + part * ((to[axis] ?? start) - start)));
  }
  return places;
}
