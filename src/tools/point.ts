import type { Step, Tool } from '../contract/tool.js';
import type { KeyPoint } from '../shapes/keypoint/codec.js';
import { isDrag } from './moved.js';
import { type Env, type Point, placed } from './on-picture.js';
import { made, type Pressed, picking, press } from './press.js';

export type PointState =
  | { readonly in: 'idle' }
  | Pressed
  /** The pointer is being dragged to the place. */
  | { readonly in: 'placing' };

type Asked = Step<PointState, KeyPoint>;

/** Pixels of the picture across, where the config does not say. */
const SIZE = 2;

/** A click makes a keypoint; a press can be dragged to its place first. */
export const pointTool: Tool<PointState, unknown, Point> = {
  name: 'point',
  space: 'stage2d',
  shape: 'keypoint',
  title: 'Keypoint',
  icon: 'circle-dot',
  hotkey: 'k',
  cursor: 'crosshair',
  initial: { in: 'idle' },
  states: {
    idle: {
      press,
      key: (state, { key, at }, env) => (key === 'enter' ? make(at, env) : state),
    },
    pressed: {
      move: (state, { at }, env) => (isDrag(state.from, at, env) ? [{ in: 'placing' }, preview(at, env)] : state),
      release: (state, _, env) => picking(state, env) ?? make(state.from, env),
    },
    placing: {
      move: (state, { at }, env) => [state, preview(at, env)],
      release: (_, { at }, env) => make(at, env),
    },
  },
};

/** `strokeWidth` of the control is its size in pixels of the picture. */
function pointAt(at: Point, env: Env): KeyPoint {
  const { strokeWidth } = env.options;
  const [x, y] = placed(at, env);
  const size = typeof strokeWidth === 'number' ? strokeWidth : SIZE;
  return { x, y, width: (size * 100) / (env.sight.facts.width ?? 100) };
}

const preview = (at: Point, env: Env) => ({ ask: 'sketch', geometry: pointAt(at, env) }) as const;

const make = (at: Point, env: Env): Asked => made(pointAt(at, env));
