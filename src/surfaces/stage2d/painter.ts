import type { BoundsIndex } from './bounds.js';
import type { Camera, Rect } from './camera.js';

/** What has to be painted: all layers of the index but those in `live`, which are on the move and painted on top. */
export interface Settled {
  readonly index: BoundsIndex;
  readonly live: ReadonlyMap<string, unknown>;
}

/** What is to be painted anew: everything, or what lies in some boxes of percent. */
export type Dirty = 'all' | readonly Rect[];

/** Paints the regions that nobody is working on, however many there are. */
export interface Painter {
  /** Called before a paint of the browser whenever the camera or layers have changed. Costs little where neither did. */
  show(camera: Camera, dirty: Dirty): void;
  /** Gives back all that it holds, and takes its elements away. */
  dispose(): void;
}
