import type { Raster } from '../base/raster.js';
import type { Dict, Json } from '../model/json.js';
import type { Outcome, Problem } from '../model/problem.js';
import type { PointCloud } from './cloud.js';
import type { TagNode } from './tag.js';

/** The four kinds of place one can look at and point into. */
export type Space = 'stage2d' | 'time' | 'scene3d' | 'flow';

/**
 * How the results of a text name places in it, where they are no plain offsets: by XPath, by the number of a phrase.
 * Offsets are code points of `MediaFacts.text`.
 */
export interface TextAnchors {
  /** Where a result's `value` lies; undefined where nothing in the text answers to it. `start` may be after `end`. */
  locate(value: Dict): { readonly start: number; readonly end: number } | undefined;
  /** What a result says of a stretch in its `value`: one or several of `anchorKeys`, and `text` where that is not as in the medium's. */
  anchor(start: number, end: number): Dict;
  /** Where blocks end, in order, for text that has no `\n` between them. */
  readonly breaks?: readonly number[];
}
export const anchorKeys = ['start', 'end', 'startOffset', 'endOffset', 'globalOffsets'] as const;

/** A word on a page, in percent of it. `gap` is what separates it from the word before. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly gap: '' | ' ' | '\n';
}

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
  /** The page of a document that is on show, from 1. */
  readonly page?: number;
  /** The words that can be read on it, in their order. */
  readonly words?: readonly Word[];
  /** Whether results repeat the marked text (`value.text`). Default: yes. */
  readonly saveText?: boolean;
  /** Absent: results name places by offsets. */
  readonly anchors?: TextAnchors;
  /** Stretches of the text that are not to be seen right now (phrases filtered out), in order: marking goes around them. */
  readonly unseen?: readonly { readonly start: number; readonly end: number }[];
  /** Number of items (pages) of the object tag. Absent: it has just one, and results carry no `item_index`. */
  readonly items?: number;
  /** Number of frames of a film or sequence, whose regions may be tracks. */
  readonly frames?: number;
  /** What new results on this item say beside `value`, more than the tag's `envelope` says. */
  readonly envelope?: Dict;
}

/** What a shape may know when it is drawn or dragged: the facts, and the frame or slice on show. */
export interface Sight {
  readonly facts: MediaFacts;
  /** Counted from 1; absent where the medium has no frames. */
  readonly frame?: number;
  /** The points of the cloud on show. */
  readonly cloud?: PointCloud;
  /** The control tag that drew the region, where its attributes and parts say how it looks (a skeleton's edges). */
  readonly control?: TagNode;
}

/** Points in percent, the last not repeated; the ring closes by itself. */
export type Ring = readonly (readonly [number, number])[];
/** Polygons with holes, nested as in GeoJSON: of each the outer ring first, then its holes. Percent. */
export type Outline = readonly (readonly Ring[])[];

/** To turn, then scale about a point, then move: what a group of regions goes through together. `stage2d` only. */
export interface Similarity {
  /** Percent. */
  readonly about: readonly [number, number];
  /** The same along both axes. */
  readonly scale: number;
  /** Clockwise, in the proportions of the picture's pixels. */
  readonly degrees: number;
  /** Percent. */
  readonly by: readonly [number, number];
}

/** Something that can be done to a geometry at once: simplify, smooth. */
export interface ShapeOperation<G> {
  readonly name: string;
  readonly title: string;
  /** Undefined: there is nothing to be done to this one. */
  apply(geometry: G, sight: Sight): G | undefined;
}

/**
 * What can be done to the key frames of a geometry. Frames count from 1. What cannot be done, or changes nothing, is
 * undefined.
 */
export interface TrackModule<G> {
  keyFrames(geometry: G): readonly number[];
  /** The frames in which it is shown, first and last of each stretch; the last may be `frames`, the end. */
  lifespans(geometry: G, frames: number): readonly (readonly [first: number, last: number])[];
  /** A key frame there, with the geometry as it is there. */
  put(geometry: G, frame: number): G | undefined;
  remove(geometry: G, frame: number): G | undefined;
  move(geometry: G, from: number, to: number): G | undefined;
  /** The key frame's geometry at another frame, as a key frame. */
  copy(geometry: G, from: number, to: number): G | undefined;
  /** Ends the lifespan that goes on after this frame, or begins one again. */
  toggle(geometry: G, frame: number): G | undefined;
  /** What is before the frame and what is from it on. */
  split(geometry: G, frame: number): readonly [G, G] | undefined;
  /** Two tracks that do not have a key frame in common as one. */
  join(one: G, other: G): G | undefined;
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
  /** What it belongs to, joined to it by a thin line (the vertex of a control point). */
  readonly from?: P;
  readonly cursor?: string;
  /** What it does, for screen readers, tooltips and the history. */
  readonly title?: string;
  /** Which of many it is, written beside it while the pointer is on it. */
  readonly label?: string;
}

/**
 * One kind of geometry: stored, drawn, touched, moved. Pure functions; no renderer in sight.
 * Points are in media units: percent of width and height on `stage2d`, code points on `flow`, seconds (or frames, where the axis counts frames) on `time`, metres on `scene3d`.
 */
export interface ShapeModule<G = unknown, P = unknown> {
  readonly name: string;
  readonly space: Space;
  readonly codec: RegionCodec<G>;
  marks(geometry: G, sight: Sight): readonly Mark[];
  handles(geometry: G, sight: Sight, options: Dict): readonly Handle<P>[];
  /** The geometry after `handle` (or `body`) was dragged from `from` to `to`; `geometry` is the one before the drag. */
  drag(geometry: G, handle: string, from: P, to: P, sight: Sight, options: Dict): G;
  /**
   * What is wrong with it as it is drawn now: it does not fit the medium, or can hardly be meant. Asked when it is drawn
   * and taken back when it is mended; the editor adds the place.
   */
  fault?(geometry: G, sight: Sight): Problem | undefined;
  /** What tells it from others in the list, in a few words: the size of a box, a marked text. Default: the shape's name. */
  summary?(geometry: G, sight: Sight): string;
  /** What a person reads of it in the details, and edits there, e.g. `{ X: 12.5, Y: 20 }`. */
  describe?(geometry: G, sight: Sight): Dict;
  /** The geometry after a figure of `describe` was typed; undefined where it cannot be that. */
  revise?(geometry: G, figure: string, value: Json, sight: Sight): G | undefined;
  /** All that a figure can be, with what a person calls it, where that is not just any number. */
  choices?(figure: string): readonly (readonly [value: number, title: string])[] | undefined;
  /** The geometry between two, `t` from 0 to 1. With it `keyframed` (shapes/keyframed.ts) makes a track of the shape. */
  interpolate?(from: G, to: G, t: number): G;
  /** Of a shape that is another from frame to frame. */
  readonly track?: TrackModule<G>;
  /** The same geometry as it lies along the time: what a time line shows of a track. Its points are frames. */
  readonly onTimeline?: ShapeModule<G, number>;
  /** Fetches what the other functions need (a decoder); awaited before anything of this shape is read or drawn. */
  load?(): Promise<void>;
  /** With a point more, where its line comes nearest to a place; undefined where it can have none. */
  insert?(geometry: G, at: P, sight: Sight): G | undefined;
  /** In two where it is cut: what is before, and what is after. `time` only, as yet. */
  split?(geometry: G, at: P, sight: Sight): readonly [G, G] | undefined;
  /** Without the point of a handle; undefined where it has to stay. */
  erase?(geometry: G, handle: string, sight: Sight): G | undefined;
  /** Turned, scaled and moved as part of a group. A shape without it stays where it is. */
  similar?(geometry: G, change: Similarity, sight: Sight): G;
  /** Points that others may snap to: corners, vertices. */
  anchors?(geometry: G, sight: Sight): readonly P[];
  readonly operations?: readonly ShapeOperation<G>[];
  /** What it covers, and back: by these one shape is turned into another, and shapes are added to and cut from each other. */
  outline?(geometry: G, sight: Sight): Outline | undefined;
  fromOutline?(outline: Outline, sight: Sight): G | undefined;
  /** Whether nothing is left of it, as of a mask that was erased: such a region is removed when the gesture ends. */
  isEmpty?(geometry: G): boolean;
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
  /** A point, the same size at any zoom. */
  | { readonly draw: 'dot'; readonly at: readonly [number, number]; readonly hollow?: boolean }
  /** Filled by the even-odd rule: a ring inside another is a hole. */
  | { readonly draw: 'area'; readonly rings: readonly Ring[] }
  | {
      readonly draw: 'ellipse';
      readonly centre: readonly [number, number];
      readonly radii: readonly [number, number];
      readonly rotation?: number;
    }
  /** Stretched over the whole picture, whatever its own size. */
  | { readonly draw: 'mask'; readonly raster: Raster }
  /** From `start` to `end`. `track`: the channel of a sound it is on. */
  | { readonly draw: 'span'; readonly start: number; readonly end: number; readonly track?: number }
  /** A key frame on a time line; `ends`: what it belongs to is not shown after it. */
  | { readonly draw: 'key'; readonly at: number; readonly ends?: boolean }
  /** A box about its middle, metres along its own axes; turned by `rotation`, radians, Euler XYZ. Its front is +x. */
  | {
      readonly draw: 'box3d';
      readonly centre: readonly [number, number, number];
      readonly size: readonly [number, number, number];
      readonly rotation: readonly [number, number, number];
    };
