/** What all cells of a column are. `text` is whatever is neither a number nor a truth. */
export type ColumnType = 'number' | 'boolean' | 'text';

const NUMBER = 1;
const BOOLEAN = 2;
const TEXT = 4;

/** What programs write where there is no value; it is `""` in a task. */
const missing: ReadonlySet<string> = new Set([
  ...['', 'nan', 'NaN', '-nan', '-NaN', 'null', 'NULL', 'NA', 'N/A', 'n/a', '<NA>', '#NA', '#N/A', '#N/A N/A'],
  ...['1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN'],
]);
const LONGEST_MISSING = 8;

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

export const isMissing = (cell: string): boolean => cell.length <= LONGEST_MISSING && missing.has(cell);

/** Finds out the type of a column, cell after cell. */
export class TypeFinder {
  #seen = 0;
  /** Integers that a double cannot hold. */
  #isUnsafe = false;

  add(cell: string): void {
    // Nothing makes a column of texts anything else.
    if (this.#seen & TEXT || isMissing(cell)) return;
    const number = numberKind(cell);
    if (number === undefined) {
      this.#seen |= Object.hasOwn(truths, cell) ? BOOLEAN : TEXT;
      return;
    }
    this.#seen |= NUMBER;
    if (number === 'integer' && cell.length > 15 && !Number.isSafeInteger(Number(cell))) this.#isUnsafe = true;
  }

  /** @param exact false: integers that are too large for a number lose their last digits; otherwise they make a text */
  type(exact = true): ColumnType {
    if (this.#seen === NUMBER) return this.#isUnsafe && exact ? 'text' : 'number';
    return this.#seen === BOOLEAN ? 'boolean' : 'text';
  }
}

/** A cell as a value of its column's type; `""` where there is none. */
export function valueIn(cell: string, type: ColumnType): string | number | boolean {
  if (isMissing(cell)) return '';
  if (type === 'number') return Number(cell);
  return type === 'boolean' ? (truths[cell] ?? cell) : cell;
}

/** Digits with a sign, a point and an exponent, white space around them; no other notation is a number. */
function numberKind(cell: string): 'integer' | 'fraction' | undefined {
  let at = 0;
  let end = cell.length;
  while (at < end && isSpace(cell.charCodeAt(at))) at++;
  while (end > at && isSpace(cell.charCodeAt(end - 1))) end--;
  if (cell[at] === '+' || cell[at] === '-') at++;
  const whole = digitsFrom(cell, at, end);
  let digits = whole - at;
  at = whole;
  let kind: 'integer' | 'fraction' = 'integer';
  if (cell[at] === '.' && at < end) {
    kind = 'fraction';
    const part = digitsFrom(cell, at + 1, end);
    digits += part - at - 1;
    at = part;
  }
  if (digits === 0) return undefined;
  if (at < end && (cell[at] === 'e' || cell[at] === 'E')) {
    kind = 'fraction';
    at++;
    if (cell[at] === '+' || cell[at] === '-') at++;
    const exponent = digitsFrom(cell, at, end);
    if (exponent === at) return undefined;
    at = exponent;
  }
  return at === end ? kind : undefined;
}

function digitsFrom(cell: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57) break;
    at++;
  }
  return at;
}

const isSpace = (code: number): boolean => code === 32 || code === 9;
