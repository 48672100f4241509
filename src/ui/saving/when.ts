/** When something was: the time alone, if it was today. */
export function when(locale: string, at: number, now: number = Date.now()): string {
  const [then, today] = [new Date(at), new Date(now)];
  const time: Intl.DateTimeFormatOptions = { timeStyle: 'short' };
  const isToday = then.toDateString() === today.toDateString();
  return format(locale, isToday ? time : { ...time, dateStyle: 'medium' }).format(then);
}

/** A language tag that is not well-formed must not break the page. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
