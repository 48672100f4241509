import type { Raster } from '../../base/raster.js';
import type { Handle, Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Hit } from '../../contract/tool.js';
import { type BoundsIndex, boxCorners, layerBounds } from './bounds.js';
import type { Point, Rect, Size } from './camera.js';

/** What has to be known to tell what lies under a point. */
export interface Aim {
  readonly picture: Size;
  /** Percent, per axis. */
  readonly tolerance: Point;
}

/** A handle as it stands on the screen. */
export interface Grip {
  readonly regionId: string;
  readonly handle: Handle<Point>;
  /** CSS pixels of the surface. */
  readonly at: Point;
  /** Where it stands off from, in CSS pixels of the surface, if it does. */
  readonly foot?: Point;
  /** How near a pointer must come, in CSS pixels. */
  readonly reach: number;
}

/** The nearest handle that is within its reach of a point in CSS pixels of the surface. */
export function gripUnder(grips: readonly Grip[], at: Point): Grip | undefined {
  let nearest: Grip | undefined;
  let least = Infinity;
  for (const grip of grips) {
    const distance = Math.hypot(grip.at[0] - at[0], grip.at[1] - at[1]);
    if (distance > grip.reach || distance >= least) continue;
    nearest = grip;
    least = distance;
  }
  return nearest;
}

/**
 * The region under a point in percent. What the point is inside of comes before what it is only near to, unless that is
 * much smaller and so harder to hit. Among those a selected one comes first, so that it can be moved from under others;
 * but not before a smaller one that lies wholly inside of it, which could not be reached otherwise. Then the topmost.
 */
export function layerUnder(index: BoundsIndex, at: Point, aim: Aim): Hit | undefined {
  const inside: Layer[] = [];
  const near: Layer[] = [];
  const [tx, ty] = aim.tolerance;
  const [x, y] = at;
  const exact = { ...aim, tolerance: [0, 0] as const };
  index.each({ left: x - tx, top: y - ty, right: x + tx, bottom: y + ty }, (layer) => {
    // An outline has no inside: near to it is on it.
    if (isUnder(layer, at, isFilled(layer) ? exact : aim)) inside.push(layer);
    else if (isUnder(layer, at, aim)) near.push(layer);
  });
  const [under, beside] = [foremost(inside, aim.picture), nearestDot(near, at, aim) ?? foremost(near, aim.picture)];
  const top = under && beside && area(beside, aim.picture) * 4 < area(under, aim.picture) ? beside : (under ?? beside);
  return top && { regionId: top.id };
}

function foremost(layers: readonly Layer[], picture: Size): Layer | undefined {
  const selected = layers.findLast((layer) => layer.selected);
  if (!selected) return layers.at(-1);
  return layers.findLast((layer) => layer !== selected && liesInside(layer, selected, picture)) ?? selected;
}

/** Dots may stand close together: where one would be taken, it is the nearest, unless another is selected. */
function nearestDot(layers: readonly Layer[], at: Point, { picture }: Aim): Layer | undefined {
  const top = foremost(layers, picture);
  if (!top || top.selected || !top.marks.every(isDot)) return undefined;
  let nearest: Layer | undefined;
  let least = Infinity;
  for (const layer of layers) {
    if (!layer.marks.every(isDot)) continue;
    const distance = Math.min(...layer.marks.map((mark) => (mark.draw === 'dot' ? apart(mark.at, at, picture) : 0)));
    // Of two in one place the topmost.
    if (distance <= least) [nearest, least] = [layer, distance];
  }
  return nearest;
}

const isDot = ({ draw }: Mark): boolean => draw === 'dot';

/** In image pixels. */
const apart = (a: Point, b: Point, { width, height }: Size): number =>
  Math.hypot(((a[0] - b[0]) * width) / 100, ((a[1] - b[1]) * height) / 100);

const isFilled = (layer: Layer): boolean => layer.fillOpacity > 0 || layer.selected === true;

function area(layer: Layer, picture: Size): number {
  const bounds = layerBounds(layer, picture);
  return bounds ? (bounds.right - bounds.left) * (bounds.bottom - bounds.top) : 0;
}

function liesInside(inner: Layer, outer: Layer, picture: Size): boolean {
  const [a, b] = [layerBounds(inner, picture), layerBounds(outer, picture)];
  return !!a && !!b && a.left > b.left && a.top > b.top && a.right < b.right && a.bottom < b.bottom;
}

/** Whether a point in percent is on a layer: inside of it if it is filled or selected, else near its edge. */
export function isUnder(layer: Layer, at: Point, aim: Aim): boolean {
  return layer.marks.some((mark) => isOn(mark, at, isFilled(layer), aim));
}

function isOn(mark: Mark, at: Point, filled: boolean, { picture, tolerance }: Aim): boolean {
  // In image pixels, where a rotation turns and a distance is the same in all directions.
  const scale: Point = [picture.width / 100, picture.height / 100];
  const [x, y] = [at[0] * scale[0], at[1] * scale[1]];
  const near = Math.max(tolerance[0] * scale[0], tolerance[1] * scale[1]);
  switch (mark.draw) {
    case 'box': {
      const corners = boxCorners(mark, picture.width / picture.height);
      return (filled && isInside(corners, scale, x, y)) || isNear(corners, true, scale, x, y, near);
    }
    case 'path': {
      const { points, closed = false } = mark;
      return (closed && filled && isInside(points, scale, x, y)) || isNear(points, closed, scale, x, y, near);
    }
    case 'dot':
      return apart(mark.at, at, picture) <= near;
    case 'area':
      return (
        // Within an odd number of rings: those inside another are holes.
        (filled && mark.rings.filter((ring) => isInside(ring, scale, x, y)).length % 2 === 1) ||
        mark.rings.some((ring) => isNear(ring, true, scale, x, y, near))
      );
    case 'mask':
      return isPainted(mark.raster, at, tolerance);
    case 'ellipse': {
      const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
      const [dx, dy] = [x - mark.centre[0] * scale[0], y - mark.centre[1] * scale[1]];
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const down = dy * Math.cos(angle) - dx * Math.sin(angle);
      const [a, b] = [mark.radii[0] * scale[0], mark.radii[1] * scale[1]];
      const within = (grow: number) =>
        a + grow > 0 && b + grow > 0 && (along / (a + grow)) ** 2 + (down / (b + grow)) ** 2 <= 1;
      return within(near) && (filled || !within(-near));
    }
    default:
      return false;
  }
}

/** Whether a mask is painted at a point in percent, or as near to it as half of the tolerance. */
function isPainted(raster: Raster, at: Point, tolerance: Point): boolean {
  const pixel = (percent: number, size: number) => Math.floor((percent * size) / 100);
  for (const across of [0, -0.5, 0.5]) {
    for (const down of [0, -0.5, 0.5]) {
      const x = pixel(at[0] + across * tolerance[0], raster.width);
      const y = pixel(at[1] + down * tolerance[1], raster.height);
      if (raster.at(x, y) > 0) return true;
    }
  }
  return false;
}

type Points = readonly (readonly number[])[];

/** By the even-odd rule. @param scale image pixels in one percent, per axis */
function isInside(points: Points, [sx, sy]: Point, x: number, y: number): boolean {
  let inside = false;
  let [x1, y1] = scaled(points[points.length - 1], sx, sy);
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as readonly number[];
    const [x0, y0] = [(point[0] ?? 0) * sx, (point[1] ?? 0) * sy];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    x1 = x0;
    y1 = y0;
  }
  return inside;
}

/** Whether a line comes as near to a point as that. @param scale image pixels in one percent, per axis */
function isNear(points: Points, closed: boolean, [sx, sy]: Point, x: number, y: number, near: number): boolean {
  let [x0, y0] = scaled(closed ? points[points.length - 1] : points[0], sx, sy);
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as readonly number[];
    const [x1, y1] = [(point[0] ?? 0) * sx, (point[1] ?? 0) * sy];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / square));
    const [fromX, fromY] = [x - x0 - along * dx, y - y0 - along * dy];
    if (fromX * fromX + fromY * fromY <= near * near) return true;
    x0 = x1;
    y0 = y1;
  }
  return false;
}

const scaled = (point: readonly number[] | undefined, sx: number, sy: number): Point => [
  (point?.[0] ?? 0) * sx,
  (point?.[1] ?? 0) * sy,
];

/** The ids of the layers whose bounds meet a box in percent, the undermost first. */
export function layersMeeting(index: BoundsIndex, box: Rect): readonly string[] {
  const ids: string[] = [];
  index.each(box, ({ id }) => ids.push(id));
  return ids;
}
