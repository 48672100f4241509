import type { Layer, TimeOptions, WaveSource } from '../../contract/surface.js';
import type { Hit } from '../../contract/tool.js';
import { observable, runInAction } from '../../reactive/index.js';
import { type Bar, Bars, contentOf } from './bars.js';
import { type Grip, gripsOf } from './grips.js';
import { hitAt } from './hit.js';
import { type Content, contentHeight, fieldHeight, type Layout, layOut, OVERVIEW, RULER, rowTop } from './layout.js';
import { readingOf } from './reading.js';
import type { Scene } from './scene.js';
import type { TimeFrame } from './time-frame.js';
import { type Scale, toAt, unitsInPixel, wholeOf } from './view-window.js';
import { Viewport } from './viewport.js';

const same = (value: number) => value;

export const defaults: TimeOptions = {
  label: 'Time line',
  unit: 'seconds',
  rows: 'lanes',
  waveHeight: 96,
  splitChannels: false,
  amplitude: 1,
  overview: true,
  follow: true,
  cursorWidth: 1,
  cursorColour: '',
  fromClock: same,
  toClock: same,
};

/** CSS pixels that a hand strays by; a finger needs three times as much. */
const TOLERANCE = 4;
const COARSE = 3;

/** `layout`: everything has another place or size; `view`: another stretch is in view. */
export type Change = 'layout' | 'view' | 'marks';
/** A part of the surface. */
export type Zone = 'outside' | 'overview' | 'ruler' | 'captions' | 'thumb' | 'wave' | 'body';
/** CSS pixels from the right edge in which the scroll thumb is. */
const THUMB = 10;

/** CSS pixels from the surface's top left corner, or from the window's: a pointer's event is such a spot. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What is where: regions, the stretch of time in view, and the room that the surface has for them. */
export class AxisRoom {
  readonly frame: TimeFrame;
  readonly viewport: Viewport;
  readonly bars = new Bars();
  wave: WaveSource | undefined;
  /** Whether a finger was the last to point: it needs more to touch. */
  coarse = false;
  /** How far lanes or rows are scrolled, in CSS pixels. */
  scrolled = 0;
  layout: Layout;

  readonly #options = observable.box(defaults);
  readonly #changed: (what: Change) => void;
  #sketch: Layer | undefined;
  /** How many rows it was laid out for. */
  #rows = 0;

  /** @param changed asks to paint again what has changed */
  constructor(frame: TimeFrame, changed: (what: Change) => void) {
    this.frame = frame;
    this.#changed = changed;
    this.viewport = new Viewport(() => changed('view'));
    this.layout = layOut(this.content, 0, 0);
  }

  /** Observable. */
  get options(): TimeOptions {
    return this.#options.get();
  }

  configure(options: Partial<TimeOptions>): void {
    const before = this.options;
    const all = { ...before, ...options };
    runInAction(() => this.#options.set(all));
    this.frame.configure(all);
    this.viewport.setUnit(all.unit);
    if (all.rows !== before.rows) this.bars.draw(this.bars.layers, all.rows, false);
    this.measure();
    this.#changed('layout');
  }

  /** @param held whether something is being dragged */
  draw(layers: readonly Layer[], held: boolean): void {
    this.bars.draw(layers, this.options.rows, held);
    this.#countRows();
  }

  sketch(layer: Layer | undefined): void {
    this.#sketch = layer;
    this.#countRows();
    this.#changed('marks');
  }

  get content(): Content {
    const { sketched, options } = this;
    const rows = Math.max(this.bars.rowCount, sketched ? sketched.row + 1 : 0);
    // Room is kept for a wave that may come.
    const channels = this.wave?.channels ?? (this.viewport.limits ? 0 : 1);
    return { options, channels, rows };
  }

  get scene(): Scene {
    const { layout, options, bars, scrolled } = this;
    return { layout, scale: this.viewport.scale, options, bars, scrolled };
  }

  /** What is being drawn right now, in a row of its own. */
  get sketched(): Bar | undefined {
    const layer = this.#sketch;
    const content = layer && contentOf(layer);
    if (!layer || !content) return undefined;
    const row = this.options.rows === 'each' ? this.bars.rowCount : this.bars.laneFor(content);
    return { layer, row, ...content };
  }

  /** Where all of the axis is drawn in the overview. */
  get whole(): Scale {
    const { limits, scale } = this.viewport;
    return { ...scale, view: limits ? wholeOf(limits) : scale.view };
  }

  /** Whether frames have a time of their own. */
  get timed(): boolean {
    return this.options.unit === 'frames' && this.options.toClock !== same;
  }

  get grips(): readonly Grip[] {
    return gripsOf(this.scene, this.coarse);
  }

  /** In the axis' own unit. */
  get tolerance(): number {
    return TOLERANCE * (this.coarse ? COARSE : 1) * unitsInPixel(this.viewport.scale);
  }

  reading(at: number): string {
    return readingOf(at, unitsInPixel(this.viewport.scale), this.options, this.timed);
  }

  /** From the window to CSS pixels from the surface's top left corner. */
  fromClient({ x, y }: Spot): Spot {
    const { root } = this.frame;
    const box = root.getBoundingClientRect();
    const scale = box.width / root.offsetWidth || 1;
    return { x: (x - box.left) / scale, y: (y - box.top) / scale };
  }

  toClient({ x, y }: Spot): Spot {
    const { root } = this.frame;
    const box = root.getBoundingClientRect();
    const scale = box.width / root.offsetWidth || 1;
    return { x: box.left + x * scale, y: box.top + y * scale };
  }

  /** What is at a place of the surface. */
  hit({ x, y }: Spot): Hit | undefined {
    if (!this.viewport.limits) return undefined;
    return hitAt(this.scene, this.grips, x, y - this.layout.field.top, TOLERANCE * (this.coarse ? COARSE : 0.5));
  }

  zone({ x, y }: Spot): Zone {
    const { overview, field, body, captions, width, height } = this.layout;
    if (x < 0 || y < 0 || x > width || y > height) return 'outside';
    if (y < overview.height) return 'overview';
    if (y < field.top) return 'ruler';
    const inBody = y >= field.top + body.top;
    if (inBody && this.canScroll && x > width - THUMB) return 'thumb';
    if (x < captions) return 'captions';
    return inBody ? 'body' : 'wave';
  }

  /** A place of the surface in the axis' own unit. */
  at({ x }: Spot): number {
    return toAt(this.viewport.scale, x);
  }

  get canScroll(): boolean {
    return contentHeight(this.content) > this.layout.body.height;
  }

  scrollTo(top: number): void {
    const most = Math.max(0, contentHeight(this.content) - this.layout.body.height);
    const next = Math.max(0, Math.min(most, top));
    if (next === this.scrolled) return;
    this.scrolled = next;
    this.#changed('marks');
  }

  /** Scrolls as little as needed. */
  revealRow(row: number): void {
    const { body, rowHeight } = this.layout;
    const top = rowTop(this.layout, row, this.scrolled) - body.top;
    if (top < 0) this.scrollTo(this.scrolled + top);
    else if (top + rowHeight > body.height) this.scrollTo(this.scrolled + top + rowHeight - body.height);
  }

  /** Fits everything to the room there is, and to what has to be in it. */
  measure(): void {
    const { content, frame } = this;
    const heads = { overview: content.options.overview ? OVERVIEW : 0, ruler: RULER };
    const [width, field] = frame.measure(fieldHeight(content), heads);
    this.#rows = content.rows;
    // What is hidden has no size, and keeps what it had.
    if (width === 0) return;
    const before = JSON.stringify(this.layout);
    this.layout = layOut(content, width, field);
    this.viewport.setRoom(this.layout.left, this.layout.span);
    frame.arrange(
      this.layout,
      content.options.rows === 'each' && content.rows === 0 && this.viewport.limits !== undefined,
    );
    this.scrollTo(this.scrolled);
    if (JSON.stringify(this.layout) !== before) this.#changed('layout');
  }

  /** To measure makes the browser lay the page out, so it is not done for nothing. */
  #countRows(): void {
    if (this.content.rows !== this.#rows) this.measure();
  }
}
