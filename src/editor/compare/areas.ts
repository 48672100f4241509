import { HALF, type Raster } from '../../base/raster.js';
import type { Ring } from '../../contract/shape.js';
import { convexRing, enclosed, sharedByConvex } from './convex.js';
import { type Bounds, boundsOf, type Shared } from './extents.js';

/**
 * An area is measured along this many lines across it. What has straight sides is measured all but exactly; of a mask
 * with more rows of pixels than this, so many are looked at. Convex areas need none of it.
 */
const LINES = 128;

/** Lines of one height each, from `top` on: the first runs in the middle of the first strip. */
interface Lines {
  readonly top: number;
  readonly strip: number;
  readonly count: number;
}

/** Where a line enters and leaves an area, in turn. */
type Crossings = readonly number[];

/** One mark of an area. */
interface Part {
  readonly bounds: Bounds;
  /** Of what is convex. */
  readonly ring?: Ring;
  /** By line. */
  crossings(lines: Lines): readonly Crossings[];
}

/** What covers a part of a picture. Percent of its width and height, in which shares are the same as in pixels. */
export interface Area {
  readonly kind: 'area';
  readonly bounds: Bounds;
  readonly size: number;
  readonly parts: readonly Part[];
}

/** Rings by the even-odd rule. */
export function ringsPart(rings: readonly Ring[]): Part | undefined {
  const [first = [], ...others] = rings;
  const bounds = boundsOf(others.length > 0 ? rings.flat() : first);
  const ring = others.length > 0 ? undefined : convexRing(first);
  return bounds && { bounds, ...(ring && { ring }), crossings: (lines) => crossingsOfRings(rings, lines) };
}

/** The pixels that are at least half covered. */
export function rasterPart(raster: Raster): Part | undefined {
  const { bounds, width, height } = raster;
  if (!bounds) return undefined;
  const known = new Map<number, Crossings>();
  const row = (y: number) => {
    const found = known.get(y) ?? crossingsOfPixels(raster, y, bounds.left, bounds.right);
    known.set(y, found);
    return found;
  };
  return {
    bounds: {
      low: [(bounds.left * 100) / width, (bounds.top * 100) / height],
      high: [(bounds.right * 100) / width, (bounds.bottom * 100) / height],
    },
    crossings: ({ top, strip, count }) =>
      Array.from({ length: count }, (_, line) => row(Math.floor(((top + (line + 0.5) * strip) * height) / 100))),
  };
}

export function areaOf(parts: readonly Part[]): Area | undefined {
  const [first, ...others] = parts;
  const bounds = boundsOf(parts.flatMap(({ bounds: { low, high } }) => [low, high]));
  if (!bounds) return undefined;
  if (first?.ring && others.length === 0) return { kind: 'area', bounds, size: enclosed(first.ring), parts };
  const lines = linesAcross(bounds);
  let size = 0;
  for (const crossings of crossingsOf(parts, lines)) size += lengthOf(crossings);
  return { kind: 'area', bounds, size: size * lines.strip, parts };
}

export function sharedArea(a: Area, b: Area): Shared {
  const low = a.bounds.low.map((at, axis) => Math.max(at, b.bounds.low[axis] ?? at));
  const high = a.bounds.high.map((at, axis) => Math.min(at, b.bounds.high[axis] ?? at));
  const sizes = { one: a.size, other: b.size };
  const [one, other] = [onlyRing(a), onlyRing(b)];
  if (one && other) return { ...sizes, shared: isSameRing(one, other) ? a.size : sharedByConvex(one, other) };
  if (low.some((at, axis) => at >= (high[axis] ?? at))) return { ...sizes, shared: 0 };
  const lines = linesAcross({ low, high });
  const [ours, theirs] = [crossingsOf(a.parts, lines), crossingsOf(b.parts, lines)];
  let shared = 0;
  for (let line = 0; line < lines.count; line++) shared += commonLength(ours[line] ?? [], theirs[line] ?? []);
  return { ...sizes, shared: shared * lines.strip };
}

const onlyRing = ({ parts }: Area): Ring | undefined => (parts.length === 1 ? parts[0]?.ring : undefined);

const isSameRing = (a: Ring, b: Ring): boolean =>
  a.length === b.length && a.every(([x, y], index) => x === b[index]?.[0] && y === b[index]?.[1]);

function linesAcross({ low, high }: Bounds): Lines {
  const [, top = 0] = low;
  const [, bottom = 0] = high;
  return { top, strip: (bottom - top) / LINES, count: LINES };
}

function crossingsOf(parts: readonly Part[], lines: Lines): readonly Crossings[] {
  const [first, ...others] = parts.map((part) => part.crossings(lines));
  return others.reduce((sum, more) => sum.map((crossings, line) => together(crossings, more[line] ?? [])), first ?? []);
}

function crossingsOfRings(rings: readonly Ring[], { top, strip, count }: Lines): readonly Crossings[] {
  const found: number[][] = Array.from({ length: count }, () => []);
  // How many lines run above a place.
  const above = (y: number) => Math.max(0, Math.min(count, Math.ceil((y - top) / strip - 0.5)));
  for (const ring of rings) {
    let [x0, y0] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      const [first, end] = [above(Math.min(y0, y)), above(Math.max(y0, y))];
      const slope = (x - x0) / (y - y0);
      for (let line = first; line < end; line++) found[line]?.push(x0 + (top + (line + 0.5) * strip - y0) * slope);
      [x0, y0] = [x, y];
    }
  }
  for (const crossings of found) crossings.sort((a, b) => a - b);
  return found;
}

function crossingsOfPixels(raster: Raster, y: number, left: number, right: number): Crossings {
  const crossings: number[] = [];
  let inside = false;
  for (let x = left; x < right; x++) {
    if (raster.at(x, y) >= HALF === inside) continue;
    crossings.push((x * 100) / raster.width);
    inside = !inside;
  }
  if (inside) crossings.push((right * 100) / raster.width);
  return crossings;
}

function lengthOf(crossings: Crossings): number {
  let length = 0;
  for (let at = 1; at < crossings.length; at += 2) length += (crossings[at] as number) - (crossings[at - 1] as number);
  return length;
}

/** The length of a line that lies in both. */
export function commonLength(a: Crossings, b: Crossings): number {
  let length = 0;
  for (let i = 1, j = 1; i < a.length && j < b.length; ) {
    const [endA, endB] = [a[i] as number, b[j] as number];
    const common = Math.min(endA, endB) - Math.max(a[i - 1] as number, b[j - 1] as number);
    if (common > 0) length += common;
    if (endA < endB) i += 2;
    else j += 2;
  }
  return length;
}

/** What lies in either. */
export function together(a: Crossings, b: Crossings): Crossings {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const pairs: [number, number][] = [];
  for (const each of [a, b])
    for (let at = 1; at < each.length; at += 2) pairs.push([each[at - 1] as number, each[at] as number]);
  pairs.sort((one, other) => one[0] - other[0]);
  const merged: number[] = [];
  for (const [from, to] of pairs) {
    const last = merged.length - 1;
    if (last > 0 && from <= (merged[last] as number)) merged[last] = Math.max(merged[last] as number, to);
    else merged.push(from, to);
  }
  return merged;
}
