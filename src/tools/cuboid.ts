import type { Intent, Pointer, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Cuboid } from '../shapes/cuboid/cuboid.js';
import { fitCuboid } from '../shapes/cuboid/fit.js';
import { toLocal } from '../shapes/cuboid/frame.js';
import type { Vector } from '../shapes/cuboid/rotation.js';
import { cuboidShape } from '../shapes/cuboid/shape.js';
import { frameBy } from '../shapes/cuboid/up.js';
import { boxAround, boxOver, carAt } from './cuboid-span.js';
import { type Env, isDrag } from './moved.js';
import { tracked } from './tracked.js';

type Cloud = ToolEnv<unknown, Vector>;
type CuboidState =
  | { readonly in: 'idle' }
  /** `over`: a region was pressed, which is drawn over if a drag follows. */
  | { readonly in: 'pressed'; readonly from: Vector; readonly over?: string }
  | { readonly in: 'dragging'; readonly from: Vector };

const idle = { in: 'idle' } as const;
const nothing = { ask: 'sketch', geometry: undefined } as const;
const made = (geometry: Cuboid): Step<CuboidState, Cuboid> => [
  idle,
  nothing,
  { ask: 'create', geometry },
  { ask: 'settle' },
];

/** CSS pixels: a rectangle that is less wide was not meant. */
const TINY = 3;

/**
 * A drag over the ground draws a box round what stands there; it is turned and made to fit the points, unless Ctrl is held
 * when it is let go. A click on a thing draws the box that fits it, Enter one of the size of a car.
 */
const stillCuboidTool: Tool<CuboidState, unknown, Vector> = {
  name: 'still-cuboid',
  space: 'scene3d',
  title: 'Cuboid',
  icon: 'box',
  hotkey: 'c',
  cursor: 'crosshair',
  initial: idle,
  states: {
    idle: {
      press: (_, { at, hit }) => ({ in: 'pressed', from: at, ...(hit && { over: hit.regionId }) }),
      key: (state, { key, at }, env) => (key === 'enter' ? made(carAt(at, env as Env)) : state),
    },
    pressed: {
      move: (state, pointer, env) =>
        isDrag(state.from, pointer.at, env)
          ? [{ in: 'dragging', from: state.from }, preview(state.from, pointer, env)]
          : state,
      release: ({ from, over }, _, env) =>
        over === undefined ? clicked(from, env) : [idle, { ask: 'select', regionIds: [over], toggle: true }],
    },
    dragging: {
      move: (state, pointer, env) => [state, preview(state.from, pointer, env)],
      release: ({ from }, { at, ctrl }, env) =>
        isTiny(from, at, env) ? [idle, nothing] : made(boxAround(from, at, env as Env, ctrl !== true)),
    },
  },
};

/** On a sequence of clouds what it draws goes on from the cloud on show. */
export const cuboidTool = tracked(stillCuboidTool, cuboidShape, { name: 'cuboid' });

const preview = (from: Vector, { at }: Pointer<Vector>, env: Cloud): Intent =>
  ({ ask: 'sketch', geometry: boxOver(from, at, env as Env) }) as const;

/** Where nothing stands a click lets go of what is selected, or else says that there is nothing. */
function clicked(at: Vector, env: Cloud): Step<CuboidState, Cuboid> {
  const cloud = env.cloud?.();
  const fitted = cloud && fitCuboid(cloud, at, { up: frameBy(env.options).up });
  if (fitted) return made(fitted);
  if (env.selected.length > 0) return [idle, { ask: 'select', regionIds: [] }];
  return [
    idle,
    { ask: 'say', message: 'Nothing was found here to draw a box round. Drag over the ground to draw one.' },
  ];
}

function isTiny(from: Vector, to: Vector, { options, pixel }: Cloud): boolean {
  const [start, end] = [from, to].map((at) => toLocal(frameBy(options), at));
  const least = TINY * (pixel[0] ?? 0);
  return !start || !end || Math.abs(end[0] - start[0]) < least || Math.abs(end[1] - start[1]) < least;
}
