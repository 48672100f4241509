import type { Scope } from '../../contract/view.js';

export interface WheelTarget {
  zoomBy(factor: number, clientX: number): void;
  /** CSS pixels that what is in view moves to the left, and up. */
  panBy(dx: number, dy: number): void;
  canZoom(): boolean;
  canPan(): boolean;
  /** Whether rows under the pointer can be scrolled. */
  canScroll(event: WheelEvent): boolean;
  /** What is in view is another than before, below a pointer that has not moved. */
  turned(): void;
}

/** CSS pixels that stand for a line, where a wheel counts by lines. */
const LINE = 20;
/** Wheel deltas from here on come from a notched wheel; smaller ones from a pinch on a trackpad, which goes by degrees. */
const NOTCH = 40;
const STEP = 1.25;

/**
 * The wheel goes along the time, with Ctrl (or a pinch) it zooms about the pointer. Up and down it scrolls rows, where
 * there is anything to scroll; with Shift it goes along the time even so.
 */
export function listenToWheel(element: HTMLElement, scope: Scope, target: WheelTarget): void {
  const turn = (event: WheelEvent) => {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      if (!target.canZoom()) return;
      event.preventDefault();
      const factor = Math.abs(dy) >= NOTCH ? STEP ** -Math.sign(dy) : Math.exp(-dy / 100);
      return target.zoomBy(factor, event.clientX);
    }
    const scrolls = !event.shiftKey && target.canScroll(event);
    if (!scrolls && !target.canPan()) return;
    event.preventDefault();
    // A hand that scrolls down strays a little to the side.
    if (scrolls) target.panBy(Math.abs(dx) * 2 > Math.abs(dy) ? dx : 0, dy);
    else target.panBy(Math.abs(dx) > Math.abs(dy) ? dx : dy, 0);
  };
  scope.listen<WheelEvent>(
    element,
    'wheel',
    (event) => {
      turn(event);
      target.turned();
    },
    { passive: false },
  );
}
