import type { Mark, MediaFacts, Ring, ShapeModule, Sight } from '../../contract/shape.js';
import type { Region } from '../../model/document.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { areaOf, rasterPart, ringsPart, sharedArea } from './areas.js';
import { type Extent, meets, type Shared, share } from './extents.js';
import { sharedSolid, solidOf } from './solids.js';
import { sharedStretch, stretchesOf } from './stretches.js';
import { dotsOf, linesOf, nearnessOfDots, nearnessOfLines } from './traces.js';

/** Sides of the polygon that an ellipse is measured as. */
const SIDES = 96;

/** What a shape draws, as something that can be measured; undefined where nothing of it can. */
export function extentOf(shape: ShapeModule<unknown, any>, geometry: unknown, sight: Sight): Extent | undefined {
  let marks: readonly Mark[];
  try {
    marks = shape.marks(geometry, sight);
  } catch {
    // That a shape's code fails is told where it draws.
    return undefined;
  }
  const { facts } = sight;
  const solid = marks.find((mark) => mark.draw === 'box3d');
  if (solid?.draw === 'box3d') return solidOf(solid);
  const spans = marks.filter((mark) => mark.draw === 'span');
  if (spans.length > 0) return stretchesOf(spans.map(({ start, end, track }) => inOrder(start, end, track)));
  const dots = marks.flatMap((mark) => (mark.draw === 'dot' ? [inDiagonals(mark.at, facts)] : []));
  // A key point may have a size, and yet it is the point that counts.
  if (dots.length > 0) return dotsOf(dots);
  const parts = marks.flatMap((mark) => partOf(mark, facts) ?? []);
  if (parts.length > 0) return areaOf(parts);
  return linesOf(
    marks.flatMap((mark) => (mark.draw === 'path' ? [mark.points.map((at) => inDiagonals(at, facts))] : [])),
  );
}

/** How much two extents agree, from 0 to 1: intersection over union, or of points and lines how near they are. */
export function overlapOf(a: Extent, b: Extent): number {
  if (a.kind === 'dots' || b.kind === 'dots') return a.kind === 'dots' && b.kind === 'dots' ? nearnessOfDots(a, b) : 0;
  if (a.kind === 'lines' || b.kind === 'lines')
    return a.kind === 'lines' && b.kind === 'lines' ? nearnessOfLines(a, b) : 0;
  return share(sharedOf(a, b), a.bounds, b.bounds);
}

/** What two extents have in common; of two kinds that is nothing. */
export function sharedOf(a: Extent, b: Extent): Shared {
  const apart = !meets(a.bounds, b.bounds);
  if (a.kind === 'area' && b.kind === 'area')
    return apart ? { shared: 0, one: a.size, other: b.size } : sharedArea(a, b);
  if (a.kind === 'solid' && b.kind === 'solid')
    return apart ? { shared: 0, one: a.size, other: b.size } : sharedSolid(a, b);
  if (a.kind === 'stretches' && b.kind === 'stretches') return sharedStretch(a, b);
  return { shared: 0, one: 1, other: 1 };
}

/** What regions that cannot be measured are told apart by: two that say the same are in the same place. */
export function wordOf({ shape, geometry, wire }: Region): string {
  const said = shape === 'opaque' ? (isDict(wire) ? (wire.value ?? null) : (wire ?? null)) : geometry;
  return `${shape} ${canonical(said as Json)}`;
}

/** JSON with its keys in order. */
export function canonical(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isDict(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value as Dict).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}

const inOrder = (start: number, end: number, track?: number) => ({
  start: Math.min(start, end),
  end: Math.max(start, end),
  ...(track !== undefined && { track }),
});

function partOf(mark: Mark, facts: MediaFacts) {
  switch (mark.draw) {
    case 'box':
      return ringsPart([cornersOf(mark, facts)]);
    case 'ellipse':
      return ringsPart([ellipseRing(mark, facts)]);
    case 'area':
      return ringsPart(mark.rings);
    case 'mask':
      return rasterPart(mark.raster);
    case 'path':
      return mark.closed ? ringsPart([mark.points.map(([x = 0, y = 0]) => [x, y] as const)]) : undefined;
    default:
      return undefined;
  }
}

/** A turn is in the proportions of the picture's pixels. */
function turned([x, y]: readonly [number, number], degrees: number, { width = 100, height = 100 }: MediaFacts) {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [x * cosine - (y * sine * height) / width, y * cosine + (x * sine * width) / height] as const;
}

function cornersOf(box: Extract<Mark, { draw: 'box' }>, facts: MediaFacts): Ring {
  const { x, y, width, height, rotation = 0 } = box;
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ] as const;
  return corners.map((corner) => {
    const [dx, dy] = rotation === 0 ? corner : turned(corner, rotation, facts);
    return [x + dx, y + dy];
  });
}

function ellipseRing({ centre, radii, rotation = 0 }: Extract<Mark, { draw: 'ellipse' }>, facts: MediaFacts): Ring {
  return Array.from({ length: SIDES }, (_, side) => {
    const angle = (2 * Math.PI * side) / SIDES;
    const [dx, dy] = turned([radii[0] * Math.cos(angle), radii[1] * Math.sin(angle)], rotation, facts);
    return [centre[0] + dx, centre[1] + dy] as const;
  });
}

function inDiagonals([x = 0, y = 0]: readonly number[], { width = 100, height = 100 }: MediaFacts): readonly number[] {
  const diagonal = Math.hypot(width, height) * 100;
  return [(x * width) / diagonal, (y * height) / diagonal];
}
