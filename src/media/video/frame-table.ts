/** Seconds by which a time may fall short of a frame's start and still be in it: players count in whole microseconds. */
const ROUNDING = 2e-6;

/** Where the frames of a film lie in time. Frames count from 1, times are seconds. The only truth for frame ↔ time. */
export class FrameTable {
  readonly #times: Float64Array;
  /** The end of the last frame. */
  readonly duration: number;

  /**
   * @param times the start of each frame, ascending; two may be equal
   * @param end the end of the last
   */
  constructor(times: Float64Array, end: number) {
    this.#times = times;
    this.duration = Math.max(end, times.at(-1) ?? 0);
  }

  /** Frames that all last equally long. */
  static even(count: number, rate: number): FrameTable {
    return new FrameTable(
      Float64Array.from({ length: count }, (_, index) => index / rate),
      count / rate,
    );
  }

  get count(): number {
    return this.#times.length;
  }

  /** On the average, in frames each second. */
  get frameRate(): number {
    const span = this.duration - (this.#times[0] ?? 0);
    return span > 0 ? this.count / span : 0;
  }

  /** The nearest frame that there is to a number. */
  clamp(frame: number): number {
    return Math.min(Math.max(1, Math.round(frame) || 1), Math.max(1, this.count));
  }

  /** When a frame starts. */
  timeOf(frame: number): number {
    return this.#times[this.clamp(frame) - 1] ?? 0;
  }

  /** When it ends: the next one starts, or the film ends. */
  endOf(frame: number): number {
    return this.#times[this.clamp(frame)] ?? this.duration;
  }

  /** A time that is safely inside of a frame, however it is rounded on the way. */
  middleOf(frame: number): number {
    return (this.timeOf(frame) + this.endOf(frame)) / 2;
  }

  /**
   * The frame that is on show at a time: the last that has started. The first before it starts, the last after it has
   * ended. A time that was rounded down by a microsecond still finds its frame.
   */
  frameAt(seconds: number): number {
    const time = seconds + ROUNDING;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] as number) <= time) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  }
}
