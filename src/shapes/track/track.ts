import type { Dict, Json } from '../../model/json.js';

/** A geometry as it was set in one frame. */
export interface Key<G> {
  /** From 1. */
  readonly frame: number;
  /** Whether it is shown after this frame, too. Where the item does not say: yes. */
  readonly enabled: boolean;
  readonly geometry: G;
  /** Seconds, `frame / frameRate`, as Label Studio has it. */
  readonly time?: number;
  /** The item it was read from, with whatever else stands in it. */
  readonly wire?: Dict;
}

/**
 * A geometry from frame to frame. Before the first key frame there is nothing; between two key frames it is what lies
 * between them; one that is not enabled is shown itself, and nothing after it until the next; after the last one it
 * stays as it is.
 */
export interface Track<G> {
  /** As they were read, or sorted by frame. Of several in one frame the last one counts. */
  readonly keys: readonly Key<G>[];
  readonly framesCount?: Json;
  /** Seconds. */
  readonly duration?: Json;
  /** It has one geometry and no frames, and is written as such. */
  readonly still?: true;
  /** Items of the sequence that nobody can read, and where they stand in it. */
  readonly unread?: readonly (readonly [place: number, item: Json])[];
  /** What stands beside a sequence under the keys of a still geometry. */
  readonly beside?: Dict;
}

/** The geometry between two, `t` from 0 to 1. */
export type Blend<G> = (from: G, to: G, t: number) => G;

const sorted = new WeakMap<readonly Key<unknown>[], readonly Key<unknown>[]>();

/** The key frames by frame. */
export function ordered<G>({ keys }: Track<G>): readonly Key<G>[] {
  const known = sorted.get(keys) as readonly Key<G>[] | undefined;
  if (known) return known;
  const inOrder = keys.every(({ frame }, index) => index === 0 || (keys[index - 1]?.frame ?? frame) <= frame);
  const found = inOrder ? keys : [...keys].sort((a, b) => a.frame - b.frame);
  sorted.set(keys, found);
  return found;
}

/** Where the last key frame stands that is not after a frame; -1 where all are. @param keys by frame */
export function lastUpTo<G>(keys: readonly Key<G>[], frame: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.frame ?? 0) <= frame) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The key frame that counts in a frame. */
export function keyAt<G>(track: Track<G>, frame: number): Key<G> | undefined {
  const keys = ordered(track);
  const key = keys[lastUpTo(keys, frame)];
  return key?.frame === frame ? key : undefined;
}

/** The geometry as it is seen in a frame; undefined where nothing is. */
export function shownAt<G>(track: Track<G>, frame: number, blend: Blend<G>): G | undefined {
  if (track.still) return track.keys[0]?.geometry;
  const keys = ordered(track);
  const place = lastUpTo(keys, frame);
  const [before, next] = [keys[place], keys[place + 1]];
  if (!before || before.frame === frame) return before?.geometry;
  if (!before.enabled) return undefined;
  const after = next && keyAt(track, next.frame);
  if (!after) return before.geometry;
  return blend(before.geometry, after.geometry, (frame - before.frame) / (after.frame - before.frame));
}

/** The frame to look at, where the one on show is not known: the first that has something in it. */
export const frameToShow = <G>(track: Track<G>, frame: number | undefined): number =>
  frame ?? ordered(track)[0]?.frame ?? 1;

/** The frames in which something is shown, first and last of each stretch. @param frames how many there are, if known */
export function lifespans<G>(track: Track<G>, frames = 0): readonly (readonly [first: number, last: number])[] {
  if (track.still) return track.keys.length === 0 ? [] : [[1, Math.max(1, frames)]];
  const spans: [number, number][] = [];
  let first: number | undefined;
  const keys = ordered(track);
  for (const [place, { frame, enabled }] of keys.entries()) {
    if (keys[place + 1]?.frame === frame) continue;
    first ??= frame;
    if (enabled) continue;
    spans.push([first, frame]);
    first = undefined;
  }
  if (first !== undefined) spans.push([first, Math.max(frames, keys.at(-1)?.frame ?? first)]);
  return spans;
}
