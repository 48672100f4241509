import { timeText } from '../../base/time-text.js';
import type { TimeOptions } from '../../contract/surface.js';
import { frameAt } from './view-window.js';

/** Thousandths are what people write down, however far they look from. */
const LEAST_DIGITS = 3;
/** Digits after the second are no use beyond a microsecond. */
const MOST_DIGITS = 6;

/** Decimals of a second that tell apart what lies so many seconds apart. */
export const digitsFor = (seconds: number): number =>
  Math.max(0, Math.min(MOST_DIGITS, Math.ceil(-Math.log10(seconds) - 1e-9)));

/** A place as it is shown to people: `0:12.345`; of frames the number, with its time where there is one. */
export function readingOf(at: number, perPixel: number, options: TimeOptions, timed: boolean): string {
  if (options.unit === 'seconds') return timeText(at, Math.max(LEAST_DIGITS, digitsFor(perPixel)));
  const frame = frameAt(at);
  return timed ? `${frame} · ${timeText(options.toClock(frame), LEAST_DIGITS)}` : String(frame);
}

export const unitName = (unit: TimeOptions['unit']): string => (unit === 'frames' ? 'Frame' : 'Time');
