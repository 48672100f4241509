import type { MediaFacts } from '../contract/shape.js';
import type { Pointer, Step, Tool } from '../contract/tool.js';
import type { Rectangle } from '../shapes/rectangle/codec.js';
import { turnOf } from '../shapes/similarity.js';
import { handyBox } from './box.js';
import { isDrag } from './moved.js';
import { type Env, isTiny, onPicture, type Point, placed } from './on-picture.js';
import { made, type Pressed, picking, press } from './press.js';

/** Two points, on the picture: an edge of the box. */
interface Edge {
  readonly from: Point;
  readonly to: Point;
}

export type Box3State =
  | { readonly in: 'idle' }
  | Pressed
  /** One end of the edge was clicked. */
  | { readonly in: 'placed'; readonly from: Point }
  /** The other end is pressed or dragged to its place. */
  | { readonly in: 'edging'; readonly from: Point }
  /** The edge is set; how far the box reaches from it follows the pointer. */
  | ({ readonly in: 'edged' } & Edge)
  | ({ readonly in: 'closing' } & Edge);

type Asked = Step<Box3State, Rectangle>;

const clear = { ask: 'sketch', geometry: undefined } as const;

/** A turned box: two clicks or a drag for an edge, then a click or a drag for how far it reaches from there. */
export const box3Tool: Tool<Box3State, unknown, Point> = {
  name: 'box3',
  space: 'stage2d',
  shape: 'rectangle',
  title: 'Three-point rectangle',
  icon: 'diamond',
  hotkey: 'shift+r',
  cursor: 'crosshair',
  initial: { in: 'idle' },
  states: {
    idle: {
      press,
      key: (state, { key, at }, env) => (key === 'enter' ? make(handyBox(placed(at, env), env), env) : state),
    },
    pressed: {
      move: (state, pointer, env) =>
        isDrag(state.from, pointer.at, env)
          ? [{ in: 'edging', from: state.from }, edgeTo(state.from, pointer, env)]
          : state,
      release: (state, _, env) => picking(state, env) ?? { in: 'placed', from: state.from },
      doublepress: handy,
    },
    placed: {
      move: (state, pointer, env) => [state, edgeTo(state.from, pointer, env)],
      press: ({ from }, pointer, env) => [{ in: 'edging', from }, edgeTo(from, pointer, env)],
    },
    edging: {
      move: (state, pointer, env) => [state, edgeTo(state.from, pointer, env)],
      release: ({ from }, { at }, env) => {
        const edge = { from: placed(from, env), to: placed(at, env) };
        if (isShort(edge, env)) return [{ in: 'idle' }, clear];
        return [{ in: 'edged', ...edge }, preview(boxOver(edge, edge.to, env.sight.facts))];
      },
      doublepress: handy,
    },
    edged: {
      move: (state, { at }, env) => [state, preview(boxOver(state, placed(at, env), env.sight.facts))],
      press: ({ from, to }, { at }, env) => [
        { in: 'closing', from, to },
        preview(boxOver({ from, to }, placed(at, env), env.sight.facts)),
      ],
    },
    closing: {
      move: (state, { at }, env) => [state, preview(boxOver(state, placed(at, env), env.sight.facts))],
      release: ({ from, to }, { at }, env) => {
        const box = boxOver({ from, to }, placed(at, env), env.sight.facts);
        // On the edge itself, as with a second click on its end: there is no box yet.
        return isTiny(Infinity, box.height, env) ? [{ in: 'edged', from, to }, preview(box)] : make(box, env);
      },
    },
  },
};

const preview = (geometry: Rectangle) => ({ ask: 'sketch', geometry }) as const;

/** With two points there is only a line. */
function edgeTo(from: Point, { at }: Pointer<Point>, env: Env) {
  const to = placed(at, env);
  return preview(boxOver({ from: placed(from, env), to }, to, env.sight.facts));
}

const isShort = ({ from, to }: Edge, env: Env): boolean =>
  isTiny(Math.abs(to[0] - from[0]), Infinity, env) && isTiny(Infinity, Math.abs(to[1] - from[1]), env);

const make = (geometry: Rectangle, env: Env): Asked =>
  isTiny(geometry.width, Infinity, env) ? [{ in: 'idle' }, clear] : made(geometry);

function handy(_: Box3State, { at }: Pointer<Point>, env: Env): Asked {
  return onPicture(at) ? make(handyBox(placed(at, env), env), env) : { in: 'idle' };
}

/**
 * The box on an edge that reaches as far as the point. The edge is its upper one as seen from inside: if the point lies
 * on the other side, the edge is taken from its end to its start.
 */
function boxOver(edge: Edge, at: Point, { width = 100, height = 100 }: MediaFacts): Rectangle {
  const [sx, sy] = [width / 100, height / 100];
  const across = (a: Point, b: Point): Point => [(b[0] - a[0]) * sx, (b[1] - a[1]) * sy];
  const [ex, ey] = across(edge.from, edge.to);
  const [px, py] = across(edge.from, at);
  const length = Math.hypot(ex, ey);
  const turn = ex * py - ey * px;
  const [x, y] = turn < 0 ? edge.to : edge.from;
  const angle = (Math.atan2(ey, ex) * 180) / Math.PI + (turn < 0 ? 180 : 0);
  return {
    x,
    y,
    width: length / sx,
    height: length === 0 ? 0 : Math.abs(turn) / length / sy,
    rotation: turnOf(angle),
  };
}
