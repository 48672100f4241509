import type { TimeOptions } from '../../contract/surface.js';
import { type Layout, MARGIN } from './layout.js';
import type { Scene } from './scene.js';
import { Sheet } from './sheet.js';
import { timeStyles } from './time-styles.js';
import { type Scale, toX } from './view-window.js';

/** CSS pixels that the window in the overview is wide at least, and to show by what its edges are grabbed. */
const LEAST_WINDOW = 6;
const LEAST_GRIPPED = 14;

let made = 0;

/**
 * The elements of the surface: the overview, the ruler and the field below one another, each with canvases of its own,
 * and over ruler and field what only moves: playhead, hairline.
 */
export class TimeFrame {
  readonly root = element('le-time');
  readonly over = element('le-time-over');
  readonly overview: Sheet;
  readonly ruler: Sheet;
  readonly wave: Sheet;
  readonly marks: Sheet;
  readonly window = element('le-time-window');
  /** The playhead, in the overview. */
  readonly mote = element('le-time-mote');
  readonly thumb = element('le-time-thumb');

  readonly #host: HTMLElement;
  readonly #styles = new CSSStyleSheet();
  readonly #overviewBox = element('le-time-overview');
  readonly #rulerBox = element('le-time-ruler');
  readonly #field = element('le-time-field');
  readonly #ground = element('le-time-ground');
  readonly #empty = element('le-time-empty', 'p');
  readonly #said = element('le-time-said');
  #home: Document | ShadowRoot | undefined;
  #basis = -1;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#styles.replaceSync(timeStyles);
    const { root } = this;
    root.setAttribute('part', 'surface');
    root.setAttribute('role', 'application');
    root.tabIndex = 0;
    this.#said.id = `le-time-said-${++made}`;
    root.setAttribute('aria-describedby', this.#said.id);
    this.overview = new Sheet(this.#overviewBox, 'le-time-whole');
    this.ruler = new Sheet(this.#rulerBox, 'le-time-ticks');
    this.#field.append(this.#ground);
    this.wave = new Sheet(this.#field, 'le-time-wave');
    this.marks = new Sheet(this.#field, 'le-time-marks');
    this.#empty.textContent = 'There are no tracks yet.';
    this.#empty.hidden = true;
    for (const part of [this.window, this.mote, this.thumb, this.#empty]) part.setAttribute('aria-hidden', 'true');
    this.#overviewBox.append(this.window, this.mote);
    this.#field.append(this.#empty, this.thumb);
    root.append(this.#overviewBox, this.#rulerBox, this.#field, this.over, this.#said);
    host.append(root);
    this.settle();
  }

  /** Brings the styles along after the host was put somewhere else. */
  settle(): void {
    const root = this.#host.getRootNode();
    const home = root instanceof ShadowRoot ? root : document;
    if (home === this.#home) return;
    this.#withdraw();
    home.adoptedStyleSheets = [...home.adoptedStyleSheets, this.#styles];
    this.#home = home;
  }

  remove(): void {
    for (const sheet of [this.overview, this.ruler, this.wave, this.marks]) sheet.dispose();
    this.root.remove();
    this.#withdraw();
  }

  configure({ label, cursorWidth, cursorColour }: TimeOptions): void {
    const { root } = this;
    root.setAttribute('aria-label', label);
    root.style.setProperty('--le-time-cursor-width', `${Math.max(1, Math.min(20, cursorWidth))}px`);
    // A colour from a config becomes part of a style: nothing but a colour may pass.
    const isColour = cursorColour !== '' && CSS.supports('color', cursorColour);
    if (isColour) root.style.setProperty('--le-time-cursor', cursorColour);
    else root.style.removeProperty('--le-time-cursor');
  }

  /** What screen readers say of the surface beside its name. */
  say(text: string): void {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  /** The size of the field in CSS pixels, once it has asked for a height; reading it makes the browser lay the page out. */
  measure(
    height: number,
    heads: { readonly overview: number; readonly ruler: number },
  ): readonly [width: number, field: number] {
    const { style } = this.#field;
    if (height !== this.#basis) style.flexBasis = `${height}px`;
    this.#basis = height;
    this.#overviewBox.hidden = heads.overview === 0;
    this.#overviewBox.style.height = `${heads.overview}px`;
    this.#rulerBox.style.height = `${heads.ruler}px`;
    return [this.root.clientWidth, this.#field.clientHeight];
  }

  arrange({ ruler, wave, body, captions }: Layout, isEmpty: boolean): void {
    this.over.style.top = `${ruler.top}px`;
    this.over.style.left = `${captions}px`;
    this.#ground.style.top = `${body.top}px`;
    this.#ground.style.height = `${body.height}px`;
    this.#ground.hidden = wave.bands === 0;
    this.#empty.hidden = !isEmpty;
    this.#empty.style.top = `${body.top}px`;
  }

  /** Shows how far rows are scrolled, by a thumb beside them. */
  scroll({ body, captions }: Layout, scrolled: number, content: number): void {
    const { style } = this.thumb;
    this.thumb.hidden = content <= body.height;
    if (this.thumb.hidden) return;
    const { height, travel, margin } = thumbOf(body.height, content, captions > 0 ? 2 : MARGIN);
    style.height = `${height}px`;
    style.transform = `translateY(${body.top + margin + (scrolled / (content - body.height)) * travel}px)`;
  }

  /** Puts the window in the overview where the view is. @param whole where all of the axis is drawn there */
  placeWindow({ scale, layout }: Scene, whole: Scale | undefined): void {
    const { hidden, style } = this.window;
    const hides = !whole || layout.overview.height === 0;
    if (hidden !== hides) this.window.hidden = hides;
    if (!whole) return;
    const [left, right] = [toX(whole, scale.view.start), toX(whole, scale.view.end)];
    const width = Math.max(LEAST_WINDOW, right - left);
    const isAll = scale.view.start === whole.view.start && scale.view.end === whole.view.end;
    this.window.classList.toggle('le-time-all', isAll);
    this.window.classList.toggle('le-time-slim', width < LEAST_GRIPPED);
    style.width = `${width}px`;
    style.transform = `translateX(${(left + right - width) / 2}px)`;
  }

  #withdraw(): void {
    const home = this.#home;
    if (home) home.adoptedStyleSheets = home.adoptedStyleSheets.filter((sheet) => sheet !== this.#styles);
  }
}

/** How high a scroll thumb is and how far it can go, in CSS pixels. @param view how much of the content is seen */
export function thumbOf(view: number, content: number, margin = 2) {
  const track = view - 2 * margin;
  const height = Math.min(track, Math.max(20, (track * view) / content));
  return { height, travel: track - height, margin };
}

function element(className: string, tag = 'div'): HTMLElement {
  const one = document.createElement(tag);
  one.className = className;
  return one;
}
