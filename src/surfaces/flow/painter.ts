import type { Stretch } from './laid-text.js';
import type { Look } from './span-look.js';

/** Where in the text something is painted, in UTF-16 units; what is the same object is painted once. */
export interface Place {
  readonly start: number;
  readonly end: number;
}
export interface Ink {
  readonly place: Place;
  readonly look: Look;
}

/** Puts spans on the screen: as custom highlights, or as boxes where the browser has none. */
export interface Painter {
  /** What is to be seen from now on; what reaches out of the stretches is cut off. */
  paint(inks: readonly Ink[], stretches: readonly Stretch[]): void;
  dispose(): void;
}

/** What of a place is in some stretches. */
export function clip({ start, end }: Place, stretches: readonly Stretch[]): readonly Stretch[] {
  const parts: Stretch[] = [];
  for (const stretch of stretches) {
    const from = Math.max(start, stretch.from);
    const to = Math.min(end, stretch.to);
    if (to > from) parts.push({ from, to });
  }
  return parts;
}
