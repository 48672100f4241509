import type { Clock, Dispose, Layer, TimeAxis, TimeOptions, TimeView, WaveSource } from '../../contract/surface.js';
import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { error, type Problem } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { AxisRoom } from './axis-room.js';
import { Follower } from './follower.js';
import { rowTop } from './layout.js';
import { type Painted, Painting } from './painting.js';
import { Playhead } from './playhead.js';
import { Pointing } from './pointing.js';
import { pointX, sidesOf } from './scene.js';
import { niceStep } from './ticks.js';
import { TimeFrame } from './time-frame.js';
import { frameAt, toX, unitsInPixel } from './view-window.js';

export interface TimeSetup {
  readonly clock: Clock;
  report(problem: Problem): void;
}

/** CSS pixels that an arrow key moves the playhead by, about. */
const KEY_STEP = 4;
/** A frame that is narrower has no room of its own to be shown. CSS pixels. */
const LEAST_CELL = 5;

/** Regions along a time, in `host`, which may have a height of its own: else it is as high as its content, up to a bound. */
export async function createTimeAxis(host: HTMLElement, scope: Scope, setup: TimeSetup): Promise<TimeAxis> {
  return new TimeLine(host, scope.child(), setup);
}

class TimeLine implements TimeAxis {
  readonly space = 'time';
  readonly host: HTMLElement;
  readonly clock: Clock;

  readonly #scope: Scope;
  readonly #frame: TimeFrame;
  readonly #room: AxisRoom;
  readonly #painting: Painting;
  readonly #playhead: Playhead;
  readonly #follower: Follower;
  readonly #pointing: Pointing;
  readonly #blank = observable.box(true);
  #stopReading: Dispose = () => {};
  #stretch: Clock['stretch'];

  constructor(host: HTMLElement, scope: Scope, { clock, report }: TimeSetup) {
    this.host = host;
    this.clock = clock;
    this.#scope = scope;
    this.#frame = new TimeFrame(host);
    const { root } = this.#frame;
    scope.add(() => this.#frame.remove());
    this.#room = new AxisRoom(this.#frame, (what) => {
      if (what === 'layout') this.#painting.invalidate('overview');
      if (what === 'marks') this.#painting.invalidate('marks');
      else this.#viewChanged();
    });
    this.#painting = new Painting(this.#frame, scope, () => this.#painted);
    this.#follower = new Follower({
      isSeen: (at) => at >= this.view.start && at <= this.view.end,
      turnTo: (at) => this.#room.viewport.turnTo(at),
    });
    this.#playhead = this.#makePlayhead();
    const axis = this;
    this.#pointing = new Pointing(this.#room, scope, {
      get now() {
        return axis.#now;
      },
      seek: (at) => this.#seek(at),
      changed: () => this.#painting.invalidate('marks'),
      released: () => this.#settle(),
    });
    if (!this.#frame.marks.context) {
      report(
        error(
          'media/no-graphics',
          'The browser gives no canvas to draw on. Allow canvas for this page, or close other tabs.',
        ),
      );
    }
    this.configure({});
    scope.onResize(root, () => this.#room.measure());
    // It tells also that the window has come to a screen of another fineness.
    scope.listen(window, 'resize', () => this.#painting.invalidate());
    scope.react(() => this.#goWithClock());
  }

  get view(): TimeView {
    return this.#room.viewport.view;
  }

  get options(): TimeOptions {
    return this.#room.options;
  }

  get blank(): boolean {
    return this.#blank.get();
  }

  configure(options: Partial<TimeOptions>): void {
    this.#room.configure(options);
  }

  show(length: number | undefined, wave?: WaveSource): void {
    const room = this.#room;
    const known = length !== undefined && length > 0 && Number.isFinite(length) ? length : undefined;
    room.wave = wave;
    this.#stopReading();
    room.viewport.setLength(known, wave?.sampleRate);
    runInAction(() => this.#blank.set(known === undefined));
    this.#stopReading = this.#scope.react(() => {
      void wave?.revision;
      this.#painting.waveChanged();
    });
    room.measure();
    this.#painting.invalidate('overview');
    this.#viewChanged();
  }

  look(view: Partial<TimeView>): void {
    this.#room.viewport.look(view);
  }

  zoomTo(what: 'all' | TimeView): void {
    this.#room.viewport.zoomTo(what);
  }

  zoomBy(factor: number, about?: number): void {
    const { start, end } = this.view;
    const playhead = this.#now;
    const middle = playhead >= start && playhead <= end ? playhead : (start + end) / 2;
    this.#room.viewport.zoomBy(factor, about ?? middle);
  }

  toMedia(client: DOMPointReadOnly): number {
    return this.#room.at(this.#room.fromClient(client));
  }

  toClient(at: number, regionId?: string): DOMPointReadOnly {
    const { layout, bars, scrolled, scale } = this.#room.scene;
    const bar = regionId === undefined ? undefined : bars.of(regionId);
    const middle = bar
      ? rowTop(layout, bar.row, scrolled) + layout.rowHeight / 2
      : (layout.wave.height || layout.field.height) / 2;
    const { x, y } = this.#room.toClient({ x: toX(scale, at), y: layout.field.top + middle });
    return new DOMPointReadOnly(x, y);
  }

  pick(client: DOMPointReadOnly): Hit | undefined {
    return this.#room.hit(this.#room.fromClient(client));
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const { scene } = this.#room;
    const { layout, bars, scrolled } = scene;
    const bar = this.#room.viewport.limits && bars.of(regionId);
    if (!bar) return undefined;
    const sides = sidesOf(scene, bar);
    const [left, right] = [Math.max(layout.captions, sides.left), Math.min(layout.width, sides.right)];
    const top = Math.max(layout.body.top, rowTop(layout, bar.row, scrolled));
    const bottom = Math.min(layout.field.height, rowTop(layout, bar.row + 1, scrolled));
    const seen = top < bottom;
    // What is scrolled out of sight among the lanes is still seen over the wave.
    if (left > right || (!seen && layout.wave.bands === 0)) return undefined;
    const from = this.#room.toClient({ x: left, y: layout.field.top + (seen ? top : 0) });
    const to = this.#room.toClient({ x: right, y: layout.field.top + (seen ? bottom : layout.wave.height) });
    return new DOMRectReadOnly(from.x, from.y, to.x - from.x, to.y - from.y);
  }

  within(from: number, to: number): readonly string[] {
    return this.#room.bars.meeting(Math.min(from, to), Math.max(from, to)).map(({ layer }) => layer.id);
  }

  get tolerance(): readonly number[] {
    return [this.#room.tolerance];
  }

  get pixel(): readonly number[] {
    return [unitsInPixel(this.#room.viewport.scale)];
  }

  draw(layers: readonly Layer[]): void {
    const before = this.#room.bars.layers;
    if (layers.length === before.length && layers.every((layer, i) => layer === before[i])) return;
    const { pressed } = this.#pointing;
    this.#room.draw(layers, pressed);
    this.#painting.invalidate('marks');
    // Small as it is, it has to draw all regions: not in every frame of a drag.
    if (!pressed) this.#painting.invalidate('overview');
  }

  sketch(layer: Layer | undefined): void {
    this.#room.sketch(layer);
  }

  cursor(css: string): void {
    this.#pointing.cursor(css);
  }

  onInput(listener: (input: Input<number>) => void): Dispose {
    return this.#pointing.onInput(listener);
  }

  onHover(listener: (regionId: string | undefined, at: number | undefined) => void): Dispose {
    return this.#pointing.onHover(listener);
  }

  reveal(regionId: string): void {
    const bar = this.#room.bars.of(regionId);
    if (!bar) return;
    this.#room.viewport.reveal(bar);
    this.#room.revealRow(bar.row);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  /** The playhead, in the axis' own unit. */
  get #now(): number {
    return this.options.fromClock(this.clock.time);
  }

  get #painted(): Painted {
    const room = this.#room;
    const { scene, grips } = room;
    const { under } = this.#pointing;
    return {
      scene,
      grips,
      gripUnder: grips.find(({ bar, handle }) => under?.regionId === bar.layer.id && under.handle === handle.id),
      sketch: room.sketched,
      wave: room.wave,
      limits: room.viewport.limits,
      whole: room.whole,
      timed: room.timed,
      stretch: this.clock.stretch,
      rows: room.content.rows,
    };
  }

  #viewChanged(): void {
    this.#painting.invalidate('ruler', 'wave', 'marks');
    this.#frame.placeWindow(this.#room.scene, this.#room.viewport.limits && this.#room.whole);
    this.#follower.look();
    this.#pointing.viewChanged();
    this.#placePlayhead();
  }

  /** What kept its lane while something was dragged may now lie where it belongs. */
  #settle(): void {
    this.#room.draw(this.#room.bars.layers, false);
    this.#painting.invalidate('marks', 'overview');
  }

  // The playhead

  #makePlayhead(): Playhead {
    const axis = this;
    return new Playhead(this.#frame.over, this.#scope, {
      get options() {
        return axis.options;
      },
      get limits() {
        return axis.#room.viewport.limits;
      },
      get at() {
        return axis.#now;
      },
      get step() {
        const { unit } = axis.options;
        return niceStep(unit === 'frames' ? 1 : KEY_STEP * unitsInPixel(axis.#room.viewport.scale), unit);
      },
      get page() {
        return (axis.view.end - axis.view.start) / 10;
      },
      seek: (at) => this.#seek(at),
      reading: (at) => this.#room.reading(at),
    });
  }

  #goWithClock(): void {
    const { clock, options } = this;
    const { playing, stretch } = clock;
    const at = options.fromClock(clock.time);
    const { blank } = this;
    untracked(() => {
      if (stretch !== this.#stretch) this.#painting.invalidate('ruler');
      this.#stretch = stretch;
      if (!blank) this.#follower.take(at, playing, options.follow && !this.#pointing.active);
      this.#placePlayhead();
      const told = this.#playhead.tell(playing);
      if (told !== undefined) this.#frame.say(told);
    });
  }

  #placePlayhead(): void {
    const { scene, whole, viewport } = this.#room;
    const { layout, scale, options } = scene;
    this.#playhead.hide(!viewport.limits);
    this.#frame.mote.hidden = !viewport.limits;
    const at = this.#now;
    const room = 1 / unitsInPixel(scale);
    const isCell = options.unit === 'frames' && room >= LEAST_CELL;
    const cell = isCell ? ([toX(scale, frameAt(at)) - layout.captions, room] as const) : undefined;
    this.#playhead.move(pointX(scene, at) - layout.captions, cell, layout.ruler.height);
    this.#frame.mote.style.transform = `translateX(${pointX({ options, scale: whole }, at)}px)`;
  }

  /** @param at in the axis' own unit; it may lie outside */
  #seek(at: number): void {
    const { limits } = this.#room.viewport;
    if (!limits) return;
    const frames = this.options.unit === 'frames';
    const last = frames ? Math.max(limits.first, limits.last - 1) : limits.last;
    const place = Math.max(limits.first, Math.min(last, frames ? frameAt(at) : at));
    this.clock.seek(this.options.toClock(place));
  }
}
