import type { Dict } from '../../model/json.js';
import { text } from '../parts/attributes.js';
import type { Asked } from './asked.js';
import { dateOf, readIso, readTime, type Stamp, stampOf } from './stamp.js';

/** The first or last that may be given. `said`: in the words of the config. */
interface Bound extends Stamp {
  readonly said: string;
}
export interface Bounds {
  readonly min?: Bound;
  readonly max?: Bound;
}

/** @param now what `current` is the year of */
export function boundsOf(attributes: Dict, now: Date): Bounds {
  const min = boundOf(attributes, 'min', now);
  const max = boundOf(attributes, 'max', now);
  return { ...(min && { min }), ...(max && { max }) };
}

function boundOf(attributes: Dict, which: 'min' | 'max', now: Date): Bound | undefined {
  const written = text(attributes, which)?.trim();
  if (written === undefined) return undefined;
  const said = written.toLowerCase() === 'current' ? stampOf(now).date.slice(0, 4) : written;
  const time = readTime(said);
  if (time !== undefined) return { said, time };
  const stamp = readIso(said);
  if (!stamp?.date) return undefined;
  return which === 'min'
    ? { said, time: '00:00', ...stamp }
    : { said, date: lastDay(stamp.date, said), time: stamp.time ?? '23:59:59' };
}

/** A year or month ends with its last day. */
function lastDay(date: string, said: string): string {
  if (/^\d{4}$/.test(said)) return `${said}-12-31`;
  if (!/^\d{4}-\d\d$/.test(said)) return date;
  const end = dateOf({ date });
  end.setMonth(end.getMonth() + 1, 0);
  return stampOf(end).date;
}

/** Why a stamp may not be given, as the end of a sentence; undefined where it may. */
export function refusal(stamp: Stamp, asked: Asked, { min, max }: Bounds): string | undefined {
  const compare = (bound: Bound): number => {
    const [mine, its] = [stamp, bound].map((each) => comparable(each, asked, bound.date === undefined));
    return mine === undefined || its === undefined || mine === its ? 0 : mine < its ? -1 : 1;
  };
  if (min && compare(min) < 0) return `must not be before ${min.said}.`;
  if (max && compare(max) > 0) return `must not be after ${max.said}.`;
  return undefined;
}

/** A text whose order is that of time, as exact as what is asked for. */
function comparable({ date, time }: Stamp, asked: Asked, onlyTime: boolean): string | undefined {
  if (onlyTime || (!asked.date && !asked.year)) return asked.time ? time : undefined;
  const length = asked.date || asked.time ? 10 : asked.month ? 7 : 4;
  return date && `${date.slice(0, length)}${asked.time ? `T${time ?? ''}` : ''}`;
}

const FIRST_YEAR = 2000;
const MOST_YEARS = 1000;

/** Years to choose from, the newest first. */
export function yearsOf({ min, max }: Bounds, now: Date): readonly string[] {
  const last = Number(max?.date?.slice(0, 4) ?? now.getFullYear());
  const first = Math.max(Number(min?.date?.slice(0, 4) ?? FIRST_YEAR), last - MOST_YEARS + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(last - index).padStart(4, '0'));
}
