import type { Handle, Mark, Similarity } from '../contract/shape.js';
import type { Tool } from '../contract/tool.js';
import { boundsOf } from '../shapes/bounds.js';
import { type Env, list, type Moved, type Place, pickUp } from './moved.js';

export type Vector = readonly [number, number];
export type Box = readonly [least: Vector, most: Vector];

/** Several regions that change together, as they were before. */
export interface Group {
  readonly moved: readonly Moved[];
  readonly box: Box;
}

/** What hits of the frame are called by. */
export const FRAME = 'frame';

/** CSS pixels between the frame and its rotation handle. */
const STEM = 24;
/** CSS pixels of the longer side that are left: a smaller frame could not be grabbed again. */
const LEAST = 8;
/** Degrees between the turns that Shift allows. */
const NOTCH = 15;

const corners = [
  { id: 'nw', x: 0, y: 0, title: 'Scale all from the top left corner' },
  { id: 'ne', x: 1, y: 0, title: 'Scale all from the top right corner' },
  { id: 'se', x: 1, y: 1, title: 'Scale all from the bottom right corner' },
  { id: 'sw', x: 0, y: 1, title: 'Scale all from the bottom left corner' },
] as const;

/** Whether the control that drew it lets it be turned. */
export const mayTurn = ({ options }: Moved): boolean => options.canRotate !== false;

/** The selected regions that can change together; undefined where there are fewer than two. */
export function groupOf(env: Env): Group | undefined {
  const moved = env.selected
    .filter((id) => env.editable(id))
    .flatMap((id) => pickUp(id, env) ?? [])
    .filter(({ shape }) => shape.similar !== undefined);
  const box = moved.length > 1 ? boxOf(moved, env) : undefined;
  return box && { moved, box };
}

/** The frame round the group, with a handle at each corner to scale it by and one to turn it by. */
export function groupFrame(env: Env): ReturnType<NonNullable<Tool<any, any, Place>['frame']>> {
  const group = groupOf(env);
  if (!group) return undefined;
  const [[left, top], [right, bottom]] = group.box;
  const sideways = (env.sight.facts.rotation ?? 0) % 180 !== 0;
  const marks: readonly Mark[] = [{ draw: 'box', x: left, y: top, width: right - left, height: bottom - top }];
  const scaling = corners.map<Handle<Place>>(({ id, x, y, title }) => ({
    id,
    at: cornerOf(group.box, x, y),
    cursor: (x === y) === sideways ? 'nesw-resize' : 'nwse-resize',
    title,
  }));
  // Together they are turned only if each of them may be.
  if (!group.moved.every(mayTurn)) return { marks, handles: scaling };
  const turning: Handle<Place> = {
    id: 'rotate',
    at: [(left + right) / 2, top],
    stem: [0, -STEM],
    cursor: 'grab',
    title: 'Turn all',
  };
  return { marks, handles: [...scaling, turning] };
}

/** What it asks for when a handle of the frame is dragged. @param notched turns by steps only */
export function changeTogether(
  { moved, box }: Group,
  handle: string,
  from: Place,
  to: Place,
  env: Env,
  notched = false,
) {
  const [start, end] = [pair(from), pair(to)];
  const change = handle === 'rotate' ? turn(box, start, end, env, notched) : scale(box, handle, start, end, env);
  return similarly(moved, box, change, env, handle === 'rotate' ? 'Turn all' : 'Scale all');
}

/** Each turned about its own middle. */
export function turnEach(moved: readonly Moved[], degrees: number, env: Env) {
  return moved.flatMap((one) => {
    const box = one.shape.similar && boxOf([one], env);
    if (!box) return [];
    const change = { about: middleOf(box), scale: 1, degrees, by: [0, 0] } as const;
    return similarly([one], box, change, env, moved.length > 1 ? 'Turn regions' : 'Turn region');
  });
}

/** Goes through a change together and, where that leads off the picture, back onto it together. */
function similarly(moved: readonly Moved[], box: Box, wanted: Similarity, env: Env, as: string) {
  const change = fitting(moved, box, wanted, env);
  const still = change.scale === 1 && change.degrees === 0;
  return (still ? moved : changed(moved, change)).map(
    ({ id, geometry }) => ({ ask: 'reshape', regionId: id, geometry, as }) as const,
  );
}

const changed = (moved: readonly Moved[], change: Similarity): readonly Moved[] =>
  moved.map((one) => ({ ...one, geometry: one.shape.similar?.(one.geometry, change, one.sight) ?? one.geometry }));

/** What is turned is moved to have room; where there is none it is turned as far as it has. What stuck out may stick out as far. */
function fitting(moved: readonly Moved[], box: Box, wanted: Similarity, env: Env): Similarity {
  if (wanted.degrees === 0) return wanted;
  const room: Box = [
    [Math.min(0, box[0][0]), Math.min(0, box[0][1])],
    [Math.max(100, box[1][0]), Math.max(100, box[1][1])],
  ];
  const placed = (degrees: number): Similarity | undefined => {
    const after = boxOf(changed(moved, { ...wanted, degrees }), env);
    const by = after && [backInto(room, after, 0), backInto(room, after, 1)];
    return by?.every((value) => value !== undefined) ? { ...wanted, degrees, by: by as [number, number] } : undefined;
  };
  let found = placed(wanted.degrees);
  if (found) return found;
  let [fits, fails] = [0, wanted.degrees];
  for (let time = 0; time < 10; time++) {
    const half = (fits + fails) / 2;
    const there = placed(half);
    if (there) [found, fits] = [there, half];
    else fails = half;
  }
  return found ?? { ...wanted, degrees: 0 };
}

/** How far a box must move along an axis to lie in the room; undefined if it cannot. */
function backInto(room: Box, box: Box, axis: 0 | 1): number | undefined {
  const [start, end] = [box[0][axis] - room[0][axis], room[1][axis] - box[1][axis]];
  if (start + end < -1e-9) return undefined;
  return start < 0 ? -start : Math.min(0, end);
}

/** Alike along both axes, about the opposite corner; the corner follows the pointer as well as it can. */
function scale(box: Box, handle: string, from: Vector, to: Vector, env: Env): Similarity {
  const corner = corners.find(({ id }) => id === handle) ?? corners[2];
  const about = cornerOf(box, 1 - corner.x, 1 - corner.y);
  const at = cornerOf(box, corner.x, corner.y);
  const { width = 100, height = 100 } = env.sight.facts;
  const [across, down] = [(at[0] - about[0]) * width, (at[1] - about[1]) * height];
  const [x, y] = [across + (to[0] - from[0]) * width, down + (to[1] - from[1]) * height];
  const square = across * across + down * down;
  const wanted = square === 0 ? 1 : (x * across + y * down) / square;
  const room = ([0, 1] as const).map((axis) => {
    const span = at[axis] - about[axis];
    return span === 0 ? Number.POSITIVE_INFINITY : ((span > 0 ? 100 : 0) - about[axis]) / span;
  });
  const [wide, high] = [0, 1].map((axis) => Math.abs((at[axis] ?? 0) - (about[axis] ?? 0)) / (env.pixel[axis] ?? 1));
  const least = Math.min(1, LEAST / (Math.max(wide ?? 0, high ?? 0) || 1));
  const most = Math.max(1, Math.min(...room));
  return { about, scale: Math.max(least, Math.min(most, wanted)), degrees: 0, by: [0, 0] };
}

function turn(box: Box, from: Vector, to: Vector, env: Env, notched: boolean): Similarity {
  const { width = 100, height = 100 } = env.sight.facts;
  const about = middleOf(box);
  const angle = ([x, y]: Vector) => (Math.atan2((y - about[1]) * height, (x - about[0]) * width) * 180) / Math.PI;
  const free = angle(to) - angle(from);
  return { about, scale: 1, degrees: notched ? Math.round(free / NOTCH) * NOTCH : free, by: [0, 0] };
}

export function boxOf(moved: readonly Moved[], { sight: { facts } }: Env): Box | undefined {
  return boundsOf(
    moved.flatMap(({ shape, geometry, sight }) => shape.marks(geometry, sight)),
    facts,
  ) as Box | undefined;
}

const cornerOf = ([least, most]: Box, x: number, y: number): Vector => [
  least[0] + x * (most[0] - least[0]),
  least[1] + y * (most[1] - least[1]),
];

const middleOf = (box: Box): Vector => cornerOf(box, 0.5, 0.5);

function pair(place: Place): Vector {
  const [x = 0, y = 0] = list(place);
  return [x, y];
}
