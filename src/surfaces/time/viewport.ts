import type { TimeOptions, TimeView } from '../../contract/surface.js';
import { observable, runInAction } from '../../reactive/index.js';
import {
  type Limits,
  limitsOf,
  panned,
  revealing,
  type Scale,
  turnedTo,
  unitsInPixel,
  wholeOf,
  within,
  zoomed,
} from './view-window.js';

const nothing: TimeView = Object.freeze({ start: 0, end: 1 });

/** Which stretch of the whole is in view, and the rules by which that may change. */
export class Viewport {
  readonly #view = observable.box(nothing);
  readonly #changed: () => void;
  #unit: TimeOptions['unit'] = 'seconds';
  #length: number | undefined;
  #sampleRate: number | undefined;
  /** CSS pixels. */
  #left = 0;
  #width = 1;
  /** Whether all is in view, and is to be when there is more of it. */
  #whole = true;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Observable. */
  get view(): TimeView {
    return this.#view.get();
  }

  /** Absent while there is nothing to look at. */
  get limits(): Limits | undefined {
    return this.#length === undefined ? undefined : limitsOf(this.#unit, this.#length, this.#width, this.#sampleRate);
  }

  get scale(): Scale {
    return { view: this.view, left: this.#left, width: this.#width };
  }

  /** Whether anything is out of sight. */
  get canPan(): boolean {
    const { limits, view } = this;
    return limits !== undefined && (view.start > limits.first || view.end < limits.last);
  }

  setUnit(unit: TimeOptions['unit']): void {
    if (unit === this.#unit) return;
    this.#unit = unit;
    this.#whole = true;
    this.#settle();
  }

  setLength(length: number | undefined, sampleRate: number | undefined): void {
    this.#length = length;
    this.#sampleRate = sampleRate;
    this.#settle();
  }

  /** @param left and width where the stretch in view is drawn, in CSS pixels */
  setRoom(left: number, width: number): void {
    if (left === this.#left && width === this.#width) return;
    this.#left = left;
    this.#width = Math.max(1, width);
    this.#settle();
    this.#changed();
  }

  look({ start, end }: Partial<TimeView>): void {
    const { view } = this;
    const span = view.end - view.start;
    const asked = { start: start ?? (end ?? span) - span, end: end ?? (start ?? 0) + span };
    if ((start === undefined && end === undefined) || !Number.isFinite(asked.start + asked.end)) return;
    this.#set(asked);
  }

  zoomTo(what: 'all' | TimeView): void {
    if (what !== 'all') return this.look(what);
    this.#whole = true;
    this.#settle();
  }

  /** @param about in the axis' own unit */
  zoomBy(factor: number, about: number): void {
    const { limits } = this;
    if (limits && factor > 0) this.#set(zoomed(this.view, factor, about, limits));
  }

  /** @param pixels CSS pixels that what is in view moves to the left */
  panBy(pixels: number): void {
    const { limits } = this;
    if (limits) this.#set(panned(this.view, pixels * unitsInPixel(this.scale), limits));
  }

  reveal(stretch: TimeView): void {
    const { limits } = this;
    if (limits) this.#set(revealing(this.view, stretch, limits));
  }

  turnTo(at: number): void {
    const { limits } = this;
    if (limits) this.#set(turnedTo(this.view, at, limits));
  }

  #settle(): void {
    const { limits } = this;
    if (limits) this.#set(this.#whole ? wholeOf(limits) : this.view);
  }

  #set(asked: TimeView): void {
    const { limits } = this;
    const next = limits ? within(asked, limits) : asked;
    this.#whole = limits !== undefined && next.start === limits.first && next.end === limits.last;
    const { start, end } = this.view;
    if (next.start === start && next.end === end) return;
    runInAction(() => this.#view.set(Object.freeze(next)));
    this.#changed();
  }
}
