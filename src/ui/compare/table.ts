import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import type { Comparison } from '../../editor/compare/comparison.js';
import type { Side } from '../../editor/compare/sides.js';
import type { Row } from '../../editor/compare/table.js';
import { action, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import { iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';
import { answerText, regionCell } from './cells.js';
import { compareTexts } from './texts.js';

/** Rows drawn above and below what is in view. */
const MARGIN = 4;

/** The table of a comparison: a row for each thing, a column for each completion. Only the rows in view are in the page. */
export class CompareTable {
  readonly #desk: Desk;
  readonly #comparison: Comparison;
  readonly #scope: Scope;
  #element: HTMLElement | undefined;
  #watching: Scope | undefined;
  private first = 0;
  private fitting = 12;
  /** The row that Tab goes to. */
  private current: string | undefined = undefined;

  constructor(desk: Desk, comparison: Comparison, scope: Scope) {
    makeObservable<this, 'first' | 'fitting' | 'current'>(this, {
      first: observableRef,
      fitting: observableRef,
      current: observableRef,
    });
    this.#desk = desk;
    this.#comparison = comparison;
    this.#scope = scope;
  }

  template(): TemplateResult {
    const texts = compareTexts(this.#desk.locale);
    return html`<div
      class="compare-table" role="grid" aria-label=${texts.table} aria-readonly="true"
      aria-rowcount=${observe(() => this.#rows.length + 1)} aria-colcount=${observe(() => this.#sides.length + 1)}
      ${ref(this.#attach)} @scroll=${this.#measure} @click=${this.#pressed} @keydown=${this.#key} @focusin=${this.#focused}
      @pointerover=${this.#hover} @pointerleave=${this.#leave}
    >${observe(() => this.#head())}${observe(() => this.#body())}</div>`;
  }

  /** Gives it the focus, so that arrow keys go through the rows. */
  focus(): void {
    queueMicrotask(() => (this.#currentRow ?? this.#element)?.focus({ preventScroll: true }));
  }

  get #currentRow(): HTMLElement | undefined {
    return this.#element?.querySelector<HTMLElement>('[data-current]') ?? undefined;
  }

  get #rows(): readonly Row[] {
    return this.#comparison.rows;
  }

  get #sides(): readonly Side[] {
    return this.#comparison.compared;
  }

  get #rowHeight(): number {
    return this.#desk.isPhone ? 44 : 34;
  }

  #head(): TemplateResult {
    const comparison = this.#comparison;
    const { leastFirst } = comparison;
    const texts = compareTexts(this.#desk.locale);
    const sort = () =>
      runInAction(() => {
        comparison.leastFirst = !leastFirst;
      });
    return html`<div role="row" class="compare-head" aria-rowindex="1" .style=${this.#columns}
    ><span role="columnheader" class="compare-cell compare-name" aria-sort=${leastFirst ? 'ascending' : 'none'}><button
      type="button" class="button compare-sort" aria-pressed=${String(leastFirst)} title=${texts.least} @click=${sort}
    >${texts.agreement}${leastFirst ? icon('arrow-down') : nothing}</button></span>${this.#sides.map((side, column) =>
      this.#heading(side, column),
    )}</div>`;
  }

  #heading(side: Side, column: number): TemplateResult {
    const comparison = this.#comparison;
    const desk = this.#desk;
    const { completion, colour, problems } = side;
    const texts = compareTexts(desk.locale);
    const name = comparison.nameOf(completion);
    const veiled = comparison.isVeiled(completion);
    const share = comparison.table?.withFirst[column];
    const [first] = this.#sides;
    const said =
      first && share !== undefined ? texts.agreementWith(desk.percent(share), comparison.nameOf(first.completion)) : '';
    return html`<span role="columnheader" class="compare-cell compare-heading" title=${name}
    ><i class="compare-line" ?data-dashed=${completion.kind === 'prediction'} .style=${`--le-line-colour: ${colour}`}></i>${
      column === 0
        ? html`<b class="compare-author">${name}</b><span class="muted compare-note">${texts.onShow}</span>`
        : html`<button
            type="button" class="button compare-author" title=${texts.showThis(name)} @click=${() => desk.editor.show(completion)}
          >${name}</button>${
            share === undefined
              ? nothing
              : html`<span class="compare-share" title=${said} aria-label=${said}>${desk.percent(share)}</span>`
          }`
    }${
      problems.length === 0
        ? nothing
        : html`<span class="mark" data-tone="warning" title=${problems[0]?.message ?? ''}>${icon('triangle-alert')}</span>`
    }<span class="spacer"></span>${
      column === 0
        ? nothing
        : iconButton({
            label: veiled ? texts.show(name) : texts.hide(name),
            icon: veiled ? 'eye-off' : 'eye',
            pressed: veiled,
            press: () => comparison.veil(completion, !veiled),
          })
    }</span>`;
  }

  #body(): TemplateResult {
    const rows = this.#rows;
    const texts = compareTexts(this.#desk.locale);
    const { picked, pointed } = this.#comparison;
    if (rows.length === 0) {
      const words = !this.#comparison.table
        ? ''
        : this.#comparison.table.rows.length > 0
          ? texts.noDifferences
          : this.#sides.length < 2
            ? texts.one
            : texts.empty;
      return html`<p class="empty">${words}</p>`;
    }
    const height = this.#rowHeight;
    const from = Math.max(0, Math.min(this.first, rows.length - this.fitting) - MARGIN);
    const to = Math.min(rows.length, this.first + this.fitting + MARGIN);
    const shown = rows.slice(from, to).map((row, index) => ({ row, index: from + index }));
    const wanted = this.current === undefined ? -1 : rows.findIndex(({ key }) => key === this.current);
    const current = Math.max(0, wanted);
    const lost = rows[current];
    if (lost && (current < from || current >= to)) shown.push({ row: lost, index: current });
    // What all rows depend on: while it is the same, rows that stay in view are not made anew.
    const { config, selection } = this.#desk.editor;
    const alike = [this.#sides, height, config, selection.locked, this.#comparison.isFixed, this.#desk.locale];
    const made = shown.map(({ row, index }) => ({
      key: row.key,
      template: guard([row, index, index === current, row === picked, row === pointed, ...alike], () =>
        this.#row(row, index, index === current, row === picked, row === pointed),
      ),
    }));
    return html`<div class="rows" role="rowgroup" .style=${`height: ${rows.length * height}px; ${this.#columns}`}>${repeat(
      made,
      ({ key }) => key,
      ({ template }) => template,
    )}</div>`;
  }

  #row(row: Row, index: number, tabbable: boolean, picked: boolean, pointed: boolean): TemplateResult {
    const desk = this.#desk;
    const texts = compareTexts(desk.locale);
    const height = this.#rowHeight;
    const share = desk.percent(row.agreement);
    const name = row.of === 'answer' ? row.fromName : texts.region(desk.number(this.#numberOf(row)));
    const page = row.of === 'answer' && row.itemIndex !== undefined ? texts.page(desk.number(row.itemIndex + 1)) : '';
    return html`<div
      role="row" class="compare-row" data-row=${row.key} aria-rowindex=${index + 2} aria-selected=${String(picked)}
      tabindex=${tabbable ? 0 : -1} ?data-current=${tabbable} ?data-hovered=${pointed}
      .style=${`height: ${height}px; transform: translateY(${index * height}px); ${this.#columns}`}
    ><span role="rowheader" class="compare-cell compare-name" title=${texts.overall(share)}
      ><i class="compare-meter" .style=${`--le-share: ${row.agreement}`}></i><span class="compare-share">${share}</span
      ><span class="compare-what">${name}${page === '' ? nothing : html` <span class="muted">${page}</span>`}</span
    ></span>${this.#sides.map((side, column) => this.#cell(row, side, column, tabbable))}</div>`;
  }

  readonly #numbers = new WeakMap<readonly Row[], ReadonlyMap<Row, number>>();

  /** Its number among the regions' rows, whatever order they are in. */
  #numberOf(row: Row): number {
    const rows = this.#comparison.table?.rows ?? [];
    const known =
      this.#numbers.get(rows) ?? new Map(rows.filter(({ of }) => of === 'region').map((each, at) => [each, at + 1]));
    this.#numbers.set(rows, known);
    return known.get(row) ?? 0;
  }

  #cell(row: Row, side: Side, column: number, tabbable: boolean): TemplateResult {
    const comparison = this.#comparison;
    const texts = compareTexts(this.#desk.locale);
    const name = comparison.nameOf(side.completion);
    const take = comparison.mayTake(row, column)
      ? html`<button
          type="button" class="button compare-take" tabindex=${tabbable ? 0 : -1} aria-label=${texts.takeOf(name)}
          title=${texts.takeOf(name)} @click=${() => this.#take(row, column, name)}
        >${texts.take}</button>`
      : nothing;
    return html`<span role="gridcell" class="compare-cell">${this.#face(row, side, column)}${take}</span>`;
  }

  #face(row: Row, side: Side, column: number): unknown {
    if (row.of === 'answer') {
      const text = answerText(this.#desk, row.cells[column] ?? []);
      return text === '' ? none : html`<span class="compare-text" title=${text}>${text}</span>`;
    }
    const region = row.cells[column];
    if (!region) return none;
    const { labels, text, more } = regionCell(this.#desk, side, region);
    const all = [labels.map(({ name }) => name).join(', '), text, ...more].filter(Boolean).join(' · ');
    return html`<span class="compare-text" title=${all}>${labels.map(
      ({ name, colour }) =>
        html`<i class="dot" .style=${`background: ${colour}`}></i><span class="compare-label">${name}</span>`,
    )}<span class="muted">${[text, ...more].filter(Boolean).join(' · ')}</span></span>${
      region.shape === 'opaque'
        ? html`<span class="mark" data-tone="warning" title=${compareTexts(this.#desk.locale).unreadable}>${icon('triangle-alert')}</span>`
        : nothing
    }`;
  }

  #take(row: Row, column: number, name: string): void {
    const { editor, locale } = this.#desk;
    const texts = compareTexts(locale);
    const store = editor.completion?.store;
    this.#comparison.take(row, column);
    editor.notices.say(texts.taken(name), 'info', {
      title: texts.undo,
      run: () => editor.completion?.store === store && editor.actions.run('undo'),
    });
  }

  get #columns(): string {
    return `--le-columns: ${this.#sides.length}`;
  }

  /** The table comes into the page, or (undefined) leaves it. */
  readonly #attach = (element: Element | undefined): void => {
    this.#watching?.dispose();
    this.#element = element as HTMLElement | undefined;
    this.#watching = element && this.#scope.child();
    if (!element) return;
    this.#watching?.onResize(element, () => this.#measure());
    let shown: string | undefined;
    this.#watching?.react(() => {
      const key = this.#comparison.picked?.key;
      if (key !== undefined && key !== shown) this.#bringIntoView(key);
      shown = key;
    });
  };

  readonly #measure = (): void => {
    const { scrollTop, clientHeight } = this.#element ?? { scrollTop: 0, clientHeight: 0 };
    runInAction(() => {
      this.first = Math.floor(scrollTop / this.#rowHeight);
      this.fitting = Math.ceil(clientHeight / this.#rowHeight) + 1;
    });
  };

  #bringIntoView(key: string): void {
    const element = this.#element;
    const index = this.#rows.findIndex((row) => row.key === key);
    if (!element || index < 0) return;
    runInAction(() => {
      this.current = key;
    });
    const height = this.#rowHeight;
    // The head stays on top.
    const room = element.clientHeight - height;
    const top = index * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room;
  }

  readonly #pressed = (event: Event): void => {
    const row = isButton(event) ? undefined : this.#of(event);
    if (row) this.#comparison.pickRow(row);
  };

  readonly #hover = (event: Event): void => this.#comparison.point(this.#of(event));
  readonly #leave = (): void => this.#comparison.point(undefined);

  readonly #focused = action((event: FocusEvent): void => {
    this.current = this.#of(event)?.key ?? this.current;
  });

  #of(event: Event): Row | undefined {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.compare-row') : null;
    return row ? this.#rows.find(({ key }) => key === row.dataset.row) : undefined;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const row = isButton(event) ? undefined : this.#of(event);
    if (!row) return;
    const at = this.#rows.indexOf(row);
    const last = this.#rows.length - 1;
    const page = Math.max(1, this.fitting - 3);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined) void this.#goTo(Math.max(0, Math.min(last, to)));
    else if (event.key === 'Enter' || event.key === ' ') this.#comparison.pickRow(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Moves the focus, and picks the row there. */
  async #goTo(index: number): Promise<void> {
    const row = this.#rows[index];
    if (!row) return;
    this.#comparison.pickRow(row);
    this.#bringIntoView(row.key);
    this.#measure();
    // The row is drawn in a microtask of its own.
    await Promise.resolve();
    this.#currentRow?.focus({ preventScroll: true });
  }
}

const none = html`<span class="muted" aria-hidden="true">–</span>`;

const isButton = (event: Event): boolean => event.target instanceof Element && event.target.closest('button') !== null;
