/** A point of local time as far as it is known: `date` is `YYYY-MM-DD`, `time` `HH:MM` or `HH:MM:SS`. */
export interface Stamp {
  readonly date?: string;
  readonly time?: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');

/** Whether the calendar has this day. Asked of universal time, which leaves out no hour. */
function exists(year: number, month: number, day: number): boolean {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** With seconds only where there are some. */
export function stampOf(at: Date): Required<Stamp> {
  const seconds = at.getSeconds() ? `:${two(at.getSeconds())}` : '';
  return {
    date: `${four(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}${seconds}`,
  };
}

/** A date for a stamp; what it does not say is the first there is. */
export function dateOf({ date = '1900-01-01', time = '00:00' }: Stamp): Date {
  const [year = 1900, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const at = new Date(2000, 0, 1, hour, minute, second);
  // In the constructor, years under 100 are taken for some of the last century.
  at.setFullYear(year, month - 1, day);
  return at;
}

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const clock = /^(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

/** Reads `14:30`, `9:05:10`; undefined for what no clock shows. */
export function readTime(text: string): string | undefined {
  const [, hour, minute, second] = clock.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return `${two(Number(hour))}:${minute}${Number(second ?? 0) ? `:${second}` : ''}`;
}

/** Reads ISO 8601: a year, a month, a day, or a day and a time; of another time zone as local time. */
export function readIso(text: string): Stamp | undefined {
  const found = iso.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '01', day = '01', hour, minute, second, zone] = found;
  if (!exists(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return { date };
  const time = readTime(`${hour}:${minute}${second === undefined ? '' : `:${second}`}`);
  if (time === undefined) return undefined;
  if (zone === undefined) return { date, time };
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const at = new Date(`${date}T${two(Number(hour))}:${minute}:${second ?? '00'}${offset}`);
  return Number.isNaN(at.getTime()) ? undefined : stampOf(at);
}
