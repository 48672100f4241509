import type { Report } from './fault.js';

/** Rows of a table, as they come. */
export interface CsvRows {
  /** Cells as text; rows need not be of one length. Lines with nothing in them are no rows. */
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins, from 1. */
  readonly lines: readonly number[];
}

/** What is read at least before rows are looked for. */
const PIECE = 65_536;
/** A longer row has a quote that nobody closed. */
const LONGEST_ROW = 16_777_216;

/** Papa Parse, which is fetched with the first table. */
type Papa = typeof import('papaparse');

/**
 * Rows of a CSV text (RFC 4180) that is read piece by piece; no more of it is held than a few rows. Lines end with LF or
 * CR LF, or, where the first one does, with CR. Quotes that do not fit are reported with their line, and end the table.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  separator: string,
  report: Report,
): AsyncGenerator<CsvRows> {
  const { default: Papa } = await import('papaparse');
  const reader = new RowReader(Papa.Parser, separator);
  let pending = '';
  let wanted = PIECE;
  const read = (last: boolean) => {
    const found = reader.read(pending, last);
    pending = pending.slice(found.end);
    wanted = Math.max(PIECE, pending.length * 2);
    if (found.fault !== undefined) report({ line: found.faultLine, message: found.fault });
    return found;
  };
  for await (const piece of text) {
    pending += piece;
    if (pending.length < wanted || !reader.knowsLineEnd(pending)) continue;
    const found = read(false);
    yield found;
    if (found.fault !== undefined) return;
    if (pending.length > LONGEST_ROW) {
      report({ line: reader.line, message: 'A quote is opened in this row and never closed.' });
      return;
    }
  }
  if (pending !== '') yield read(true);
}

interface Found extends CsvRows {
  /** Characters that were read. */
  readonly end: number;
  readonly fault: string | undefined;
  readonly faultLine: number;
}

class RowReader {
  readonly #Parser: Papa['Parser'];
  readonly #separator: string;
  #lineEnd: '\n' | '\r' | undefined;
  /** The line on which the next row begins. */
  line = 1;

  constructor(parser: Papa['Parser'], separator: string) {
    this.#Parser = parser;
    this.#separator = separator;
  }

  /** Whether the first line has ended, and so how all lines end. */
  knowsLineEnd(text: string): boolean {
    if (this.#lineEnd) return true;
    const end = firstLineEnd(text, this.#separator);
    // A CR at the end may be half of a CR LF.
    if (end === undefined || (text[end] === '\r' && end === text.length - 1)) return false;
    // Papa takes the CR of CR LF for white space.
    this.#lineEnd = text[end] === '\r' && text[end + 1] !== '\n' ? '\r' : '\n';
    return true;
  }

  read(text: string, last: boolean): Found {
    if (!this.knowsLineEnd(text)) this.#lineEnd = '\n';
    return text.includes('"') ? this.#quoted(text, last) : this.#unquoted(text, last);
  }

  #unquoted(text: string, last: boolean): Found {
    const parser = new this.#Parser({ delimiter: this.#separator, newline: this.#lineEnd ?? '\n' });
    const { data, meta } = parser.parse(text, 0, !last);
    const rows: string[][] = [];
    const lines: number[] = [];
    for (const row of data) {
      const line = this.line++;
      trimLineEnd(row);
      if (isBlank(row)) continue;
      rows.push(row);
      lines.push(line);
    }
    return { rows, lines, end: last ? text.length : meta.cursor, fault: undefined, faultLine: 0 };
  }

  #quoted(text: string, last: boolean): Found {
    const rows: string[][] = [];
    const lines: number[] = [];
    let end = 0;
    let fault: string | undefined;
    let faultLine = 0;
    const newline = this.#lineEnd ?? '\n';
    const parser = new this.#Parser({
      delimiter: this.#separator,
      newline,
      step: ({ data, errors, meta }) => {
        if (fault !== undefined) return;
        const line = this.line;
        for (let at = text.indexOf(newline, end); at !== -1 && at < meta.cursor; at = text.indexOf(newline, at + 1))
          this.line++;
        const isQuoted = text[end] === '"';
        end = meta.cursor;
        if (errors[0]) {
          faultLine = line;
          fault =
            errors[0].code === 'MissingQuotes'
              ? 'A quote is opened in this row and never closed.'
              : 'There is text behind a closing quote in this row. A quote inside of a cell is written twice.';
          return;
        }
        const row = data[0] ?? [];
        trimLineEnd(row);
        if (!isQuoted && isBlank(row)) return;
        rows.push(row);
        lines.push(line);
      },
    });
    parser.parse(text, 0, !last);
    return { rows, lines, end: last ? text.length : end, fault, faultLine };
  }
}

/** Where the first line ends, outside of quoted cells; undefined where that is still to come. */
function firstLineEnd(text: string, separator: string): number | undefined {
  for (let at = 0; at < text.length; at++) {
    const isCellStart = at === 0 || text[at - 1] === separator;
    if (isCellStart && text[at] === '"') {
      do {
        at = text.indexOf('"', at + 1);
        if (at === -1) return undefined;
        at++;
      } while (text[at] === '"');
    }
    if (text[at] === '\r' || text[at] === '\n') return at;
  }
  return undefined;
}

/** Lines end with CR LF, and only the LF was looked for. */
function trimLineEnd(row: string[]): void {
  const end = row.length - 1;
  const cell = row[end];
  if (cell?.endsWith('\r')) row[end] = cell.slice(0, -1);
}

const isBlank = (row: readonly string[]): boolean => row.length === 1 && (row[0] ?? '').trim() === '';
