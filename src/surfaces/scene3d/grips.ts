import type { Handle } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { solidsOf } from './layer-solids.js';
import { isIn, type Lens, type Point, project } from './lens.js';
import { boxOf } from './outline.js';
import { dot, lengthOf, minus, type Vec3 } from './vector.js';

/** A handle as it stands on the screen, in one of the views. */
export interface Grip {
  readonly regionId: string;
  readonly handle: Handle<Vec3>;
  /** CSS pixels of the surface. */
  readonly at: Point;
  /** What it is joined to by a line. */
  readonly foot: Point | undefined;
  /** How near a pointer must come, in CSS pixels. */
  readonly reach: number;
  /** The cursor that tells the way it goes on the screen. */
  readonly cursor: string | undefined;
}

/** CSS pixels. */
const REACH = { fine: 9, coarse: 20 } as const;
/** How far handles have to stand apart to be shown. */
const APART = { fine: 10, coarse: 22 } as const;
/** A box that is smaller on the screen has none: it could not be moved. */
const LEAST_BOX = 30;
/** From here on, the cosine between the way of a handle and that of the eye, a view cannot move it. */
const TOWARD = 0.97;
/** Up to here, the cosine between up and the way of the eye, one sees the ground from its edge. */
const ASLANT = 0.5;
/** By eighths of a turn from the right, clockwise. */
const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

/** Whether a handle pulls a part of the box along; one with a cursor of its own turns it. */
export const pulls = ({ cursor }: Handle<Vec3>): boolean => cursor === undefined || cursor.endsWith('-resize');

/** The handles of a layer that can be grabbed in a view, the foremost first. @param up of the cloud */
export function gripsOf(layer: Layer, lens: Lens, up: Vec3, coarse: boolean): readonly Grip[] {
  const [solid] = solidsOf(layer);
  const handles = (layer.handles ?? []) as readonly Handle<Vec3>[];
  const box = solid && boxOf(lens, solid);
  if (!box || Math.max(box.right - box.left, box.bottom - box.top) < LEAST_BOX) return [];
  const [middleX, middleY] = project(lens, solid.centre);
  const found = handles.flatMap((handle) => {
    // A box is turned on the ground, which a side view sees from its edge.
    if (!pulls(handle) && !lens.perspective && Math.abs(dot(lens.back, up)) < ASLANT) return [];
    const way = minus(handle.at, solid.centre);
    const length = lengthOf(way);
    // In perspective the eye sees the middle of the box from its own direction.
    const sight = lens.perspective ? minus(lens.eye, solid.centre) : lens.back;
    if (length > 0 && Math.abs(dot(way, sight)) > TOWARD * length * lengthOf(sight)) return [];
    const [x, y, depth] = project(lens, handle.at);
    if (depth < lens.near || depth > lens.far) return [];
    const foot = handle.stem
      ? ([x, y] as const)
      : handle.from && (project(lens, handle.from).slice(0, 2) as unknown as Point);
    const at: Point = handle.stem ? [x + handle.stem[0], y + handle.stem[1]] : [x, y];
    if (!isIn(lens.panel, at)) return [];
    const cursor = pulls(handle) ? cursorToward(at[0] - middleX, at[1] - middleY) : handle.cursor;
    const reach = coarse ? REACH.coarse : REACH.fine;
    return [{ grip: { regionId: layer.id, handle, at, foot, reach, cursor }, depth }];
  });
  const ordered = found.sort((a, b) => a.depth - b.depth).map(({ grip }) => grip);
  return thinned(ordered, coarse ? APART.coarse : APART.fine);
}

/** Of handles that stand close the foremost; those are kept that no other can stand for. */
function thinned(grips: readonly Grip[], apart: number): readonly Grip[] {
  const kept: Grip[] = [];
  for (const grip of grips) {
    if (kept.every(({ at: [x, y] }) => Math.hypot(x - grip.at[0], y - grip.at[1]) >= apart)) kept.push(grip);
  }
  return kept;
}

function cursorToward(dx: number, dy: number): string {
  const eighth = Math.round((Math.atan2(dy, dx) * 4) / Math.PI);
  return CURSORS[((eighth % 4) + 4) % 4] as string;
}

export function gripUnder(grips: readonly Grip[], [x, y]: Point): Grip | undefined {
  let nearest: Grip | undefined;
  let least = Infinity;
  for (const grip of grips) {
    const distance = Math.hypot(grip.at[0] - x, grip.at[1] - y);
    if (distance > grip.reach || distance >= least) continue;
    [nearest, least] = [grip, distance];
  }
  return nearest;
}
