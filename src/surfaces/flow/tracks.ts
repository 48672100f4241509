interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly track: number;
}

/** More overlapping spans than this share tracks; further ones could not be told apart anyway. */
const most = 8;

/** The lowest track that is not taken. */
export function freeTrack(taken: readonly number[]): number {
  for (let track = 0; track < most; track++) if (!taken.includes(track)) return track;
  return taken.length % most;
}

/** Gives each stretch the lowest track that no stretch it overlaps has. They come sorted by start, the longer one first. */
export function layTracks<S extends Stretch>(sorted: readonly S[]): S[] {
  const ends: number[] = [];
  return sorted.map((stretch, i) => {
    let track = 0;
    while (track < most && (ends[track] ?? 0) > stretch.start) track++;
    if (track === most) return { ...stretch, track: i % most };
    ends[track] = stretch.end;
    return { ...stretch, track };
  });
}
