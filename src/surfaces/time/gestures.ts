import type { Scope } from '../../contract/view.js';

/** What a pointer does from when it is pressed until it is let go. */
export interface Drag {
  move(event: PointerEvent): void;
  end(event: PointerEvent): void;
  /** The pointer was taken away: a second finger, a lost capture. */
  cancel(): void;
  /** Whether what is in view moves on while the pointer is beside it. */
  readonly scrolls?: boolean;
}

/** Client points are CSS pixels of the window. */
export interface GestureTarget {
  /** What a press begins; undefined where nothing comes of it. */
  begin(event: PointerEvent): Drag | undefined;
  /** Where the pointer is while nothing is dragged; undefined when it has left. */
  hover(event: PointerEvent | undefined): void;
  /** Whether a press has begun something that has not ended. */
  changed(): void;
  zoomBy(factor: number, clientX: number): void;
  /** Moves what is in view with the fingers. */
  panBy(dx: number, dy: number): void;
  /** How far a client point is beside what is in view, in CSS pixels: negative to its left, 0 inside. */
  beside(clientX: number): number;
}

/** Of a pointer that is beside what is in view by one CSS pixel, in CSS pixels a frame. */
const SPEED = 0.2;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Follows the pointers on an element: one drags, two fingers pan and zoom. */
export class Gestures {
  readonly #element: HTMLElement;
  readonly #scope: Scope;
  readonly #target: GestureTarget;
  readonly #touches = new Map<number, Spot>();
  #drag: Drag | undefined;
  #pointer: number | undefined;
  #last: PointerEvent | undefined;
  #stopScrolling: (() => void) | undefined;

  constructor(element: HTMLElement, scope: Scope, target: GestureTarget) {
    this.#element = element;
    this.#scope = scope;
    this.#target = target;
    scope.listen<PointerEvent>(element, 'pointerdown', (event) => this.#down(event));
    scope.listen<PointerEvent>(element, 'pointermove', (event) => this.#move(event));
    scope.listen<PointerEvent>(element, 'pointerup', (event) => this.#up(event));
    // Without a release: the browser took the pointer away, or the element was hidden.
    for (const type of ['pointercancel', 'lostpointercapture'])
      scope.listen<PointerEvent>(element, type, (event) => this.#lose(event));
    scope.listen(element, 'pointerleave', () => !this.#drag && target.hover(undefined));
    // A long press, or Ctrl and a click on a Mac, would open a menu over what is being drawn.
    scope.listen<MouseEvent>(element, 'contextmenu', (event) => {
      if (event.isTrusted && this.active) event.preventDefault();
    });
    // The middle button would start the browser's own scrolling.
    scope.listen<MouseEvent>(element, 'mousedown', (event) => event.button === 1 && event.preventDefault());
    scope.listen(element, 'dragstart', (event) => event.preventDefault());
  }

  get active(): boolean {
    return this.#drag !== undefined || this.#touches.size > 0;
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'touch') {
      this.#touches.set(event.pointerId, spotOf(event));
      if (this.#touches.size > 1) {
        this.#element.setPointerCapture(event.pointerId);
        return this.#cancel();
      }
    }
    if (this.#drag || event.button > 1 || (event.button === 1 && event.pointerType === 'touch')) return;
    const drag = this.#target.begin(event);
    if (!drag) return;
    this.#element.setPointerCapture(event.pointerId);
    this.#drag = drag;
    this.#pointer = event.pointerId;
    this.#last = event;
    this.#target.changed();
  }

  #move(event: PointerEvent): void {
    if (this.#touches.size > 1 && this.#touches.has(event.pointerId)) return this.#pinch(event);
    if (event.pointerType === 'touch' && this.#touches.has(event.pointerId))
      this.#touches.set(event.pointerId, spotOf(event));
    if (!this.#drag) {
      if (event.pointerType !== 'touch') this.#target.hover(event);
      return;
    }
    if (event.pointerId !== this.#pointer) return;
    this.#last = event;
    this.#drag.move(event);
    this.#scroll();
  }

  #up(event: PointerEvent): void {
    this.#touches.delete(event.pointerId);
    if (event.pointerId !== this.#pointer) return;
    const drag = this.#drag;
    this.#forget();
    drag?.end(event);
    this.#target.changed();
    if (event.pointerType !== 'touch') this.#target.hover(event);
  }

  #lose(event: PointerEvent): void {
    this.#touches.delete(event.pointerId);
    if (event.pointerId === this.#pointer) this.#cancel();
  }

  #cancel(): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#forget();
    drag.cancel();
    this.#target.changed();
  }

  #forget(): void {
    this.#drag = undefined;
    this.#pointer = undefined;
    this.#stopScrolling?.();
    this.#stopScrolling = undefined;
  }

  #pinch(event: PointerEvent): void {
    const before = spread([...this.#touches.values()]);
    this.#touches.set(event.pointerId, spotOf(event));
    const after = spread([...this.#touches.values()]);
    // Zoomed first: where all is in view there would be nothing to pan.
    if (before.width > 0 && after.width > 0) this.#target.zoomBy(after.width / before.width, before.x);
    this.#target.panBy(after.x - before.x, after.y - before.y);
  }

  /** What is beyond the edge comes into view while something is dragged there, without the pointer moving on. */
  #scroll(): void {
    const scrolls = () => this.#drag?.scrolls === true && this.#last && this.#target.beside(this.#last.clientX);
    if (this.#stopScrolling || !scrolls()) return;
    const step = () => {
      const by = scrolls();
      this.#stopScrolling = undefined;
      if (!by || !this.#last) return;
      this.#target.panBy(-by * SPEED, 0);
      this.#drag?.move(this.#last);
      this.#stopScrolling = this.#scope.frame(step);
    };
    this.#stopScrolling = this.#scope.frame(step);
  }
}

const spotOf = ({ clientX, clientY }: MouseEvent): Spot => ({ x: clientX, y: clientY });

/** The middle of the first two fingers, and how far they are apart along the axis, or at all where that is little. */
function spread([a = { x: 0, y: 0 }, b = a]: readonly Spot[]): Spot & { readonly width: number } {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: Math.hypot(a.x - b.x, a.y - b.y) };
}
