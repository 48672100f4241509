import type { Dict } from '../../model/json.js';
import { number } from '../parts/attributes.js';

/** What a number may be; without `step` anything between. */
export interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}

export function rangeOf(attributes: Dict): Range {
  const step = number(attributes, 'step');
  return {
    min: number(attributes, 'min'),
    max: number(attributes, 'max'),
    step: step && step > 0 ? step : undefined,
  };
}

const decimals = (value: number): number => {
  const [, fraction = '', exponent = '0'] = /^-?\d*\.?(\d*)(?:e(.+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

/** The sum or product without the dust of binary fractions: with no more decimals than what it was made of. */
export const tidy = (value: number, ...madeOf: readonly number[]): number =>
  Number(value.toFixed(Math.min(20, Math.max(...madeOf.map(decimals)))));

/** How many steps it is away from the lowest number, and whether these are whole ones. */
export function stepsTo(
  value: number,
  { min = 0, step = 1 }: Range,
): { readonly steps: number; readonly whole: boolean } {
  const steps = (value - min) / step;
  const whole = Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, Math.abs(steps));
  return { steps: whole ? Math.round(steps) : steps, whole };
}

/** The number that is so many steps above the lowest one. */
export const atStep = (steps: number, { min = 0, step = 1 }: Range): number => tidy(min + steps * step, min, step);

/** Why a number may not be given, as a sentence; undefined where it may. */
export function objection(value: number, range: Range): string | undefined {
  const { min, max, step } = range;
  if (min !== undefined && value < min) return `${value} is less than ${min}, the least it may be.`;
  if (max !== undefined && value > max) return `${value} is more than ${max}, the most it may be.`;
  if (step === undefined) return undefined;
  const { steps, whole } = stepsTo(value, range);
  if (whole) return undefined;
  const near = [Math.floor(steps), Math.ceil(steps)].map((at) => atStep(at, range));
  const there = near.filter((each) => max === undefined || each <= max);
  return `${value} is between two steps of ${step}. Near it is ${there.join(' and ')}.`;
}
