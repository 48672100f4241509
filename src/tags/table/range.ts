/** A place in the table as it is shown; row −1 is the header. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** All cells between two corners; `to` is where one is. */
export interface Range {
  readonly from: Cell;
  readonly to: Cell;
}

/** Characters that one copies at once. */
const MOST = 20_000_000;

/** The text of one cell as it is; of several, rows and columns as spreadsheets take them. */
export function rangeText({ from, to }: Range, text: (cell: Cell) => string): string {
  if (from.row === to.row && from.column === to.column) return text(to);
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  const [start, end] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const lines: string[] = [];
  let length = 0;
  for (let row = top; row <= bottom && length < MOST; row++) {
    const cells: string[] = [];
    for (let column = start; column <= end; column++) cells.push(quoted(text({ row, column })));
    const line = cells.join('\t');
    length += line.length;
    lines.push(line);
  }
  return lines.join('\n');
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Where a key leads; undefined: it leads nowhere. `page`: rows in view. */
export function step(
  { row, column }: Cell,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  page: number,
): Cell | undefined {
  const far = ctrlKey || metaKey ? Number.MAX_SAFE_INTEGER : 0;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? Math.min(row, 0) : row - 1, column };
    case 'ArrowDown':
      return { row: row + (far || 1), column };
    case 'ArrowLeft':
      return { row, column: column - (far || 1) };
    case 'ArrowRight':
      return { row, column: column + (far || 1) };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? far : row, column: Number.MAX_SAFE_INTEGER };
    default:
      return undefined;
  }
}
