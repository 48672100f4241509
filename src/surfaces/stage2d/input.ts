import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { clientOf, distance, spread } from '../fingers.js';
import { listenForSpace } from '../held-space.js';
import type { Point } from './camera.js';

/** What the pointers act on. Client points are CSS pixels of the window. */
export interface InputTarget {
  at(client: Point): Point;
  hit(client: Point, coarse: boolean): Hit | undefined;
  emit(input: Input<Point>): void;
  /** Where the pointer is, pressed or not; undefined when it has left. */
  hover(client: Point | undefined, hit: Hit | undefined): void;
  /** Whether a drag pans. */
  grabs(): boolean;
  panBy(dx: number, dy: number): void;
  /** Whether there is anything out of sight to pan to. */
  canPan(): boolean;
  zoomBy(factor: number, about: Point): void;
  /** The factor of one notch of the wheel; undefined where the wheel does not zoom. */
  wheelStep(): number | undefined;
  /** The gesture or the readiness to pan has changed. */
  changed(): void;
}

export interface PointerState {
  /** A press has been sent, its release not yet. */
  readonly pressed: boolean;
  readonly panning: boolean;
  /** Space is held: the next drag pans. */
  readonly ready: boolean;
}

/** Between the two presses of a double press: milliseconds, and CSS pixels for a mouse and a finger. */
const DOUBLE = { within: 400, fine: 5, coarse: 24 } as const;
/** A finger that stays on a region so long, in milliseconds, and strays no farther, in CSS pixels, wants its menu. */
const REST = { time: 500, within: 12 } as const;
/** Wheel deltas from here on come from a notched wheel; smaller ones from a pinch on a trackpad, which goes by degrees. */
const NOTCH = 40;

/** Turns pointer, wheel and space events on `element` into input, pans and zooms. */
export function listenForInput(element: HTMLElement, scope: Scope, target: InputTarget): PointerState {
  const state = { pressed: false, panning: false, ready: false };
  const touches = new Map<number, Point>();
  let pointer: number | undefined;
  let last: Point = [0, 0];
  let lastPress: { readonly at: Point; readonly time: number } | undefined;
  let over = false;
  let held: Hit | undefined;
  let resting: { readonly at: Point; readonly stop: () => void } | undefined;
  let rested = false;

  const change = (next: Partial<typeof state>) => {
    Object.assign(state, next);
    target.changed();
  };
  const send = (kind: 'press' | 'move' | 'release' | 'doublepress', event: PointerEvent, hit: Hit | undefined) =>
    target.emit({
      kind,
      at: target.at(clientOf(event)),
      ...(hit && { hit }),
      ...(event.shiftKey && { shift: true }),
      ...(event.altKey && { alt: true }),
      ...((event.ctrlKey || event.metaKey) && { ctrl: true }),
      ...(event.pointerType === 'pen' && { pen: { pressure: event.pressure } }),
    });
  const cancel = () => {
    if (!state.pressed) return;
    change({ pressed: false });
    target.emit({ kind: 'cancel' });
  };

  /** Not every browser sends the event for a long press. Where one does it may come twice, which changes nothing. */
  const rest = (at: Point) => {
    const [clientX, clientY] = at;
    const init = { bubbles: true, composed: true, cancelable: true, pointerType: 'touch', clientX, clientY };
    const stop = scope.timeout(() => {
      resting = undefined;
      rested = true;
      element.dispatchEvent(new PointerEvent('contextmenu', init));
    }, REST.time);
    resting = { at, stop };
  };
  const stir = () => {
    resting?.stop();
    resting = undefined;
  };

  const press = (event: PointerEvent) => {
    const client = clientOf(event);
    const coarse = event.pointerType === 'touch';
    const hit = target.hit(client, coarse);
    const pans = event.button === 1 || state.ready || target.grabs() || (event.shiftKey && !hit && target.canPan());
    if (event.button > 1 || (event.button === 1 && coarse)) return;
    element.setPointerCapture(event.pointerId);
    pointer = event.pointerId;
    last = client;
    if (pans) return change({ panning: true });
    change({ pressed: true });
    held = hit;
    if (coarse && hit && (hit.handle ?? 'body') === 'body') rest(client);
    const double = lastPress !== undefined && event.timeStamp - lastPress.time < DOUBLE.within;
    const near = double && distance(lastPress?.at ?? client, client) <= (coarse ? DOUBLE.coarse : DOUBLE.fine);
    lastPress = near ? undefined : { at: client, time: event.timeStamp };
    send('press', event, hit);
    if (near) send('doublepress', event, hit);
  };

  const startPinch = () => {
    stir();
    cancel();
    pointer = undefined;
    lastPress = undefined;
    if (!state.panning) change({ panning: true });
  };

  const pinch = (event: PointerEvent) => {
    const before = [...touches.values()];
    touches.set(event.pointerId, clientOf(event));
    const after = [...touches.values()];
    const [a, b] = [spread(before), spread(after)];
    // Zoomed first: at fit there would be nothing to pan.
    if (a.width > 0 && b.width > 0) target.zoomBy(b.width / a.width, a.middle);
    target.panBy(b.middle[0] - a.middle[0], b.middle[1] - a.middle[1]);
  };

  scope.listen<PointerEvent>(element, 'pointerdown', (event) => {
    if (event.pointerType === 'touch') {
      rested = false;
      touches.set(event.pointerId, clientOf(event));
      if (touches.size === 2) {
        element.setPointerCapture(event.pointerId);
        return startPinch();
      }
      if (touches.size > 2) return;
    }
    if (pointer === undefined) press(event);
  });

  scope.listen<PointerEvent>(element, 'pointermove', (event) => {
    over = true;
    const before = touches.get(event.pointerId);
    if (touches.size >= 2 && before) return pinch(event);
    const client = clientOf(event);
    if (event.pointerType === 'touch') touches.set(event.pointerId, client);
    if (resting && distance(resting.at, client) > REST.within) stir();
    if (pointer !== undefined && event.pointerId !== pointer) return;
    if (state.panning) {
      // After a pinch the finger that stays pans on.
      const from = pointer === undefined ? before : last;
      if (!from) return;
      target.panBy(client[0] - from[0], client[1] - from[1]);
      last = client;
      return target.hover(client, undefined);
    }
    const hit = state.pressed ? held : target.hit(client, event.pointerType === 'touch');
    target.hover(client, hit);
    if (state.pressed || event.pointerType !== 'touch') send('move', event, hit);
  });

  scope.listen<PointerEvent>(element, 'pointerup', (event) => {
    touches.delete(event.pointerId);
    if (state.panning && pointer === undefined) {
      if (touches.size === 0) change({ panning: false });
      return;
    }
    if (event.pointerId !== pointer) return;
    stir();
    pointer = undefined;
    if (state.panning) return change({ panning: false });
    const wasPressed = state.pressed;
    state.pressed = false;
    if (wasPressed) send('release', event, target.hit(clientOf(event), event.pointerType === 'touch'));
    held = undefined;
    target.changed();
  });

  // A capture that is lost without a release: the browser took the pointer away, or the element was hidden.
  for (const type of ['pointercancel', 'lostpointercapture']) {
    scope.listen<PointerEvent>(element, type, (event) => {
      touches.delete(event.pointerId);
      if (event.pointerId === pointer) {
        stir();
        pointer = undefined;
        cancel();
      }
      if (pointer === undefined && touches.size === 0 && state.panning) change({ panning: false });
    });
  }

  scope.listen<PointerEvent>(element, 'pointerleave', () => {
    over = false;
    if (pointer === undefined) target.hover(undefined, undefined);
  });

  // A long press, or Ctrl and a click on a Mac, would open a menu over what is being drawn.
  scope.listen<MouseEvent>(element, 'contextmenu', (event) => {
    if (pointer !== undefined || touches.size > 0) event.preventDefault();
  });
  // What the browser makes of the finger that is lifted would take the focus from the menu.
  scope.listen<TouchEvent>(element, 'touchend', (event) => rested && event.preventDefault(), { passive: false });
  // The middle button would start the browser's own scrolling.
  scope.listen<MouseEvent>(element, 'mousedown', (event) => event.button === 1 && event.preventDefault());
  scope.listen(element, 'dragstart', (event) => event.preventDefault());

  scope.listen<WheelEvent>(
    element,
    'wheel',
    (event) => {
      const client = clientOf(event);
      if (event.ctrlKey || event.metaKey) {
        const step = target.wheelStep();
        if (step === undefined) return;
        event.preventDefault();
        const { deltaY } = event;
        const notched = event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(deltaY) >= NOTCH;
        return target.zoomBy(notched ? step ** -Math.sign(deltaY) : Math.exp(-deltaY / 100), client);
      }
      if (!target.canPan()) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 20;
      const sideways = event.shiftKey && event.deltaX === 0;
      const [dx, dy] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      target.panBy(-dx * unit, -dy * unit);
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
