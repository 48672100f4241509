import type { Ring } from '../contract/shape.js';
import type { Inputs, Intent, Pointer, Step, Tool } from '../contract/tool.js';
import { clamped, distance, finished, isClick, longer, pentagon, steered, triangle } from './contour.js';
import { isDrag } from './moved.js';
import { type Env, onPicture, type Point } from './on-picture.js';

/** What a ring is drawn for. G is a geometry that may have one that is not closed yet. */
export interface RingOwner<G> {
  /** The ring that is being drawn. */
  pending(geometry: G): Ring | undefined;
  /** The handle of that ring's first point. */
  firstHandle(geometry: G): string;
  /** With a ring to be drawn. @param base the geometry it is added to; none: it is the first */
  begin(ring: Ring, base: G | undefined): G;
  /** What is left without the ring that is being drawn. */
  without(geometry: G): G | undefined;
  /** With a ring that is done; undefined where nothing is left. @param cut it is taken away from the base */
  close(ring: Ring, base: G | undefined, cut: boolean): G | undefined;
  /** Whether a ring may be added to a geometry that is done. */
  readonly adds: boolean;
}

/** `id`: the region that was there before; one that this drawing has made is `env.created`. */
interface Drawing {
  readonly id?: string;
  /** The ring is to be cut out: Alt was held when it was begun. */
  readonly cut: boolean;
}

type Click = Extract<Intent, { ask: 'select' }>;

export type RingState =
  | { readonly in: 'idle' }
  /** The pointer is down, nothing is drawn yet. `click`: what a click means here in place of a first point. */
  | (Drawing & { readonly in: 'pressed'; readonly from: Point; readonly click?: Click })
  | (Drawing & { readonly in: 'tracing'; readonly contour: Ring; readonly click?: Click })
  /** Between two points. */
  | (Drawing & { readonly in: 'drawing' })
  | (Drawing & { readonly in: 'adding'; readonly from: Point })
  | (Drawing & { readonly in: 'extending'; readonly contour: Ring })
  /** The pointer is down on the first point. */
  | (Drawing & { readonly in: 'closing' });

/** States in which the document holds the ring as far as it is drawn. */
type Begun = Extract<RingState, { in: 'drawing' | 'adding' | 'extending' | 'closing' }>;

type Asked<G> = Step<RingState, G>;

/** A region's ring as it is now: undo and others may have changed it since the last input. */
interface Drawn<G> {
  readonly id: string;
  readonly geometry: G;
  readonly ring: Ring;
}

/** CSS pixels from the first point within which a click closes the ring; its handle may reach farther. */
const REACH = 12;

const idle = { in: 'idle' } as const;
const noSketch = { ask: 'sketch', geometry: undefined } as const;
const step = { ask: 'settle', unfinished: true } as const;

/**
 * A click adds a point, a drag a contour. A click on the first point, a double click, Enter or Escape close the ring; the
 * first two points of a double click are a triangle. With Shift a line keeps to whole multiples of 15 degrees.
 */
export function ringTool<G>(
  about: Pick<Tool, 'name' | 'title' | 'icon' | 'hotkey'> & { readonly shape: string },
  owner: RingOwner<G>,
): Tool<RingState, G, Point> {
  const drawnIn = ({ id }: Drawing, env: Env): Drawn<G> | undefined => {
    const region = env.region(id ?? env.created ?? '');
    // Who selects another one does not go on with this one.
    if (!region || !env.editable(region.id)) return undefined;
    if (env.selected.length > 0 && !env.selected.includes(region.id)) return undefined;
    const geometry = region.geometry as G;
    const ring = owner.pending(geometry);
    return ring && { id: region.id, geometry, ring };
  };

  /** The one region that is selected, if it is of this shape. */
  const selectedIn = (env: Env): { readonly id: string; readonly geometry: G } | undefined => {
    const [id = '', ...others] = env.selected;
    const region = others.length === 0 && env.editable(id) ? env.region(id) : undefined;
    return region?.shape === about.shape ? { id, geometry: region.geometry as G } : undefined;
  };

  const baseIn = ({ id }: Drawing, env: Env): G | undefined => env.region(id ?? '')?.geometry as G | undefined;

  /** @param as what the history calls it, if it is no new region */
  const put = (geometry: G, id: string | undefined, as: string): Intent<G> =>
    id === undefined ? { ask: 'create', geometry } : { ask: 'reshape', regionId: id, geometry, as };

  const redrawn = (drawn: Drawn<G>, ring: Ring): Intent<G> =>
    put(
      owner.begin(ring, owner.without(drawn.geometry)),
      drawn.id,
      ring.length < drawn.ring.length ? 'Take back a point' : 'Add a point',
    );

  const line = (points: Ring): Intent<G> => ({ ask: 'sketch', geometry: owner.begin(points, undefined) });

  /** Where a click sets a point. */
  const placed = ({ at, shift }: Pointer<Point>, env: Env, drawn?: Drawn<G>): Point => {
    const last = drawn?.ring.at(-1);
    return clamped(shift && last ? steered(last, at, env) : env.snap(at, drawn ? [drawn.id] : []));
  };

  const closes = ({ at, hit }: Pointer<Point>, { id, geometry, ring }: Drawn<G>, env: Env): boolean => {
    const [first] = ring;
    if (!first || ring.length < 3) return false;
    const onHandle = hit?.regionId === id && hit.handle === owner.firstHandle(geometry);
    return onHandle || distance(first, at, env) <= REACH;
  };

  /** Takes a region away that nothing is left of. */
  const remove = (id: string): Asked<G> => [
    idle,
    noSketch,
    { ask: 'remove', regionId: id },
    step,
    { ask: 'select', regionIds: [] },
  ];

  /** A ring that is done at once. */
  const whole = (state: Drawing, ring: Ring, cut: boolean, env: Env): Asked<G> => {
    const base = baseIn(state, env);
    const geometry = owner.close(ring, base, cut && base !== undefined);
    if (geometry !== undefined)
      return [idle, noSketch, put(geometry, state.id, cut ? 'Cut out' : 'Add an outline'), { ask: 'settle' }];
    return state.id === undefined ? [idle, noSketch] : remove(state.id);
  };

  /** Closes a ring that was drawn in steps; one of two points is none and is taken away. */
  const complete = ({ id, geometry, ring }: Drawn<G>, cut: boolean): Asked<G> => {
    const base = owner.without(geometry);
    const closed = ring.length < 3 ? base : owner.close(ring, base, cut);
    if (closed === undefined) return remove(id);
    const settle = base === undefined ? ({ ask: 'settle', finished: id } as const) : ({ ask: 'settle' } as const);
    return [idle, noSketch, put(closed, id, cut ? 'Cut out' : 'Close the outline'), settle];
  };

  const begin = (pointer: Pointer<Point>, env: Env): Asked<G> => {
    const { at, hit, alt = false, ctrl = false } = pointer;
    const selected = selectedIn(env);
    if (selected && owner.pending(selected.geometry)) {
      return press({ in: 'drawing', id: selected.id, cut: alt }, pointer, env);
    }
    if (!onPicture(at)) return idle;
    if (selected && owner.adds) return { in: 'pressed', from: at, id: selected.id, cut: alt };
    if (env.selected.length === 0) return { in: 'pressed', from: at, cut: false };
    const click: Click = hit
      ? { ask: 'select', regionIds: [hit.regionId], toggle: ctrl }
      : { ask: 'select', regionIds: [] };
    return { in: 'pressed', from: at, cut: false, click };
  };

  const press = (state: Begun, pointer: Pointer<Point>, env: Env): Asked<G> => {
    const drawn = drawnIn(state, env);
    if (!drawn) return begin(pointer, env);
    const closing = closes(pointer, drawn, env);
    return closing ? { ...kept(state), in: 'closing' } : { ...kept(state), in: 'adding', from: pointer.at };
  };

  const add = (state: Begun, pointer: Pointer<Point>, env: Env): Asked<G> => {
    const drawn = drawnIn(state, env);
    if (!drawn) return [idle, noSketch];
    const point = placed(pointer, env, drawn);
    const last = drawn.ring.at(-1);
    const on = { ...kept(state), in: 'drawing' } as const;
    // A hand that rests adds no second point in the same place.
    if (last && !isDrag(last, point, env)) return on;
    return [on, redrawn(drawn, [...drawn.ring, point]), step];
  };

  const start = (state: Drawing, ring: Ring, env: Env): Asked<G> => {
    const geometry = owner.begin(ring, baseIn(state, env));
    return [{ ...kept(state), in: 'drawing' }, noSketch, put(geometry, state.id, 'Add a point'), step];
  };

  const first = (state: Drawing, pointer: Pointer<Point>, click: Click | undefined, env: Env): Asked<G> =>
    click ? [idle, noSketch, click] : start(state, [placed(pointer, env)], env);

  const close = (state: Begun, { alt }: Pointer<Point>, env: Env): Asked<G> => {
    const drawn = drawnIn(state, env);
    return drawn ? complete(drawn, state.cut || alt === true) : [idle, noSketch];
  };

  const back = (state: Begun, _: Inputs<Point>['back'], env: Env): Asked<G> => {
    const drawn = drawnIn(state, env);
    if (!drawn) return [idle, noSketch];
    const ring = drawn.ring.slice(0, -1);
    if (ring.length > 0) return [{ ...kept(state), in: 'drawing' }, noSketch, redrawn(drawn, ring), step];
    const base = owner.without(drawn.geometry);
    return base === undefined
      ? remove(drawn.id)
      : [idle, noSketch, put(base, drawn.id, 'Take back a point'), { ask: 'settle' }];
  };

  /** What was drawn to the end stays selected, to be worked on. */
  const leave = (state: Begun, _: Inputs<Point>['leave'], env: Env): Asked<G> => {
    const drawn = drawnIn(state, env);
    if (!drawn) return [idle, noSketch];
    const asked = complete(drawn, state.cut) as [RingState, ...Intent<G>[]];
    return drawn.ring.length < 3 ? asked : [...asked, { ask: 'select', regionIds: [drawn.id] }];
  };

  const begun = { press, back, leave };
  return {
    ...about,
    space: 'stage2d',
    cursor: 'crosshair',
    continues: (geometry) => owner.adds || owner.pending(geometry) !== undefined,
    takes: (geometry, { hit, alt }) => {
      const ring = owner.pending(geometry);
      return ring
        ? ring.length >= 3 && hit?.handle === owner.firstHandle(geometry)
        : owner.adds && alt === true && (hit?.handle ?? 'body') === 'body';
    },
    initial: idle,
    states: {
      idle: {
        press: (_, pointer, env) => begin(pointer, env),
        key: (state, { key, at }, env) => {
          if (key !== 'enter') return state;
          const selected = selectedIn(env);
          const ring = selected && owner.pending(selected.geometry);
          if (selected && ring) return ring.length < 3 ? state : complete({ ...selected, ring }, false);
          return whole(
            selected && owner.adds ? { id: selected.id, cut: false } : { cut: false },
            pentagon(at, env),
            false,
            env,
          );
        },
      },
      pressed: {
        move: (state, { at }, env) => {
          if (!isDrag(state.from, at, env)) return state;
          const contour = longer([clamped(state.from)], at, env);
          return [{ ...state, in: 'tracing', contour }, line(contour)];
        },
        release: (state, pointer, env) => first(state, { ...pointer, at: state.from }, state.click, env),
        doublepress: (state, { at, alt }, env) => whole(state, triangle(placed({ at }, env), env), alt === true, env),
      },
      tracing: {
        move: (state, { at }, env) => {
          const contour = longer(state.contour, at, env);
          return [{ ...state, contour }, line(contour)];
        },
        release: (state, pointer, env) => {
          const contour = longer(state.contour, pointer.at, env);
          const [from = pointer.at] = contour;
          if (isClick(contour, env)) return first(state, { ...pointer, at: from }, state.click, env);
          const line = finished(contour, false, env);
          // One that goes straight on is an edge, and the hand goes on by clicks.
          if (line.length < 3) return start(state, line, env);
          return whole(state, finished(contour, true, env), state.cut || pointer.alt === true, env);
        },
      },
      drawing: {
        ...begun,
        move: (state, pointer, env) => {
          const drawn = drawnIn(state, env);
          const last = drawn?.ring.at(-1);
          if (!drawn || !last) return [idle, noSketch];
          const [start = last] = drawn.ring;
          return [state, line([last, closes(pointer, drawn, env) ? start : placed(pointer, env, drawn)])];
        },
      },
      adding: {
        ...begun,
        move: (state, { at }, env) => {
          const last = drawnIn(state, env)?.ring.at(-1);
          if (!last || !isDrag(state.from, at, env)) return state;
          const contour = longer([clamped(state.from)], at, env);
          return [{ ...state, in: 'extending', contour }, line([last, ...contour])];
        },
        release: (state, pointer, env) => add(state, { ...pointer, at: state.from }, env),
        /** The first press of the two has set a point already. */
        doublepress: (state, pointer, env) => {
          const drawn = drawnIn(state, env);
          if (!drawn) return [idle, noSketch];
          const [start = pointer.at] = drawn.ring;
          if (drawn.ring.length === 1) return complete({ ...drawn, ring: triangle(start, env) }, state.cut);
          return drawn.ring.length === 2 ? { ...kept(state), in: 'drawing' } : close(state, pointer, env);
        },
      },
      extending: {
        ...begun,
        move: (state, { at }, env) => {
          const last = drawnIn(state, env)?.ring.at(-1);
          const contour = longer(state.contour, at, env);
          return last ? [{ ...state, contour }, line([last, ...contour])] : [idle, noSketch];
        },
        release: (state, pointer, env) => {
          const drawn = drawnIn(state, env);
          if (!drawn) return [idle, noSketch];
          const contour = longer(state.contour, pointer.at, env);
          const [from = pointer.at] = contour;
          if (isClick(contour, env)) return add(state, { ...pointer, at: from }, env);
          const ring = [...drawn.ring, ...finished(contour, false, env)];
          const longerOne = { ...drawn, ring };
          if (closes(pointer, longerOne, env)) return complete(longerOne, state.cut || pointer.alt === true);
          return [{ ...kept(state), in: 'drawing' }, noSketch, redrawn(drawn, ring), step];
        },
      },
      closing: { ...begun, release: close, doublepress: close },
    },
  };
}

const kept = ({ id, cut }: Drawing): Drawing => ({ ...(id !== undefined && { id }), cut });
