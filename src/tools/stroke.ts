import { drawn, type Spot } from '../base/capsule.js';
import { Raster } from '../base/raster.js';
import type { Intent, Pointer, Step, Tool, ToolEnv } from '../contract/tool.js';
import { hasPng } from '../shapes/bitmask/png.js';
import { type Mask, rasterOf } from '../shapes/mask/mask.js';

type Point = readonly [number, number];
type Env = ToolEnv<unknown, Point>;

export type StrokeState =
  | { readonly in: 'idle' }
  | {
      readonly in: 'painting';
      readonly last: Point;
      /** CSS pixels across. */
      readonly size: number;
      /** The region that the stroke goes on with; a new one is asked for as soon as there is something on it. */
      readonly regionId: string | undefined;
      readonly asked: boolean;
    };
type Painting = Extract<StrokeState, { in: 'painting' }>;

/** What a tool that paints and one that erases have in common, for a mask with soft or one with hard edges. */
export interface Painter {
  readonly name: string;
  readonly shape: 'mask' | 'bitmask';
  readonly erases: boolean;
}

const looks = {
  brush: { title: 'Brush', icon: 'brush', hotkey: 'b' },
  eraser: { title: 'Eraser', icon: 'eraser', hotkey: 'e', alters: true },
} as const;
const size = { name: 'size', title: 'Size', least: 1, most: 50, step: 5, unit: 'px', keys: ['[', ']'] } as const;

const unwritable = 'Bitmasks cannot be painted: what writes them could not be loaded. Load the page again.';

/**
 * A press and a drag paint a stroke with a round tip, which is seen while it is drawn; it is one undo step. It goes into
 * the region that is selected, or into a new one, which then is. A pen's pressure makes the tip larger and smaller. With
 * Shift held a straight line is drawn from where the last stroke ended.
 */
export function strokeTool({ name, shape, erases }: Painter): Tool<StrokeState, unknown, Point> {
  const press = (state: StrokeState, pointer: Pointer<Point>, env: Env): Step<StrokeState, unknown> => {
    if (shape === 'bitmask' && !hasPng()) return [state, { ask: 'say', message: unwritable }];
    const regionId = selectedMask(shape, env);
    if (regionId === undefined && erases) return [state, ...askForRegion(pointer, shape, env)];
    const mask = regionId === undefined ? undefined : env.region(regionId)?.geometry;
    const from = (pointer.shift && (mask as Mask | undefined)?.strokeEnd) || pointer.at;
    const start: Painting = { in: 'painting', last: from, size: sizeOf(pointer, env), regionId, asked: false };
    return stroke(start, pointer.at, env, { shape, erases });
  };
  return {
    name,
    space: 'stage2d',
    shape,
    ...(erases ? looks.eraser : looks.brush),
    // Hard edges, as a pencil draws them.
    ...(shape === 'bitmask' && !erases && { icon: 'pencil' }),
    cursor: 'crosshair',
    over: true,
    continues: () => true,
    tip: 'size',
    settings: [{ ...size, ...(erases ? { initial: 10 } : { initial: 15, attribute: 'strokeWidth' }) }],
    initial: { in: 'idle' },
    states: {
      idle: {
        press,
        key: (state, { key, at }, env) => (key === 'enter' ? ended(press(state, { at }, env), env) : state),
      },
      painting: {
        move: (state, pointer, env) =>
          stroke({ ...state, size: sizeOf(pointer, env) }, pointer.at, env, { shape, erases }),
        // A pen that is lifted has no pressure left: the tip stays as large as it was.
        release: (state, { at }, env) => ended(stroke(state, at, env, { shape, erases }), env),
      },
    },
  };
}

/** The one selected region, if it can be painted on. */
function selectedMask(shape: string, { selected, region, editable }: Env): string | undefined {
  const [id, ...others] = selected;
  if (id === undefined || others.length > 0) return undefined;
  return region(id)?.shape === shape && editable(id) ? id : undefined;
}

function askForRegion({ hit }: Pointer<Point>, shape: string, { region }: Env): Intent[] {
  const pressed = hit && region(hit.regionId)?.shape === shape ? hit.regionId : undefined;
  if (pressed !== undefined) return [{ ask: 'select', regionIds: [pressed] }];
  return [{ ask: 'say', message: 'Select the region to erase from: click it, or pick it from the list.' }];
}

/** Half the pressure is what a mouse has. */
const sizeOf = ({ pen }: Pointer<Point>, { settings }: Env): number =>
  (settings.size ?? 0) * (pen && pen.pressure > 0 ? pen.pressure * 2 : 1);

function stroke(
  state: Painting,
  at: Point,
  env: Env,
  { shape, erases }: Omit<Painter, 'name'>,
): Step<StrokeState, unknown> {
  const id = state.regionId ?? env.created;
  // What was asked for was refused: the label is used up.
  if (id === undefined && state.asked) return { in: 'idle' };
  const { facts } = env.sight;
  const mask = id === undefined ? undefined : (env.region(id)?.geometry as Mask | undefined);
  const before = mask ? rasterOf(mask, facts) : blank(env);
  if ((id !== undefined && !mask) || !before) return { in: 'idle' };
  const spot = ([x, y]: Point): Spot => [(x * before.width) / 100, (y * before.height) / 100];
  const radius = (state.size * pixelsOf(before, env)) / 2;
  const raster = drawn(before, spot(state.last), spot(at), { radius, erases, hard: shape === 'bitmask' });
  const next: Painting = { ...state, last: at };
  // With nothing on the picture there is no region yet.
  if (raster === before || (id === undefined && !raster.bounds)) return next;
  const geometry: Mask = { raster, strokeEnd: at };
  const as = erases ? 'Erase' : 'Brush stroke';
  if (id === undefined)
    return [
      { ...next, asked: true },
      { ask: 'create', geometry, as },
    ];
  return [next, { ask: 'reshape', regionId: id, geometry, as }];
}

/** One undo step. What was made stays selected, so that the next stroke goes into it, too. */
function ended(step: Step<StrokeState, unknown>, { created }: Env): Step<StrokeState, unknown> {
  const asks = Array.isArray(step) ? (step.slice(1) as Intent[]) : [];
  const select = created === undefined ? [] : [{ ask: 'select', regionIds: [created] } as const];
  return [{ in: 'idle' }, ...asks, { ask: 'settle' }, ...select];
}

/** Nothing can be painted before the size of the picture is known. */
const blank = ({ sight }: Env): Raster | undefined => {
  const { width, height } = sight.facts;
  return width && height ? new Raster(width, height) : undefined;
};

/** Pixels of the mask in one CSS pixel. */
function pixelsOf({ width, height }: Raster, { pixel }: Env): number {
  const [across = 0, down = across] = pixel;
  return Math.sqrt(((across * width) / 100) * ((down * height) / 100));
}
