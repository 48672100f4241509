import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import { noFilter } from '../../editor/outline/filtering.js';
import { Outline } from '../../editor/outline/outline.js';
import type { OutlineRow } from '../../editor/outline/rows.js';
import { action, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';
import { listBar, nothingHere } from './list-bar.js';
import { listTools } from './list-tools-opening.js';
import { isButton, keyPressed, type Pick, pick } from './picking.js';
import { glance, groupCells, regionCells } from './region-row.js';
import type { DropShown } from './row-dragging.js';

/** Rows drawn above and below what is in view. */
const MARGIN = 6;

/**
 * The list of regions. Rows have one height, so which of them are in view follows from the scroll position alone; only
 * those, and the one with the focus, are in the page.
 */
export class RegionList {
  readonly desk: Desk;
  readonly outline: Outline;
  /** The part that scrolls, while it is in the page. */
  element: HTMLElement | undefined;
  /** Where a range that is selected with Shift begins: the key of a row. */
  anchor: string | undefined;
  /** Whether what narrows the list down is shown. */
  filterShown = false;
  /** What is dragged, and where it would go. */
  drop: DropShown | undefined = undefined;
  readonly #scope: () => Scope | undefined;
  #watching: Scope | undefined;
  readonly #waiting = new Map<string, () => void>();
  /** Index of the first row in view, and how many fit. */
  private first = 0;
  private fitting = 20;
  /** The row that Tab goes to, by its key. */
  private current: string | undefined = undefined;

  /** @param scope what ends when the list is not in the page any more */
  constructor(desk: Desk, scope: () => Scope | undefined) {
    makeObservable<this, 'first' | 'fitting' | 'current'>(this, {
      first: observableRef,
      fitting: observableRef,
      current: observableRef,
      filterShown: observableRef,
      drop: observableRef,
    });
    this.desk = desk;
    this.#scope = scope;
    const { editor } = desk;
    this.outline = editor.outline ?? new Outline(editor);
    runInAction(() => {
      editor.outline = this.outline;
    });
  }

  template(): TemplateResult {
    const { texts } = this.desk;
    return html`<div class="outliner" @pointerenter=${this.#near} @focusin=${this.#near}>
      ${observe(() => listBar(this))}
      ${observe(() => (this.filterShown ? (listTools.of(this.desk)?.filterRow(this) ?? nothing) : nothing))}
      ${observe(() => nothingHere(this))}
      <div
        class="regions" role="treegrid" aria-label=${texts.regionList} aria-multiselectable="true" aria-rowcount=${observe(() => this.rows.length)}
        data-arranges=${observe(() => (this.#arranges ? '' : nothing))} ${ref(this.#attach)} @scroll=${this.measure} @click=${this.#pressed} @keydown=${this.#key} @pointerdown=${this.#grasped}
        @pointerover=${this.#hover} @pointerleave=${this.#leave} @focusin=${this.#focused}
      >${observe(() => this.#rows())}</div>
      ${observe(() => (this.desk.editor.selection.ids.length > 1 ? (listTools.of(this.desk)?.bulkBar(this) ?? nothing) : nothing))}
    </div>`;
  }

  get rows(): readonly OutlineRow[] {
    return this.outline.rows;
  }

  get rowHeight(): number {
    return this.desk.isPhone ? 40 : 28;
  }

  /** Whether regions can be dragged to other places. */
  get #arranges(): boolean {
    const { readonly, settings } = this.desk.editor;
    return !readonly && settings.regionGroup === 'none';
  }

  /** How many rows fit. */
  get page(): number {
    return Math.max(1, this.fitting - 2);
  }

  #rows(): TemplateResult {
    const { outline, rows, desk } = this;
    const { regions } = desk.editor.doc;
    const from = Math.max(0, Math.min(this.first, rows.length - this.fitting) - MARGIN);
    const to = Math.min(rows.length, this.first + this.fitting + MARGIN);
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    const current = this.#currentPlace;
    if (current < from && rows.length > 0) indices.unshift(current);
    else if (current >= to && current < rows.length) indices.push(current);
    // What they show is looked at here and not by `repeat`, which would do it after `observe` has seen what is read.
    const shownOf = glance(desk, outline);
    const drop = this.drop;
    const shown = indices.flatMap((index) => {
      const row = rows[index];
      const region = regions.get(row?.id ?? '');
      if (!row || (row.id !== undefined && !region)) return [];
      const tabbable = index === current;
      const state = drop?.stateOf(row, index);
      const cells = () => (region ? regionCells(desk, outline, row, region) : groupCells(desk, outline, row));
      const made = () => this.#row(row, index, tabbable, state, cells());
      return [{ key: row.key, row: guard([index, tabbable, state, ...shownOf(row)], made) }];
    });
    return html`<div class="rows" role="rowgroup" .style=${`height: ${rows.length * this.rowHeight}px`}>${repeat(
      shown,
      ({ key }) => key,
      ({ row }) => row,
    )}${drop?.line === undefined ? nothing : html`<div class="drop-line" .style=${`top: ${drop.line.row * this.rowHeight}px; inset-inline-start: ${drop.line.indent}px`}></div>`}</div>`;
  }

  #row(
    row: OutlineRow,
    index: number,
    tabbable: boolean,
    state: string | undefined,
    cells: TemplateResult,
  ): TemplateResult {
    const { selection } = this.desk.editor;
    const { key, id, level, expanded } = row;
    return html`<div
      role="row" class="row" data-key=${key} data-id=${id ?? nothing} aria-rowindex=${index + 1} aria-level=${level}
      aria-expanded=${expanded ?? nothing} aria-selected=${id === undefined ? nothing : selection.has(id) ? 'true' : 'false'} tabindex=${tabbable ? 0 : -1}
      ?data-hovered=${id !== undefined && selection.hovered === id} ?data-hidden=${id !== undefined && selection.isHidden(id)}
      ?data-context=${row.isContext === true} ?data-current=${tabbable} data-drop=${state ?? nothing}
      .style=${`transform: translateY(${index * this.rowHeight}px)`}
    >${cells}</div>`;
  }

  get #currentPlace(): number {
    const { outline, current } = this;
    const [first] = this.desk.editor.selection.ids;
    return outline.placeOf(current ?? '') ?? outline.placeOf(first ?? '') ?? 0;
  }

  /** The list comes into the page, or (undefined) leaves it. */
  readonly #attach = (element: Element | undefined): void => {
    this.#watching?.dispose();
    this.element = element as HTMLElement | undefined;
    this.#watching = element && this.#scope()?.child();
    if (!element) return;
    this.#watching?.onResize(element, () => this.measure());
    let shown: string | undefined;
    this.#watching?.react(() => {
      const last = this.desk.editor.selection.ids.at(-1);
      if (last !== undefined && last !== shown) this.bringIntoView(last);
      shown = last;
    });
    this.#watching?.react(() => {
      if (this.desk.editor.selection.ids.length > 1) listTools.with(this.desk, () => {});
    });
  };

  readonly measure = (): void => {
    const { scrollTop, clientHeight } = this.element ?? { scrollTop: 0, clientHeight: 0 };
    runInAction(() => {
      this.first = Math.floor(scrollTop / this.rowHeight);
      this.fitting = Math.ceil(clientHeight / this.rowHeight) + 1;
    });
  };

  bringIntoView(keyOrId: string): void {
    const list = this.element;
    this.outline.unfoldTo(keyOrId);
    const index = this.outline.placeOf(keyOrId);
    if (!list || index === undefined) return;
    const top = index * this.rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + this.rowHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = top + this.rowHeight - list.clientHeight;
  }

  /** Moves the focus to a row. */
  async focus(index: number): Promise<void> {
    const row = this.rows[index];
    if (!row) return;
    runInAction(() => {
      this.current = row.key;
    });
    this.bringIntoView(row.key);
    this.measure();
    // The row is drawn in a microtask of its own.
    await Promise.resolve();
    this.element?.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: true });
  }

  /** Does something after a pause, in place of what of the same name waits. */
  wait(name: string, run: () => void, milliseconds: number): void {
    this.#waiting.get(name)?.();
    if (milliseconds === 0) return run();
    const cancel = this.#watching?.timeout(run, milliseconds);
    if (cancel) this.#waiting.set(name, cancel);
  }

  /** Shows all regions, whatever was being typed. */
  unfilter(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
    this.outline.narrow(noFilter);
  }

  rowOf(event: Event): OutlineRow | undefined {
    const { target } = event;
    const key = target instanceof Element ? target.closest<HTMLElement>('.row')?.dataset.key : undefined;
    return key === undefined ? undefined : this.rows[this.outline.placeOf(key) ?? -1];
  }

  readonly #near = (): void => {
    if (!listTools.of(this.desk)) listTools.with(this.desk, () => {});
  };

  readonly #pressed = (event: MouseEvent): void => {
    const row = this.rowOf(event);
    if (!row || isButton(event) || event.defaultPrevented) return;
    pick(this, row, event satisfies Pick);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const row = this.rowOf(event);
    if (row && !isButton(event)) keyPressed(this, row, event);
  };

  /** A finger drags a region by its number, and scrolls the list by all else. */
  readonly #grasped = (event: PointerEvent): void => {
    const row = this.rowOf(event);
    const scope = this.#watching;
    const { desk } = this;
    const byNumber = event.target instanceof Element && event.target.closest('.index') !== null;
    if (!row || !scope || isButton(event) || event.button !== 0 || !event.isPrimary) return;
    if (!this.#arranges) return;
    if (event.pointerType !== 'mouse' && !byNumber) return;
    const { pointerId, clientX: x, clientY: y } = event;
    listTools.with(desk, ({ grasp }) => grasp(this, row, { pointerId, x, y }, scope));
  };

  readonly #hover = (event: Event): void => this.desk.editor.selection.hover(this.rowOf(event)?.id);
  readonly #leave = (): void => this.desk.editor.selection.hover(undefined);

  readonly #focused = action((event: FocusEvent): void => {
    this.current = this.rowOf(event)?.key ?? this.current;
  });
}
