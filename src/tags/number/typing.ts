import { atStep, type Range, stepsTo, tidy } from './range.js';

/** The number that was typed; with a comma for the point, where it can be nothing else. Undefined: it is none. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().replace('−', '-');
  // One comma before three digits may part thousands.
  const plain = /^[-+]?\d{1,3},\d{3}$/.test(text) ? text : text.replace(',', '.');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** The largest number that may be given. */
function most(range: Range): number | undefined {
  const { max, step } = range;
  if (max === undefined || step === undefined) return max;
  const { steps, whole } = stepsTo(max, range);
  return whole ? max : atStep(Math.floor(steps), range);
}

/** The next number up or down; it stays between min and max, and comes to whole steps where these are asked for. */
export function stepped(value: number | undefined, by: 1 | -1, range: Range): number {
  const { min, step = 1 } = range;
  const top = most(range);
  const next = value === undefined ? (min ?? by * step) : stepFrom(value, by, range);
  const below = top !== undefined && next > top ? top : next;
  return min !== undefined && below < min ? min : below;
}

function stepFrom(value: number, by: 1 | -1, range: Range): number {
  const { step } = range;
  if (step === undefined) return tidy(value + by, value);
  const { steps, whole } = stepsTo(value, range);
  if (whole) return atStep(steps + by, range);
  return atStep(by > 0 ? Math.ceil(steps) : Math.floor(steps), range);
}

/** The next number up; after the largest comes the lowest. */
export function wrapped(value: number | undefined, range: Range): number {
  const top = most(range);
  return value !== undefined && top !== undefined && value >= top ? (range.min ?? 0) : stepped(value, 1, range);
}
