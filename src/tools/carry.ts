import type { MediaFacts, ShapeModule, Sight } from '../contract/shape.js';
import type { ToolEnv } from '../contract/tool.js';
import type { Dict } from '../model/json.js';
import { boundsOf } from '../shapes/bounds.js';

/** A place on any surface: `[x, y]`, seconds or code points, `[x, y, z]`. */
export type Place = number | readonly number[];
export type Env = ToolEnv<unknown, Place>;

/** A region as it was before it is moved. */
export interface Moved {
  readonly id: string;
  readonly geometry: unknown;
  readonly shape: ShapeModule<unknown, Place>;
  readonly sight: Sight;
  readonly options: Dict;
}

/** Whether the pointer has strayed so far from the press that a drag is meant. */
export function isDrag(from: Place, to: Place, { tolerance }: Pick<Env, 'tolerance'>): boolean {
  const [a, b] = [list(from), list(to)];
  return a.some((value, axis) => Math.abs(value - (b[axis] ?? value)) > (tolerance[axis] ?? tolerance[0] ?? 0));
}

export const list = (place: Place): readonly number[] => (typeof place === 'number' ? [place] : place);

export function pickUp(id: string, env: Env): Moved | undefined {
  const region = env.region(id);
  const shape = region && env.shape(region.shape);
  if (!region || !shape) return undefined;
  return { id, geometry: region.geometry, shape, sight: env.sightOf(id), options: env.optionsOf(id) };
}

/** Moves regions by their bodies, all by the same. */
export const carry = (moved: readonly Moved[], from: Place, at: Place, env: Env) => {
  const to = moved.length > 1 ? keptTogether(moved, from, at, env) : at;
  const as = moved.length > 1 ? 'Move regions' : 'Move region';
  return moved.map((one) => reshape(one, 'body', from, to, as));
};

/** @param as what the history calls it */
export const reshape = (
  { id, geometry, shape, sight, options }: Moved,
  handle: string,
  from: Place,
  to: Place,
  as: string | undefined,
) =>
  ({
    ask: 'reshape',
    regionId: id,
    geometry: shape.drag(geometry, handle, from, to, sight, options),
    ...(as !== undefined && { as }),
  }) as const;

/** Stops several regions at the edge of the picture together, or each would be stopped by itself and they would shift. */
function keptTogether(moved: readonly Moved[], from: Place, to: Place, { sight: { facts } }: Env): Place {
  if (typeof from === 'number' || typeof to === 'number') return inTime(moved, Number(from), Number(to), facts);
  const marks = moved.flatMap(({ shape, geometry, sight }) =>
    shape.space === 'stage2d' ? shape.marks(geometry, sight) : [],
  );
  const bounds = boundsOf(marks, facts);
  if (!bounds) return to;
  return to.map((value, axis) => {
    const start = from[axis] ?? 0;
    const [first, last] = [bounds[0][axis] ?? 0, bounds[1][axis] ?? 100];
    return start + Math.max(Math.min(0, -first), Math.min(Math.max(0, 100 - last), value - start));
  });
}

/** Along a time, in seconds or in frames. */
function inTime(moved: readonly Moved[], from: number, to: number, { duration, frames }: MediaFacts): number {
  const spans = moved.flatMap(({ shape, geometry, sight }) =>
    shape.marks(geometry, sight).flatMap((mark) => (mark.draw === 'span' ? [mark] : [])),
  );
  if (spans.length === 0) return to;
  const [first, last] = frames === undefined ? [0, duration ?? Number.POSITIVE_INFINITY] : [1, frames + 1];
  const least = Math.min(0, first - Math.min(...spans.map(({ start }) => start)));
  const most = Math.max(0, last - Math.max(...spans.map(({ end }) => end)));
  return from + Math.max(least, Math.min(most, to - from));
}
