import type { Scope } from '../../contract/view.js';
import type { Stretch } from './laid-text.js';

/** Client pixels that a pointer may stray in a click. */
const stray = 4;
/** Milliseconds of rest after which a selection by touch counts as finished. */
const rest = 700;

export interface PointerListener {
  /** What is selected of the text right now. */
  selected(): Stretch | undefined;
  /** Whether text may be selected. */
  selectable(): boolean;
  pressed(): void;
  clicked(event: PointerEvent): void;
  ranged(stretch: Stretch, ctrl: boolean): void;
  /** The pointer rests over a client point, or has left. */
  hovered(at: { readonly x: number; readonly y: number } | undefined): void;
}

/**
 * Selecting is left to the browser: what a press meant, a click or a selection, is known when the pointer goes up. On
 * touch the browser's own selection handles send no pointer events, so there a selection counts once it has come to rest.
 */
export function listenToPointer(scope: Scope, element: HTMLElement, listener: PointerListener): void {
  const page = element.ownerDocument;
  let press: PointerEvent | undefined;
  /** What was selected before the button went down, on the text or anywhere. */
  let before: Stretch | undefined;
  let byTouch = false;
  let fingers = 0;
  let stopResting = () => {};
  let hovering: { readonly x: number; readonly y: number } | undefined;

  const rested = () => {
    stopResting = () => {};
    const stretch = listener.selected();
    if (stretch && byTouch && fingers === 0 && listener.selectable()) listener.ranged(stretch, false);
  };
  const restAnew = () => {
    stopResting();
    if (byTouch) stopResting = scope.timeout(rested, rest);
  };

  const early = { capture: true, passive: true };
  const noteKind = ({ pointerType }: PointerEvent) => element.classList.toggle('le-flow-fine', pointerType === 'mouse');
  for (const type of ['pointerdown', 'pointermove']) scope.listen(element, type, noteKind, early);
  const noteDown = (event: PointerEvent) => {
    byTouch = event.pointerType === 'touch';
    before = listener.selected();
  };
  scope.listen(page, 'pointerdown', noteDown, early);
  scope.listen(page, 'keydown', () => (byTouch = false), early);
  scope.listen<PointerEvent>(element, 'pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary || onScrollbar(event, element) || onControl(event, element)) return;
    listener.pressed();
    press = event;
  });
  scope.listen<MouseEvent>(element, 'mousedown', (event) => {
    if (onControl(event, element)) return;
    // The second press of a double click has made a range already; the third would make one of the whole line.
    if (event.detail > 2) event.preventDefault();
  });
  scope.listen(element, 'dragstart', (event) => event.preventDefault());
  scope.listen<PointerEvent>(page, 'pointerup', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const down = press;
    press = undefined;
    const stretch = listener.selectable() ? listener.selected() : undefined;
    const fresh = stretch && !same(stretch, before);
    if (fresh && !byTouch) listener.ranged(stretch, event.ctrlKey || event.metaKey);
    else if (down && !stretch && isNear(down, event)) listener.clicked(event);
    else if (down && stretch && !fresh && !byTouch && isNear(down, event)) listener.clicked(event);
  });
  scope.listen(page, 'pointercancel', () => {
    press = undefined;
  });
  const touched = (event: TouchEvent) => {
    fingers = event.touches.length;
    if (fingers === 0) restAnew();
  };
  for (const type of ['touchstart', 'touchend', 'touchcancel']) scope.listen(page, type, touched, early);
  scope.listen(page, 'selectionchange', restAnew);

  let stopFrame = () => {};
  scope.listen<PointerEvent>(element, 'pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    if (!hovering)
      stopFrame = scope.frame(() => {
        const at = hovering;
        hovering = undefined;
        listener.hovered(at);
      });
    hovering = { x: event.clientX, y: event.clientY };
  });
  scope.listen(element, 'pointerleave', () => {
    stopFrame();
    hovering = undefined;
    listener.hovered(undefined);
  });
}

const same = (a: Stretch, b: Stretch | undefined) => a.from === b?.from && a.to === b.to;

const isNear = (a: MouseEvent, b: MouseEvent) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) <= stray;

const controls = 'button, input, select, textarea, label, summary, audio, video, [role=button], [contenteditable]';

/** What is played, pressed or written in, in a text that its tag lays out. */
function onControl(event: Event, element: HTMLElement): boolean {
  const path = event.composedPath();
  return path.slice(0, path.indexOf(element)).some((part) => part instanceof Element && part.matches(controls));
}

function onScrollbar(event: MouseEvent, element: HTMLElement): boolean {
  const { left, top } = element.getBoundingClientRect();
  const x = event.clientX - left - element.clientLeft;
  const y = event.clientY - top - element.clientTop;
  return event.composedPath()[0] === element && (x >= element.clientWidth || y >= element.clientHeight || x < 0);
}
