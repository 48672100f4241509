import type { Intent, Pointer, Step, Tool, ToolEnv } from '../contract/tool.js';
import { isDrag } from './moved.js';

export type TimeEnv = ToolEnv<unknown, number>;

export type AlongState =
  | { readonly in: 'idle' }
  /** `over`: a region was pressed, which is drawn over if a drag follows. */
  | { readonly in: 'pressed'; readonly from: number; readonly over?: string }
  | { readonly in: 'dragging'; readonly from: number };

/** Something that two places on an axis make. */
export interface Stretched<G> {
  /** The first and the last place on the axis. */
  ends(env: TimeEnv): readonly [first: number, last: number];
  /** `from` and `to` lie on the axis, in either order. Undefined: too short to have been meant. */
  between(from: number, to: number, env: TimeEnv): G | undefined;
  /** What a key makes, which has no place in mind: one about the place, as much of it as there is axis. */
  about(at: number, env: TimeEnv): G | undefined;
  /** What a double click makes, if anything. */
  handy?(at: number, env: TimeEnv): G | undefined;
}

const idle = { in: 'idle' } as const;
const nothing = { ask: 'sketch', geometry: undefined } as const;

/** Press, drag, release draws along an axis. A click draws nothing: it lets go of what is selected, or with Ctrl picks. */
export function alongTool<G>(
  about: Pick<Tool, 'name' | 'shape' | 'title' | 'icon' | 'hotkey'>,
  shape: Stretched<G>,
): Tool<AlongState, unknown, number> {
  const onAxis = (at: number, env: TimeEnv) => {
    const [first, last] = shape.ends(env);
    return Math.max(first, Math.min(last, at));
  };
  const between = (from: number, { at }: Pointer<number>, env: TimeEnv) =>
    shape.between(onAxis(env.snap(from), env), onAxis(env.snap(at), env), env);
  const preview = (from: number, pointer: Pointer<number>, env: TimeEnv) =>
    ({ ask: 'sketch', geometry: between(from, pointer, env) }) as const;
  const finish = (geometry: G | undefined): Step<AlongState, G> =>
    geometry === undefined ? [idle, nothing] : [idle, nothing, { ask: 'create', geometry }, { ask: 'settle' }];
  const doublepress = (state: AlongState, { at }: Pointer<number>, env: TimeEnv): Step<AlongState, G> => {
    const handy = isOn(at, shape.ends(env)) ? shape.handy?.(at, env) : undefined;
    return handy === undefined ? state : finish(handy);
  };

  return {
    ...about,
    space: 'time',
    cursor: 'crosshair',
    initial: idle,
    states: {
      idle: {
        press: (state, { at, hit }, env) =>
          isOn(at, shape.ends(env)) ? { in: 'pressed', from: at, ...(hit && { over: hit.regionId }) } : state,
        doublepress,
        key: (state, { key, at }, env) => (key === 'enter' ? finish(shape.about(onAxis(at, env), env)) : state),
      },
      pressed: {
        move: (state, pointer, env) =>
          isDrag(state.from, pointer.at, env)
            ? [{ in: 'dragging', from: state.from }, preview(state.from, pointer, env)]
            : state,
        release: ({ over }, _, env) => [idle, ...picked(over, env)],
        doublepress,
      },
      dragging: {
        move: (state, pointer, env) => [state, preview(state.from, pointer, env)],
        release: ({ from }, pointer, env) =>
          finish(isDrag(from, pointer.at, env) ? between(from, pointer, env) : undefined),
      },
    },
  };
}

/** The places so many CSS pixels before and after one, moved along the axis where there is not so much of it. */
export function stretchAbout(at: number, pixels: number, env: TimeEnv, [first, last]: readonly [number, number]) {
  const length = Math.min(pixels * (env.pixel[0] ?? 0), last - first);
  const start = Math.max(first, Math.min(last - length, at - length / 2));
  return [start, Math.min(last, start + length)] as const;
}

const isOn = (at: number, [first, last]: readonly [number, number]) => at >= first && at <= last;

function picked(over: string | undefined, { selected }: TimeEnv): readonly Intent[] {
  if (over !== undefined) return [{ ask: 'select', regionIds: [over], toggle: true }];
  return selected.length > 0 ? [{ ask: 'select', regionIds: [] }] : [];
}
