import type { TimeOptions, TimeView } from '../../contract/surface.js';

/** What can be looked at: from `first` to `last`, and no stretch shorter than `least`. In the axis' own unit. */
export interface Limits {
  readonly first: number;
  readonly last: number;
  readonly least: number;
}

/** Where the stretch in view is drawn: it begins at `left` and is `width` wide, in CSS pixels. */
export interface Scale {
  readonly view: TimeView;
  readonly left: number;
  readonly width: number;
}

/** CSS pixels that a frame is wide when one is as near as can be. */
const WIDEST_FRAME = 80;
/** Samples in view when one is as near as can be. */
const FEWEST_SAMPLES = 10;
/** Of a medium without samples to go by. */
const SUPPOSED_RATE = 1000;

/** @param width CSS pixels that the view has */
export function limitsOf(unit: TimeOptions['unit'], length: number, width: number, sampleRate?: number): Limits {
  const first = unit === 'frames' ? 1 : 0;
  const least = unit === 'frames' ? width / WIDEST_FRAME : FEWEST_SAMPLES / (sampleRate || SUPPOSED_RATE);
  return { first, last: first + length, least: Math.min(length, least) };
}

export const wholeOf = ({ first, last }: Limits): TimeView => ({ start: first, end: last });

export const toX = ({ view, left, width }: Scale, at: number): number =>
  left + ((at - view.start) / (view.end - view.start)) * width;

export const toAt = ({ view, left, width }: Scale, x: number): number =>
  view.start + ((x - left) / width) * (view.end - view.start);

/** The frame that a place is in. What is reckoned from seconds may be a hair before the frame that is meant. */
export const frameAt = (at: number): number => Math.floor(at + 1e-6);

/** What one CSS pixel is. */
export const unitsInPixel = ({ view, width }: Scale): number => (view.end - view.start) / width;

/** All that is drawn of the axis from one edge of a sheet to the other: the view, and a little beside it. */
export const drawnView = (scale: Scale, from: number, to: number): TimeView => ({
  start: toAt(scale, from),
  end: toAt(scale, to),
});

/** The view as near to what was asked for as the limits let it be; what is too short grows about its middle. */
export function within({ start, end }: TimeView, { first, last, least }: Limits): TimeView {
  const whole = last - first;
  const asked = end - start;
  const span = Math.min(whole, Math.max(least, asked));
  if (!(span < whole)) return { start: first, end: last };
  const wanted = span === asked ? start : (start + end - span) / 2;
  const from = Math.max(first, Math.min(last - span, wanted));
  return { start: from, end: Math.min(last, from + span) };
}

/** Magnifies by a factor; what is at `about` stays where it is as far as the limits allow. */
export function zoomed(view: TimeView, factor: number, about: number, limits: Limits): TimeView {
  const span = view.end - view.start;
  const wanted = Math.min(limits.last - limits.first, Math.max(limits.least, span / factor));
  const start = about - ((about - view.start) / span) * wanted;
  return within({ start, end: start + wanted }, limits);
}

export const panned = ({ start, end }: TimeView, by: number, limits: Limits): TimeView =>
  within({ start: start + by, end: end + by }, limits);

/** Of the view's length, left free beside what is brought into view. */
const ROOM = 1 / 20;

/** The least pan that brings a stretch into view; of one that does not fit, its start. */
export function revealing(view: TimeView, { start, end }: TimeView, limits: Limits): TimeView {
  const span = view.end - view.start;
  const room = span * ROOM;
  if (start >= view.start && end <= view.end) return view;
  if (end - start > span - 2 * room) {
    // Inside of it there is nothing to be brought nearer.
    return start <= view.start && end >= view.end ? view : panned(view, start - room - view.start, limits);
  }
  return panned(view, start < view.start ? start - room - view.start : end + room - view.end, limits);
}

/** The page that a point is on when one turns over to it: it comes first there. */
export const turnedTo = (view: TimeView, at: number, limits: Limits): TimeView =>
  panned(view, at - (view.end - view.start) * ROOM - view.start, limits);
