import { BUCKET, FULL } from './peak-collector.js';

/** Buckets that one of the next level is made of. */
const FACTOR = 4;

/** What a place in samples may be off by, as it is reckoned from seconds. */
const ROUNDING = 1e-3;

interface Level {
  pairs: Int16Array;
  count: number;
}

/**
 * The peaks of a sound at several scales: level n has the least and greatest of every 256 · 4ⁿ samples. It grows at its
 * end.
 */
export class PeakPyramid {
  /** By channel; the finest level first. */
  readonly #channels: readonly Level[][];

  constructor(channels: number) {
    this.#channels = Array.from({ length: channels }, () => []);
  }

  /** @param pairs for each channel the same number of buckets of the finest level, two numbers each */
  append(pairs: readonly Int16Array[]): void {
    pairs.forEach((more, channel) => {
      const levels = this.#channels[channel];
      if (!levels || more.length === 0) return;
      const finest = levelOf(levels, 0, more.length / 2);
      finest.pairs.set(more, finest.count * 2);
      finest.count += more.length / 2;
      for (let from = finest, at = 1; from.count >= FACTOR; at++) from = summed(from, levels, at);
    });
  }

  /**
   * The least and greatest sample of equal parts of a stretch, two numbers a part; NaN where nothing is known. A part's
   * ends are those of the buckets that it touches. `start` and `end` are in samples.
   */
  columns(channel: number, start: number, end: number, columns: number): Float32Array {
    const out = new Float32Array(columns * 2).fill(Number.NaN);
    const levels = this.#channels[channel];
    const known = levels?.[0]?.count ?? 0;
    if (!levels || known === 0 || !(end > start)) return out;
    const width = (end - start) / columns;
    for (let column = 0; column < columns; column++) {
      const [from, to] = [start + column * width, start + (column + 1) * width];
      const first = Math.max(0, Math.floor((from + ROUNDING) / BUCKET));
      const last = Math.min(known, Math.max(Math.ceil((to - ROUNDING) / BUCKET), first + 1));
      if (to <= 0 || first >= last) continue;
      write(levels, first, last, out, column * 2);
    }
    return out;
  }
}

function levelOf(levels: Level[], at: number, more: number): Level {
  const level = levels[at] ?? { pairs: new Int16Array(512), count: 0 };
  levels[at] = level;
  const needed = (level.count + more) * 2;
  if (needed > level.pairs.length) {
    const room = new Int16Array(Math.max(needed, level.pairs.length * 2));
    room.set(level.pairs.subarray(0, level.count * 2));
    level.pairs = room;
  }
  return level;
}

/** Brings level `at` up to what the one below it knows. */
function summed(below: Level, levels: Level[], at: number): Level {
  const whole = Math.floor(below.count / FACTOR);
  const level = levelOf(levels, at, whole - (levels[at]?.count ?? 0));
  for (; level.count < whole; level.count++) {
    let [least, greatest] = [FULL, -FULL];
    const from = level.count * FACTOR * 2;
    for (let i = from; i < from + FACTOR * 2; i += 2) {
      least = Math.min(least, below.pairs[i] as number);
      greatest = Math.max(greatest, below.pairs[i + 1] as number);
    }
    level.pairs[level.count * 2] = least;
    level.pairs[level.count * 2 + 1] = greatest;
  }
  return level;
}

/** Of the buckets `first` up to `last` of the finest level, by as few as possible of all levels. */
function write(levels: readonly Level[], first: number, last: number, out: Float32Array, to: number): void {
  let [least, greatest] = [FULL, -FULL];
  for (let at = first; at < last; ) {
    let [level, size] = [0, 1];
    for (;;) {
      const larger = size * FACTOR;
      const next = levels[level + 1];
      if (!next || at % larger !== 0 || at + larger > last || at / larger >= next.count) break;
      [level, size] = [level + 1, larger];
    }
    const { pairs } = levels[level] as Level;
    const i = (at / size) * 2;
    least = Math.min(least, pairs[i] as number);
    greatest = Math.max(greatest, pairs[i + 1] as number);
    at += size;
  }
  out[to] = least / FULL;
  out[to + 1] = greatest / FULL;
}
