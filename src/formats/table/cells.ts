import type { Json } from '../../model/json.js';

/** How cells are written. */
export interface CellStyle {
  readonly separator: string;
  readonly lineEnd: string;
  /** Every text is in quotes, empty ones too; otherwise those alone that need it. Numbers and `True`, `False` never are. */
  readonly quoteTexts: boolean;
  /** A cell that has no value. */
  readonly empty: string;
}

export const quotedCells = (separator: string): CellStyle => ({
  separator,
  lineEnd: '\r\n',
  quoteTexts: true,
  empty: '""',
});

export const plainCells = (separator: string): CellStyle => ({
  separator,
  lineEnd: '\n',
  quoteTexts: false,
  empty: '',
});

/** A value as it stands in a cell; objects and lists as the JSON text that `json` makes of them. */
export function cellOf(value: Json | undefined, style: CellStyle, json: (value: Json) => string): string {
  if (value === undefined || value === null) return style.empty;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : style.empty;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = typeof value === 'string' ? value : json(value);
  if (text === '') return style.empty;
  return style.quoteTexts || needsQuotes(text, style.separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

const needsQuotes = (text: string, separator: string): boolean =>
  text.includes('"') || text.includes(separator) || text.includes('\n') || text.includes('\r');

/** Takes written rows apart again, in pieces of any length, cells as they are written. */
export class RowSplitter {
  readonly #separator: string;
  readonly #lineEnd: string;
  #rest = '';

  constructor({ separator, lineEnd }: CellStyle) {
    this.#separator = separator;
    this.#lineEnd = lineEnd;
  }

  /** The rows that are complete with this piece. */
  *add(piece: string): Generator<readonly string[]> {
    const text = this.#rest + piece;
    let row: string[] = [];
    let begin = 0;
    for (let at = 0; ; ) {
      const end = endOfCell(text, at, this.#separator, this.#lineEnd);
      if (end === undefined) break;
      row.push(text.slice(at, end));
      if (text.startsWith(this.#lineEnd, end)) {
        yield row;
        row = [];
        begin = end + this.#lineEnd.length;
        at = begin;
      } else {
        at = end + this.#separator.length;
      }
    }
    this.#rest = text.slice(begin);
  }
}

/** Where a cell ends that begins here; undefined where the text ends before it. */
function endOfCell(text: string, from: number, separator: string, lineEnd: string): number | undefined {
  let at = from;
  if (text[at] === '"') {
    do {
      const close = text.indexOf('"', at + 1);
      if (close === -1) return undefined;
      at = close + 1;
    } while (text[at] === '"');
    return at + lineEnd.length <= text.length ? at : undefined;
  }
  const [cell, line] = [text.indexOf(separator, at), text.indexOf(lineEnd, at)];
  if (line === -1) return cell === -1 ? undefined : cell;
  return cell === -1 ? line : Math.min(cell, line);
}
