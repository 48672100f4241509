import { html, nothing, type TemplateResult } from 'lit';
import { observable, runInAction } from '../../reactive/index.js';
import type { Asking } from './asking.js';
import type { Loader } from './loader.js';
import { isGap, type Outline, type Row } from './outline.js';
import { rowTemplate } from './row.js';
import type { TaxonomyNode } from './tree.js';

/** Rows that are drawn beyond those in view, so that a quick turn of the wheel finds something. */
const SPARE = 6;

export interface TreeListParts {
  readonly asking: Asking;
  readonly outline: Outline;
  readonly loader: Loader;
  /** Where the list is drawn. */
  readonly place: HTMLElement;
  readonly name: string;
  readonly id: string;
  /** CSS pixels of the list at most. */
  readonly most: number;
  readonly addBelow: (node: TaxonomyNode) => void;
  /** Where what is typed goes. */
  readonly search: () => void;
}

/** The rows in view, and the row that keys act on. Observable. */
export class TreeList {
  readonly #parts: TreeListParts;
  /** CSS pixels. Rows are all of one height, so that only those in view need to exist. */
  readonly #height = matchMedia('(pointer: coarse)').matches ? 36 : 28;
  /** `top`: CSS pixels that the list is scrolled by. */
  readonly #state = observable({ active: undefined as Row | undefined, top: 0 });

  constructor(parts: TreeListParts) {
    this.#parts = parts;
  }

  /** The row that keys act on; while one searches and has not moved, the first match. */
  get active(): Row | undefined {
    const { outline } = this.#parts;
    return this.#state.active ?? outline.found?.first;
  }

  get activeIndex(): number {
    const { active } = this;
    return active ? this.#parts.outline.rows.indexOf(active) : -1;
  }

  get id(): string {
    return this.#parts.id;
  }

  /** The id of the active row's element, where it is in the document. */
  get activeId(): string | undefined {
    const { activeIndex: index } = this;
    const { start, end } = this.#range;
    return index >= start && index < end ? `${this.id}-${index}` : undefined;
  }

  /** Back to the top, with no row active. */
  reset(): void {
    this.#set({ active: undefined, top: 0 });
    const { element } = this;
    if (element) element.scrollTop = 0;
  }

  focus(): void {
    this.element?.focus();
  }

  get element(): HTMLElement | null {
    return this.#parts.place.querySelector('.le-taxonomy-tree');
  }

  /** Makes a row the active one, and brings it into view. */
  go(row: Row | undefined): void {
    if (!row) return;
    this.#set({ active: row });
    const index = this.#parts.outline.rows.indexOf(row);
    const { element } = this;
    if (!element || index < 0) return;
    const top = index * this.#height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + this.#height > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + this.#height - element.clientHeight;
    }
    this.#set({ top: element.scrollTop });
  }

  goBy(step: number): void {
    const { rows } = this.#parts.outline;
    const index = this.activeIndex;
    this.go(rows[Math.max(0, Math.min(rows.length - 1, index < 0 && step > 0 ? 0 : index + step))]);
  }

  /** What a click or Enter does. */
  press(row: Row | undefined): void {
    const { asking, loader } = this.#parts;
    if (!row) return;
    this.#set({ active: row });
    if (isGap(row)) void loader.load(row.gapOf);
    else if (asking.isAnswer(row)) asking.press(row);
    else this.toggle(row);
  }

  toggle(node: TaxonomyNode, isOpen?: boolean): void {
    const { outline, loader } = this.#parts;
    outline.toggle(node, isOpen);
    if (outline.isOpen(node)) void loader.load(node);
  }

  /** Keys while the list has the focus; whether the key was one. */
  key({ key }: KeyboardEvent): boolean {
    const { outline, asking } = this.#parts;
    const { rows } = outline;
    const { active } = this;
    const page = Math.max(1, Math.floor((this.element?.clientHeight ?? 0) / this.#height) - 1);
    const node = active && !isGap(active) ? active : undefined;
    switch (key) {
      case 'ArrowDown':
        this.goBy(1);
        return true;
      case 'ArrowUp':
        if (this.activeIndex <= 0) this.#parts.search();
        else this.goBy(-1);
        return true;
      case 'PageDown':
      case 'PageUp':
        this.goBy(key === 'PageDown' ? page : -page);
        return true;
      case 'Home':
      case 'End':
        this.go(rows.at(key === 'Home' ? 0 : -1));
        return true;
      case 'ArrowRight':
        if (node?.isBranch && !outline.isOpen(node)) this.toggle(node, true);
        else if (node?.isBranch) this.goBy(1);
        return true;
      case 'ArrowLeft':
        if (node && outline.isOpen(node)) this.toggle(node, false);
        else this.go(isGap(active as Row) ? (active as { gapOf: Row }).gapOf : node?.parent?.parent && node.parent);
        return true;
      case 'Enter':
      case ' ':
        this.press(active);
        return true;
      case '*':
        for (const each of node?.parent?.children.values() ?? []) {
          if (each.presence === 'here') outline.toggle(each, true);
        }
        return true;
      case 'Insert':
        if (node && asking.isExtensible) this.#parts.addBelow(node);
        return true;
      case 'Delete':
        if (node && asking.mayDelete(node)) this.delete(node);
        return true;
      default:
        return false;
    }
  }

  delete(node: TaxonomyNode): void {
    const index = this.activeIndex;
    this.#parts.asking.delete(node);
    const { rows } = this.#parts.outline;
    this.go(rows[Math.min(index, rows.length - 1)]);
  }

  template(): TemplateResult | typeof nothing {
    const { outline, name, id } = this.#parts;
    const { rows } = outline;
    if (rows.length === 0) return nothing;
    const { start, end } = this.#range;
    return html`<div
      class="le-taxonomy-tree" role="tree" id=${id} tabindex="0" aria-label=${name} aria-multiselectable=${this.#parts.asking.most === 1 ? 'false' : 'true'}
      aria-activedescendant=${this.activeId ?? nothing} .style=${`--le-row: ${this.#height}px`}
      @scroll=${(event: Event) => this.#set({ top: (event.currentTarget as HTMLElement).scrollTop })}
    ><div class="le-taxonomy-rows" role="presentation" .style=${`height: ${rows.length * this.#height}px`}>${rows
      .slice(start, end)
      .map((row, offset) => this.#row(row, start + offset))}</div></div>`;
  }

  #row(row: Row, index: number): TemplateResult {
    const { asking, outline, loader, addBelow } = this.#parts;
    return rowTemplate(row, {
      asking,
      outline,
      id: `${this.id}-${index}`,
      top: index * this.#height,
      isActive: row === this.active,
      reason: (node) => loader.reason(node),
      press: (each) => this.press(each),
      toggle: (node) => {
        this.#set({ active: node });
        this.toggle(node);
      },
      addBelow,
      delete: (node) => this.delete(node),
    });
  }

  /** Of the rows that are drawn. */
  get #range(): { readonly start: number; readonly end: number } {
    const start = Math.max(0, Math.floor(this.#state.top / this.#height) - SPARE);
    return { start, end: start + Math.ceil(this.#parts.most / this.#height) + 2 * SPARE };
  }

  #set(next: { active?: Row | undefined; top?: number }): void {
    runInAction(() => Object.assign(this.#state, next));
  }
}
