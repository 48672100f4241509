import type { Intent, Pointer, Step, Tool } from '../contract/tool.js';
import type { Vector, Vertex } from '../shapes/vector/codec.js';
import { append, bent, without } from '../shapes/vector/edit.js';
import { linksOf } from '../shapes/vector/links.js';
import { vectorShape } from '../shapes/vector/shape.js';
import { isDrag } from './moved.js';
import { type Env, inPercent, onPicture, type Point } from './on-picture.js';

/** `active`: the key of the vertex that the next one is joined to. */
export type VectorState =
  | { readonly in: 'idle' }
  /** Pressed where nothing is, while something is selected: a click lets go of it. */
  | { readonly in: 'aside' }
  | { readonly in: 'drawing'; readonly active?: string }
  /** The pointer is still down on the vertex that it has set; a drag bends the line there. */
  | { readonly in: 'placing'; readonly vertex: string; readonly active?: string }
  /** The pointer is down, and there is nothing more to come of it. */
  | { readonly in: 'held'; readonly active?: string }
  /** The pointer is down on the first vertex. */
  | { readonly in: 'closing'; readonly active?: string };

type Drawing = Exclude<VectorState, { in: 'idle' | 'aside' }>;
type Asked = Step<VectorState, Vector>;

/** What is being drawn, as it is now: undo and others may have changed it since the last input. */
interface Drawn {
  readonly id: string;
  readonly vector: Vector;
}

/** Half the length of the line that a key makes, in CSS pixels. */
const KEY_REACH = 50;

const idle = { in: 'idle' } as const;
const noSketch = { ask: 'sketch', geometry: undefined } as const;
const step = { ask: 'settle', unfinished: true } as const;

/**
 * A click adds a vertex, a drag one of a curve. A double click, Enter or Escape ends the line; a click on its first vertex
 * closes it, where the config lets one. With Shift a click on the line adds a vertex there, with Alt one on a vertex takes
 * it away. In a skeleton a click on a vertex lets the next one branch off there.
 */
export const vectorTool: Tool<VectorState, Vector, Point> = {
  name: 'vector',
  space: 'stage2d',
  shape: 'vector',
  title: 'Vector',
  icon: 'spline',
  hotkey: 'p',
  cursor: 'crosshair',
  initial: idle,
  states: {
    idle: {
      press: (_, pointer, env) => {
        if (!onPicture(pointer.at)) return idle;
        return env.selected.length > 0 && !pointer.hit ? { in: 'aside' } : begin(pointer, env);
      },
      key: (state, { key, at }, env) => (key === 'enter' ? line(at, env) : state),
    },
    aside: {
      release: () => [idle, { ask: 'select', regionIds: [] }],
    },
    drawing: {
      press,
      move: (state, { at }, env) => {
        const drawn = drawnIn(env);
        const from = drawn && activeIn(drawn.vector, state);
        return from ? [state, { ask: 'sketch', geometry: band(from, at) }] : [idle, noSketch];
      },
      back,
      leave,
    },
    placing: {
      press,
      move: (state, { at }, env) => {
        const drawn = drawnIn(env);
        const vertex = drawn && vertexIn(drawn.vector, state.vertex);
        if (!drawn || !vertex) return drawn ? { ...state, in: 'drawing' } : [idle, noSketch];
        if (env.options.curves !== true || (!vertex.isBezier && !isDrag([vertex.x, vertex.y], at, env))) return state;
        const vertices = drawn.vector.vertices.map((each) => (each === vertex ? bent(vertex, at) : each));
        return [state, { ask: 'reshape', regionId: drawn.id, geometry: { ...drawn.vector, vertices } }];
      },
      release: (state, _, env) => {
        const drawn = drawnIn(env);
        if (!drawn) return [idle, noSketch];
        if (!vertexIn(drawn.vector, state.vertex)) return { ...state, in: 'drawing' };
        if (drawn.vector.vertices.length >= Math.max(2, limit(env, 'maxPoints', Infinity))) return finish(drawn, env);
        return [{ in: 'drawing', active: state.vertex }, step];
      },
      /** The first press of the two has set a vertex already. */
      doublepress: (state, _, env) => {
        const drawn = drawnIn(env);
        if (!drawn) return [idle, noSketch];
        const place = linksOf(drawn.vector).keys.indexOf(state.vertex);
        if (place < 0 || drawn.vector.vertices.length === 1) return finish(drawn, env);
        const vector = without(drawn.vector, place);
        return finish({ ...drawn, vector }, env, [{ ask: 'reshape', regionId: drawn.id, geometry: vector }]);
      },
      back,
      leave,
    },
    held: {
      press,
      release: (state) => ({ ...state, in: 'drawing' }),
      doublepress: (_, __, env) => finish(drawnIn(env), env),
      back,
      leave,
    },
    closing: {
      press,
      release: (_, __, env) => close(env),
      doublepress: (_, __, env) => close(env),
      back,
      leave,
    },
  },
};

function drawnIn({ created, region }: Env): Drawn | undefined {
  const found = created === undefined ? undefined : region(created);
  return found && { id: found.id, vector: found.geometry as Vector };
}

function vertexIn(vector: Vector, key: string | undefined): Vertex | undefined {
  return key === undefined ? undefined : vector.vertices[linksOf(vector).keys.indexOf(key)];
}

/** The vertex that the next one is joined to: the last one, where that was undone. */
const activeIn = (vector: Vector, { active }: Drawing): Vertex | undefined =>
  vertexIn(vector, active) ?? vector.vertices.at(-1);

const limit = ({ options }: Env, name: string, otherwise: number): number => {
  const given = options[name];
  return typeof given === 'number' ? given : otherwise;
};

const leastOf = (env: Env) => Math.max(2, limit(env, 'minPoints', 2));

function begin({ at }: Pointer<Point>, env: Env): Asked {
  const vector = append({ vertices: [], closed: false }, placed(at, env), undefined);
  const [first] = linksOf(vector).keys;
  return [
    { in: 'placing', vertex: first ?? '' },
    { ask: 'create', geometry: vector },
  ];
}

function press(state: Drawing, pointer: Pointer<Point>, env: Env): Asked {
  const drawn = drawnIn(env);
  if (!drawn) return onPicture(pointer.at) ? begin(pointer, env) : [idle, noSketch];
  const { id, vector } = drawn;
  const { keys } = linksOf(vector);
  const active = keys[vector.vertices.indexOf(activeIn(vector, state) as Vertex)] as string;
  const held = { in: 'held', active } as const;
  const change = (geometry: Vector | undefined, as: string): Asked =>
    geometry ? [held, { ask: 'reshape', regionId: id, geometry, as }, step] : held;
  const under = vertexUnder(pointer, drawn, env);
  if (!onPicture(pointer.at)) return held;
  if (pointer.alt && under !== undefined)
    return change(vectorShape.erase?.(vector, `v${under}`, env.sight), 'Delete a point');
  if (pointer.shift && pointer.hit?.regionId === id)
    return change(vectorShape.insert?.(vector, pointer.at, env.sight), 'Insert a point');
  if (under === keys[0] && mayClose(vector, env)) return { in: 'closing', active };
  if (under !== undefined && env.options.skeleton === true) return { in: 'held', active: under };
  // The second press of a double click, or of a hand that rests.
  if (isNear(activeIn(vector, state) as Vertex, pointer.at, env)) return held;
  const longer = append(vector, placed(pointer.at, env, id), active);
  const added = linksOf(longer).keys.at(-1) as string;
  const add = { ask: 'reshape', regionId: id, geometry: longer, as: 'Add a point' } as const;
  return [{ in: 'placing', vertex: added, active }, noSketch, add];
}

const mayClose = ({ vertices }: Vector, env: Env) =>
  env.options.closable === true && vertices.length >= Math.max(3, leastOf(env));

/** Snapped, and on the picture. */
function placed(at: Point, env: Env, id?: string): Point {
  const [x, y] = env.snap(at, id === undefined ? [] : [id]);
  return [Math.max(0, Math.min(100, x)), Math.max(0, Math.min(100, y))];
}

const isNear = ({ x, y }: Vertex, at: Point, env: Env) => !isDrag([x, y], at, env);

/** The key of the vertex under the pointer: the one whose handle was hit, or one that is near. */
function vertexUnder({ at, hit }: Pointer<Point>, { id, vector }: Drawn, env: Env): string | undefined {
  const { keys } = linksOf(vector);
  const grip = hit?.regionId === id && hit.handle?.startsWith('v') ? hit.handle.slice(1) : undefined;
  if (grip !== undefined && keys.includes(grip)) return grip;
  return keys[vector.vertices.findIndex((vertex) => isNear(vertex, at, env))];
}

/** The line from a vertex to the pointer. */
function band({ prevPointId: _, ...from }: Vertex, at: Point): Vector {
  return append({ vertices: [{ ...from, prevPointId: null } as Vertex] }, at, String(from.id));
}

function back(state: Drawing, _: object, env: Env): Asked {
  const drawn = drawnIn(env);
  if (!drawn) return [idle, noSketch];
  const { id, vector } = drawn;
  const last = vector.vertices.length - 1;
  if (last < 1) return [idle, noSketch, { ask: 'remove', regionId: id }, step, { ask: 'select', regionIds: [] }];
  const { keys, parents } = linksOf(vector);
  const parent = keys[parents[last] ?? last - 1];
  const active = state.active !== undefined && state.active !== keys[last] ? state.active : parent;
  return [
    { in: 'drawing', ...(active !== undefined && { active }) },
    noSketch,
    { ask: 'reshape', regionId: id, geometry: without(vector, last), as: 'Take back a point' },
    step,
  ];
}

/** What was drawn stays selected, to be worked on. */
function leave(_: Drawing, __: object, env: Env): Asked {
  const drawn = drawnIn(env);
  const isLine = drawn && drawn.vector.vertices.length >= leastOf(env);
  return finish(drawn, env, [], isLine ? [{ ask: 'select', regionIds: [drawn.id] }] : []);
}

function close(env: Env): Asked {
  const drawn = drawnIn(env);
  if (!drawn) return [idle, noSketch];
  const vector = { ...drawn.vector, closed: true };
  return finish({ ...drawn, vector }, env, [
    { ask: 'reshape', regionId: drawn.id, geometry: vector, as: 'Close the outline' },
  ]);
}

/** Ends the line, or takes it away where it has too few vertices. */
function finish(
  drawn: Drawn | undefined,
  env: Env,
  before: readonly Intent<Vector>[] = [],
  after: readonly Intent<Vector>[] = [],
): Asked {
  if (!drawn) return [idle, noSketch];
  const { id, vector } = drawn;
  const least = leastOf(env);
  if (vector.vertices.length >= least) return [idle, ...before, { ask: 'settle', finished: id }, ...after];
  const say: Intent<Vector>[] = least > 2 ? [{ ask: 'say', message: `This takes at least ${least} points.` }] : [];
  return [idle, noSketch, { ask: 'remove', regionId: id }, step, { ask: 'select', regionIds: [] }, ...say];
}

/** What a key makes, which has no place in mind: a level line about the point, as much of it as there is picture. */
function line([x, y]: Point, env: Env): Asked {
  const [across] = inPercent(KEY_REACH, env);
  const start = append({ vertices: [], closed: false }, placed([x - across, y], env), undefined);
  const vector = append(start, placed([x + across, y], env), linksOf(start).keys[0]);
  return [idle, { ask: 'create', geometry: vector }, { ask: 'settle' }];
}
