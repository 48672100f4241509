import type { Handle } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { layerBounds } from './bounds.js';
import { type Camera, type Point, type Rect, rectToSurface, toSurface } from './camera.js';
import type { Grip } from './hit.js';
import { paintLabel } from './paint-captions.js';
import type { Context } from './paint-layers.js';

/** CSS pixels. */
const SIZE = 9;
const SMALL = 6;
const REACH = { fine: 9, coarse: 22 } as const;
/** How far points have to stand apart to be shown, and how far from all points one has to be that would add another. */
const APART = { fine: 6, coarse: 14 } as const;
const ROOM = { fine: 18, coarse: 30 } as const;
/** Edges that are shorter than this have no handle in their middle: corners are enough. */
const LEAST_EDGE = { fine: 40, coarse: 56 } as const;
/** More grips than these have no shadows, which cost more than all else. */
const MOST_SHADOWS = 16;

/** Where a point can be added to an outline. */
const isMidpoint = ({ id }: Handle<Point>): boolean => id.startsWith('m');
/** The control point of a curve. */
const bends = ({ from }: Handle<Point>): boolean => from !== undefined;
/** A point of an outline, of which there may be hundreds. */
const isVertex = ({ id }: Handle<Point>): boolean => id.startsWith('v');
/** The handles in the middle of a box's edges, each with a corner that its edge ends at. */
const cornerOf: Readonly<Record<string, string>> = { n: 'nw', e: 'ne', s: 'se', w: 'sw' };

/** The handles of all layers that have some, where they stand on the screen. A finger needs them larger than a mouse. */
export function gripsOf(layers: readonly Layer[], camera: Camera, coarse: boolean): readonly Grip[] {
  const { view, picture, frame } = camera;
  const reach = coarse ? REACH.coarse : REACH.fine;
  return layers.flatMap((layer) => {
    const bounds = layer.handles && layerBounds(layer, picture);
    if (!layer.handles || !bounds) return [];
    const box = rectToSurface(view, picture, bounds);
    // On a small region the handles leave its middle free, to move it by.
    const least = Math.min(Math.max(box.right - box.left, box.bottom - box.top) / 3, reach);
    const grips = (layer.handles as readonly Handle<Point>[]).map((handle) => {
      const at = toSurface(view, picture, handle.at);
      const grip = { regionId: layer.id, handle, reach };
      if (handle.stem) return { ...grip, ...stemmed(at, turned(handle.stem, view.rotation), box, frame) };
      const share = isMidpoint(handle) ? SMALL / SIZE : 1;
      return { ...grip, at, reach: share * Math.max(4, least) };
    });
    return thinned(grips, coarse);
  });
}

/** Whether a grip is that of an edge so short that it would hide what it is on. */
function isCramped({ handle, at }: Grip, grips: readonly Grip[], least: number): boolean {
  const id = cornerOf[handle.id];
  const corner = id === undefined ? undefined : grips.find((each) => each.handle.id === id);
  return corner !== undefined && 2 * Math.hypot(corner.at[0] - at[0], corner.at[1] - at[1]) < least;
}

/** What is left of handles where they stand close: to zoom in shows the others. */
function thinned(all: readonly Grip[], coarse: boolean): readonly Grip[] {
  const leastEdge = coarse ? LEAST_EDGE.coarse : LEAST_EDGE.fine;
  const grips = all.filter((grip) => !isCramped(grip, all, leastEdge));
  const apart = coarse ? APART.coarse : APART.fine;
  const room = coarse ? ROOM.coarse : ROOM.fine;
  const [shown, vertices] = [new Places(apart), new Places(room)];
  const kept = new Set<Grip>();
  for (const grip of grips) {
    if (isMidpoint(grip.handle)) continue;
    if (isVertex(grip.handle)) {
      vertices.add(grip.at);
      if (shown.isNear(grip.at)) continue;
      shown.add(grip.at);
    }
    kept.add(grip);
  }
  for (const grip of grips) {
    if (!isMidpoint(grip.handle) || vertices.isNear(grip.at)) continue;
    vertices.add(grip.at);
    kept.add(grip);
  }
  return grips.filter((grip) => kept.has(grip));
}

/** Points in squares as wide as the distance that is asked for, so that only some have to be looked at. */
class Places {
  readonly #distance: number;
  readonly #squares = new Map<string, Point[]>();

  constructor(distance: number) {
    this.#distance = distance;
  }

  add(at: Point): void {
    const key = this.#key(at, 0, 0);
    const square = this.#squares.get(key);
    if (square) square.push(at);
    else this.#squares.set(key, [at]);
  }

  isNear(at: Point): boolean {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const square = this.#squares.get(this.#key(at, dx, dy)) ?? [];
        if (square.some(([x, y]) => Math.hypot(x - at[0], y - at[1]) < this.#distance)) return true;
      }
    }
    return false;
  }

  #key([x, y]: Point, dx: number, dy: number): string {
    return `${Math.floor(x / this.#distance) + dx},${Math.floor(y / this.#distance) + dy}`;
  }
}

function turned([x, y]: Point, rotation: number): Point {
  if (rotation === 90) return [-y, x];
  if (rotation === 180) return [-x, -y];
  return rotation === 270 ? [y, -x] : [x, y];
}

/**
 * A stem that would end outside of the surface stands on the other side of the region; where there is no room either, it
 * points inward. @param box round the region, in CSS pixels of the surface
 */
function stemmed(
  [x, y]: Point,
  [dx, dy]: Point,
  box: Rect,
  { width, height }: Camera['frame'],
): Pick<Grip, 'at' | 'foot'> {
  const other: Point = [box.left + box.right - x, box.top + box.bottom - y];
  const ways: readonly Pick<Grip, 'at' | 'foot'>[] = [
    { foot: [x, y], at: [x + dx, y + dy] },
    { foot: other, at: [other[0] - dx, other[1] - dy] },
  ];
  const isIn = ({ at: [left, top] }: Pick<Grip, 'at'>) => left >= 0 && top >= 0 && left <= width && top <= height;
  return ways.find(isIn) ?? { foot: [x, y], at: [x - dx, y - dy] };
}

/**
 * White squares to resize by, circles for points and rotation, small full ones for what bends a curve.
 *
 * @param under the one the pointer is on
 */
export function paintGrips(
  context: Context,
  all: readonly Grip[],
  { view, picture, frame, ratio }: Camera,
  accent: string,
  under: Grip | undefined,
): void {
  const grips = all.filter(
    ({ at: [x, y] }) => x > -SIZE && y > -SIZE && x < frame.width + SIZE && y < frame.height + SIZE,
  );
  context.strokeStyle = accent;
  context.lineCap = 'butt';
  // Of those that are out of sight, too: the other end of the line may not be.
  for (const { handle, at, foot = handle.from && toSurface(view, picture, handle.from) } of all) {
    if (!foot) continue;
    const [x, y] = foot;
    context.beginPath();
    context.moveTo(x * ratio, y * ratio);
    context.lineTo(at[0] * ratio, at[1] * ratio);
    context.lineWidth = (handle.stem ? 1.5 : 1) * ratio;
    context.stroke();
  }
  const isUnder = ({ regionId, handle }: Grip) => under?.regionId === regionId && under.handle.id === handle.id;
  if (grips.length <= MOST_SHADOWS) {
    context.shadowColor = 'rgb(0 0 0 / 0.35)';
    context.shadowBlur = 3 * ratio;
  }
  for (const grip of grips) {
    traceGrip(context, grip, ratio);
    context.fillStyle = isUnder(grip) === bends(grip.handle) ? '#fff' : accent;
    context.fill();
  }
  context.shadowColor = 'transparent';
  context.shadowBlur = 0;
  context.lineWidth = 1.5 * ratio;
  for (const grip of grips) {
    traceGrip(context, grip, ratio);
    context.stroke();
  }
  const { handle, at } = under ?? {};
  if (handle?.label !== undefined && at)
    paintLabel(context, handle.label, [at[0] * ratio, at[1] * ratio], accent, ratio);
}

function traceGrip(context: Context, { handle, at }: Grip, ratio: number): void {
  const size = (isMidpoint(handle) || bends(handle) ? SMALL : SIZE) * ratio;
  const [x, y] = [Math.round(at[0] * ratio), Math.round(at[1] * ratio)];
  context.beginPath();
  if (handle.cursor?.endsWith('-resize')) context.roundRect(x - size / 2, y - size / 2, size, size, 2 * ratio);
  else context.arc(x, y, size / 2 + 0.5 * ratio, 0, 2 * Math.PI);
}
