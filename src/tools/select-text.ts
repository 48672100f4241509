import type { Inputs, Pointer, Step, Tool, ToolEnv } from '../contract/tool.js';
import { type Moved, pickUp, reshape } from './moved.js';

export type Env = ToolEnv<unknown, number>;

interface Grip {
  readonly from: number;
  readonly handle: string;
  readonly moved: Moved;
}

export type SelectTextState =
  | { readonly in: 'idle' }
  /** Pressed on a region. */
  | { readonly in: 'held'; readonly from: number; readonly regionId: string; readonly toggle: boolean }
  /** Pressed on an end of a region, and perhaps dragged. */
  | ({ readonly in: 'gripped' } & Grip)
  | ({ readonly in: 'reshaping' } & Grip)
  /** Pressed where nothing is. */
  | { readonly in: 'free'; readonly from: number; readonly add: boolean }
  /** A drag that is none of our business: the browser selects text by it. */
  | { readonly in: 'ignoring' };

/**
 * Selects in a text. A click selects a region, with Ctrl it toggles; the ends of a region are dragged; text that is
 * selected selects the regions that it covers.
 */
export const selectTextTool: Tool<SelectTextState, unknown, number> = {
  name: 'select:flow',
  space: 'flow',
  title: 'Select',
  icon: 'mouse-pointer-2',
  hotkey: 'v',
  initial: { in: 'idle' },
  states: {
    idle: { press: (_, pointer, env) => press(pointer, env), range: covered },
    held: {
      move: (state, { at }) => (at === state.from ? state : { in: 'ignoring' }),
      release: ({ regionId, toggle }) => [
        { in: 'idle' },
        { ask: 'select', regionIds: [regionId], ...(toggle && { toggle }) },
      ],
      range: covered,
    },
    gripped: {
      move: (state, { at }) => (at === state.from ? state : [{ ...state, in: 'reshaping' }, pull(state, at)]),
      release: () => ({ in: 'idle' }),
    },
    reshaping: {
      move: (state, { at }) => [state, pull(state, at)],
      release: (state, { at }) => [{ in: 'idle' }, pull(state, at), { ask: 'settle' }],
    },
    free: {
      move: (state, { at }) => (at === state.from ? state : { in: 'ignoring' }),
      // What is selected on another object is let go of, too.
      release: ({ add }) => (add ? { in: 'idle' } : [{ in: 'idle' }, { ask: 'select', regionIds: [] }]),
      range: covered,
    },
    ignoring: { release: () => ({ in: 'idle' }), range: covered },
  },
};

function press({ at, hit, ctrl = false }: Pointer<number>, env: Env): Step<SelectTextState, unknown> {
  if (!hit) return { in: 'free', from: at, add: ctrl };
  const { regionId, handle } = hit;
  const moved = handle !== undefined && env.editable(regionId) ? pickUp(regionId, env) : undefined;
  if (moved && handle !== undefined && handle !== 'body') return { in: 'gripped', from: at, handle, moved };
  return { in: 'held', from: at, regionId, toggle: ctrl };
}

function pull({ from, handle, moved }: Grip, at: number) {
  const { shape, geometry, sight, options } = moved;
  const grip = shape.handles(geometry, sight, options).find(({ id }) => id === handle);
  return reshape(moved, handle, from, at, grip?.title);
}

/** The regions that a selection of text covers, with Ctrl besides those that are selected. */
export function covered(
  _: unknown,
  { from, to, ctrl }: Inputs<number>['range'],
  env: Env,
): Step<{ readonly in: 'idle' }, unknown> {
  const found = env.within(from, to);
  return [{ in: 'idle' }, { ask: 'select', regionIds: ctrl ? [...new Set([...env.selected, ...found])] : found }];
}
