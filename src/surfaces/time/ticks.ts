import type { TimeOptions, TimeView } from '../../contract/surface.js';

export interface Tick {
  /** In the axis' own unit. */
  readonly at: number;
  /** Whether it is written on. */
  readonly major: boolean;
}
export interface Ruler {
  /** From one tick that is written on to the next. */
  readonly step: number;
  readonly ticks: readonly Tick[];
}

/** CSS pixels between two ticks. */
const LEAST_MINOR = 7;

const decimal = [1, 2, 5] as const;
/** What people count time by, in seconds: of minutes, hours and days. */
const clockSteps = [1, 2, 5, 10, 15, 30].flatMap((step) => [step, step * 60]);
const hourSteps = [1, 2, 3, 6, 12, 24, 48, 120, 240].map((hours) => hours * 3600);
const wholeSeconds = [...clockSteps, ...hourSteps].sort((a, b) => a - b);

/** Steps that read well, from small to large. */
function stepsOf(unit: TimeOptions['unit']): readonly number[] {
  const powers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => decimal.map((step) => Number(`${step}e${from + i}`))).flat();
  return unit === 'frames' ? powers(0, 9) : [...powers(-7, -1), ...wholeSeconds];
}
const steps = { seconds: stepsOf('seconds'), frames: stepsOf('frames') };

/** The shortest step that is at least so long. */
export const niceStep = (least: number, unit: TimeOptions['unit']): number =>
  steps[unit].find((step) => step >= least * (1 - 1e-9)) ?? Math.ceil(least / 86_400) * 86_400;

/** How often a step fits into another; 0 where it does not do so exactly. */
function parts(step: number, smaller: number): number {
  const times = step / smaller;
  return Math.abs(times - Math.round(times)) < 1e-6 ? Math.round(times) : 0;
}

/**
 * The ticks in view: of frames one at multiples of the step, and one at the first frame.
 *
 * @param pixels CSS pixels that one unit is wide
 * @param room CSS pixels from one that is written on to the next
 */
export function rulerOf(view: TimeView, pixels: number, room: number, unit: TimeOptions['unit']): Ruler {
  const step = niceStep(room / pixels, unit);
  const minor =
    steps[unit].find((small) => small * pixels >= LEAST_MINOR && small < step && parts(step, small) > 0) ?? step;
  const every = parts(step, minor) || 1;
  const ticks: Tick[] = [];
  // Plus zero, so that it is not minus zero.
  const [from, to] = [Math.ceil(view.start / minor - 1e-9) + 0, Math.floor(view.end / minor + 1e-9)];
  if (unit === 'frames' && view.start <= 1 && minor > 1) ticks.push({ at: 1, major: true });
  // Steps below one are divided by, as 3 times 0.1 is not 0.3.
  const inOne = Math.round(1 / minor);
  for (let k = from; k <= to; k++) ticks.push({ at: minor < 1 ? k / inOne : k * minor, major: k % every === 0 });
  return { step, ticks: unit === 'frames' ? ticks.filter(({ at }) => at >= 1) : ticks };
}
