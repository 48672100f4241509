import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import type { Drag } from './gestures.js';

/** What presses among the regions act on. */
export interface FieldTarget {
  at(event: PointerEvent): number;
  hit(event: PointerEvent): Hit | undefined;
  emit(input: Input<number>): void;
  /** A press where no region is was let go at the same place. */
  click(event: PointerEvent): void;
}

/** Between the two presses of a double press: milliseconds, and CSS pixels for a mouse and a finger. */
const DOUBLE = { within: 400, fine: 5, coarse: 24 } as const;
/** CSS pixels that a pointer may stray in a click. */
const STRAY = { fine: 4, coarse: 12 } as const;
/** A finger that stays on a region for so many milliseconds wants its menu. */
const REST = 500;

type Kind = 'press' | 'move' | 'release' | 'doublepress';

/** Makes tools' input of presses among the regions. */
export class FieldDrags {
  readonly #element: HTMLElement;
  readonly #scope: Scope;
  readonly #target: FieldTarget;
  #lastPress: PointerEvent | undefined;
  /** The finger that is down has rested, and a menu is open. */
  #rested = false;
  pressed = false;

  constructor(element: HTMLElement, scope: Scope, target: FieldTarget) {
    this.#element = element;
    this.#scope = scope;
    this.#target = target;
    // What the browser makes of the finger that is lifted would take the focus from the menu.
    scope.listen<TouchEvent>(element, 'touchend', (event) => this.#rested && event.preventDefault(), {
      passive: false,
    });
  }

  /** The pointer moves and is not pressed. */
  hover(event: PointerEvent, hit: Hit | undefined): void {
    this.#send('move', event, hit);
  }

  begin(event: PointerEvent): Drag {
    const hit = this.#target.hit(event);
    const stray = event.pointerType === 'touch' ? STRAY.coarse : STRAY.fine;
    let still = true;
    this.#rested = false;
    const stir = event.pointerType === 'touch' && hit && hit.handle === undefined ? this.#rest(event) : () => {};
    this.pressed = true;
    this.#press(event, hit);
    return {
      scrolls: true,
      move: (now) => {
        if (distance(event, now) > stray) {
          still = false;
          stir();
        }
        this.#send('move', now, hit);
      },
      end: (now) => {
        stir();
        this.pressed = false;
        this.#send('release', now, this.#target.hit(now));
        if (still && !hit) this.#target.click(now);
      },
      cancel: () => {
        stir();
        this.pressed = false;
        this.#lastPress = undefined;
        this.#target.emit({ kind: 'cancel' });
      },
    };
  }

  #press(event: PointerEvent, hit: Hit | undefined): void {
    const last = this.#lastPress;
    const reach = event.pointerType === 'touch' ? DOUBLE.coarse : DOUBLE.fine;
    const double =
      last !== undefined && event.timeStamp - last.timeStamp < DOUBLE.within && distance(last, event) <= reach;
    this.#lastPress = double ? undefined : event;
    this.#send('press', event, hit);
    if (double) this.#send('doublepress', event, hit);
  }

  #send(kind: Kind, event: PointerEvent, hit: Hit | undefined): void {
    this.#target.emit({
      kind,
      at: this.#target.at(event),
      ...(hit && { hit }),
      ...(event.shiftKey && { shift: true }),
      ...(event.altKey && { alt: true }),
      ...((event.ctrlKey || event.metaKey) && { ctrl: true }),
      ...(event.pointerType === 'pen' && { pen: { pressure: event.pressure } }),
    });
  }

  /** Not every browser sends the event for a long press. Where one does it may come twice, which changes nothing. */
  #rest({ clientX, clientY }: PointerEvent): () => void {
    const init = { bubbles: true, composed: true, cancelable: true, pointerType: 'touch', clientX, clientY };
    return this.#scope.timeout(() => {
      this.#rested = true;
      this.#element.dispatchEvent(new PointerEvent('contextmenu', init));
    }, REST);
  }
}

const distance = (a: MouseEvent, b: MouseEvent) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
