import type { Hit, Pointer } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { clientOf, distance, spread } from '../fingers.js';
import { listenForSpace } from '../held-space.js';
import type { Point } from './lens.js';

type Kind = 'press' | 'move' | 'release' | 'doublepress';
/** What a pointer held down does with the camera. */
type Steering = 'orbit' | 'pan';

/** What the pointers act on. Client points are CSS pixels of the window. */
export interface InputTarget {
  hit(client: Point, coarse: boolean): Hit | undefined;
  /** `more` is what was held and pressed along. */
  send(kind: Kind, client: Point, hit: Hit | undefined, more: Omit<Pointer<unknown>, 'at' | 'hit'>): void;
  /** The surface has taken the pointer away from what was pressed. */
  cancel(): void;
  /** Where the pointer is, pressed or not; undefined when it has left. */
  hover(client: Point | undefined, hit: Hit | undefined): void;
  /** Whether a drag with the first button is for the camera. */
  grabs(): boolean;
  /** Whether the camera can be moved from here: that of a side view cannot. */
  steers(client: Point): boolean;
  steer(how: Steering, dx: number, dy: number): void;
  zoomBy(factor: number, client: Point): void;
  /** The gesture or the readiness to move the camera has changed. */
  changed(): void;
}

export interface PointerState {
  /** A press has been sent, its release not yet. */
  readonly pressed: boolean;
  readonly steering: boolean;
  /** Space is held: the next drag moves the camera. */
  readonly ready: boolean;
}

/** Between the two presses of a double press: milliseconds, and CSS pixels for a mouse and a finger. */
const DOUBLE = { within: 400, fine: 5, coarse: 24 } as const;
/** A finger that stays on a region so long, in milliseconds, and strays no farther, in CSS pixels, wants its menu. */
const REST = { time: 500, within: 12 } as const;
/** CSS pixels that the second button strays by before it turns the camera, and is no click. */
const STRAY = 3;
/** Wheel deltas from here on come from a notched wheel; smaller ones from a trackpad, which goes by degrees. */
const NOTCH = 40;
const STEP = 1.15;

interface Held {
  readonly id: number;
  readonly button: number;
  readonly from: Point;
  last: Point;
  /** Undefined: what is done goes to tools. */
  readonly steering: Steering | undefined;
  /** What was under it when it was pressed. */
  readonly hit: Hit | undefined;
  strayed: boolean;
}

/** Turns pointer, wheel and space events on `element` into input and moves of the camera. */
export function listenForInput(element: HTMLElement, scope: Scope, target: InputTarget): PointerState {
  const state = { pressed: false, steering: false, ready: false };
  const touches = new Map<number, Point>();
  let held: Held | undefined;
  let lastPress: { readonly at: Point; readonly time: number } | undefined;
  let over = false;
  let stopResting: (() => void) | undefined;
  let rested = false;
  /** The browser's own menu event for the second button is not wanted: ours comes when it was a click. */
  let swallows = false;

  const change = (next: Partial<typeof state>) => {
    Object.assign(state, next);
    target.changed();
  };
  const send = (kind: Kind, event: PointerEvent, hit: Hit | undefined) =>
    target.send(kind, clientOf(event), hit, {
      ...(event.shiftKey && { shift: true }),
      ...(event.altKey && { alt: true }),
      ...((event.ctrlKey || event.metaKey) && { ctrl: true }),
      ...(event.pointerType === 'pen' && { pen: { pressure: event.pressure } }),
    });
  const drop = () => {
    held = undefined;
    if (!state.pressed) return;
    change({ pressed: false });
    target.cancel();
  };
  const menu = ([clientX, clientY]: Point, pointerType: string) =>
    element.dispatchEvent(
      new PointerEvent('contextmenu', {
        bubbles: true,
        composed: true,
        cancelable: true,
        pointerType,
        clientX,
        clientY,
      }),
    );
  const stir = () => {
    stopResting?.();
    stopResting = undefined;
  };

  const steeringOf = (event: PointerEvent, client: Point): Steering | undefined => {
    if (!target.steers(client)) return undefined;
    if (event.button === 1 || (event.button === 2 && event.shiftKey)) return 'pan';
    if (event.button === 2) return 'orbit';
    return state.ready || target.grabs() ? (event.shiftKey ? 'pan' : 'orbit') : undefined;
  };

  const press = (event: PointerEvent) => {
    const client = clientOf(event);
    const coarse = event.pointerType === 'touch';
    if (event.button > 2 || (event.button > 0 && coarse)) return;
    const steering = steeringOf(event, client);
    if (!steering && event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    const hit = steering ? undefined : target.hit(client, coarse);
    held = { id: event.pointerId, button: event.button, from: client, last: client, steering, hit, strayed: false };
    swallows = event.button === 2;
    if (steering) return event.button === 2 ? undefined : change({ steering: true });
    change({ pressed: true });
    if (coarse && hit && (hit.handle ?? 'body') === 'body') {
      stopResting = scope.timeout(() => {
        stopResting = undefined;
        rested = true;
        menu(client, 'touch');
      }, REST.time);
    }
    const soon = lastPress !== undefined && event.timeStamp - lastPress.time < DOUBLE.within;
    const near = soon && distance(lastPress?.at ?? client, client) <= (coarse ? DOUBLE.coarse : DOUBLE.fine);
    lastPress = near ? undefined : { at: client, time: event.timeStamp };
    send('press', event, hit);
    if (near) send('doublepress', event, hit);
  };

  const pinch = (event: PointerEvent) => {
    const before = spread([...touches.values()]);
    touches.set(event.pointerId, clientOf(event));
    const after = spread([...touches.values()]);
    if (before.width > 0 && after.width > 0) target.zoomBy(after.width / before.width, before.middle);
    if (target.steers(before.middle)) {
      target.steer('pan', after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]);
    }
  };

  scope.listen<PointerEvent>(element, 'pointerdown', (event) => {
    if (event.pointerType === 'touch') {
      rested = false;
      touches.set(event.pointerId, clientOf(event));
      if (touches.size === 2) {
        element.setPointerCapture(event.pointerId);
        stir();
        drop();
        lastPress = undefined;
        return change({ steering: true });
      }
      if (touches.size > 2) return;
    }
    if (!held) press(event);
  });

  scope.listen<PointerEvent>(element, 'pointermove', (event) => {
    over = true;
    if (touches.size >= 2 && touches.has(event.pointerId)) return pinch(event);
    if (event.pointerType === 'touch') touches.set(event.pointerId, clientOf(event));
    if (held && event.pointerId !== held.id) return;
    const client = clientOf(event);
    if (held && stopResting && distance(held.from, client) > REST.within) stir();
    if (held?.steering) {
      if (!held.strayed && held.button === 2 && distance(held.from, client) <= STRAY) return;
      held.strayed = true;
      if (!state.steering) change({ steering: true });
      const [dx, dy] = [client[0] - held.last[0], client[1] - held.last[1]];
      held.last = client;
      target.steer(held.steering, dx, dy);
      return target.hover(client, undefined);
    }
    // Of two fingers one was lifted: the other does nothing any more.
    if (state.steering) return;
    const hit = held ? held.hit : target.hit(client, event.pointerType === 'touch');
    target.hover(client, hit);
    if (held || event.pointerType !== 'touch') send('move', event, hit);
  });

  scope.listen<PointerEvent>(element, 'pointerup', (event) => {
    touches.delete(event.pointerId);
    if (state.steering && !held && touches.size === 0) return change({ steering: false });
    if (!held || event.pointerId !== held.id) return;
    stir();
    const { steering, strayed, button } = held;
    held = undefined;
    if (steering) {
      change({ steering: false });
      if (button === 2 && !strayed) menu(clientOf(event), event.pointerType);
      return;
    }
    state.pressed = false;
    send('release', event, target.hit(clientOf(event), event.pointerType === 'touch'));
    target.changed();
  });

  // A capture that is lost without a release: the browser took the pointer away, or the element was hidden.
  for (const type of ['pointercancel', 'lostpointercapture']) {
    scope.listen<PointerEvent>(element, type, (event) => {
      touches.delete(event.pointerId);
      if (event.pointerId === held?.id) {
        stir();
        drop();
      }
      if (!held && touches.size === 0 && state.steering) change({ steering: false });
    });
  }

  scope.listen<PointerEvent>(element, 'pointerleave', () => {
    over = false;
    if (!held) target.hover(undefined, undefined);
  });

  scope.listen<MouseEvent>(
    element,
    'contextmenu',
    (event) => {
      if (held || touches.size > 0) event.preventDefault();
      // Some browsers send it when the button goes down, before one knows whether it is a click.
      if (!event.isTrusted || !swallows || event.button !== 2) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  // What the browser makes of the finger that is lifted would take the focus from the menu.
  scope.listen<TouchEvent>(element, 'touchend', (event) => rested && event.preventDefault(), { passive: false });
  // The middle button would start the browser's own scrolling.
  scope.listen<MouseEvent>(element, 'mousedown', (event) => event.button === 1 && event.preventDefault());
  scope.listen(element, 'dragstart', (event) => event.preventDefault());

  scope.listen<WheelEvent>(
    element,
    'wheel',
    (event) => {
      event.preventDefault();
      const { deltaY } = event;
      const notched = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(deltaY) >= NOTCH;
      const slow = event.ctrlKey || event.metaKey ? 100 : 300;
      target.zoomBy(notched ? STEP ** -Math.sign(deltaY) : Math.exp(-deltaY / slow), clientOf(event));
    },
    { passive: false },
  );

  listenForSpace(
    element,
    scope,
    () => over,
    (ready) => state.ready !== ready && change({ ready }),
  );
  return state;
}
