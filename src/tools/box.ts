import type { Pointer, Step, Tool, ToolEnv } from '../contract/tool.js';
import type { Rectangle } from '../shapes/rectangle/codec.js';
import { toPixel } from '../shapes/rectangle/shape.js';
import { isDrag } from './carry.js';

type Point = readonly [number, number];
type Env = ToolEnv<unknown, Point>;

export type BoxState =
  | { readonly in: 'idle' }
  /** `over`: a region was pressed, which is drawn over if a drag follows. */
  | { readonly in: 'pressed'; readonly corner: Point; readonly over?: string }
  | { readonly in: 'dragging'; readonly corner: Point }
  /** One corner was clicked; the next click sets the other. */
  | { readonly in: 'placed'; readonly corner: Point }
  | { readonly in: 'closing'; readonly corner: Point };

type Asked = Step<BoxState, Rectangle>;

/** Side of the box that a double click makes, in tolerances of some four CSS pixels: 30 pixels. */
const defaultSide = 7.5;
/** And of the one that a key makes, which has no place in mind: some 100 pixels. */
const keySide = 25;

/** Press, drag, release draws a box; so do two clicks, and a double click one of a handy size. */
export const boxTool: Tool<BoxState, unknown, Point> = {
  name: 'box',
  space: 'stage2d',
  shape: 'rectangle',
  title: 'Rectangle',
  icon: 'square',
  hotkey: 'r',
  cursor: 'crosshair',
  initial: { in: 'idle' },
  states: {
    idle: {
      press: (state, pointer) => {
        if (!onPicture(pointer.at)) return state;
        return { in: 'pressed', corner: pointer.at, ...(pointer.hit && { over: pointer.hit.regionId }) };
      },
      doublepress: handy,
      key: (state, { key, at }, env) => (key === 'enter' ? finish(boxAbout(at, env), env) : state),
    },
    pressed: {
      move: (state, { at }, env) => {
        const { corner } = state;
        return isDrag(corner, at, env) ? [{ in: 'dragging', corner }, preview(corner, at, env)] : state;
      },
      release: ({ corner, over }, _, { selected }) => {
        if (over !== undefined) return [{ in: 'idle' }, { ask: 'select', regionIds: [over], toggle: true }];
        if (selected.length > 0) return [{ in: 'idle' }, { ask: 'select', regionIds: [] }];
        return { in: 'placed', corner };
      },
      doublepress: handy,
    },
    dragging: {
      move: (state, { at }, env) => [state, preview(state.corner, at, env)],
      release: ({ corner }, { at }, env) => finish(boxBetween(corner, at, env), env),
    },
    placed: {
      move: (state, { at }, env) => [state, preview(state.corner, at, env)],
      press: ({ corner }) => ({ in: 'closing', corner }),
      doublepress: handy,
    },
    closing: {
      move: (state, { at }, env) => [state, preview(state.corner, at, env)],
      release: ({ corner }, { at }, env) => finish(boxBetween(corner, at, env), env),
      doublepress: handy,
    },
  },
};

const onPicture = ([x, y]: Point) => x >= 0 && x <= 100 && y >= 0 && y <= 100;

const inside = (value: number) => Math.max(0, Math.min(100, value));

function boxBetween(from: Point, to: Point, { options, sight }: Env): Rectangle {
  const place = (at: Point): Point => {
    const clamped: Point = [inside(at[0]), inside(at[1])];
    return options.snap === 'pixel' ? toPixel(clamped, sight.facts) : clamped;
  };
  const [a, b] = [place(from), place(to)];
  return {
    x: Math.min(a[0], b[0]),
    y: Math.min(a[1], b[1]),
    width: Math.abs(b[0] - a[0]),
    height: Math.abs(b[1] - a[1]),
    rotation: 0,
  };
}

const preview = (from: Point, to: Point, env: Env) => ({ ask: 'sketch', geometry: boxBetween(from, to, env) }) as const;

/** A box too small to have been meant is not made. */
function finish(box: Rectangle, { tolerance }: Env): Asked {
  const [least = 0, leastDown = least] = tolerance;
  const clear = { ask: 'sketch', geometry: undefined } as const;
  if (box.width < least || box.height < leastDown) return [{ in: 'idle' }, clear];
  return [{ in: 'idle' }, clear, { ask: 'create', geometry: box }, { ask: 'settle' }];
}

/** What a double click makes: a box of the default size, from the point down to the right. */
function handy(_: BoxState, { at }: Pointer<Point>, env: Env): Asked {
  if (!onPicture(at)) return { in: 'idle' };
  const [across = 0, down = across] = env.tolerance;
  return finish(boxBetween(at, [at[0] + across * defaultSide, at[1] + down * defaultSide], env), env);
}

/** A box about the point, as much of it as there is picture. */
function boxAbout([x, y]: Point, env: Env): Rectangle {
  const [across = 0, down = across] = env.tolerance.map((pixels) => (pixels * keySide) / 2);
  return boxBetween([x - across, y - down], [x + across, y + down], env);
}
