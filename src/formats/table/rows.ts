import type { Sink, Spool } from '../files.js';
import { Batch } from './batch.js';
import { type CellStyle, cellOf, RowSplitter } from './cells.js';
import type { Column, Columns } from './columns.js';

/** Rows that were written while the columns were the same. */
interface Stretch {
  readonly columns: readonly Column[];
  readonly spool: Spool;
  readonly batch: Batch;
}

/**
 * Rows of a table whose columns are only known when all rows are. They wait in spools, one for each time that the columns
 * changed; those that were written with all columns go into the file as they are.
 */
export class TableRows {
  readonly #sink: Sink;
  readonly #style: CellStyle;
  readonly #columns: Columns;
  readonly #stretches: Stretch[] = [];

  constructor(sink: Sink, style: CellStyle, columns: Columns) {
    this.#sink = sink;
    this.#style = style;
    this.#columns = columns;
  }

  /** @param cells as they are written, by the number of their source; some may be absent */
  async add(cells: readonly (string | undefined)[]): Promise<void> {
    const columns = this.#columns.all;
    let stretch = this.#stretches.at(-1);
    if (stretch?.columns !== columns) {
      await stretch?.batch.flush();
      const spool = this.#sink.spool();
      stretch = { columns, spool, batch: new Batch((piece) => spool.write(piece)) };
      this.#stretches.push(stretch);
    }
    await stretch.batch.add(this.#rowOf(columns, (source) => cells[source]));
  }

  /** Writes the file, head first. */
  async end(path: string): Promise<void> {
    const { separator, lineEnd } = this.#style;
    const columns = this.#columns.all;
    const head = columns.map(({ name }) => cellOf(name, this.#style, String)).join(separator);
    await this.#sink.write(path, head + lineEnd);
    await this.#stretches.at(-1)?.batch.flush();
    for (const { columns: had, spool } of this.#stretches) {
      if (isSame(had, columns)) await spool.pour(path);
      else await this.#pourAnew(had, spool, path);
    }
  }

  async #pourAnew(had: readonly Column[], spool: Spool, path: string): Promise<void> {
    const columns = this.#columns.all;
    const places = new Map<number, number>();
    had.forEach(({ sources }, place) => {
      for (const source of sources) places.set(source, place);
    });
    const rows = new RowSplitter(this.#style);
    const batch = new Batch((piece) => this.#sink.write(path, piece));
    for await (const piece of spool.read()) {
      for (const cells of rows.add(piece)) {
        await batch.add(this.#rowOf(columns, (source) => cells[places.get(source) ?? -1]));
      }
    }
    await batch.flush();
  }

  #rowOf(columns: readonly Column[], cellOfSource: (source: number) => string | undefined): string {
    const { separator, lineEnd, empty } = this.#style;
    let row = '';
    for (let index = 0; index < columns.length; index++) {
      let cell = empty;
      for (const source of columns[index]?.sources ?? []) {
        const found = cellOfSource(source);
        if (found === undefined) continue;
        cell = found;
        break;
      }
      row += index === 0 ? cell : separator + cell;
    }
    return row + lineEnd;
  }
}

/** Whether rows of the one are rows of the other. */
const isSame = (a: readonly Column[], b: readonly Column[]): boolean =>
  a === b || (a.length === b.length && a.every(({ sources }, index) => sources.join() === b[index]?.sources.join()));
