import type { Dict, Json } from '../../model/json.js';
import type { InFile } from '../files.js';
import { type ColumnType, TypeFinder, valueIn } from './column-types.js';
import { csvRows } from './csv-rows.js';
import type { DataNeeds } from './data-needs.js';
import type { Report } from './fault.js';
import type { Looking, Reading } from './reading.js';
import { keysOf } from './table-head.js';
import { utf8Text } from './utf8.js';

export interface CsvTaskOptions {
  readonly separator: string;
  /**
   * `infer`: a column whose cells are all numbers, or all truths, has them as such, and words for nothing (`NA`, `null`)
   * are `""`; `strings`: cells are texts as they stand.
   */
  readonly typing: 'infer' | 'strings';
  /** Integers too large for a JSON number keep their digits, as texts. */
  readonly exactIntegers: boolean;
}

const LONGEST_CELL = 1_310_720;

/** A table is looked through once for its columns' types and for rows that do not fit. */
export async function lookAtCsv(
  file: InFile,
  needs: DataNeeds,
  options: CsvTaskOptions,
  { report, lose }: Looking,
): Promise<Reading> {
  let keys: readonly string[] | undefined;
  let finders: readonly TypeFinder[] = [];
  let count = 0;
  for await (const { rows, lines } of rowsIn(file, options, report)) {
    rows.forEach((row, index) => {
      const line = lines[index] ?? 0;
      if (!keys) {
        keys = keysOf(row);
        finders = keys.map(() => new TypeFinder());
        return;
      }
      if (row.length > keys.length) {
        const message = `This row has ${row.length} cells; the first row names ${keys.length} columns. Put a cell that has the separator in it into quotes.`;
        report({ message, line, index: count });
      }
      for (let column = 0; column < row.length; column++) {
        const cell = row[column] ?? '';
        if (cell.length > LONGEST_CELL) {
          const message = `This cell has ${cell.length} characters; up to ${LONGEST_CELL} are read.`;
          report({ message, line, column: column + 1, index: count });
        }
        if (options.typing === 'infer') finders[column]?.add(cell);
      }
      count++;
    });
  }
  if (!keys) report({ message: 'The file is empty; its first row must name the columns.' });
  const types = finders.map((finder) => (options.typing === 'infer' ? finder.type(options.exactIntegers) : 'text'));
  const kept = keys ?? [];
  if (kept.includes('__proto__'))
    lose({ code: 'invalid', message: 'The column "__proto__" is left out; rename it.', line: 1 });
  if (count > 0) for (const message of needs.columnFaults(kept, types)) report({ message, line: 1 });
  return {
    count,
    keys: count > 0 ? kept : undefined,
    tasks: (again, faults) => tasksIn(again, kept, types, options, faults),
  };
}

const rowsIn = (file: InFile, { separator }: CsvTaskOptions, report: Report) =>
  csvRows(utf8Text(file.bytes(), report), separator, report);

async function* tasksIn(
  file: InFile,
  keys: readonly string[],
  types: readonly ColumnType[],
  options: CsvTaskOptions,
  report: Report,
): AsyncGenerator<readonly Dict[]> {
  const isTyped = options.typing === 'infer';
  let first = true;
  for await (const { rows } of rowsIn(file, options, report)) {
    const tasks: Dict[] = [];
    for (const row of rows) {
      if (first) {
        first = false;
        continue;
      }
      const data: Record<string, Json> = {};
      for (let column = 0; column < keys.length; column++) {
        const key = keys[column] ?? '';
        const cell = row[column] ?? '';
        if (key !== '__proto__') data[key] = isTyped ? valueIn(cell, types[column] ?? 'text') : cell;
      }
      tasks.push({ data });
    }
    if (tasks.length > 0) yield tasks;
  }
}
