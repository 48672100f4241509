import type { TimeOptions } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { unitName } from './reading.js';
import { frameAt, type Limits } from './view-window.js';

export interface PlayheadTarget {
  readonly options: TimeOptions;
  readonly limits: Limits | undefined;
  /** The playhead's place in the axis' own unit. */
  readonly at: number;
  /** In the axis' own unit: about as much as is seen of a move. */
  readonly step: number;
  /** In the axis' own unit. */
  readonly page: number;
  seek(at: number): void;
  reading(at: number): string;
}

/** A second in milliseconds: while it plays, the place is told no oftener. */
const TOLD = 1000;

/** The line at the clock's time. Moving it paints nothing. Its head is a slider for keys and screen readers. */
export class Playhead {
  readonly #line = document.createElement('div');
  /** The room of the frame on show. */
  readonly #cell = document.createElement('div');
  readonly #target: PlayheadTarget;
  #told = 0;

  /** @param mote what shows the same place in the overview */
  constructor(over: HTMLElement, scope: Scope, target: PlayheadTarget) {
    this.#target = target;
    this.#line.className = 'le-time-playhead';
    this.#cell.className = 'le-time-cell';
    this.#line.setAttribute('role', 'slider');
    this.#line.setAttribute('aria-label', 'Playhead');
    this.#line.tabIndex = 0;
    const head = document.createElement('div');
    head.className = 'le-time-head';
    this.#line.append(head);
    over.append(this.#cell, this.#line);
    scope.listen<KeyboardEvent>(this.#line, 'keydown', (event) => this.#key(event));
  }

  get element(): HTMLElement {
    return this.#line;
  }

  /** @param x CSS pixels from the left edge of what it lies in; @param cell the left edge and width of the frame's room */
  move(x: number, cell: readonly [left: number, width: number] | undefined, top: number): void {
    this.#line.style.transform = `translateX(${x}px)`;
    this.#cell.hidden = !cell;
    if (!cell) return;
    this.#cell.style.top = `${top}px`;
    this.#cell.style.width = `${cell[1]}px`;
    this.#cell.style.transform = `translateX(${cell[0]}px)`;
  }

  hide(hidden: boolean): void {
    this.#line.hidden = hidden;
    if (hidden) this.#cell.hidden = true;
  }

  /** @returns what was told, if it was */
  tell(playing: boolean): string | undefined {
    const time = performance.now();
    const { limits, at, options } = this.#target;
    if (!limits || (playing && time - this.#told < TOLD)) return undefined;
    this.#told = time;
    const last = options.unit === 'frames' ? limits.last - 1 : limits.last;
    const reading = this.#target.reading(at);
    this.#line.setAttribute('aria-valuemin', String(limits.first));
    this.#line.setAttribute('aria-valuemax', String(last));
    this.#line.setAttribute('aria-valuenow', String(options.unit === 'frames' ? frameAt(at) : Number(at.toFixed(3))));
    const text = `${unitName(options.unit)} ${reading}`;
    this.#line.setAttribute('aria-valuetext', text);
    return text;
  }

  #key(event: KeyboardEvent): void {
    const { limits, at, step, page } = this.#target;
    if (!limits || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const large = event.shiftKey ? 10 : 1;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: at - step * large,
      ArrowDown: at - step * large,
      ArrowRight: at + step * large,
      ArrowUp: at + step * large,
      PageDown: at - page,
      PageUp: at + page,
      Home: limits.first,
      End: limits.last,
    };
    const place = to[event.key];
    if (place === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#target.seek(place);
  }
}
