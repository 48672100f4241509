import type { Json } from '../../model/json.js';
import type { Formats } from './formats.js';
import { dateOf, readIso, readTime, type Stamp } from './stamp.js';

/** What is asked for: a day, or a month and a year, or a year; and a time. */
export interface Asked {
  readonly date: boolean;
  readonly month: boolean;
  readonly year: boolean;
  readonly time: boolean;
}

/** Reads `only`: a day wins over month and year, a month asks for its year too; where nothing is said, a day and a time. */
export function readAsked(only: Json | undefined): Asked {
  const words = String(only ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  const has = (word: string) => words.includes(word);
  const part = !has('date') && (has('month') || has('year'));
  const date = has('date') || !(part || has('time'));
  return { date, month: part && has('month'), year: part, time: has('time') || !(has('date') || part) };
}

const onlyTime = (asked: Asked): boolean => !asked.date && !asked.year;
const onlyYear = (asked: Asked): boolean => asked.year && !asked.month && !asked.time;

/** What stands in the fields, each empty or as the browser's own fields have it; `month` is `01` to `12`. */
export interface Draft {
  readonly date: string;
  readonly time: string;
  readonly month: string;
  readonly year: string;
}

export const emptyDraft: Draft = { date: '', time: '', month: '', year: '' };

/** What stands in the fields for a stamp. */
export function draftOf({ date = '', time = '' }: Stamp, asked: Asked): Draft {
  const [year = '', month = ''] = date.split('-');
  return {
    date: asked.date ? date : '',
    time: asked.time ? time : '',
    month: asked.month ? month : '',
    year: asked.year ? year : '',
  };
}

/** The stamp that the fields come to; or what is missing to it, all of it where nothing was filled. */
export function completed(
  draft: Draft,
  asked: Asked,
): { readonly stamp: Stamp } | { readonly missing: readonly string[] } {
  const fields = (['date', 'month', 'year', 'time'] as const).filter((field) => asked[field]);
  const missing = fields.filter((field) => draft[field] === '');
  if (missing.length > 0) return { missing };
  const date = asked.date ? draft.date : asked.year ? `${draft.year}-${draft.month || '01'}-01` : undefined;
  return { stamp: { ...(date !== undefined && { date }), ...(asked.time && { time: draft.time }) } };
}

/** What the result says. A time alone is never formatted. */
export function writeStamp(stamp: Stamp, asked: Asked, formats?: Formats): string {
  const { date = '', time = '' } = stamp;
  if (onlyTime(asked)) return time;
  if (formats) return formats.write(dateOf(stamp));
  if (asked.time) return `${date}T${time.slice(0, 5)}`;
  return onlyYear(asked) ? date.slice(0, 4) : date;
}

/** What a result says, in the format of the config or else in ISO 8601; undefined where that is not to be read. */
export function readStamp(value: Json | undefined, asked: Asked, formats?: Formats): Stamp | undefined {
  const text = typeof value === 'number' && onlyYear(asked) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const plain = text.trim();
  if (onlyTime(asked)) {
    const time = readTime(plain) ?? readIso(plain)?.time;
    return time === undefined ? undefined : { time };
  }
  const least = asked.date ? 'YYYY-MM-DD' : asked.month ? 'YYYY-MM' : 'YYYY';
  return formats?.read(plain) ?? (plain.length < least.length ? undefined : readIso(plain));
}
