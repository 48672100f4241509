import type { TimeView } from '../../contract/surface.js';
import type { Drag } from './gestures.js';
import { type Scale, toAt, toX, unitsInPixel } from './view-window.js';

/** CSS pixels round an edge of the window by which it is dragged; more of it outside, or a narrow window were all edge. */
const EDGE = { inside: 4, outside: 8 } as const;
const COARSE = 2;

export type WindowPart = 'start' | 'end' | 'inside' | 'outside';

/** Which part of the window in the overview a point is on. @param whole where all of the axis is drawn; @param x CSS pixels */
export function windowPart(view: TimeView, whole: Scale, x: number, coarse: boolean): WindowPart {
  const [left, right] = [toX(whole, view.start), toX(whole, view.end)];
  const more = coarse ? COARSE : 1;
  const inside = Math.min(EDGE.inside * more, (right - left) / 3);
  if (x >= left - EDGE.outside * more && x <= left + inside) return 'start';
  if (x <= right + EDGE.outside * more && x >= right - inside) return 'end';
  return x > left && x < right ? 'inside' : 'outside';
}

export interface OverviewTarget {
  readonly view: TimeView;
  /** Where all of the axis is drawn. */
  readonly whole: Scale;
  look(view: TimeView): void;
  /** From a client point to CSS pixels of the surface. */
  x(event: PointerEvent): number;
}

/** Moves the window in the overview, or one of its edges; a press beside it takes it there. */
export function dragWindow(event: PointerEvent, target: OverviewTarget): Drag {
  const { whole } = target;
  const from = target.x(event);
  let view = target.view;
  const part = windowPart(view, whole, from, event.pointerType === 'touch');
  if (part === 'outside') {
    const by = toAt(whole, from) - (view.start + view.end) / 2;
    target.look({ start: view.start + by, end: view.end + by });
    view = target.view;
  }
  const move = (now: PointerEvent) => {
    const by = (target.x(now) - from) * unitsInPixel(whole);
    const [start, end] = [view.start + by, view.end + by];
    if (part === 'start') target.look({ start: Math.max(whole.view.start, Math.min(start, view.end)), end: view.end });
    else if (part === 'end')
      target.look({ start: view.start, end: Math.min(whole.view.end, Math.max(end, view.start)) });
    else target.look({ start, end });
  };
  return { move, end: () => {}, cancel: () => target.look(view) };
}
