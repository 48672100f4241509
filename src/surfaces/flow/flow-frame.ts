import type { FlowOptions } from '../../contract/surface.js';
import { flowStyles } from './flow-styles.js';

const emptyText = 'There is no text in this task.';

/**
 * The elements of the surface: a scroller with a sheet in it that is as long as the text, and on the sheet, from the
 * bottom up, boxes (where there are no highlights), the text, captions, and what is on top of all.
 */
export class FlowFrame {
  readonly scroller = element('le-flow');
  readonly sheet = element('le-flow-sheet');
  readonly under = element('le-flow-under');
  readonly text = element('le-flow-text');
  readonly captions = element('le-flow-over');
  readonly over = element('le-flow-over');
  readonly #host: HTMLElement;
  /** For the rules of highlights. */
  #rules: CSSStyleSheet | undefined;
  readonly #caret = element('le-flow-caret');
  readonly #place = element('le-flow-place');
  readonly #said = element('le-flow-said');
  readonly #empty = element('le-flow-empty', 'p');
  #root: Document | ShadowRoot | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    const { scroller } = this;
    scroller.setAttribute('part', 'surface');
    // A text box would promise a caret that screen readers can follow; a document is what they read best.
    scroller.setAttribute('role', 'document');
    scroller.setAttribute('aria-label', 'Text');
    scroller.tabIndex = 0;
    this.#said.setAttribute('role', 'status');
    for (const part of [this.under, this.captions, this.over]) part.setAttribute('aria-hidden', 'true');
    this.#empty.textContent = emptyText;
    this.#empty.hidden = true;
    this.#caret.hidden = true;
    this.over.append(this.#caret, this.#place);
    this.sheet.append(this.under, this.text, this.#empty, this.captions, this.over);
    scroller.append(this.sheet, this.#said);
    host.append(scroller);
    this.settle();
  }

  /** The tree that the surface stands in. */
  get root(): Document | ShadowRoot {
    return this.#root ?? document;
  }

  /** Brings the styles along after the host was put somewhere else. */
  settle(): void {
    const root = this.#host.getRootNode();
    const home = root instanceof ShadowRoot ? root : document;
    if (home === this.#root) return;
    this.#withdraw();
    adopt(home);
    if (this.#rules) home.adoptedStyleSheets = [...home.adoptedStyleSheets, this.#rules];
    this.#root = home;
  }

  /** The rules of this text's highlights. */
  rules(): CSSStyleSheet {
    if (!this.#rules) {
      this.#rules = new CSSStyleSheet();
      this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, this.#rules];
    }
    return this.#rules;
  }

  remove(): void {
    this.scroller.remove();
    this.#withdraw();
  }

  configure({ selectable, showLabels, lineNumbers }: FlowOptions): void {
    const { classList } = this.scroller;
    classList.toggle('le-flow-fixed', !selectable);
    classList.toggle('le-flow-captioned', showLabels);
    classList.toggle('le-flow-numbered', lineNumbers);
  }

  setEmpty(empty: boolean): void {
    this.#empty.hidden = !empty;
  }

  say(text: string): void {
    this.#said.textContent = text;
  }

  /** The client rectangle of what is to be seen of the text. */
  visible(): DOMRect {
    const { left, top, width, bottom } = this.scroller.getBoundingClientRect();
    const from = Math.max(0, top);
    return new DOMRect(left, from, width, Math.max(0, Math.min(bottom, innerHeight) - from));
  }

  /** Scrolls as little as needed, also what is around the surface. */
  bringIntoView({ left, top, width, height }: DOMRectReadOnly, margin: number): void {
    const most = this.scroller.clientHeight;
    this.#lay(this.#place, new DOMRect(left, top - margin, width, Math.min(height + 2 * margin, most)));
    this.#place.style.width = `${width}px`;
    this.#place.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#place.removeAttribute('style');
  }

  /** @param rect in client pixels; nothing hides the caret */
  showCaret(rect: DOMRectReadOnly | undefined): void {
    this.#caret.hidden = !rect;
    if (rect) this.#lay(this.#caret, rect);
  }

  get hasCaret(): boolean {
    return !this.#caret.hidden;
  }

  #lay({ style }: HTMLElement, rect: DOMRectReadOnly): void {
    const corner = this.over.getBoundingClientRect();
    style.left = `${rect.left - corner.left}px`;
    style.top = `${rect.top - corner.top}px`;
    style.height = `${rect.height}px`;
  }

  #withdraw(): void {
    const root = this.#root;
    if (!root) return;
    this.#root = undefined;
    if (this.#rules) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#rules);
    release(root);
  }
}

/** The style of all texts; a page can show hundreds, and each sheet more makes the browser look at everything anew. */
let base: CSSStyleSheet | undefined;
const users = new WeakMap<Document | ShadowRoot, number>();

function adopt(root: Document | ShadowRoot): void {
  if (!base) {
    base = new CSSStyleSheet();
    base.replaceSync(flowStyles);
  }
  const count = users.get(root) ?? 0;
  users.set(root, count + 1);
  if (count === 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, base];
}

function release(root: Document | ShadowRoot): void {
  const left = (users.get(root) ?? 1) - 1;
  users.set(root, left);
  if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== base);
}

function element(className: string, tag = 'div'): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
