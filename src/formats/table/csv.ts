import type { Json } from '../../model/json.js';
import type { ExportFormat, TaskWriter } from '../format.js';
import { type Item, idIn, itemsOf } from '../items.js';
import { answersOf, isKept } from './answers.js';
import { cellOf, plainCells, quotedCells } from './cells.js';
import { Columns } from './columns.js';
import { placeOf, tellLeftOut } from './left-out.js';
import { plainJson } from './plain-json.js';
import { chosen, factsOf, isMinimal, type TableOptions } from './profile.js';
import { TableRows } from './rows.js';

/** The file of both: a peer's reader looks for this name. */
const FILE = 'result.csv';

/**
 * One row for each completion. `full`: columns sorted by name, texts in quotes, CR LF; `minimal`: columns as they come,
 * quotes where they are needed, LF. Objects and lists are JSON text. Where data and a control have one name, the column of
 * the data is `_data_…`.
 */
export const csvFormat = table('CSV', ',', 'One row for each completion; objects in it are JSON text.');

/** As CSV, with tabs. The file is `result.csv` too. */
export const tsvFormat = table('TSV', '\t', 'As CSV, with tabs between cells.');

function table(name: string, separator: string, about: string): ExportFormat<TableOptions> {
  return {
    name,
    about,
    refusal: () => undefined,
    begin({ config, sink, lose }, options = {}): TaskWriter {
      const { compat } = options;
      const minimal = isMinimal(options);
      const style = minimal ? plainCells(separator) : quotedCells(separator);
      const clash = compat === 'old' ? oldPrecedence : compat === '2021' ? precedence2021 : 'rename';
      const columns = new Columns(clash, !minimal);
      const rows = new TableRows(sink, style, columns);
      if (!minimal) for (const [fact] of factsOf(nothing)) columns.number('fact', fact);

      const add = (item: Item) => {
        const place = placeOf(item.task, item.completion);
        const cells: (string | undefined)[] = [];
        const json = (value: Json) => plainJson(value, lose, place);
        const put = (of: 'fact' | 'answer' | 'data', key: string, value: Json | undefined) => {
          if (typeof value === 'number' && !Number.isFinite(value)) plainJson(value, lose, place);
          cells[columns.number(of, key)] = cellOf(value, style, json);
        };
        const { data } = item;
        for (const key in data) if (Object.hasOwn(data, key)) put('data', key, data[key]);
        const id = idIn(item.task);
        if (id !== undefined) put('fact', 'id', id);
        for (const { name: control, value, transcript } of answersOf(item, config, compat)) {
          put('answer', control, value);
          if (transcript !== undefined) put('answer', `${control}_transcript`, transcript);
        }
        if (!minimal) {
          for (const [fact, value] of factsOf(item)) {
            put('fact', fact, fact === 'annotator' && typeof value === 'number' ? String(value) : value);
          }
          const history = item.completion?.history;
          if (isFilled(history)) put('fact', 'history', history);
        }
        return rows.add(cells);
      };

      return {
        async write(task) {
          const items = itemsOf(task, config);
          tellLeftOut(task, items, name, lose, (result) => isKept(result, config));
          for (const item of chosen(items, options)) await add(item);
        },
        end: () => rows.end(FILE),
      };
    },
  };
}

const nothing: Item = { task: {}, data: {}, completion: undefined, results: [], dropped: [] };

/** The peer of 0.0.59 lets the data hide an answer of the same name, and the task's id; its own columns hide both. */
const oldPrecedence = ['data', 'answer', 'fact'] as const;
/** The peer of 2021 lets an answer hide data. */
const precedence2021 = ['answer', 'fact', 'data'] as const;

const isFilled = (history: Json | undefined): history is Json =>
  typeof history === 'object' && history !== null && Object.keys(history).length > 0;
