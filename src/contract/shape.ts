import type { Dict } from '../model/json.js';
import type { Outcome } from '../model/problem.js';

/** The four kinds of place one can look at and point into. */
export type Space = 'stage2d' | 'time' | 'scene3d' | 'flow';

/** Size, duration, text of a medium, as known so far. An object tag says them with `TagContext.setFacts`. */
export interface MediaFacts {
  /** Natural size in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** How far the picture is turned in the view, degrees clockwise: 0, 90, 180, 270. */
  readonly rotation?: number;
  /** Seconds. */
  readonly duration?: number;
  readonly frameRate?: number;
  /** The whole text that offsets count in. */
  readonly text?: string;
  /** Whether results repeat the marked text (`value.text`). Default: yes. */
  readonly saveText?: boolean;
  /** Number of items (pages) of the object tag. Absent: it has just one, and results carry no `item_index`. */
  readonly items?: number;
}

/** What a shape may know when it is drawn or dragged: the facts, and the frame or slice on show. */
export interface Sight {
  readonly facts: MediaFacts;
  readonly frame?: number;
}

/** Geometry to and from a result's `value`. Law: `encode(decode(v))` equals `v` on `keys`; what was absent stays absent. */
export interface RegionCodec<G> {
  /** The keys of `value` that are geometry. */
  readonly keys: readonly string[];
  decode(value: Dict, facts: MediaFacts): Outcome<G>;
  encode(geometry: G, facts: MediaFacts): Dict;
}

/** A point to grab. The handle `body` is the shape itself and is never listed. */
export interface Handle<P> {
  readonly id: string;
  readonly at: P;
  /** CSS pixels, along the axes of the unturned medium, by which the handle stands off from `at` (a rotation handle). */
  readonly stem?: readonly [number, number];
  readonly cursor?: string;
  /** What it does, for screen readers and tooltips. */
  readonly title?: string;
}

/**
 * One kind of geometry: stored, drawn, touched, moved. Pure functions; no renderer in sight.
 * Points are in media units: percent of width and height on `stage2d`, code points on `flow`, seconds on `time`, metres on `scene3d`.
 */
export interface ShapeModule<G = unknown, P = unknown> {
  readonly name: string;
  readonly space: Space;
  readonly codec: RegionCodec<G>;
  marks(geometry: G, sight: Sight): readonly Mark[];
  handles(geometry: G, sight: Sight, options: Dict): readonly Handle<P>[];
  /** The geometry after `handle` (or `body`) was dragged from `from` to `to`; `geometry` is the one before the drag. */
  drag(geometry: G, handle: string, from: P, to: P, sight: Sight, options: Dict): G;
  /** What a person reads of it in the list and edits in the details, e.g. `{ X: 12.5, Y: 20 }`. */
  describe?(geometry: G, sight: Sight): Dict;
  interpolate?(from: G, to: G, t: number): G;
}

/**
 * A drawing instruction in media units; surfaces draw marks and know no regions.
 * On `stage2d` all numbers are percent of width (x) and height (y), except `rotation`: degrees clockwise in pixels' proportions.
 */
export type Mark =
  /** `rotation` turns about `x, y`, the top-left corner of the unrotated box. */
  | {
      readonly draw: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rotation?: number;
    }
  | { readonly draw: 'path'; readonly points: readonly (readonly number[])[]; readonly closed?: boolean }
  | {
      readonly draw: 'ellipse';
      readonly centre: readonly [number, number];
      readonly radii: readonly [number, number];
      readonly rotation?: number;
    }
  | { readonly draw: 'mask'; readonly rle: Uint8Array; readonly width: number; readonly height: number }
  | { readonly draw: 'span'; readonly start: number; readonly end: number; readonly track?: number }
  | {
      readonly draw: 'box3d';
      readonly centre: readonly number[];
      readonly size: readonly number[];
      readonly yaw: number;
    };
