/** Seconds before 0 that are still 0, by rounding. */
const ROUNDING = 1e-9;

/** A film's frames in the order in which they are shown. */
export interface ShownTimes {
  /** The start of each, in seconds, ascending; those that are hidden come first. */
  readonly times: Float64Array;
  /**
   * How many at the start are decoded, but not shown: they start before 0, where an edit list puts what was cut off. One
   * that is cut in its middle is hidden too, as elsewhere.
   */
  readonly hidden: number;
  /** The index after the last that is shown: an edit list may cut off the end too. */
  readonly last: number;
  /** The end of the last, in seconds. */
  readonly end: number;
}

/** Collects the times of packets, in whatever order they come, without an object for each. */
export class PacketTimes {
  #times = new Float64Array(4096);
  #count = 0;
  #end = 0;
  #last = Number.NEGATIVE_INFINITY;
  #lastDuration = 0;

  get count(): number {
    return this.#count;
  }

  add(timestamp: number, duration: number): void {
    if (!Number.isFinite(timestamp)) return;
    if (this.#count === this.#times.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#times);
      this.#times = larger;
    }
    this.#times[this.#count++] = timestamp;
    if (timestamp >= this.#last) {
      this.#last = timestamp;
      this.#lastDuration = duration;
    }
    this.#end = Math.max(this.#end, timestamp + (Number.isFinite(duration) ? duration : 0));
  }

  /** @param cut when what is shown ends, in seconds, if that is said */
  shown(cut = Number.POSITIVE_INFINITY): ShownTimes {
    const times = this.#times.slice(0, this.#count).sort();
    let hidden = 0;
    while (hidden < times.length && (times[hidden] as number) < -ROUNDING) hidden++;
    let last = times.length;
    while (last > hidden && (times[last - 1] as number) >= cut - ROUNDING) last--;
    const end = this.#lastDuration > 0 ? this.#end : this.#end + this.#usual(times);
    return { times, hidden, last, end: Math.min(end, cut) };
  }

  /** What a frame lasts in between, for a last one that does not say it. */
  #usual(times: Float64Array): number {
    const { length } = times;
    return length > 1 ? ((times[length - 1] as number) - (times[0] as number)) / (length - 1) : 0.04;
  }
}
