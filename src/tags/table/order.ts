import { cellNumber, cellText, type Sheet } from './sheet.js';

/** By which column the rows stand, and which way. */
export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** What a click on a title makes of the order: up, down, as the data have it. */
export function nextSorting(now: Sorting | undefined, column: number): Sorting | undefined {
  if (now?.column !== column) return { column, descending: false };
  return now.descending ? undefined : { column, descending: true };
}

/** The rows in their order: numbers before texts, what is empty last either way. Undefined: as they are. */
export function sortRows(sheet: Sheet, sorting: Sorting | undefined): Uint32Array | undefined {
  if (!sorting) return undefined;
  const { column, descending } = sorting;
  const keys = Array.from({ length: sheet.count }, (_, row) => {
    const value = sheet.cell(row, column);
    return { row, number: cellNumber(value), text: cellText(value) };
  });
  const sign = descending ? -1 : 1;
  keys.sort((a, b) => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1;
    if (a.number !== undefined && b.number !== undefined) return sign * (a.number - b.number) || a.row - b.row;
    if ((a.number === undefined) !== (b.number === undefined)) return a.number === undefined ? sign : -sign;
    return sign * collator.compare(a.text, b.text) || a.row - b.row;
  });
  return Uint32Array.from(keys, ({ row }) => row);
}
