import type { Extent } from './lanes.js';

/** Whether one has anything of the other; those that only touch have not, save what has no length. */
export const meets = ({ start, end }: Extent, from: number, to: number): boolean =>
  (start < to && end > from) || ((start === end || from === to) && start <= to && end >= from);

/** Finds the stretches that meet another, without looking at all of them. */
export class ExtentIndex<E extends Extent> {
  readonly #sorted: readonly E[];
  /** The latest end of each and all before it. */
  readonly #latest: Float64Array;

  /** @param sorted by start */
  constructor(sorted: readonly E[]) {
    this.#sorted = sorted;
    this.#latest = new Float64Array(sorted.length);
    let latest = Number.NEGATIVE_INFINITY;
    for (const [i, { end }] of sorted.entries()) {
      latest = Math.max(latest, end);
      this.#latest[i] = latest;
    }
  }

  /** By their start. */
  meeting(from: number, to: number): E[] {
    const first = firstWhere(this.#sorted.length, (i) => (this.#latest[i] as number) >= from);
    const last = firstWhere(this.#sorted.length, (i) => (this.#sorted[i] as E).start > to);
    return this.#sorted.slice(first, last).filter((extent) => meets(extent, from, to));
  }
}

/** The first of so many places where something is true that stays true after it. */
function firstWhere(length: number, isTrue: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
