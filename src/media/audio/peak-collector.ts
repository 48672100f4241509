/** Samples of one channel that the finest pair of peaks stands for. */
export const BUCKET = 256;

/** What a sample of 1 is as a peak. */
export const FULL = 32_768;

interface Open {
  pairs: Int16Array<ArrayBuffer>;
  /** Numbers in `pairs`, two for each bucket. */
  length: number;
  /** Of the bucket that is not full yet. */
  least: number;
  greatest: number;
}

/**
 * Makes peaks of samples as they come: for each channel the least and greatest of every 256 samples, in steps of 1/32768
 * and rounded outwards, so that no sample lies outside of them.
 */
export class PeakCollector {
  readonly #channels: readonly Open[];
  /** Samples in the bucket that is not full yet. */
  #filled = 0;
  #total = 0;

  constructor(channels: number) {
    this.#channels = Array.from({ length: channels }, () => ({
      pairs: new Int16Array(4096),
      length: 0,
      least: Infinity,
      greatest: -Infinity,
    }));
  }

  /** Samples of each channel so far. */
  get total(): number {
    return this.#total;
  }

  /** @param samples from -32768 to 32767, the channels' in turn; whole frames */
  addInterleaved(samples: Int16Array): void {
    const step = this.#channels.length;
    const frames = Math.floor(samples.length / step);
    this.#byBucket(frames, (open, channel, from, to) => {
      let { least, greatest } = open;
      for (let i = from * step + channel, end = to * step; i < end; i += step) {
        const value = samples[i] as number;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      open.least = least;
      open.greatest = greatest;
    });
  }

  /** Samples `from` up to `to` of each channel. A sample that is no number counts as none. */
  add(planes: readonly Float32Array[], from = 0, to = planes[0]?.length ?? 0): void {
    this.#byBucket(Math.max(0, to - from), (open, channel, first, end) => {
      // A sound that has fewer channels in some places has the first one's in the others.
      const plane = planes[channel] ?? (planes[0] as Float32Array);
      let [least, greatest] = [Infinity, -Infinity];
      for (let i = from + first, last = from + end; i < last; i++) {
        const value = plane[i] as number;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      open.least = Math.min(open.least, least * FULL);
      open.greatest = Math.max(open.greatest, greatest * FULL);
    });
  }

  silence(count: number): void {
    this.#byBucket(count, (open) => {
      open.least = Math.min(open.least, 0);
      open.greatest = Math.max(open.greatest, 0);
    });
  }

  /** The bucket that is not full is taken as it is: nothing comes after it. */
  finish(): void {
    if (this.#filled > 0) this.#close();
  }

  /** What became known since the last time, for each channel: two numbers a bucket. */
  take(): Int16Array<ArrayBuffer>[] {
    return this.#channels.map((open) => {
      const taken = open.pairs.slice(0, open.length);
      open.length = 0;
      return taken;
    });
  }

  #byBucket(count: number, scan: (open: Open, channel: number, from: number, to: number) => void): void {
    for (let at = 0; at < count; ) {
      const to = Math.min(count, at + BUCKET - this.#filled);
      for (let channel = 0; channel < this.#channels.length; channel++) {
        scan(this.#channels[channel] as Open, channel, at, to);
      }
      this.#filled += to - at;
      this.#total += to - at;
      at = to;
      if (this.#filled === BUCKET) this.#close();
    }
  }

  #close(): void {
    for (const open of this.#channels) {
      if (open.length === open.pairs.length) {
        const more = new Int16Array(open.pairs.length * 2);
        more.set(open.pairs);
        open.pairs = more;
      }
      const known = open.least <= open.greatest;
      open.pairs[open.length++] = known ? Math.max(-FULL, Math.min(FULL - 1, Math.floor(open.least))) : 0;
      open.pairs[open.length++] = known ? Math.max(-FULL, Math.min(FULL - 1, Math.ceil(open.greatest))) : 0;
      open.least = Infinity;
      open.greatest = -Infinity;
    }
    this.#filled = 0;
  }
}
