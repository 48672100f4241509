import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import type { Relating } from '../../editor/relations/relating.js';
import type { Relation } from '../../model/document.js';
import { action, computed, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import { hint, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';
import { directionIcon, directionName } from './direction.js';
import { nameOfEnd, saidOf } from './names.js';
import { relationTexts } from './texts.js';

/** Rows drawn above and below what is in view. */
const MARGIN = 6;
/** A row has room for no more labels. */
const MOST_LABELS = 8;

/** The list of relations, under that of the regions. Rows have one height; only those in view are in the page. */
export class RelationList {
  readonly #desk: Desk;
  readonly #relating: Relating;
  readonly #scope: Scope;
  /** Gives the focus to what can be said of the picked relation. */
  readonly #enter: () => void;
  #element: HTMLElement | undefined;
  #watching: Scope | undefined;
  private first = 0;
  private fitting = 12;
  /** The row that Tab goes to. */
  private current: string | undefined = undefined;
  private folded = false;

  constructor(desk: Desk, relating: Relating, scope: Scope, enter: () => void) {
    makeObservable<this, 'first' | 'fitting' | 'current' | 'folded' | 'numbers'>(this, {
      first: observableRef,
      fitting: observableRef,
      current: observableRef,
      folded: observableRef,
      numbers: computed,
    });
    this.#desk = desk;
    this.#relating = relating;
    this.#scope = scope;
    this.#enter = enter;
  }

  template(): TemplateResult | typeof nothing {
    if (this.#relating.list.length === 0) return nothing;
    const texts = relationTexts(this.#desk.locale);
    return html`<section class="relations" aria-label=${texts.relations}>
      ${observe(() => this.#bar())}
      ${observe(() =>
        this.folded
          ? nothing
          : html`<div
              class="relation-rows" id="relation-rows" role="grid" aria-label=${texts.relations} aria-rowcount=${observe(() => this.#list.length)}
              ${ref(this.#attach)} @scroll=${this.#measure} @click=${this.#pressed} @dblclick=${this.#pressedTwice} @keydown=${this.#key}
              @pointerover=${this.#hover} @pointerleave=${this.#leave} @focusin=${this.#focused}
            >${observe(() => this.#rows())}</div>`,
      )}
    </section>`;
  }

  get #list(): readonly Relation[] {
    return this.#relating.list;
  }

  /** With labels, or where there can be some, a row has a second line. */
  get #rowHeight(): number {
    const phone = this.#desk.isPhone;
    const labelled = this.#relating.options.length > 0 || this.#list.some(({ labels }) => labels?.length);
    return (phone ? 44 : 30) + (labelled ? (phone ? 14 : 16) : 0);
  }

  /** The regions' numbers in their list. */
  private get numbers(): ReadonlyMap<string, number> {
    return new Map(this.#desk.editor.listedIds.map((id, index) => [id, index + 1]));
  }

  #bar(): TemplateResult {
    const desk = this.#desk;
    const relating = this.#relating;
    const texts = relationTexts(desk.locale);
    const count = this.#list.length;
    const { newestFirst } = relating;
    const { actions } = desk.editor;
    const hiding = actions.get('relation:hide-all');
    const hide = relating.anyHidden ? texts.showAll : texts.hideAll;
    return html`<div class="list-bar"><button
      type="button" class="button relations-title" aria-expanded=${this.folded ? 'false' : 'true'} aria-controls="relation-rows"
      @click=${() => runInAction(() => (this.folded = !this.folded))}
    >${icon('chevron-right')}${texts.count(desk.number(count), count === 1)}</button>${iconButton({
      label: newestFirst ? texts.newestFirst : texts.oldestFirst,
      icon: newestFirst ? 'arrow-up' : 'arrow-down',
      press: () => relating.sort(!newestFirst),
    })}${iconButton({
      label: hide,
      title: hint(hide, hiding ? actions.keysOf(hiding) : []),
      icon: relating.anyHidden ? 'eye-off' : 'eye',
      press: () => actions.run('relation:hide-all'),
    })}</div>`;
  }

  #rows(): TemplateResult {
    const list = this.#list;
    const height = this.#rowHeight;
    const from = Math.max(0, Math.min(this.first, list.length - this.fitting) - MARGIN);
    const to = Math.min(list.length, this.first + this.fitting + MARGIN);
    const shown = list.slice(from, to).map((relation, index) => ({ relation, index: from + index }));
    const wanted = list.findIndex(({ id }) => id === (this.#relating.picked?.id ?? this.current));
    const current = Math.max(0, wanted);
    const lost = list[current];
    if (lost && (current < from || current >= to)) shown.push({ relation: lost, index: current });
    // Made here and not by `repeat`, which would do it after `observe` has seen what is read.
    const rows = shown.map(({ relation, index }) => ({
      id: relation.id,
      row: this.#row(relation, index, index === current, height),
    }));
    return html`<div class="rows" role="rowgroup" .style=${`height: ${list.length * height}px`}>${repeat(
      rows,
      ({ id }) => id,
      ({ row }) => row,
    )}</div>`;
  }

  #row(relation: Relation, index: number, tabbable: boolean, height: number): TemplateResult | typeof nothing {
    const desk = this.#desk;
    const relating = this.#relating;
    const { readonly, doc } = desk.editor;
    const texts = relationTexts(desk.locale);
    const { id, direction, fromId, toId } = relation;
    const [from, to] = [doc.regions.get(fromId), doc.regions.get(toId)];
    if (!from || !to) return nothing;
    const labels = relating.labels(relation);
    const hidden = relating.isHidden(id);
    const picked = relating.picked?.id === id;
    const button = (
      label: string,
      picture: string,
      pressed: boolean | undefined,
      press: () => void,
      disabled = false,
    ) => html`<span class="row-button">${iconButton({ label, icon: picture, pressed, press, disabled })}</span>`;
    return html`<div
      role="row" class="relation-row" data-relation=${id} aria-rowindex=${index + 1} aria-selected=${picked ? 'true' : 'false'}
      aria-label=${saidOf(
        desk,
        texts,
        relation,
        labels.map(({ name }) => name),
      )} tabindex=${tabbable ? 0 : -1} ?data-current=${tabbable} ?data-hovered=${relating.hovered === id} ?data-hidden=${hidden}
      .style=${`height: ${height}px; transform: translateY(${index * height}px)`}
    ><span role="gridcell" class="relation-name">${nameOfEnd(desk, from, this.numbers.get(fromId))}</span
    ><span role="gridcell"><button
      type="button" class="button relation-turn" ?disabled=${readonly} tabindex=${tabbable ? 0 : -1}
      aria-label=${texts.turn(directionName(texts, direction))} title=${texts.turn(directionName(texts, direction))}
      @click=${() => relating.turn(relation)}
    >${directionIcon(direction)}</button></span
    ><span role="gridcell" class="relation-name">${nameOfEnd(desk, to, this.numbers.get(toId))}</span
    ><span role="gridcell" class="row-buttons">${button(
      hidden ? desk.texts.show : desk.texts.hide,
      hidden ? 'eye-off' : 'eye',
      hidden,
      () => relating.hide([id], !hidden),
    )}${readonly ? nothing : button(texts.deleteRelation, 'trash-2', undefined, () => relating.remove(relation))}</span>${
      labels.length === 0
        ? nothing
        : html`<span role="gridcell" class="relation-labels">${labels
            .slice(0, MOST_LABELS)
            .map(
              ({ name, colour }) =>
                html`<span class="relation-label" .style=${`--le-relation: ${colour}`}>${name}</span>`,
            )}</span>`
    }</div>`;
  }

  /** The list comes into the page, or (undefined) leaves it. */
  readonly #attach = (element: Element | undefined): void => {
    this.#watching?.dispose();
    this.#element = element as HTMLElement | undefined;
    this.#watching = element && this.#scope.child();
    if (!element) return;
    this.#watching?.onResize(element, () => this.#measure());
    let shown: string | undefined;
    this.#watching?.react(() => {
      const picked = this.#relating.picked?.id;
      if (picked !== undefined && picked !== shown) this.#bringIntoView(picked);
      shown = picked;
    });
  };

  readonly #measure = (): void => {
    const { scrollTop, clientHeight } = this.#element ?? { scrollTop: 0, clientHeight: 0 };
    runInAction(() => {
      this.first = Math.floor(scrollTop / this.#rowHeight);
      this.fitting = Math.ceil(clientHeight / this.#rowHeight) + 1;
    });
  };

  #bringIntoView(id: string): void {
    const element = this.#element;
    const index = this.#list.findIndex((each) => each.id === id);
    if (!element || index < 0) return;
    const height = this.#rowHeight;
    const top = index * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height - element.clientHeight;
    }
  }

  readonly #pressed = (event: Event): void => {
    const relation = isButton(event) ? undefined : this.#of(event);
    if (!relation) return;
    this.#relating.pick(relation.id);
    this.#relating.reveal(relation);
  };

  readonly #pressedTwice = (event: Event): void => {
    const relation = isButton(event) ? undefined : this.#of(event);
    if (relation) this.#relating.pick(relation.id, true);
  };

  readonly #hover = (event: Event): void => this.#relating.hover(this.#of(event)?.id);
  readonly #leave = (): void => this.#relating.hover(undefined);

  readonly #focused = action((event: FocusEvent): void => {
    this.current = this.#of(event)?.id ?? this.current;
  });

  #of(event: Event): Relation | undefined {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.relation-row') : null;
    return this.#list.find(({ id }) => id === row?.dataset.relation);
  }

  readonly #key = (event: KeyboardEvent): void => {
    const relation = isButton(event) ? undefined : this.#of(event);
    if (!relation) return;
    const at = this.#list.indexOf(relation);
    const last = this.#list.length - 1;
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
    if (to !== undefined && !event.altKey) void this.#goTo(Math.max(0, Math.min(last, to)));
    else if (event.key === ' ') this.#relating.hide([relation.id], !this.#relating.isHidden(relation.id));
    else if (event.key === 'Enter') {
      this.#relating.pick(relation.id, true);
      this.#relating.reveal(relation);
      this.#enter();
    } else return;
    event.preventDefault();
  };

  /** Moves the focus, and picks the relation there. */
  async #goTo(index: number): Promise<void> {
    const relation = this.#list[index];
    if (!relation) return;
    this.#relating.pick(relation.id);
    this.#relating.reveal(relation);
    this.#bringIntoView(relation.id);
    this.#measure();
    // The row is drawn in a microtask of its own.
    await Promise.resolve();
    this.#element?.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: true });
  }
}

const isButton = (event: Event): boolean => event.target instanceof Element && event.target.closest('button') !== null;
