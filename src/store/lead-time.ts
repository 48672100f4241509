/** Work that pauses for longer than this is not counted beyond it, in milliseconds: reading a page takes a while, lunch longer. */
const idleAfter = 60_000;

/**
 * Seconds at work on one completion: the time between signs of life, each gap counted up to one minute, and none while
 * the page is hidden. It runs only while its completion is the one on show.
 */
export class LeadTime {
  readonly #now: () => number;
  #milliseconds: number;
  #since: number | undefined;

  /** @param now milliseconds @param earlier seconds of earlier sessions */
  constructor(now: () => number, earlier: number) {
    this.#now = now;
    this.#milliseconds = Number.isFinite(earlier) && earlier > 0 ? earlier * 1000 : 0;
  }

  get seconds(): number {
    return Math.round(this.#milliseconds + this.#running()) / 1000;
  }

  /** The user did something, or the completion came on show. */
  touch(): void {
    this.#milliseconds += this.#running();
    this.#since = this.#now();
  }

  /** The page or the completion is out of sight. */
  pause(): void {
    this.#milliseconds += this.#running();
    this.#since = undefined;
  }

  #running(): number {
    if (this.#since === undefined) return 0;
    return Math.max(0, Math.min(this.#now() - this.#since, idleAfter));
  }
}
