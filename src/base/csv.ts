/** What stands between cells in files that do not say. */
const separators = [',', '\t', ';', '|'] as const;
/** Characters that are looked at to find out. */
const SAMPLE = 50_000;
/** Lines of them. */
const LINES = 20;

export interface Csv {
  /** Cells as text. Rows need not be of one length; lines with nothing in them are no rows. */
  readonly rows: readonly (readonly string[])[];
  /** The line, from 1, of a quote that is opened and never closed. */
  readonly unclosed?: number;
}

/**
 * Reads a table as RFC 4180 has it, and what programs make of that: any end of line, text after a closed quote, a quote
 * in the middle of a cell, a byte order mark.
 *
 * @param separator one character; guessed where there is none
 */
export function readCsv(text: string, separator?: string): Csv {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  return read(bare, separator || guessSeparator(bare));
}

/** The separator by which the first lines have most cells of the same number; a comma where none is found. */
export function guessSeparator(text: string): string {
  const cut = text.length > SAMPLE;
  const sample = text.slice(0, SAMPLE);
  let best = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const rows = read(sample, separator, LINES + 1).rows;
    // The last one may have been cut off.
    const whole = rows.slice(0, rows.length > LINES || (cut && rows.length > 1) ? -1 : undefined);
    const width = whole[0]?.length ?? 0;
    const alike = whole.filter((row) => row.length === width).length / Math.max(1, whole.length);
    const score = width > 1 ? alike * 1000 + Math.min(width, 900) : 0;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function read(text: string, separator: string, most = Number.POSITIVE_INFINITY): Csv {
  const rows: string[][] = [];
  const end = text.length;
  let row: string[] = [];
  let at = 0;
  while (at < end && rows.length < most) {
    let cell = '';
    if (text[at] === '"') {
      let from = at + 1;
      let close = text.indexOf('"', from);
      while (close !== -1 && text[close + 1] === '"') {
        cell += text.slice(from, close + 1);
        from = close + 2;
        close = text.indexOf('"', from);
      }
      if (close === -1) {
        row.push(cell + text.slice(from));
        rows.push(row);
        return { rows, unclosed: lineOf(text, at) };
      }
      cell += text.slice(from, close);
      at = close + 1;
    }
    const start = at;
    while (at < end && !text.startsWith(separator, at) && text[at] !== '\n' && text[at] !== '\r') at++;
    cell += text.slice(start, at);
    row.push(cell);
    if (at < end && text.startsWith(separator, at)) {
      at += separator.length;
      // A separator at the very end has an empty cell behind it.
      if (at === end) row.push('');
      if (at < end) continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return { rows };
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = 0; i < at; i++) if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line++;
  return line;
}
