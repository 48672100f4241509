import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import { makeObservable, observableRef, reaction, runInAction } from '../../reactive/index.js';
import type { History } from '../../store/history.js';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';
import { historyTexts } from './texts.js';
import { moment, timeAgo } from './time-ago.js';

/** Rows drawn above and below what is in view. */
const MARGIN = 6;
/** Milliseconds after which `2m ago` is looked at again. */
const TICK = 30_000;

/**
 * The steps of this session, the latest last, those undone after those done; pressing one goes to where it had just been
 * done. Rows have one height; only those in view are in the page.
 */
export class HistoryList {
  readonly #desk: Desk;
  #element: HTMLElement | undefined;
  #watching: Scope | undefined;
  private first = 0;
  private fitting = 20;
  /** The row that Tab goes to, once the focus was among them. */
  private current: number | undefined = undefined;
  private now = Date.now();

  constructor(desk: Desk) {
    makeObservable<this, 'first' | 'fitting' | 'current' | 'now'>(this, {
      first: observableRef,
      fitting: observableRef,
      current: observableRef,
      now: observableRef,
    });
    this.#desk = desk;
  }

  template(): TemplateResult | typeof nothing {
    const texts = historyTexts(this.#desk.locale);
    if ((this.#history?.steps.length ?? 0) === 0) return nothing;
    return html`<div
      class="history-steps" @scroll=${this.#measure} @click=${this.#pressed} @keydown=${this.#key} @focusin=${this.#focused} @focusout=${this.#left}
      ${ref(this.#attach)}
    >${observe(() => this.#rows(texts.steps))}</div>`;
  }

  get #history(): History | undefined {
    return this.#desk.editor.completion?.store.history;
  }

  get #rowHeight(): number {
    return this.#desk.isPhone ? 44 : 28;
  }

  #rows(name: string): TemplateResult {
    const { steps = [], done = 0 } = this.#history ?? {};
    const height = this.#rowHeight;
    // Before the first step stands what was opened.
    const count = steps.length + 1;
    const from = Math.max(0, Math.min(this.first, count - this.fitting) - MARGIN);
    const to = Math.min(count, this.first + this.fitting + MARGIN);
    const tabbable = Math.min(this.current ?? done, count - 1);
    const places = Array.from({ length: to - from }, (_, index) => from + index);
    if (tabbable < from || tabbable >= to) places.push(tabbable);
    const rows = places.map((place) => ({ place, row: this.#row(place, done, count, place === tabbable, height) }));
    return html`<ol class="history" aria-label=${name} .style=${`height: ${count * height}px`}>${repeat(
      rows,
      ({ place }) => place,
      ({ row }) => row,
    )}</ol>`;
  }

  #row(place: number, done: number, count: number, tabbable: boolean, height: number): TemplateResult {
    const { locale, editor } = this.#desk;
    const texts = historyTexts(locale);
    const step = this.#history?.steps[place - 1];
    const label = step?.label ?? texts.opened;
    const undone = place > done;
    const isNow = place === done;
    const when = step === undefined ? '' : timeAgo(locale, step.at, this.now) || texts.now;
    const title = [label, step && moment(locale, step.at), undone && texts.undone, !isNow && texts.jump];
    return html`<li aria-setsize=${count} aria-posinset=${place + 1} .style=${`height: ${height}px; transform: translateY(${place * height}px)`}><button
      type="button" class="entry step" data-step=${place} aria-current=${isNow ? 'step' : 'false'} ?data-undone=${undone}
      tabindex=${tabbable ? 0 : -1} title=${title.filter(Boolean).join(' · ')} ?disabled=${editor.readonly}
    ><span class="index">${place === 0 ? nothing : place}</span><span class="step-name">${label}</span><span class="step-time">${when}</span>${
      undone ? html`<span class="said">, ${texts.undone}</span>` : nothing
    }</button></li>`;
  }

  /** The list comes into the page, or (undefined) leaves it. */
  readonly #attach = (element: Element | undefined): void => {
    this.#watching?.dispose();
    this.#watching = undefined;
    this.#element = element as HTMLElement | undefined;
    if (!element) return;
    const scope = this.#desk.editor.scope.child();
    this.#watching = scope;
    scope.onResize(element, () => this.#measure());
    const tick = () => {
      runInAction(() => {
        this.now = Date.now();
      });
      scope.timeout(tick, TICK);
    };
    tick();
    let awaited = false;
    const follow = () => {
      awaited = false;
      this.#bringIntoView(this.#history?.done ?? 0);
    };
    scope.add(
      reaction(
        () => this.#history?.done,
        () => {
          this.now = Date.now();
          // Once the rows are as many as they are now.
          if (!awaited) scope.frame(follow);
          awaited = true;
        },
        { fireImmediately: true },
      ),
    );
  };

  readonly #measure = (): void => {
    const { scrollTop, clientHeight } = this.#element ?? { scrollTop: 0, clientHeight: 0 };
    runInAction(() => {
      this.first = Math.floor(scrollTop / this.#rowHeight);
      this.fitting = Math.ceil(clientHeight / this.#rowHeight) + 1;
    });
  };

  #bringIntoView(place: number): void {
    const list = this.#element;
    if (!list) return;
    const top = place * this.#rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + this.#rowHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + this.#rowHeight - list.clientHeight;
    }
  }

  readonly #pressed = (event: Event): void => {
    const place = placeOf(event);
    if (place !== undefined && !this.#desk.editor.readonly) this.#history?.go(place);
  };

  readonly #focused = (event: FocusEvent): void => {
    const place = placeOf(event);
    if (place === undefined) return;
    runInAction(() => {
      this.current = place;
    });
  };

  /** Whoever comes back comes to the present step. */
  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && this.#element?.contains(relatedTarget)) return;
    runInAction(() => {
      this.current = undefined;
    });
  };

  readonly #key = (event: KeyboardEvent): void => {
    const at = placeOf(event);
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.#history?.steps.length ?? 0;
    const page = Math.max(1, this.fitting - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#focus(Math.max(0, Math.min(last, to)));
  };

  async #focus(place: number): Promise<void> {
    runInAction(() => {
      this.current = place;
    });
    this.#bringIntoView(place);
    this.#measure();
    // The row is drawn in a microtask of its own.
    await Promise.resolve();
    this.#element?.querySelector<HTMLElement>(`[data-step="${place}"]`)?.focus({ preventScroll: true });
  }
}

function placeOf(event: Event): number | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
  return row ? Number(row.dataset.step) : undefined;
}
