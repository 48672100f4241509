import type { Space } from '../contract/shape.js';
import type { Pointer, Tool } from '../contract/tool.js';
import { carry, type Env, isDrag, list, type Moved, type Place, pickUp, reshape } from './carry.js';
import { nudge } from './nudge.js';

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
        key: (state, input, env) => [state, ...nudge(input, env)],
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
        // What is selected on another object is let go of, too.
        release: ({ add }) => (add ? { in: 'idle' } : [{ in: 'idle' }, { ask: 'select', regionIds: [] }]),
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

/** The region pressed, together with the others if it is one of several selected. */
const withSelected = (regionId: string, env: Env): readonly string[] =>
  env.selected.includes(regionId) ? env.selected.filter((id) => env.editable(id)) : [regionId];

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
