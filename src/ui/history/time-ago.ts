const MINUTE = 60_000;
const units = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['week', 7 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

type Style = Intl.RelativeTimeFormatStyle;

/**
 * How long ago something was, in the largest unit that it fills: `5m ago`. Less than a minute, or in the future as of a
 * clock that goes wrong, is nothing.
 */
export function timeAgo(locale: string, at: number, now: number, style: Style = 'narrow'): string {
  const passed = now - at;
  const [unit, length] = units.find((each) => passed >= each[1]) ?? [];
  if (unit === undefined || length === undefined) return '';
  return relative(locale, style).format(-Math.floor(passed / length), unit);
}

/** The moment itself, to the second. */
export const moment = (locale: string, at: number): string => absolute(locale).format(at);

const relatives = new Map<string, Intl.RelativeTimeFormat>();
const absolutes = new Map<string, Intl.DateTimeFormat>();

function relative(locale: string, style: Style): Intl.RelativeTimeFormat {
  const key = `${locale} ${style}`;
  const known =
    relatives.get(key) ?? wellFormed(locale, (tag) => new Intl.RelativeTimeFormat(tag, { style, numeric: 'auto' }));
  relatives.set(key, known);
  return known;
}

function absolute(locale: string): Intl.DateTimeFormat {
  const known =
    absolutes.get(locale) ??
    wellFormed(locale, (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }));
  absolutes.set(locale, known);
  return known;
}

/** A language tag that is not well-formed must not break the page. */
function wellFormed<T>(locale: string, make: (tag: string) => T): T {
  try {
    return make(locale);
  } catch {
    return make('en');
  }
}
