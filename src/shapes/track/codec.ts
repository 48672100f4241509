import type { MediaFacts, RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, isList, type Json, jsonEqual } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';
import type { Key, Track } from './track.js';

const trackKeys = ['framesCount', 'duration', 'sequence'] as const;

/**
 * Tracks as Label Studio writes them: `sequence` holds the key frames. Items come back with all that stood in them, in
 * their order, those that nobody can read too.
 *
 * @param still of the geometry in one frame
 * @param stillToo a value without a sequence may be a still geometry
 */
export function trackCodec<G>(still: RegionCodec<G>, stillToo: boolean): RegionCodec<Track<G>> {
  return {
    keys: stillToo ? [...trackKeys, ...still.keys] : trackKeys,
    decode(value, facts) {
      const about = {
        ...(value.framesCount !== undefined && { framesCount: value.framesCount }),
        ...(value.duration !== undefined && { duration: value.duration }),
      };
      if (value.sequence === undefined && stillToo) {
        const { value: geometry, problems } = still.decode(value, facts);
        if (geometry === undefined) return { problems: problems ?? [] };
        return { value: { keys: [{ frame: 1, enabled: true, geometry }], ...about, still: true } };
      }
      const read = decodeSequence(value.sequence, still, facts);
      if (!read.value || !stillToo) return read.value ? { value: { ...read.value, ...about } } : read;
      const beside = pick(value, still.keys);
      return { value: { ...read.value, ...about, ...(Object.keys(beside).length > 0 && { beside }) } };
    },
    encode(track, facts) {
      const { framesCount, duration } = track;
      const about = {
        ...(framesCount !== undefined && { framesCount }),
        ...(duration !== undefined && { duration }),
      };
      const [only] = track.keys;
      if (track.still && only) return { ...about, ...still.encode(only.geometry, facts) };
      return { ...about, ...track.beside, sequence: encodeSequence(track, still, facts) };
    },
  };
}

function decodeSequence<G>(sequence: Json | undefined, still: RegionCodec<G>, facts: MediaFacts): Outcome<Track<G>> {
  if (!isList(sequence)) return unreadable('A track needs a list of key frames in "sequence".');
  const keys: Key<G>[] = [];
  const unread: [number, Json][] = [];
  let why: Outcome<Track<G>> | undefined;
  for (const [place, item] of sequence.entries()) {
    const read = decodeKey(item, place, still, facts);
    if (read.value) keys.push(read.value);
    else unread.push([place, item]);
    if (!read.value) why ??= read;
  }
  if (keys.length === 0 && why) return why;
  return { value: { keys, ...(unread.length > 0 && { unread }) } };
}

function decodeKey<G>(item: Json, place: number, still: RegionCodec<G>, facts: MediaFacts): Outcome<Key<G>> {
  if (!isDict(item)) return unreadable(`Key frame ${place + 1} of the track is not an object.`);
  const { frame, enabled, time } = item;
  if (typeof frame !== 'number' || !Number.isFinite(frame)) {
    return unreadable(`Key frame ${place + 1} of the track needs its frame as a number, from 1.`);
  }
  const { value: geometry, problems = [] } = still.decode(item, facts);
  if (geometry === undefined) {
    const [first, ...others] = problems;
    if (!first) return unreadable(`Key frame ${place + 1} of the track has no geometry that can be read.`);
    return { problems: [{ ...first, message: `In frame ${frame} of a track: ${first.message}` }, ...others] };
  }
  const isTime = typeof time === 'number' && Number.isFinite(time);
  return { value: { frame, enabled: enabled !== false, geometry, ...(isTime && { time }), wire: item } };
}

function encodeSequence<G>({ keys, unread = [] }: Track<G>, still: RegionCodec<G>, facts: MediaFacts): readonly Json[] {
  const items: Json[] = keys.map((key) => encodeKey(key, still, facts));
  for (const [place, item] of unread) items.splice(place, 0, item);
  return items;
}

function encodeKey<G>(
  { frame, enabled, geometry, time, wire }: Key<G>,
  still: RegionCodec<G>,
  facts: MediaFacts,
): Dict {
  const placed = still.encode(geometry, facts);
  if (!wire) return { frame, enabled, ...placed, ...(time !== undefined && { time }) };
  const said: Record<string, Json | undefined> = { frame };
  for (const key of still.keys) said[key] = placed[key];
  if (enabled !== (wire.enabled !== false)) said.enabled = enabled;
  if (time !== undefined) said.time = time;
  return patched(wire, said);
}

/** The item itself where nothing in it is another; what is undefined is taken out. */
function patched(item: Dict, said: Readonly<Record<string, Json | undefined>>): Dict {
  const differing = Object.entries(said).filter(([key, value]) =>
    value === undefined ? Object.hasOwn(item, key) : !jsonEqual(item[key], value),
  );
  if (differing.length === 0) return item;
  const all = { ...item, ...Object.fromEntries(differing) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Dict;
}

const pick = (value: Dict, keys: readonly string[]): Dict =>
  Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));

const unreadable = (message: string): { readonly problems: [ReturnType<typeof error>] } => ({
  problems: [error('result/unreadable', message)],
});
