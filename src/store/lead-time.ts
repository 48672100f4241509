/** Work that pauses for longer than this is not counted beyond it, in milliseconds: reading a page takes a while, lunch longer. */
const idleAfter = 60_000;

/**
 * Seconds at work on one completion: the time between signs of life, each gap counted up to one minute, and none while
 * the page is hidden. It runs only while its completion is the one on show.
 */
export class LeadTime {
  readonly #now: () => number;
  readonly #earlier: number;
  #milliseconds: number;
  #since: number | undefined;

  /** @param now milliseconds @param earlier seconds of earlier sessions */
  constructor(now: () => number, earlier: number) {
    this.#now = now;
    this.#earlier = Number.isFinite(earlier) && earlier > 0 ? earlier * 1000 : 0;
    this.#milliseconds = this.#earlier;
  }

  get seconds(): number {
    return Math.round(this.#milliseconds + this.#running()) / 1000;
  }

  /** The user did something, or the completion came on show. */
  touch(): void {
    this.#milliseconds += this.#running();
    this.#since = this.#now();
  }

  /** Seconds of earlier sessions, as it began with. */
  get earlier(): number {
    return this.#earlier / 1000;
  }

  /** Goes on where another session was cut short, which had begun with the same earlier ones. @param seconds all that it had counted */
  goOnFrom(seconds: number): void {
    if (Number.isFinite(seconds)) this.#milliseconds += Math.max(0, seconds * 1000 - this.#earlier);
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
