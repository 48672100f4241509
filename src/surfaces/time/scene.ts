import type { TimeOptions, TimeView } from '../../contract/surface.js';
import type { Bars } from './bars.js';
import type { Layout } from './layout.js';
import { drawnView, frameAt, type Scale, toX, unitsInPixel } from './view-window.js';

/** All that decides where something is drawn. */
export interface Scene {
  readonly layout: Layout;
  readonly scale: Scale;
  readonly options: TimeOptions;
  readonly bars: Bars;
  /** How far lanes or rows are scrolled, in CSS pixels. */
  readonly scrolled: number;
}

/** From the surface's left edge to a point in time; of frames to the middle of the room that the frame takes. */
export const pointX = ({ scale, options }: Pick<Scene, 'scale' | 'options'>, at: number): number =>
  toX(scale, options.unit === 'frames' ? frameAt(at) + 0.5 : at);

/** What is at least this wide can be seen and clicked. CSS pixels. */
const LEAST_WIDTH = 3;

export interface Side {
  readonly left: number;
  readonly right: number;
}

/** Where a stretch is drawn, from the surface's left edge. Its far ends, out of sight, are cut. */
export function sidesOf(
  { scale, layout }: Scene,
  { start, end }: { readonly start: number; readonly end: number },
): Side {
  const out = 50;
  const cut = (x: number) => Math.max(-out, Math.min(layout.width + out, x));
  const [left, right] = [cut(toX(scale, start)), cut(toX(scale, end))];
  if (right - left >= LEAST_WIDTH) return { left, right };
  const middle = (left + right) / 2;
  return { left: middle - LEAST_WIDTH / 2, right: middle + LEAST_WIDTH / 2 };
}

/** The stretch whose regions are drawn: what is in view, and so much beside it as a region may reach over. */
export function drawnStretch({ scale, layout, options }: Scene): TimeView {
  const { start, end } = drawnView(scale, layout.captions, layout.width);
  // A frame's diamond is in the middle of its room.
  const more = (options.unit === 'frames' ? 1 : 0) + 8 * unitsInPixel(scale);
  return { start: start - more, end: end + more };
}
