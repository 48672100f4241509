import type { MediaFacts } from '../contract/shape.js';
import { boundsOf } from '../shapes/bounds.js';
import { type Env, type Moved, type Place, reshape } from './moved.js';

/** Moves regions by their bodies, all by the same. */
export const carry = (moved: readonly Moved[], from: Place, at: Place, env: Env) => {
  const to = moved.length > 1 ? keptTogether(moved, from, at, env) : at;
  const as = moved.length > 1 ? 'Move regions' : 'Move region';
  return moved.map((one) => reshape(one, 'body', from, to, as));
};

/** Stops several regions at the edge of the picture together, or each would be stopped by itself and they would shift. */
function keptTogether(moved: readonly Moved[], from: Place, to: Place, { sight: { facts } }: Env): Place {
  if (typeof from === 'number' || typeof to === 'number') return inTime(moved, Number(from), Number(to), facts);
  const marks = moved.flatMap(({ shape, geometry, sight }) =>
    shape.space === 'stage2d' ? shape.marks(geometry, sight) : [],
  );
  const bounds = boundsOf(marks, facts);
  if (!bounds) return to;
  return to.map((value, axis) => {
    const start = from[axis] ?? 0;
    const [first, last] = [bounds[0][axis] ?? 0, bounds[1][axis] ?? 100];
    return start + Math.max(Math.min(0, -first), Math.min(Math.max(0, 100 - last), value - start));
  });
}

/** Along a time, in seconds or in frames. */
function inTime(moved: readonly Moved[], from: number, to: number, { duration, frames }: MediaFacts): number {
  const spans = moved.flatMap(({ shape, geometry, sight }) =>
    shape.marks(geometry, sight).flatMap((mark) => (mark.draw === 'span' ? [mark] : [])),
  );
  if (spans.length === 0) return to;
  const [first, last] = frames === undefined ? [0, duration ?? Number.POSITIVE_INFINITY] : [1, frames + 1];
  const least = Math.min(0, first - Math.min(...spans.map(({ start }) => start)));
  const most = Math.max(0, last - Math.max(...spans.map(({ end }) => end)));
  return from + Math.max(least, Math.min(most, to - from));
}
