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
  const [under, beside] = [foremost(inside, aim.picture), foremost(near, aim.picture)];
  const top = under && beside && area(beside, aim.picture) * 4 < area(under, aim.picture) ? beside : (under ?? beside);
  return top && { regionId: top.id };
}

function foremost(layers: readonly Layer[], picture: Size): Layer | undefined {
  const selected = layers.findLast((layer) => layer.selected);
  if (!selected) return layers.at(-1);
  return layers.findLast((layer) => layer !== selected && liesInside(layer, selected, picture)) ?? selected;
}

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
  const [sx, sy] = [picture.width / 100, picture.height / 100];
  const [x, y] = [at[0] * sx, at[1] * sy];
  const near = Math.max(tolerance[0] * sx, tolerance[1] * sy);
  switch (mark.draw) {
    case 'box': {
      const corners = boxCorners(mark, picture.width / picture.height).map(([cx, cy]) => [cx * sx, cy * sy]);
      return (filled && isInside(corners, x, y)) || distanceTo(corners, true, x, y) <= near;
    }
    case 'path': {
      const points = mark.points.map(([px = 0, py = 0]) => [px * sx, py * sy]);
      const closed = mark.closed === true;
      return (closed && filled && isInside(points, x, y)) || distanceTo(points, closed, x, y) <= near;
    }
    case 'ellipse': {
      const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
      const [dx, dy] = [x - mark.centre[0] * sx, y - mark.centre[1] * sy];
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const down = dy * Math.cos(angle) - dx * Math.sin(angle);
      const [a, b] = [mark.radii[0] * sx, mark.radii[1] * sy];
      const within = (grow: number) =>
        a + grow > 0 && b + grow > 0 && (along / (a + grow)) ** 2 + (down / (b + grow)) ** 2 <= 1;
      return within(near) && (filled || !within(-near));
    }
    default:
      return false;
  }
}

/** By the even-odd rule. */
function isInside(points: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [x0 = 0, y0 = 0] = points[i] as readonly number[];
    const [x1 = 0, y1 = 0] = points[j] as readonly number[];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

function distanceTo(points: readonly (readonly number[])[], closed: boolean, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < points.length; i++) {
    const [x0 = 0, y0 = 0] = points[i] as readonly number[];
    const next = points[i + 1] ?? (closed || points.length === 1 ? points[0] : undefined);
    if (!next) break;
    const [dx, dy] = [(next[0] ?? 0) - x0, (next[1] ?? 0) - y0];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / square));
    least = Math.min(least, Math.hypot(x - x0 - along * dx, y - y0 - along * dy));
  }
  return least;
}

/** The ids of the layers whose bounds meet a box in percent, the undermost first. */
export function layersMeeting(index: BoundsIndex, box: Rect): readonly string[] {
  const ids: string[] = [];
  index.each(box, ({ id }) => ids.push(id));
  return ids;
}
