import { readCsv } from '../../base/csv.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';

/** Rows and columns to look at. What is not there is undefined. */
export interface Sheet {
  readonly titles: readonly string[];
  /** Number of rows. */
  readonly count: number;
  /** The first column names what stands in the others. */
  readonly keyed?: true;
  cell(row: number, column: number): Json | undefined;
}

/** A sheet, or what is wrong with the data; or both, where some of it could be read. */
export interface ReadSheet {
  readonly sheet?: Sheet;
  readonly fault?: string;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base' });

const listSheet = (titles: readonly string[], rows: readonly (readonly (Json | undefined)[])[]): Sheet => ({
  titles,
  count: rows.length,
  cell: (row, column) => rows[row]?.[column],
});

const WANTED = 'Give an object, or a list of objects or of plain values.';

/** An object by its keys, a list of objects with a column for each key, a list of lists as it is, any other list by its numbers. */
export function sheetOfJson(data: Json | undefined): ReadSheet {
  // That there are no data was told already.
  if (data === undefined || data === null || data === '') return { sheet: listSheet([], []) };
  let value: Json = data;
  if (typeof data === 'string') {
    try {
      value = JSON.parse(data);
    } catch {
      return { fault: `Its data are a text that is no JSON. ${WANTED} For CSV, write valueType="csv".` };
    }
  }
  if (isDict(value)) return { sheet: ofObject(value) };
  if (!isList(value)) return { fault: `Its data are ${JSON.stringify(value).slice(0, 40)}. ${WANTED}` };
  if (value.length === 0) return { sheet: listSheet([], []) };
  if (value.every(isDict)) return { sheet: ofObjects(value) };
  if (value.every(isList)) return { sheet: listSheet(numbered(value), value) };
  return {
    sheet: listSheet(
      ['Index', 'Value'],
      value.map((entry, index) => [index, entry]),
    ),
  };
}

/** The text of a CSV file. */
export function sheetOfCsv(
  text: string,
  { separator, headless }: { separator?: string; headless: boolean },
): ReadSheet {
  const { rows, unclosed } = readCsv(text, separator);
  const [head = [], ...rest] = rows;
  const body = headless ? rows : rest;
  const numbers = numbered(rows);
  const titles = headless ? numbers : numbers.map((number, column) => head[column]?.trim() || number);
  const sheet = listSheet(titles, body);
  if (unclosed === undefined) return { sheet };
  const fault = `A quote in line ${unclosed} of the CSV is never closed, so that all that follows is one cell. Close it, or double quotes inside of cells.`;
  return { sheet, fault };
}

function ofObject(value: Dict): Sheet {
  const keys = Object.keys(value).sort(collator.compare);
  const rows = keys.map((key) => [key, value[key]]);
  return { ...listSheet(['Name', 'Value'], rows), keyed: true };
}

/** The columns are in the order in which the keys are met. Objects are not copied: they may have little in common. */
function ofObjects(value: readonly Dict[]): Sheet {
  const titles = [...new Set(value.flatMap((entry) => Object.keys(entry)))];
  return {
    titles,
    count: value.length,
    cell(row, column) {
      const entry = value[row];
      const key = titles[column];
      return entry && key !== undefined && Object.hasOwn(entry, key) ? entry[key] : undefined;
    },
  };
}

function numbered(rows: readonly (readonly unknown[])[]): readonly string[] {
  let width = 0;
  for (const { length } of rows) width = Math.max(width, length);
  return Array.from({ length: width }, (_, column) => String(column));
}

/** As it is written in a cell: nested data as JSON. */
export function cellText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const figure = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*%?\s*$/i;

/** The number that a cell shows; undefined where it is something else. */
export function cellNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !figure.test(value)) return undefined;
  return Number.parseFloat(value);
}
