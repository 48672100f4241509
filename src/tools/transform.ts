import type { Space } from '../contract/shape.js';
import type { Inputs, Intent, Pointer, Step, Tool } from '../contract/tool.js';
import { arrange } from './arrange.js';
import { carry } from './carry.js';
import { changeTogether, FRAME, type Group, groupFrame, groupOf } from './group.js';
import { type Env, isDrag, list, type Moved, type Place, pickUp, reshape } from './moved.js';
import { nudge } from './nudge.js';

export type TransformState =
  | { readonly in: 'idle' }
  /** Pressed on a region. */
  | { readonly in: 'held'; readonly from: Place; readonly regionId: string; readonly toggle: boolean }
  | { readonly in: 'moving'; readonly from: Place; readonly moved: readonly Moved[] }
  /** Pressed on a handle. */
  | { readonly in: 'gripped'; readonly from: Place; readonly handle: string; readonly moved: Moved }
  | { readonly in: 'reshaping'; readonly from: Place; readonly handle: string; readonly moved: Moved }
  /** Pressed on a handle of the frame round several regions. */
  | { readonly in: 'clasped'; readonly from: Place; readonly handle: string; readonly group: Group }
  | { readonly in: 'regrouping'; readonly from: Place; readonly handle: string; readonly group: Group }
  /** Pressed where nothing is. */
  | { readonly in: 'free'; readonly from: Place; readonly add: boolean }
  | { readonly in: 'framing'; readonly from: Place; readonly add: boolean }
  /** A drag that is none of our business, of a region that may not be changed. */
  | { readonly in: 'ignoring' };

/**
 * Select, move, resize, rotate, for any shape. A click selects, with Ctrl it toggles; a drag moves what is selected or
 * pulls a handle; a drag over nothing frames regions. The frame is sketched as a rectangle on `stage2d`.
 *
 * @param keyed what a key asks for: how far things are moved by one, and what else keys do, is another in each space
 */
export function transformTool(
  space: Exclude<Space, 'flow'>,
  keyed: (input: Inputs<Place>['key'], env: Env) => readonly Intent[] = keyedInPicture,
): Tool<TransformState, unknown, Place> {
  return {
    name: `select:${space}`,
    space,
    title: 'Select and move',
    icon: 'mouse-pointer-2',
    hotkey: 'v',
    initial: { in: 'idle' },
    ...(space === 'stage2d' && { frame: groupFrame }),
    states: {
      idle: {
        press: (_, pointer, env) => withPoint(pointer, env) ?? press(pointer, env),
        key: (state, input, env) => [state, ...keyed(input, env)],
      },
      held: {
        move(state, { at }, env) {
          if (!isDrag(state.from, at, env)) return state;
          if (state.toggle || !env.editable(state.regionId)) return { in: 'ignoring' };
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
        move: (state, pointer, env) =>
          isDrag(state.from, pointer.at, env) ? [{ ...state, in: 'reshaping' }, pull(state, pointer, env)] : state,
        release: () => ({ in: 'idle' }),
        doublepress: (state) => erase(state.moved, state.handle) ?? state,
      },
      reshaping: {
        move: (state, pointer, env) => [state, pull(state, pointer, env)],
        release: (state, pointer, env) => [{ in: 'idle' }, pull(state, pointer, env), { ask: 'settle' }],
      },
      clasped: {
        move: (state, { at, shift }, env) =>
          isDrag(state.from, at, env)
            ? [{ ...state, in: 'regrouping' }, ...changeTogether(state.group, state.handle, state.from, at, env, shift)]
            : state,
        release: () => ({ in: 'idle' }),
      },
      regrouping: {
        move: (state, { at, shift }, env) => [
          state,
          ...changeTogether(state.group, state.handle, state.from, at, env, shift),
        ],
        release: (state, { at, shift }, env) => [
          { in: 'idle' },
          ...changeTogether(state.group, state.handle, state.from, at, env, shift),
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
      },
    },
  };
}

const keyedInPicture = (input: Inputs<Place>['key'], env: Env): readonly Intent[] =>
  arrange(input.key, input.shift, env) ?? nudge(input, env);

function press({ at, hit, alt, ctrl = false }: Pointer<Place>, env: Env): Step<TransformState, unknown> {
  if (!hit) return { in: 'free', from: at, add: ctrl };
  if (hit.regionId === FRAME) {
    const group = groupOf(env);
    return group && hit.handle ? { in: 'clasped', from: at, handle: hit.handle, group } : { in: 'ignoring' };
  }
  if (hit.handle !== undefined && hit.handle !== 'body' && env.editable(hit.regionId)) {
    const moved = pickUp(hit.regionId, env);
    const erased = moved && alt ? erase(moved, hit.handle) : undefined;
    if (moved) return erased ?? { in: 'gripped', from: at, handle: hit.handle, moved };
  }
  return { in: 'held', from: at, regionId: hit.regionId, toggle: ctrl };
}

/** Alt and a press on a point, or a double one, take it away, where it need not stay. */
function erase({ id, geometry, shape, sight }: Moved, handle: string): Step<TransformState, unknown> | undefined {
  const left = shape.erase?.(geometry, handle, sight);
  return left === undefined
    ? undefined
    : [{ in: 'ignoring' }, { ask: 'reshape', regionId: id, geometry: left, as: 'Delete a point' }, { ask: 'settle' }];
}

/** With Shift a click on the only region selected adds a point to it, on its line or by a handle that adds one. */
function withPoint({ at, hit, shift }: Pointer<Place>, env: Env): Step<TransformState, unknown> | undefined {
  if (!shift || !hit || env.selected.join() !== hit.regionId || !env.editable(hit.regionId)) return undefined;
  const moved = pickUp(hit.regionId, env);
  const grip = moved?.shape.handles(moved.geometry, moved.sight, moved.options).find(({ id }) => id === hit.handle);
  if (!moved || (grip && grip.cursor !== 'copy')) return undefined;
  const geometry = moved.shape.insert?.(moved.geometry, at, moved.sight);
  if (geometry === undefined) return undefined;
  return [
    { in: 'ignoring' },
    { ask: 'reshape', regionId: moved.id, geometry, as: 'Insert a point' },
    { ask: 'settle' },
  ];
}

interface Grip {
  readonly from: Place;
  readonly handle: string;
  readonly moved: Moved;
}

/**
 * Drags a handle to the pointer or, with Ctrl not held, to what the handle snaps to there: the handle, not the pointer,
 * which may have grabbed it beside its middle.
 */
function pull({ from, handle, moved }: Grip, { at, ctrl }: Pointer<Place>, env: Env) {
  const { id, geometry, shape, sight, options } = moved;
  const grip = shape.handles(geometry, sight, options).find((each) => each.id === handle);
  const snaps = shape.space === 'stage2d' && !ctrl;
  if (!snaps || !grip || grip.stem) return reshape(moved, handle, from, at, grip?.title);
  const [start, end, foot] = [list(from), list(at), list(grip.at)];
  const aimed = foot.map((value, axis) => value + (end[axis] ?? 0) - (start[axis] ?? 0));
  const caught = env.snap(aimed, [id]);
  return caught === aimed
    ? reshape(moved, handle, from, at, grip.title)
    : reshape(moved, handle, foot, caught, grip.title);
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
