import type { Span } from './span-index.js';
import type { Stretch } from './text-blocks.js';

/** Puts spans on the screen: as custom highlights, or as boxes where the browser has none. */
export interface Painter {
  /** The spans to be seen from now on, the lowest first; what reaches out of `stretch` is cut off. */
  paint(spans: readonly Span[], sketched: readonly Span[], stretch: Stretch): void;
  dispose(): void;
}
