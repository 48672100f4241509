import type { TrackModule } from '../../contract/shape.js';
import { jsonEqual } from '../../model/json.js';
import { type Blend, type Key, keyAt, lastUpTo, lifespans, ordered, shownAt, type Track } from './track.js';

/** What can be done to the key frames of a track. A still one has none to do anything to. */
export function trackModule<G>(blend: Blend<G>): TrackModule<Track<G>> {
  const shown = (track: Track<G>, frame: number) => shownAt(track, frame, blend);
  return {
    keyFrames: (track) => (track.still ? [] : [...new Set(ordered(track).map(({ frame }) => frame))]),
    lifespans: (track, frames) => lifespans(track, frames),
    put(track, frame) {
      const geometry = shown(track, frame);
      if (geometry === undefined || track.still || !isFrame(frame) || keyAt(track, frame)) return undefined;
      return withGeometry(track, frame, geometry);
    },
    remove: (track, frame) => withoutKey(track, frame),
    move(track, from, to) {
      const [least, most] = room(track, from);
      return to !== from && to > least && to < most ? moved(track, from, to) : undefined;
    },
    copy(track, from, to) {
      const key = keyAt(track, from);
      if (!key || track.still || !isFrame(to)) return undefined;
      if (jsonEqual(keyAt(track, to)?.geometry, key.geometry)) return undefined;
      return withGeometry(track, to, key.geometry);
    },
    toggle(track, frame) {
      const keys = ordered(track);
      if (track.still || !isFrame(frame) || keys.length === 0) return undefined;
      const key = keyAt(track, frame);
      if (key) return withKeyFrame(track, { ...key, enabled: !key.enabled });
      const now = shown(track, frame);
      if (now !== undefined) return withKeyFrame(withGeometry(track, frame, now), { frame, enabled: false });
      const nearest = keys[Math.max(0, lastUpTo(keys, frame))];
      return nearest && withGeometry(track, frame, nearest.geometry);
    },
    split: (track, frame) => split(track, frame, shown),
    join(one, other) {
      if (one.still || other.still) return undefined;
      if (other.keys.some(({ frame }) => one.keys.some((key) => key.frame === frame))) return undefined;
      const { length } = one.keys;
      const unread = [
        ...(one.unread ?? []),
        ...(other.unread ?? []).map(([place, item]) => [place + length, item] as const),
      ];
      const keys = [...one.keys, ...other.keys].sort((a, b) => a.frame - b.frame);
      return { ...one, keys, ...(unread.length > 0 && { unread }) };
    },
  };
}

/**
 * The track with this geometry in a frame: in its key frame, or in a new one.
 * @param frameRate of the medium, if known; else the one that the times of the track tell
 */
export function withGeometry<G>(track: Track<G>, frame: number, geometry: G, frameRate?: number): Track<G> {
  const [first, ...others] = track.keys;
  if (track.still && first) return { ...track, keys: [{ ...first, geometry }, ...others] };
  const key = keyAt(track, frame);
  if (key) return withKeyFrame(track, { ...key, geometry });
  const rate = frameRate ?? rateOf(track);
  return withKeyFrame(track, { frame, enabled: true, geometry, ...(rate && { time: frame / rate }) });
}

/** Without the key frame there; the last one stays. */
export function withoutKey<G>(track: Track<G>, frame: number): Track<G> | undefined {
  if (track.still || !keyAt(track, frame)) return undefined;
  const keys = ordered(track).filter((key) => key.frame !== frame);
  return keys.length === 0 ? undefined : { ...track, keys };
}

/** The frames between which a key frame can be moved, both out of reach. @param frames how many there are, if known */
export function room<G>(track: Track<G>, frame: number, frames = Infinity): readonly [least: number, most: number] {
  const keys = ordered(track);
  const place = lastUpTo(keys, frame);
  let first = place;
  while (first >= 0 && keys[first]?.frame === frame) first--;
  return [Math.max(0, keys[first]?.frame ?? 0), Math.min(frames + 1, keys[place + 1]?.frame ?? Infinity)];
}

/** With the key frame of one frame in another, between the same neighbours; undefined where there is none. */
export function moved<G>(track: Track<G>, from: number, to: number, frameRate?: number): Track<G> | undefined {
  if (track.still || !isFrame(to) || !keyAt(track, from)) return undefined;
  const keys = ordered(track).map((key) => (key.frame === from ? retimed(track, key, to, frameRate) : key));
  return { ...track, keys };
}

/** With all key frames so many frames later, or earlier. */
export const shifted = <G>(track: Track<G>, by: number, frameRate?: number): Track<G> => ({
  ...track,
  keys: ordered(track).map((key) => retimed(track, key, key.frame + by, frameRate)),
});

const isFrame = (frame: number): boolean => Number.isInteger(frame) && frame >= 1;

function retimed<G>(track: Track<G>, key: Key<G>, frame: number, frameRate = rateOf(track)): Key<G> {
  return { ...key, frame, ...(key.time !== undefined && frameRate && { time: frame / frameRate }) };
}

/** Of several in its frame it takes the place of the one that counts. A change of a key frame that is there needs no geometry. */
function withKeyFrame<G>(track: Track<G>, key: Key<G> | Omit<Key<G>, 'geometry'>): Track<G> {
  const keys = [...ordered(track)];
  const place = lastUpTo(keys, key.frame);
  const there = keys[place];
  if (there?.frame === key.frame) keys[place] = { ...there, ...key };
  else if ('geometry' in key) keys.splice(place + 1, 0, key);
  return { ...track, keys };
}

/** Frames in a second by the times in the track; they may be rounded. */
function rateOf<G>({ keys }: Track<G>): number | undefined {
  let last: Key<G> | undefined;
  for (const key of keys) if (key.time && key.time > 0 && key.frame > (last?.frame ?? 0)) last = key;
  if (!last?.time) return undefined;
  const rate = last.frame / last.time;
  return Math.abs(rate - Math.round(rate)) < 1e-6 * rate ? Math.round(rate) : rate;
}

function split<G>(
  track: Track<G>,
  frame: number,
  shown: (track: Track<G>, frame: number) => G | undefined,
): readonly [Track<G>, Track<G>] | undefined {
  if (track.still || !isFrame(frame)) return undefined;
  const keys = ordered(track);
  const cut = lastUpTo(keys, frame - 1) + 1;
  if (cut === 0) return undefined;
  const { unread: _unread, beside: _beside, ...bare } = track;
  const [last, next] = [shown(track, frame - 1), shown(track, frame)];
  let before: Track<G> = { ...track, keys: keys.slice(0, cut) };
  let after: Track<G> = { ...bare, keys: keys.slice(cut) };
  const rate = rateOf(track);
  if (last !== undefined) {
    before = withKeyFrame(withGeometry(before, frame - 1, last, rate), { frame: frame - 1, enabled: false });
  }
  if (next !== undefined && !keyAt(after, frame)) after = withGeometry(after, frame, next, rate);
  return after.keys.length === 0 ? undefined : [before, after];
}
