import type { MediaFacts, RegionCodec, ShapeModule, Sight, TrackModule } from '../../contract/shape.js';
import { moved, room, shifted, withoutKey } from './edit.js';
import { lifespans, ordered, type Track } from './track.js';

const KEY = 'key:';

/**
 * A track along the time, in frames: a bar for each stretch in which it is shown, from its first frame to the end of its
 * last, and its key frames. They can be dragged, each between its neighbours, and the bar moves all of them.
 */
export function timelineOf<G>(
  name: string,
  codec: RegionCodec<Track<G>>,
  edit: TrackModule<Track<G>>,
  summary: (track: Track<G>, sight: Sight) => string,
): ShapeModule<Track<G>, number> {
  return {
    name,
    space: 'time',
    codec,
    summary,
    marks(track, { facts }) {
      const spans = lifespans(track, framesOf(track, facts));
      return [
        ...spans.map(([first, last]) => ({ draw: 'span', start: first, end: last + 1 }) as const),
        ...shownKeys(track).map(
          ({ frame, enabled }) => ({ draw: 'key', at: frame, ...(!enabled && { ends: true }) }) as const,
        ),
      ];
    },
    handles: (track) =>
      shownKeys(track).map(({ frame }) => ({
        id: `${KEY}${frame}`,
        at: frame,
        cursor: 'ew-resize',
        title: 'Move the key frame',
        label: String(frame),
      })),
    drag(track, handle, from, to, { facts }) {
      const by = Math.round(to - from);
      if (by === 0 || track.still || track.keys.length === 0) return track;
      if (handle === 'body') return carried(track, by, facts);
      const frame = frameOf(handle);
      if (frame === undefined) return track;
      const [least, most] = room(track, frame, Math.max(facts.frames ?? Infinity, frame));
      const aimed = Math.max(least + 1, Math.min(most - 1, frame + by));
      return (aimed === frame ? undefined : moved(track, frame, aimed, facts.frameRate)) ?? track;
    },
    erase(track, handle) {
      const frame = frameOf(handle);
      return frame === undefined ? undefined : withoutKey(track, frame);
    },
    split: (track, at) => edit.split(track, Math.floor(at)),
    anchors: (track) => shownKeys(track).map(({ frame }) => frame),
  };
}

/** By what the film says, or else what the track says itself. */
function framesOf<G>({ framesCount }: Track<G>, { frames }: MediaFacts): number | undefined {
  return frames ?? (typeof framesCount === 'number' ? framesCount : undefined);
}

function shownKeys<G>(track: Track<G>) {
  if (track.still) return [];
  const keys = ordered(track);
  return keys.filter(({ frame }, place) => keys[place + 1]?.frame !== frame);
}

/** All by the same, within the film; what lies beyond it goes no further. */
function carried<G>(track: Track<G>, by: number, { frames = Infinity, frameRate }: MediaFacts): Track<G> {
  const keys = ordered(track);
  const [first, last] = [keys[0]?.frame ?? 1, keys.at(-1)?.frame ?? 1];
  const within = Math.max(Math.min(0, 1 - first), Math.min(Math.max(0, frames - last), by));
  return within === 0 ? track : shifted(track, within, frameRate);
}

function frameOf(handle: string): number | undefined {
  const frame = handle.startsWith(KEY) ? Number(handle.slice(KEY.length)) : Number.NaN;
  return Number.isFinite(frame) ? frame : undefined;
}
