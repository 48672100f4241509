import { Raster, RasterEdit } from '../base/raster.js';
import type { Pointer, Step, Tool } from '../contract/tool.js';
import { type Mask, rasterOf } from '../shapes/mask/mask.js';
import { eachSpan, Flood } from './flood.js';
import { type Env, inPercent, onPicture, type Point } from './on-picture.js';

export type WandState =
  | { readonly in: 'idle' }
  | {
      readonly in: 'growing';
      readonly from: Point;
      readonly flood: Flood;
      /** What this adds to or takes from: the pixels, and the mask that they are of, none for a new region. */
      readonly before: Raster;
      readonly mask: Mask | undefined;
      readonly erases: boolean;
      /** None for a new region, which is asked for by the press. */
      readonly regionId: string | undefined;
      readonly tolerance: number;
    };
type Growing = Extract<WandState, { in: 'growing' }>;
type Asked = Step<WandState, Mask>;

/** CSS pixels of a drag that change the tolerance by one. */
const STEP = 3;

const blocked =
  'The pixels of this picture cannot be read: its server must allow it (CORS), and the Image tag must say crossOrigin="anonymous".';

/**
 * A press takes the colour under the pointer and masks what hangs together and is like it; dragged to the right or down
 * it takes in more, to the left or up less. It goes into the region that is selected, or into a new one, which then is;
 * with Alt it is cut out of that one.
 */
export const wandTool: Tool<WandState, unknown, Point> = {
  name: 'wand',
  space: 'stage2d',
  shape: 'mask',
  title: 'Magic wand',
  icon: 'wand-sparkles',
  hotkey: 'w',
  cursor: 'crosshair',
  over: true,
  continues: () => true,
  settings: [
    { name: 'tolerance', title: 'Tolerance', least: 1, most: 255, step: 1, initial: 15, attribute: 'defaultThreshold' },
    {
      name: 'smoothing',
      title: 'Blur',
      least: 0,
      most: 20,
      step: 1,
      initial: 5,
      attribute: 'blurRadius',
      unit: 'px',
    },
  ],
  initial: { in: 'idle' },
  states: {
    idle: {
      press,
      key: (state, { key, at }, env) => (key === 'enter' ? ended(press(state, { at }, env), env) : state),
    },
    growing: {
      move: (state, { at }, env) => {
        const tolerance = toleranceAt(state.from, at, env);
        const id = state.regionId ?? env.created;
        // What was asked for was refused: the label is used up.
        if (id === undefined) return { in: 'idle' };
        return tolerance === state.tolerance ? state : grown({ ...state, regionId: id, tolerance }, env);
      },
      release: (state, _, env) => ended(state, env),
    },
  },
};

function press(state: WandState, { at, alt }: Pointer<Point>, env: Env): Asked {
  if (!onPicture(at)) return state;
  const pixels = env.pixels?.();
  if (!pixels) return [state, { ask: 'say', message: blocked }];
  const regionId = selectedMask(env);
  if (alt && regionId === undefined)
    return [state, { ask: 'say', message: 'Select the region to take from: click it, or pick it from the list.' }];
  const mask = regionId === undefined ? undefined : (env.region(regionId)?.geometry as Mask | undefined);
  const before = mask ? rasterOf(mask, env.sight.facts) : new Raster(pixels.width, pixels.height);
  if (!before) return state;
  const place = (percent: number, size: number) => Math.min(Math.floor((percent * size) / 100), size - 1);
  const flood = new Flood(pixels, place(at[0], pixels.width), place(at[1], pixels.height));
  return grown(
    {
      in: 'growing',
      from: at,
      flood,
      before,
      mask,
      erases: alt === true,
      regionId,
      tolerance: env.settings.tolerance ?? 0,
    },
    env,
  );
}

/** The one selected region, if it is a mask that may be changed. */
function selectedMask({ selected, region, editable }: Env): string | undefined {
  const [id, ...others] = selected;
  if (id === undefined || others.length > 0) return undefined;
  return region(id)?.shape === 'mask' && editable(id) ? id : undefined;
}

/** As seen on the screen, along the axis that the drag has gone farther. */
function toleranceAt(from: Point, to: Point, env: Env): number {
  const [across, down] = inPercent(1, env);
  const [dx, dy] = [(to[0] - from[0]) / across, (to[1] - from[1]) / down];
  const turned = (env.sight.facts.rotation ?? 0) % 180 === 90;
  const upsideDown = (env.sight.facts.rotation ?? 0) >= 180;
  const [right, below] = turned ? [-dy, dx] : [dx, dy];
  const far = Math.abs(right) > Math.abs(below) ? right : below;
  const steps = Math.round((upsideDown ? -far : far) / STEP);
  return Math.max(1, Math.min(255, (env.settings.tolerance ?? 0) + steps));
}

/** The mask as it is with this tolerance, seen at once. */
function grown(state: Growing, env: Env): Asked {
  const { before, mask, regionId } = state;
  const raster = filledIn(state, Math.round(env.settings.smoothing ?? 0));
  const geometry = raster === before && mask ? mask : { raster };
  if (regionId === undefined) return [state, { ask: 'create', geometry, as: 'Magic wand' }];
  if (env.region(regionId)?.geometry === geometry) return state;
  return [state, { ask: 'reshape', regionId, geometry, as: 'Magic wand' }];
}

function filledIn({ flood, before, erases, tolerance }: Growing, smoothing: number): Raster {
  const edit = new RasterEdit(before);
  const filled = flood.within(tolerance);
  // A mask that was loaded may be of another size than the picture.
  const [across, down] = [before.width / filled.width, before.height / filled.height];
  let any = false;
  const span = (y: number, left: number, right: number) => {
    any = true;
    for (let row = Math.round(y * down); row < Math.round((y + 1) * down); row++)
      edit.span(row, Math.round(left * across), Math.round(right * across), erases ? 0 : 255);
  };
  eachSpan(filled, smoothing, span);
  if (!any) eachSpan(filled, 0, span);
  return edit.done();
}

/** One undo step. What was made stays selected, so that the next press goes into it, too. */
function ended(step: Asked, { created }: Env): Asked {
  const asks = Array.isArray(step) ? step.slice(1) : [];
  const select = created === undefined ? [] : [{ ask: 'select', regionIds: [created] } as const];
  return [{ in: 'idle' }, ...asks, { ask: 'settle' }, ...select];
}
