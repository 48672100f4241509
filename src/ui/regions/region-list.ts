import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import type { Region } from '../../model/document.js';
import { action, computed, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import { actionButton, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';

/** Rows drawn above and below what is in view. */
const margin = 6;

/**
 * The list of regions. Rows have one height, so which of them are in view follows from the scroll position alone; only
 * those, and the one with the focus, are in the page.
 */
export class RegionList {
  readonly #desk: Desk;
  readonly #scope: () => Scope | undefined;
  #element: HTMLElement | undefined;
  #watching: Scope | undefined;
  /** Where a range that is selected with Shift begins. */
  #anchor: string | undefined;
  /** Index of the first row in view, and how many fit. */
  private first = 0;
  private fitting = 20;
  /** The row that Tab goes to. */
  private current: string | undefined = undefined;

  /** @param scope what ends when the list is not in the page any more */
  constructor(desk: Desk, scope: () => Scope | undefined) {
    makeObservable<this, 'first' | 'fitting' | 'current' | 'places'>(this, {
      first: observableRef,
      fitting: observableRef,
      current: observableRef,
      places: computed,
    });
    this.#desk = desk;
    this.#scope = scope;
  }

  template(): TemplateResult {
    const { texts } = this.#desk;
    return html`${observe(() => this.#bar())}
      ${observe(() => (this.#desk.editor.doc.regions.size === 0 ? this.#empty() : nothing))}
      <div
        class="regions" role="grid" aria-label=${texts.regionList} aria-multiselectable="true" aria-rowcount=${observe(() => this.#ids.length)}
        ${ref(this.#attach)} @scroll=${this.#scrolled} @click=${this.#pressed} @keydown=${this.#key}
        @pointerover=${this.#hover} @pointerleave=${this.#leave} @focusin=${this.#focused}
      >${observe(() => this.#rows())}</div>`;
  }

  get #ids(): readonly string[] {
    return this.#desk.editor.regionIds;
  }

  get #rowHeight(): number {
    return this.#desk.isPhone ? 40 : 28;
  }

  private get places(): ReadonlyMap<string, number> {
    return new Map(this.#ids.map((id, index) => [id, index]));
  }

  /** Their table is made only when something is selected: with 10,000 regions it costs. */
  #placeOf(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.places.get(id);
  }

  #bar(): TemplateResult {
    const desk = this.#desk;
    const count = this.#ids.length;
    const picked = desk.editor.selection.ids.length;
    return html`<div class="list-bar">
      <span class="count">${desk.texts.regionCount(desk.number(count), count === 1)}${
        picked > 1 ? ` · ${desk.texts.selectedCount(desk.number(picked))}` : ''
      }</span>
      ${actionButton(desk, 'hide-all')}${actionButton(desk, 'delete')}
    </div>`;
  }

  #empty(): TemplateResult {
    const { editor, texts } = this.#desk;
    const draws = [...editor.toolbox.bySpace.values()].flat().some(({ shape }) => shape !== undefined);
    const words = !editor.completion
      ? texts.pickTask
      : !draws
        ? texts.noAnswersOnly
        : editor.readonly
          ? texts.noRegions
          : texts.noRegionsYet;
    return html`<p class="empty">${words}</p>`;
  }

  #rows(): TemplateResult {
    const ids = this.#ids;
    const { regions } = this.#desk.editor.doc;
    const from = Math.max(0, Math.min(this.first, ids.length - this.fitting) - margin);
    const to = Math.min(ids.length, this.first + this.fitting + margin);
    const indices = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    const current = this.#placeOf(this.current) ?? this.#placeOf(this.#desk.editor.selection.ids[0]) ?? 0;
    if (current < from && ids.length > 0) indices.unshift(current);
    else if (current >= to && current < ids.length) indices.push(current);
    // What they show is looked at here and not by `repeat`, which would do it after `observe` has seen what is read.
    const shownOf = this.#glance();
    const rows = indices.flatMap((index) => {
      const region = regions.get(ids[index] ?? '');
      if (!region) return [];
      const tabbable = index === current;
      const row = guard([index, tabbable, ...shownOf(region)], () => this.#row(region, index, tabbable));
      return [{ id: region.id, row }];
    });
    return html`<div class="rows" role="rowgroup" .style=${`height: ${ids.length * this.#rowHeight}px`}>${repeat(
      rows,
      ({ id }) => id,
      ({ row }) => row,
    )}</div>`;
  }

  /**
   * Tells all that a region's row shows: while it is the same, as of all but one in a drag, the row is not made anew. What
   * is the same for all rows is looked up once.
   */
  #glance(): (region: Region) => readonly unknown[] {
    const { editor, texts } = this.#desk;
    const { facts, config, completion } = editor;
    const { hovered, hidden, locked } = editor.selection;
    const selected = new Set(editor.selection.ids);
    const height = this.#rowHeight;
    return (region) => [
      region,
      completion?.store.valuesOf(region.id),
      selected.has(region.id),
      hovered === region.id,
      hidden.has(region.id),
      locked.has(region.id),
      facts.of(region.toName, region.itemIndex),
      config,
      texts,
      height,
    ];
  }

  #row(region: Region, index: number, tabbable: boolean): TemplateResult {
    const { editor, texts } = this.#desk;
    const { selection, faces } = editor;
    const hidden = selection.isHidden(region.id);
    const locked = selection.isLocked(region.id) || region.readonly === true;
    const labels = faces.labels(region);
    const predicted = region.origin === 'prediction' || region.origin === 'prediction-changed';
    const names =
      labels.length === 0
        ? region.shape === 'answer'
          ? nothing
          : html`<span class="muted">${texts.noLabel}</span>`
        : labels.map(({ name }) => name).join(', ');
    const toggle = (label: string, picture: string, pressed: boolean, press: () => void) =>
      html`<span class="row-button">${iconButton({ label, icon: picture, pressed, press })}</span>`;
    return html`<div
      role="row" class="row" data-id=${region.id} aria-rowindex=${index + 1} aria-selected=${selection.has(region.id) ? 'true' : 'false'}
      tabindex=${tabbable ? 0 : -1} ?data-hovered=${selection.hovered === region.id} ?data-hidden=${hidden} ?data-current=${tabbable}
      .style=${`transform: translateY(${index * this.#rowHeight}px)`}
    ><span role="gridcell" class="index">${index + 1}</span
    ><span role="gridcell" class="face"><i class="dot" .style=${`background: ${faces.colour(region)}`}></i><span class="names">${names}</span
      ><span class="snippet">${faces.text(region)}</span></span
    >${region.score === undefined ? nothing : html`<span role="gridcell" class="score" title=${texts.score}>${this.#desk.percent(region.score)}</span>`}${
      predicted
        ? html`<span role="gridcell" class="mark" title=${texts.prediction}>${icon('sparkles')}</span>`
        : nothing
    }${
      region.shape === 'opaque'
        ? html`<span role="gridcell" class="mark" data-tone="warning" title=${texts.unreadable}>${icon('triangle-alert')}</span>`
        : nothing
    }<span role="gridcell" class="row-buttons">${toggle(
      locked ? texts.unlock : texts.lock,
      locked ? 'lock' : 'lock-open',
      locked,
      () => selection.lock([region.id], !locked),
    )}${toggle(hidden ? texts.show : texts.hide, hidden ? 'eye-off' : 'eye', hidden, () => selection.hide([region.id], !hidden))}</span></div>`;
  }

  /** The list comes into the page, or (undefined) leaves it. */
  readonly #attach = (element: Element | undefined): void => {
    this.#watching?.dispose();
    this.#element = element as HTMLElement | undefined;
    this.#watching = element && this.#scope()?.child();
    if (!element) return;
    this.#watching?.onResize(element, () => this.#measure());
    let shown: string | undefined;
    this.#watching?.react(() => {
      const last = this.#desk.editor.selection.ids.at(-1);
      if (last !== undefined && last !== shown) this.#bringIntoView(last);
      shown = last;
    });
  };

  readonly #scrolled = (): void => this.#measure();

  #measure(): void {
    const { scrollTop, clientHeight } = this.#element ?? { scrollTop: 0, clientHeight: 0 };
    runInAction(() => {
      this.first = Math.floor(scrollTop / this.#rowHeight);
      this.fitting = Math.ceil(clientHeight / this.#rowHeight) + 1;
    });
  }

  #bringIntoView(id: string): void {
    const list = this.#element;
    const index = this.places.get(id);
    if (!list || index === undefined) return;
    const top = index * this.#rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + this.#rowHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = top + this.#rowHeight - list.clientHeight;
  }

  readonly #pressed = (event: MouseEvent): void => {
    const id = regionIdOf(event);
    if (id === undefined || isButton(event)) return;
    this.#choose(id, event);
  };

  #choose(
    id: string,
    {
      shiftKey,
      ctrlKey,
      metaKey,
    }: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  ): void {
    const { editor } = this.#desk;
    const from = this.places.get(this.#anchor ?? '');
    const to = this.places.get(id);
    if (shiftKey && from !== undefined && to !== undefined) {
      const between = this.#ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      // The one pressed last, so that it is the one that is brought into view.
      editor.select([...between.filter((other) => other !== id), id]);
      return;
    }
    this.#anchor = id;
    if (ctrlKey || metaKey) {
      editor.selection.toggle([id]);
      return;
    }
    // Where it is in view already nothing moves.
    editor.attention.bringToRegion(id);
  }

  readonly #hover = (event: Event): void => this.#desk.editor.selection.hover(regionIdOf(event));
  readonly #leave = (): void => this.#desk.editor.selection.hover(undefined);

  readonly #focused = action((event: FocusEvent): void => {
    this.current = regionIdOf(event) ?? this.current;
  });

  readonly #key = (event: KeyboardEvent): void => {
    const id = regionIdOf(event);
    const at = this.places.get(id ?? '');
    if (id === undefined || at === undefined || isButton(event)) return;
    const page = Math.max(1, this.fitting - 2);
    const last = this.#ids.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to !== undefined && !event.altKey) void this.#goTo(Math.max(0, Math.min(last, to)), event);
    else if (event.key === ' ') this.#desk.editor.selection.toggle([id]);
    else if (event.key === 'Enter') this.#desk.editor.stages.reveal(id);
    else return;
    event.preventDefault();
  };

  /** Moves the focus and the selection; with Ctrl the focus alone. */
  async #goTo(index: number, event: KeyboardEvent): Promise<void> {
    const id = this.#ids[index];
    if (id === undefined) return;
    this.#anchor ??= regionIdOf(event);
    runInAction(() => {
      this.current = id;
    });
    if (!event.ctrlKey && !event.metaKey) this.#choose(id, event);
    this.#bringIntoView(id);
    this.#measure();
    // The row is drawn in a microtask of its own.
    await Promise.resolve();
    this.#element?.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: true });
  }
}

const regionIdOf = (event: Event): string | undefined =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]')?.dataset.id : undefined;

const isButton = (event: Event): boolean => event.target instanceof Element && event.target.closest('button') !== null;
