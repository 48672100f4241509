import { html, nothing, type TemplateResult } from 'lit';
import { observable, runInAction } from '../../reactive/index.js';
import { columnsOf, fitColumns } from './columns.js';
import { nextSorting, type Sorting, sortRows } from './order.js';
import { type Cell, type Range, rangeText } from './range.js';
import { cellNumber, cellText, type Sheet } from './sheet.js';

/** CSS pixels of a row in a large table, where all are of one height so that only those in view need to exist. */
const ROW = 28;
/** Rows made above and below those in view. */
const SPARE = 8;
/** Columns made, from where not all are. */
const MANY = 40;
/** CSS pixels beside the view in which columns are made. */
const MARGIN = 300;
/** Browsers make no element that is much higher than so many rows. */
const MOST = 500_000;
/** Cells that are laid out all at once, with rows as high as their texts. */
const SMALL = 1500;
/** Characters of a cell that stand in the table. */
const LONG = 600;

interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

let grids = 0;

/** A table that one can move about in, sort and copy from. Observable. */
export class Grid {
  readonly sheet: Sheet;
  readonly #id = `le-table-${++grids}`;
  readonly #columns;
  readonly #state = observable({
    sorting: undefined as Sorting | undefined,
    order: undefined as Uint32Array | undefined,
    range: undefined as Range | undefined,
    view: { top: 0, left: 0, width: 0, height: 0 } as View,
  });

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.#columns = columnsOf(sheet);
  }

  /** Whether all rows are there, each as high as it needs. */
  get isSmall(): boolean {
    return this.sheet.count * this.sheet.titles.length <= SMALL;
  }

  get rows(): number {
    return Math.min(this.sheet.count, MOST);
  }

  get columns(): number {
    return this.sheet.titles.length;
  }

  /** The cell that keys start from; row −1 is the header. */
  get active(): Cell | undefined {
    return this.#state.range?.to;
  }

  get range(): Range | undefined {
    return this.#state.range;
  }

  /** @param extend keeps the other end of what is picked */
  pick(cell: Cell, extend = false): void {
    const to = {
      row: Math.max(-1, Math.min(this.rows - 1, cell.row)),
      column: Math.max(0, Math.min(this.columns - 1, cell.column)),
    };
    const from = (extend && this.#state.range?.from) || to;
    this.#set({ range: { from, to } });
  }

  pickAll(): void {
    this.#set({ range: { from: { row: 0, column: 0 }, to: { row: this.rows - 1, column: this.columns - 1 } } });
  }

  look(view: Partial<View>): void {
    this.#set({ view: { ...this.#state.view, ...view } });
  }

  sort(column: number): void {
    const sorting = nextSorting(this.#state.sorting, column);
    this.#set({ sorting, order: sortRows(this.sheet, sorting) });
  }

  /** The whole text of a cell; of a header its title. */
  text({ row, column }: Cell): string {
    if (row < 0) return this.sheet.titles[column] ?? '';
    return cellText(this.sheet.cell(this.#state.order?.[row] ?? row, column));
  }

  /** What is picked, as spreadsheets take it. */
  get copied(): string {
    const { range } = this.#state;
    return range ? rangeText(range, (cell) => this.text(cell)) : '';
  }

  /** The id of the element that a cell is. */
  idOf({ row, column }: Cell): string {
    return `${this.#id}-${row}-${column}`;
  }

  /** Where a cell of a large table has to be looked for. CSS pixels; `head` is the height of the header. */
  viewOn({ row, column }: Cell, head: number): Partial<View> {
    const { top, left, width, height } = this.#state.view;
    const { starts } = this.#widths();
    const [from = 0, to = 0] = [starts[column], starts[column + 1]];
    const room = height - head;
    const y = row < 0 ? top : row * ROW < top ? row * ROW : Math.max(top, (row + 1) * ROW - room);
    const x = from < left || to - from > width ? from : Math.max(left, to - width);
    return { top: y, left: x };
  }

  #set(
    next: Partial<{ sorting: Sorting | undefined; order: Uint32Array | undefined; range: Range; view: View }>,
  ): void {
    runInAction(() => Object.assign(this.#state, next));
  }

  #widths(): { readonly widths: readonly number[]; readonly starts: readonly number[] } {
    const widths = fitColumns(
      this.#columns.map(({ wanted }) => wanted),
      this.#state.view.width,
    );
    const starts = [0];
    for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
    return { widths, starts };
  }

  /** The first and the last but one that exist, of rows and of columns. */
  #window(starts: readonly number[]): {
    readonly rows: readonly [number, number];
    readonly columns: readonly [number, number];
  } {
    const { top, left, width, height } = this.#state.view;
    const rows: [number, number] = [0, this.rows];
    if (!this.isSmall) {
      const first = Math.max(0, Math.min(Math.floor(top / ROW) - SPARE, this.rows - 1));
      rows[0] = first;
      rows[1] = Math.min(this.rows, first + Math.ceil(height / ROW) + 2 * SPARE);
    }
    if (this.columns <= MANY) return { rows, columns: [0, this.columns] };
    const first = starts.findIndex((start) => start > left - MARGIN) - 1;
    const last = starts.findIndex((start) => start >= left + width + MARGIN);
    return { rows, columns: [Math.max(0, first), last < 0 ? this.columns : last] };
  }

  template(label: string): TemplateResult {
    const { widths, starts } = this.#widths();
    const { rows, columns } = this.#window(starts);
    const { active } = this;
    const total = starts.at(-1) ?? 0;
    const before = starts[columns[0]] ?? 0;
    const after = total - (starts[columns[1]] ?? total);
    const shown = Array.from({ length: columns[1] - columns[0] }, (_, index) => columns[0] + index);
    const gap = (width: number, tag: 'col' | 'cell') =>
      width === 0
        ? nothing
        : tag === 'col'
          ? html`<col .style=${`width: ${width}px`} />`
          : html`<td role="presentation" aria-hidden="true"></td>`;
    const spacer = (count: number) =>
      count > 0 ? html`<tr role="presentation" aria-hidden="true" .style=${`height: ${count * ROW}px`}></tr>` : nothing;
    return html`<table
      role="grid" tabindex="0" class=${this.isSmall ? 'le-table-small' : 'le-table-large'} aria-label=${label} aria-multiselectable="true"
      aria-readonly="true" aria-rowcount=${this.rows + 1} aria-colcount=${this.columns}
      aria-activedescendant=${active ? this.idOf(active) : nothing} .style=${`width: ${total}px`}
    >
      <colgroup>${gap(before, 'col')}${shown.map((column) => html`<col .style=${`width: ${widths[column]}px`} />`)}${gap(after, 'col')}</colgroup>
      <thead><tr aria-rowindex="1">${gap(before, 'cell')}${shown.map((column) => this.#title(column))}${gap(after, 'cell')}</tr></thead>
      <tbody>
        ${spacer(rows[0])}
        ${Array.from({ length: rows[1] - rows[0] }, (_, index) => {
          const row = rows[0] + index;
          return html`<tr aria-rowindex=${row + 2}>${gap(before, 'cell')}${shown.map((column) => this.#cell(row, column))}${gap(after, 'cell')}</tr>`;
        })}
        ${spacer(this.rows - rows[1])}
      </tbody>
    </table>`;
  }

  #title(column: number): TemplateResult {
    const { sorting } = this.#state;
    const look = this.#columns[column];
    const way = sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none';
    const title = look?.title ?? '';
    return html`<th
      role="columnheader" scope="col" id=${this.idOf({ row: -1, column })} aria-colindex=${column + 1} aria-sort=${way} data-row="-1" data-column=${column}
      class="${look?.numeric ? 'le-table-number' : ''} ${this.#mark(-1, column)}" title="${title} — click to sort"
    ><span>${title}</span></th>`;
  }

  #cell(row: number, column: number): TemplateResult {
    const value = this.sheet.cell(this.#state.order?.[row] ?? row, column);
    const text = cellText(value);
    const numeric = this.#columns[column]?.numeric && cellNumber(value) !== undefined;
    const isKey = column === 0 && this.sheet.keyed === true;
    const kind = numeric ? 'le-table-number' : isKey ? 'le-table-key' : value === null ? 'le-table-null' : '';
    return html`<td
      role=${isKey ? 'rowheader' : 'gridcell'} id=${this.idOf({ row, column })} aria-colindex=${column + 1} data-row=${row} data-column=${column}
      aria-selected=${this.#isPicked(row, column) ? 'true' : 'false'} class="${kind} ${this.#mark(row, column)}"
    ><div>${text.length > LONG ? `${text.slice(0, LONG)}…` : text}</div></td>`;
  }

  #mark(row: number, column: number): string {
    const { active } = this;
    if (active?.row === row && active.column === column) return 'le-table-active';
    return this.#isPicked(row, column) ? 'le-table-picked' : '';
  }

  #isPicked(row: number, column: number): boolean {
    const { range } = this.#state;
    if (!range) return false;
    const { from, to } = range;
    return (
      row >= Math.min(from.row, to.row) &&
      row <= Math.max(from.row, to.row) &&
      column >= Math.min(from.column, to.column) &&
      column <= Math.max(from.column, to.column)
    );
  }
}
