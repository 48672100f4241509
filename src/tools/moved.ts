import type { ShapeModule, Sight } from '../contract/shape.js';
import type { ToolEnv } from '../contract/tool.js';
import type { Dict } from '../model/json.js';

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
