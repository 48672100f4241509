import type { ShapeModule, Sight } from '../contract/shape.js';
import type { Problem } from '../model/problem.js';
import { suspect } from './suspect.js';
import { trackCodec } from './track/codec.js';
import { trackModule, withGeometry } from './track/edit.js';
import { timelineOf } from './track/timeline.js';
import { frameToShow, lifespans, ordered, shownAt, type Track } from './track/track.js';

/** The shape of tracks, and the way between a track and its geometry in one frame. */
export interface Keyframed<G, P> extends ShapeModule<Track<G>, P> {
  readonly still: ShapeModule<G, P>;
  /** What is seen of a track in the frame on show; undefined where nothing is. */
  at(track: Track<G>, sight: Sight): G | undefined;
  /** The track with this geometry in the frame on show: in its key frame there, or in a new one. */
  put(track: Track<G>, geometry: G, sight: Sight): Track<G>;
  /** A new track with one key frame. */
  begin(geometry: G, sight: Sight): Track<G>;
}

/**
 * Makes a shape into one that is another from frame to frame. Everything is done to the geometry in the frame on show,
 * and an edit sets a key frame there; where nothing is shown there is nothing to be edited. Between key frames it is what
 * `still.interpolate` says, or else what it was in the last one.
 */
export function keyframed<G, P>(
  still: ShapeModule<G, P>,
  options: {
    readonly name: string;
    /** On a medium without frames it is a still geometry, and a result without a sequence is one. */
    readonly stillToo?: boolean;
  },
): Keyframed<G, P> {
  const { name, stillToo = false } = options;
  const blend = still.interpolate ?? ((from: G) => from);
  const codec = trackCodec(still.codec, stillToo);
  const editing = trackModule(blend);
  const at = (track: Track<G>, { frame }: Sight) => shownAt(track, frameToShow(track, frame), blend);
  const put = (track: Track<G>, geometry: G, { frame, facts }: Sight) =>
    withGeometry(track, frameToShow(track, frame), geometry, facts.frameRate);
  const summary = (track: Track<G>, sight: Sight) => {
    const now = at(track, sight);
    return now === undefined ? lifeOf(track, sight) : (still.summary?.(now, sight) ?? still.name);
  };
  /** An edit of the geometry on show, as one of the track; nothing where it is not shown or stays as it is. */
  const edited = (track: Track<G>, sight: Sight, edit: (now: G) => G | undefined): Track<G> | undefined => {
    const now = at(track, sight);
    const after = now === undefined ? undefined : edit(now);
    if (after === undefined) return undefined;
    return after === now ? track : put(track, after, sight);
  };
  const { similar, insert, erase, revise, anchors, describe, choices, load, operations } = still;

  return {
    name,
    space: still.space,
    codec,
    still,
    at,
    put,
    begin(geometry, sight) {
      const { frames, frameRate, duration } = sight.facts;
      if (stillToo && frames === undefined) return { keys: [{ frame: 1, enabled: true, geometry }], still: true };
      const track: Track<G> = {
        keys: [],
        ...(frames !== undefined && { framesCount: frames }),
        ...(duration !== undefined && { duration }),
      };
      return withGeometry(track, sight.frame ?? 1, geometry, frameRate);
    },
    marks(track, sight) {
      const now = at(track, sight);
      return now === undefined ? [] : still.marks(now, sight);
    },
    handles(track, sight, options) {
      const now = at(track, sight);
      return now === undefined ? [] : still.handles(now, sight, options);
    },
    drag: (track, handle, from, to, sight, options) =>
      edited(track, sight, (now) => still.drag(now, handle, from, to, sight, options)) ?? track,
    fault(track, sight) {
      const now = at(track, sight);
      return (now === undefined ? undefined : still.fault?.(now, sight)) ?? faultOf(track, sight);
    },
    summary,
    track: editing,
    onTimeline: timelineOf(name, codec, editing, summary),
    ...(describe && {
      describe(track: Track<G>, sight: Sight) {
        const now = at(track, sight);
        return now === undefined ? {} : describe(now, sight);
      },
    }),
    ...(revise && {
      revise: (track, figure, value, sight) => edited(track, sight, (now) => revise(now, figure, value, sight)),
    }),
    ...(insert && { insert: (track, place, sight) => edited(track, sight, (now) => insert(now, place, sight)) }),
    ...(erase && { erase: (track, handle, sight) => edited(track, sight, (now) => erase(now, handle, sight)) }),
    ...(similar && {
      similar: (track, change, sight) => edited(track, sight, (now) => similar(now, change, sight)) ?? track,
    }),
    ...(anchors && {
      anchors(track: Track<G>, sight: Sight) {
        const now = at(track, sight);
        return now === undefined ? [] : anchors(now, sight);
      },
    }),
    ...(operations && {
      operations: operations.map(({ apply, ...operation }) => ({
        ...operation,
        apply: (track: Track<G>, sight: Sight) => edited(track, sight, (now) => apply(now, sight)),
      })),
    }),
    ...(choices && { choices }),
    ...(load && { load }),
  };
}

/** Where it is to be seen. */
function lifeOf<G>(track: Track<G>, { facts }: Sight): string {
  const spans = lifespans(track, facts.frames).map(([first, last]) => (first === last ? first : `${first}–${last}`));
  return spans.length === 0 ? 'No key frames' : `Frames ${spans.join(', ')}`;
}

/** What is odd about the key frames. */
function faultOf<G>(track: Track<G>, { facts: { frames = Infinity } }: Sight): Problem | undefined {
  if (track.still) return undefined;
  if (track.unread) {
    const message = `${track.unread.length} of the key frames cannot be read; they are kept as they are, and not shown.`;
    return suspect(message);
  }
  const keys = ordered(track);
  if (keys.length === 0) return suspect('The track has no key frames, so that it is never seen. Delete it.');
  for (const [place, { frame }] of keys.entries()) {
    if (keys[place + 1]?.frame === frame) {
      return suspect(`The track has two key frames in frame ${frame}; the later one counts.`);
    }
    if (!Number.isInteger(frame) || frame < 1 || frame > frames) {
      const most = frames === Infinity ? '' : ` to ${frames}`;
      return suspect(`The track has a key frame in frame ${frame}; frames are whole numbers from 1${most}.`);
    }
  }
  return undefined;
}
