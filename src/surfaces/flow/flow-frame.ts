import type { FlowContent, FlowOptions } from '../../contract/surface.js';
import { contentStyles, flowStyles } from './flow-styles.js';
import { writingOf } from './laid-text.js';

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
  /** Holds a text that has style sheets of its own. */
  readonly inner: ShadowRoot;
  readonly captions = element('le-flow-over');
  readonly over = element('le-flow-over');
  readonly #host: HTMLElement;
  /** For the rules of highlights. */
  #rules: CSSStyleSheet | undefined;
  readonly #added = new Set<CSSStyleSheet>();
  /** Of what is in `inner`, without the rules. */
  #sheets: readonly CSSStyleSheet[] = [];
  readonly #inside = element('le-flow-inside');
  readonly #caret = element('le-flow-caret');
  readonly #place = element('le-flow-place');
  readonly #said = element('le-flow-said');
  readonly #empty = element('le-flow-empty', 'p');
  #root: Document | ShadowRoot | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.inner = this.#inside.attachShadow({ mode: 'open' });
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
    this.#limitWidth();
    if (home === this.#root) return;
    this.#withdraw();
    adopt(home);
    home.adoptedStyleSheets = [...home.adoptedStyleSheets, ...this.#added];
    this.#root = home;
  }

  /** A box with vertical lines grows as wide as its text, if nobody says how wide it is; it is to be scrolled instead. */
  #limitWidth(): void {
    const host = this.#host;
    if (!getComputedStyle(host).writingMode.startsWith('vertical')) return;
    if (String(host.computedStyleMap?.().get('width') ?? 'auto') === 'auto') host.style.width = '100%';
  }

  /** Takes in what is laid out by its tag; nothing: the text is plain, and is in its place already. */
  hold(content: FlowContent | undefined, linesPerBlock = 1): void {
    this.text.style.setProperty('--le-flow-step', String(linesPerBlock));
    this.text.classList.toggle('le-flow-laid', content !== undefined);
    if (content?.sheets) {
      this.#sheets = [contentSheet(), ...content.sheets];
      this.#fill(this.inner, content.element);
      this.#fill(this.text, this.#inside);
    } else {
      this.#sheets = [];
      this.inner.replaceChildren();
      if (content) this.#fill(this.text, content.element);
    }
    this.#dressInside();
  }

  /** The rules of this text's highlights. */
  rules(): CSSStyleSheet {
    if (!this.#rules) {
      this.#rules = new CSSStyleSheet();
      this.dress(this.#rules);
      this.#dressInside();
    }
    return this.#rules;
  }

  /** Adds a style sheet to the tree that the surface stands in. */
  dress(sheet: CSSStyleSheet): void {
    if (this.#added.has(sheet)) return;
    this.#added.add(sheet);
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, sheet];
  }

  /** Puts something above the text that stays there while that is scrolled. */
  head(bar: HTMLElement): void {
    this.scroller.prepend(bar);
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
    const { left, top, right, bottom } = this.scroller.getBoundingClientRect();
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    return new DOMRect(
      x,
      y,
      Math.max(0, Math.min(right, innerWidth) - x),
      Math.max(0, Math.min(bottom, innerHeight) - y),
    );
  }

  /** Scrolls as little as needed, also what is around the surface. */
  bringIntoView({ left, top, right, width, height }: DOMRectReadOnly, margin: number, smoothly = false): void {
    const writing = writingOf(getComputedStyle(this.text));
    let [x, y, wide, high] = [left, top, width, height];
    if (writing === 'horizontal') {
      y -= margin;
      high = Math.min(height + 2 * margin, this.scroller.clientHeight);
    } else {
      wide = Math.min(width + 2 * margin, this.scroller.clientWidth);
      x = writing === 'vertical-rl' ? right + margin - wide : left - margin;
    }
    this.#lay(this.#place, new DOMRect(x, y, wide, high));
    const behavior = smoothly && this.#isNear(x, y) ? 'smooth' : 'instant';
    this.#place.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior });
    this.#place.removeAttribute('style');
  }

  /** Whether a client point is so near that the way there helps to see where it is; who wants less motion is spared it. */
  #isNear(x: number, y: number): boolean {
    const seen = this.visible();
    const far = Math.max(seen.top - y, y - seen.bottom, 0) + Math.max(seen.left - x, x - seen.right, 0);
    return far < 2 * Math.max(seen.height, seen.width) && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  /** @param rect in client pixels; nothing hides the caret */
  showCaret(rect: DOMRectReadOnly | undefined): void {
    this.#caret.hidden = !rect;
    if (!rect) return;
    this.#caret.classList.toggle('le-flow-upright', rect.height === 0);
    this.#lay(this.#caret, rect);
  }

  get hasCaret(): boolean {
    return !this.#caret.hidden;
  }

  #dressInside(): void {
    const { inner } = this;
    const sheets = this.#sheets.length > 0 && this.#rules ? [...this.#sheets, this.#rules] : this.#sheets;
    const isSame = sheets.length === inner.adoptedStyleSheets.length;
    if (isSame && sheets.every((sheet, i) => sheet === inner.adoptedStyleSheets[i])) return;
    inner.adoptedStyleSheets = [...sheets];
  }

  /** What is there already keeps what is scrolled, played or focused in it. */
  #fill(place: Element | ShadowRoot, child: Element): void {
    if (place.childNodes.length !== 1 || place.firstChild !== child) place.replaceChildren(child);
  }

  #lay({ style }: HTMLElement, { left, top, width, height }: DOMRectReadOnly): void {
    const corner = this.over.getBoundingClientRect();
    style.left = `${left - corner.left}px`;
    style.top = `${top - corner.top}px`;
    // Of a caret the stylesheet knows the thickness.
    style.width = width > 0 ? `${width}px` : '';
    style.height = height > 0 ? `${height}px` : '';
  }

  #withdraw(): void {
    const root = this.#root;
    if (!root) return;
    this.#root = undefined;
    // One of each: the sheet of the find bar is that of all texts.
    const left = [...root.adoptedStyleSheets];
    for (const sheet of this.#added) {
      const at = left.lastIndexOf(sheet);
      if (at >= 0) left.splice(at, 1);
    }
    root.adoptedStyleSheets = left;
    release(root);
  }
}

/** The style of all texts; a page can show hundreds, and each sheet more makes the browser look at everything anew. */
let base: CSSStyleSheet | undefined;
let inside: CSSStyleSheet | undefined;
const users = new WeakMap<Document | ShadowRoot, number>();

/** What text with style sheets of its own starts from. */
function contentSheet(): CSSStyleSheet {
  if (!inside) {
    inside = new CSSStyleSheet();
    inside.replaceSync(contentStyles);
  }
  return inside;
}

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
