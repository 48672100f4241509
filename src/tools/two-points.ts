import type { Pointer, Step, Tool } from '../contract/tool.js';
import { isDrag } from './moved.js';
import { type Env, onPicture, type Point, placed } from './on-picture.js';
import { made, type Pressed, picking, press } from './press.js';

export type TwoPointState =
  | { readonly in: 'idle' }
  | Pressed
  | { readonly in: 'dragging'; readonly from: Point }
  /** One point was clicked; the next click sets the other. */
  | { readonly in: 'placed'; readonly from: Point }
  | { readonly in: 'closing'; readonly from: Point };

/** A shape that two points make. */
export interface Spanned<G> {
  /** Both points lie on the picture. */
  between(from: Point, to: Point, env: Env): G;
  /** What a double click makes: one of a default size. */
  handy(at: Point, env: Env): G;
  /** What a key makes, which has no place in mind: one about the point, as much of it as there is picture. */
  about(at: Point, env: Env): G;
  /** Too small to have been meant: such a shape is not made. */
  isTiny(geometry: G, env: Env): boolean;
}

/** Press, drag, release draws; so do two clicks, and a double click or Enter one of a default size. With Shift as wide as high. */
export function twoPointTool<G>(
  about: Pick<Tool, 'name' | 'shape' | 'title' | 'icon' | 'hotkey'>,
  shape: Spanned<G>,
): Tool<TwoPointState, unknown, Point> {
  const between = (from: Point, { at, shift }: Pointer<Point>, env: Env): G => {
    const start = placed(from, env);
    const end = placed(at, env);
    return shape.between(start, shift ? squared(start, end, env) : end, env);
  };
  const preview = (from: Point, pointer: Pointer<Point>, env: Env) =>
    ({ ask: 'sketch', geometry: between(from, pointer, env) }) as const;
  const finish = (geometry: G, env: Env): Step<TwoPointState, G> => {
    if (!shape.isTiny(geometry, env)) return made(geometry);
    return [{ in: 'idle' }, { ask: 'sketch', geometry: undefined }];
  };
  const handy = (_: TwoPointState, { at }: Pointer<Point>, env: Env): Step<TwoPointState, G> =>
    onPicture(at) ? finish(shape.handy(placed(at, env), env), env) : { in: 'idle' };

  return {
    ...about,
    space: 'stage2d',
    cursor: 'crosshair',
    initial: { in: 'idle' },
    states: {
      idle: {
        press,
        doublepress: handy,
        key: (state, { key, at }, env) => (key === 'enter' ? finish(shape.about(at, env), env) : state),
      },
      pressed: {
        move: (state, pointer, env) =>
          isDrag(state.from, pointer.at, env)
            ? [{ in: 'dragging', from: state.from }, preview(state.from, pointer, env)]
            : state,
        release: (state, _, env) => picking(state, env) ?? { in: 'placed', from: state.from },
        doublepress: handy,
      },
      dragging: {
        move: (state, pointer, env) => [state, preview(state.from, pointer, env)],
        release: ({ from }, pointer, env) => finish(between(from, pointer, env), env),
      },
      placed: {
        move: (state, pointer, env) => [state, preview(state.from, pointer, env)],
        press: ({ from }, pointer, env) => [{ in: 'closing', from }, preview(from, pointer, env)],
        doublepress: handy,
      },
      closing: {
        move: (state, pointer, env) => [state, preview(state.from, pointer, env)],
        release: ({ from }, pointer, env) => finish(between(from, pointer, env), env),
        doublepress: handy,
      },
    },
  };
}

/** The point in this direction that is as far across as down, in pixels of the picture, and still on it. */
function squared(from: Point, to: Point, { sight }: Env): Point {
  const { width = 100, height = 100 } = sight.facts;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const room = Math.min((dx < 0 ? from[0] : 100 - from[0]) * width, (dy < 0 ? from[1] : 100 - from[1]) * height);
  const side = Math.min(Math.max(Math.abs(dx) * width, Math.abs(dy) * height), room);
  return [from[0] + (dx < 0 ? -side : side) / width, from[1] + (dy < 0 ? -side : side) / height];
}
