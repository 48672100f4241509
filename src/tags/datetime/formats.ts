import { type Stamp, stampOf } from './stamp.js';

/** Dates as texts of one format, in local time. */
export interface Formats {
  write(at: Date): string;
  /** Undefined where the text is not of the format, or is a day that does not exist. */
  read(text: string): Required<Stamp> | undefined;
}

/** How much a text says, whatever the zeros and spaces that fill it up. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\b0+(?=\d)/g, '');

/** @param format as in strftime, e.g. `%d.%m.%Y` */
export async function loadFormats(format: string): Promise<Formats> {
  const { timeFormat, timeParse } = await import('d3-time-format');
  const write = timeFormat(format);
  const parse = timeParse(format);
  return {
    write,
    read(text) {
      const at = parse(text);
      if (!at || Number.isNaN(at.getTime())) return undefined;
      // 31 February comes out as a day of March; a text with a time zone as another time.
      const exists = /%[ZsQ]/.test(format) || bare(write(at)) === bare(text);
      return exists ? stampOf(at) : undefined;
    },
  };
}
