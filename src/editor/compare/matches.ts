import type { Bounds } from './extents.js';

/** Something with a place, on one of two sides. */
interface Placed {
  readonly bounds: Bounds;
}

/** All pairs of two lists whose boxes meet, without looking at every pair. Gives indices. */
export function* meetingPairs(
  ours: readonly Placed[],
  theirs: readonly Placed[],
): Generator<readonly [number, number]> {
  const order = [...theirs.keys()].sort((a, b) => lowOf(theirs, a) - lowOf(theirs, b));
  // How far what comes no later than a place reaches: nothing before it can meet what lies beyond.
  const reach: number[] = [];
  for (const index of order) reach.push(Math.max(reach.at(-1) ?? -Infinity, theirs[index]?.bounds.high[0] ?? Infinity));
  for (const [one, { bounds }] of ours.entries()) {
    const [low = 0] = bounds.low;
    const [high = 0] = bounds.high;
    for (let place = countUpTo(order, theirs, high) - 1; place >= 0 && (reach[place] as number) >= low; place--) {
      const other = order[place] as number;
      if (meetsFrom(bounds, theirs[other] as Placed)) yield [one, other];
    }
  }
}

const lowOf = (list: readonly Placed[], index: number): number => list[index]?.bounds.low[0] ?? 0;

function countUpTo(order: readonly number[], list: readonly Placed[], high: number): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lowOf(list, order[middle] as number) <= high) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Boxes with another number of axes are of another kind. */
function meetsFrom(a: Bounds, { bounds: b }: Placed): boolean {
  if (a.low.length !== b.low.length) return false;
  for (let axis = 0; axis < a.low.length; axis++) {
    if ((a.low[axis] as number) > (b.high[axis] as number)) return false;
    if ((b.low[axis] as number) > (a.high[axis] as number)) return false;
  }
  return true;
}

/** Two that may be the same thing, and how sure that is. */
export interface Candidate {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
  /** Decides between those that are equally like; the same from both sides. */
  readonly word: string;
}

/** The likeliest pairs first, each of either side once. By index of `one`. */
export function bestMatches(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const sorted = [...candidates].sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const { one, other } of sorted) {
    if (found.has(one) || taken.has(other)) continue;
    found.set(one, other);
    taken.add(other);
  }
  return found;
}
