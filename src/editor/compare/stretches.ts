import { commonLength, together } from './areas.js';
import type { Bounds, Shared } from './extents.js';

/** What lies along a line: characters of a text, seconds of a sound, frames of a film. */
export interface Stretches {
  readonly kind: 'stretches';
  readonly bounds: Bounds;
  /** Starts and ends in turn; none touch each other. */
  readonly ends: readonly number[];
  /** The channel of a sound it is on; none: all. */
  readonly track?: number;
}

export function stretchesOf(
  spans: readonly { readonly start: number; readonly end: number; readonly track?: number }[],
): Stretches | undefined {
  const [first] = spans;
  if (!first) return undefined;
  const ends = spans.reduce<readonly number[]>((sum, { start, end }) => together(sum, [start, end]), []);
  return {
    kind: 'stretches',
    bounds: { low: [ends[0] ?? first.start], high: [ends.at(-1) ?? first.end] },
    ends,
    ...(first.track !== undefined && { track: first.track }),
  };
}

/** On two channels there is nothing in common. */
export function sharedStretch(a: Stretches, b: Stretches): Shared {
  const apart = a.track !== undefined && b.track !== undefined && a.track !== b.track;
  const [one, other] = [commonLength(a.ends, a.ends), commonLength(b.ends, b.ends)];
  return { shared: apart ? 0 : commonLength(a.ends, b.ends), one, other };
}
