import type { ShapeModule, Space } from '../contract/shape.js';
import type { Pointer, Tool, ToolEnv } from '../contract/tool.js';
import { boundsOf } from '../shapes/bounds.js';

/** A place on any surface: `[x, y]`, seconds or code points, `[x, y, z]`. */
export type Place = number | readonly number[];

interface Moved {
  readonly id: string;
  readonly geometry: unknown;
  readonly shape: ShapeModule<unknown, Place>;
}

export type TransformState =
  | { readonly in: 'idle' }
  /** Pressed on a region. */
  | { readonly in: 'held'; readonly from: Place; readonly regionId: string; readonly toggle: boolean }
  | { readonly in: 'moving'; readonly from: Place; readonly moved: readonly Moved[] }
  /** Pressed on a handle. */
  | { readonly in: 'gripped'; readonly from: Place; readonly handle: string; readonly moved: Moved }
  | { readonly in: 'reshaping'; readonly from: Place; readonly handle: string; readonly moved: Moved }
  /** Pressed where nothing is. */
  | { readonly in: 'free'; readonly from: Place; readonly add: boolean }
  | { readonly in: 'framing'; readonly from: Place; readonly add: boolean }
  /** A drag that is none of our business: a native selection of text, a region that may not be changed. */
  | { readonly in: 'ignoring' };

type Env = ToolEnv<unknown, Place>;

/**
 * Select, move, resize, rotate, for any shape. A click selects, with Ctrl it toggles; a drag moves what is selected or
 * pulls a handle; a drag over nothing frames regions. The frame is sketched as a rectangle on `stage2d`.
 */
export function transformTool(space: Space): Tool<TransformState, unknown, Place> {
  return {
    name: `select:${space}`,
    space,
    title: 'Select and move',
    icon: 'mouse-pointer-2',
    hotkey: 'v',
    initial: { in: 'idle' },
    states: {
      idle: {
        press: (_, pointer, env) => press(pointer, env),
        range: (_, { from, to, ctrl }, env) => [{ in: 'idle' }, framed(env, from, to, ctrl === true)],
      },
      held: {
        move(state, { at }, env) {
          if (!isDrag(state.from, at, env)) return state;
          if (state.toggle || space === 'flow' || !env.editable(state.regionId)) return { in: 'ignoring' };
          const moved = withSelected(state.regionId, env).flatMap((id) => pickUp(id, env) ?? []);
          const alone = env.selected.includes(state.regionId)
            ? []
            : [{ ask: 'select', regionIds: [state.regionId] } as const];
          return [{ in: 'moving', from: state.from, moved }, ...alone, ...carry(moved, state.from, at, env)];
        },
        release: ({ regionId, toggle }) => [
          { in: 'idle' },
          { ask: 'select', regionIds: [regionId], ...(toggle && { toggle }) },
        ],
        range: (_, { from, to, ctrl }, env) => [{ in: 'idle' }, framed(env, from, to, ctrl === true)],
      },
      moving: {
        move: (state, { at }, env) => [state, ...carry(state.moved, state.from, at, env)],
        release: (state, { at }, env) => [
          { in: 'idle' },
          ...carry(state.moved, state.from, at, env),
          { ask: 'settle' },
        ],
      },
      gripped: {
        move: (state, { at }, env) =>
          isDrag(state.from, at, env)
            ? [{ ...state, in: 'reshaping' }, reshape(state.moved, state.handle, state.from, at, env)]
            : state,
        release: () => ({ in: 'idle' }),
      },
      reshaping: {
        move: (state, { at }, env) => [state, reshape(state.moved, state.handle, state.from, at, env)],
        release: (state, { at }, env) => [
          { in: 'idle' },
          reshape(state.moved, state.handle, state.from, at, env),
          { ask: 'settle' },
        ],
      },
      free: {
        move(state, { at }, env) {
          if (!isDrag(state.from, at, env)) return state;
          if (space !== 'stage2d') return { in: 'ignoring' };
          return [{ ...state, in: 'framing' }, sketch(state.from, at)];
        },
        release: ({ add }, _, env) =>
          add || env.selected.length === 0 ? { in: 'idle' } : [{ in: 'idle' }, { ask: 'select', regionIds: [] }],
        range: (_, { from, to, ctrl }, env) => [{ in: 'idle' }, framed(env, from, to, ctrl === true)],
      },
      framing: {
        move: (state, { at }) => [state, sketch(state.from, at)],
        release: ({ from, add }, { at }, env) => [
          { in: 'idle' },
          { ask: 'sketch', geometry: undefined },
          framed(env, from, at, add),
        ],
      },
      ignoring: {
        release: () => ({ in: 'idle' }),
        range: (_, { from, to, ctrl }, env) => [{ in: 'idle' }, framed(env, from, to, ctrl === true)],
      },
    },
  };
}

function press({ at, hit, ctrl = false }: Pointer<Place>, env: Env): TransformState {
  if (!hit) return { in: 'free', from: at, add: ctrl };
  if (hit.handle !== undefined && hit.handle !== 'body' && env.editable(hit.regionId)) {
    const moved = pickUp(hit.regionId, env);
    if (moved) return { in: 'gripped', from: at, handle: hit.handle, moved };
  }
  return { in: 'held', from: at, regionId: hit.regionId, toggle: ctrl };
}

/** Whether the pointer has strayed so far from the press that a drag is meant. */
export function isDrag(from: Place, to: Place, { tolerance }: Pick<Env, 'tolerance'>): boolean {
  const [a, b] = [list(from), list(to)];
  return a.some((value, axis) => Math.abs(value - (b[axis] ?? value)) > (tolerance[axis] ?? tolerance[0] ?? 0));
}

const list = (place: Place): readonly number[] => (typeof place === 'number' ? [place] : place);

/** The region pressed, together with the others if it is one of several selected. */
const withSelected = (regionId: string, env: Env): readonly string[] =>
  env.selected.includes(regionId) ? env.selected.filter((id) => env.editable(id)) : [regionId];

function pickUp(id: string, env: Env): Moved | undefined {
  const region = env.region(id);
  const shape = region && env.shape(region.shape);
  return region && shape && { id, geometry: region.geometry, shape };
}

const carry = (moved: readonly Moved[], from: Place, at: Place, env: Env) => {
  const to = moved.length > 1 ? keptTogether(moved, from, at, env) : at;
  return moved.map((one) => reshape(one, 'body', from, to, env));
};

const reshape = ({ id, geometry, shape }: Moved, handle: string, from: Place, to: Place, env: Env) =>
  ({
    ask: 'reshape',
    regionId: id,
    geometry: shape.drag(geometry, handle, from, to, env.sight, env.options),
  }) as const;

/** Stops several regions at the edge of the picture together, or each would be stopped by itself and they would shift. */
function keptTogether(moved: readonly Moved[], from: Place, to: Place, { sight }: Env): Place {
  if (typeof from === 'number' || typeof to === 'number') return to;
  const marks = moved.flatMap(({ shape, geometry }) => (shape.space === 'stage2d' ? shape.marks(geometry, sight) : []));
  const bounds = boundsOf(marks, sight.facts);
  if (!bounds) return to;
  return to.map((value, axis) => {
    const start = from[axis] ?? 0;
    const [first, last] = [bounds[0][axis] ?? 0, bounds[1][axis] ?? 100];
    return start + Math.max(Math.min(0, -first), Math.min(Math.max(0, 100 - last), value - start));
  });
}

function sketch(from: Place, to: Place) {
  const [a, b] = [list(from), list(to)];
  const [x0 = 0, y0 = 0] = a;
  const [x1 = 0, y1 = 0] = b;
  const geometry = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  return { ask: 'sketch', geometry } as const;
}

function framed(env: Env, from: Place, to: Place, add: boolean) {
  const found = env.within(from, to);
  return { ask: 'select', regionIds: add ? [...new Set([...env.selected, ...found])] : found } as const;
}
