const [TAB, NEWLINE, RETURN, SPACE, PLUS, MINUS, POINT, ZERO, UPPER_E] = [9, 10, 13, 32, 43, 45, 46, 48, 69];
const MOST_POWER = 300;
const powers = Float64Array.from({ length: MOST_POWER + 1 }, (_, power) => Number(`1e${power}`));

/** Where the numbers of a column go: that of line k to `at` + k * `step`. */
export interface Slot {
  readonly values: Float64Array;
  readonly at: number;
  readonly step: number;
}

/** What has been read. */
export interface NumberRows {
  /** Lines read, blank ones not counted. */
  count: number;
  /** Lines that have too few columns, or something else than a number in one; there it is NaN. */
  odd: number;
  /** Whether there is more behind the last line that was read. */
  rest: boolean;
}

/** More lines than a text of so many bytes can have: each column takes a digit and a blank. */
export const mostLines = (bytes: number, columns: number): number => Math.ceil((bytes + 1) / (2 * columns));

/**
 * Reads lines of numbers that are parted by blanks. A number is what `Number` makes of it, as long as its digits are
 * less than 2 ** 53 and its power of ten is at most 22; beyond that it may differ in the last bits.
 * @param slots of each column; what is in one without may be anything
 * @param most lines to be read, for which there is room in the slots
 */
export function readNumberRows(
  bytes: Uint8Array,
  start: number,
  slots: readonly (Slot | undefined)[],
  most: number,
): NumberRows {
  const rows: NumberRows = { count: 0, odd: 0, rest: false };
  const tail = Math.max(start, bytes.lastIndexOf(NEWLINE) + 1);
  readLines(rows, bytes, start, tail, slots, most);
  if (tail === bytes.length || rows.rest) return rows;
  // The scan looks for no end but that of a line. What lacks it may have been cut off within a number or between two.
  const line = new Uint8Array(bytes.length - tail + 1);
  line.set(bytes.subarray(tail));
  line[line.length - 1] = NEWLINE;
  if (wordsOf(line) >= slots.length) readLines(rows, line, 0, line.length, slots, most);
  return rows;
}

function wordsOf(line: Uint8Array): number {
  let words = 0;
  for (let at = 1; at < line.length; at++) {
    if ((line[at] as number) <= SPACE && (line[at - 1] as number) > SPACE) words++;
  }
  return words;
}

/** Reads the lines from `start` to `end`, where the last one ends. */
function readLines(
  rows: NumberRows,
  bytes: Uint8Array,
  start: number,
  end: number,
  slots: readonly (Slot | undefined)[],
  most: number,
): void {
  const last = slots.findLastIndex((slot) => slot !== undefined);
  const nowhere = new Float64Array(0);
  const targets = slots.map((slot) => slot?.values ?? nowhere);
  const steps = Int32Array.from(slots, (slot) => slot?.step ?? 0);
  const places = Int32Array.from(slots, (slot) => (slot ? slot.at + rows.count * slot.step : 0));
  let at = start;
  for (; at < end; ) {
    let byte = bytes[at] as number;
    while (byte === SPACE || byte === TAB || byte === RETURN) byte = bytes[++at] as number;
    if (byte === NEWLINE) {
      at++;
      continue;
    }
    if (rows.count >= most) {
      rows.rest = true;
      return;
    }
    let odd = false;
    let column = 0;
    for (; column <= last && byte !== NEWLINE; column++) {
      const step = steps[column] as number;
      if (step > 0) {
        const from = at;
        const negative = byte === MINUS;
        if (negative || byte === PLUS) byte = bytes[++at] as number;
        const first = at;
        let value = 0;
        let point = -1;
        for (;;) {
          const digit = byte - ZERO;
          if (digit >= 0 && digit < 10) value = value * 10 + digit;
          else if (byte === POINT && point < 0) point = at;
          else break;
          byte = bytes[++at] as number;
        }
        let power = point < 0 ? 0 : point + 1 - at;
        let found = point < 0 ? at - first : at - first - 1;
        if (found > 0 && (byte & ~32) === UPPER_E) {
          byte = bytes[++at] as number;
          const down = byte === MINUS;
          if (down || byte === PLUS) byte = bytes[++at] as number;
          const exponent = at;
          let e = 0;
          while (byte >= ZERO && byte < ZERO + 10) {
            e = e * 10 + (byte - ZERO);
            byte = bytes[++at] as number;
          }
          if (at === exponent) found = 0;
          power += down ? -e : e;
        }
        if (found > 0 && byte <= SPACE && power <= MOST_POWER && power >= -MOST_POWER && value < 1e300) {
          if (power < 0) value /= powers[-power] as number;
          else if (power > 0) value *= powers[power] as number;
          if (negative) value = -value;
        } else {
          while (byte > SPACE) byte = bytes[++at] as number;
          const word = wordOf(bytes, from, at);
          odd ||= word === undefined;
          value = word ?? Number.NaN;
        }
        const place = places[column] as number;
        (targets[column] as Float64Array)[place] = value;
        places[column] = place + step;
      } else {
        while (byte > SPACE) byte = bytes[++at] as number;
      }
      while (byte === SPACE || byte === TAB || byte === RETURN) byte = bytes[++at] as number;
    }
    for (; column <= last; column++) {
      const place = places[column] as number;
      (targets[column] as Float64Array)[place] = Number.NaN;
      places[column] = place + (steps[column] as number);
      odd = true;
    }
    if (odd) rows.odd++;
    rows.count++;
    if (byte !== NEWLINE) at = bytes.indexOf(NEWLINE, at);
    at++;
  }
}

/** A number that is written in another way; undefined where it is none. NaN is a number here. */
function wordOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 400)));
  if (/^[+-]?(nan|-?1\.#(ind|qnan)0*)(\(.*\))?$/i.test(text)) return Number.NaN;
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const value = /^[+-]?[\d.]/.test(text) ? Number(text) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
}
