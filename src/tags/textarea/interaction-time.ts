/** A key says that the user is at it for so many milliseconds. */
const WINDOW = 500;

/** How long a user was at a text. Every key opens a window; where windows overlap, their time counts once. */
export class InteractionTime {
  #spent = 0;
  #until = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds, such as the `timeStamp` of the key's event */
  touch(now: number): void {
    const end = now + WINDOW;
    if (end <= this.#until) return;
    this.#spent += end - Math.max(now, this.#until);
    this.#until = end;
  }

  /** The seconds since the last time they were taken. What is left of an open window counts to them, and not to the next. */
  take(): number {
    const spent = this.#spent / 1000;
    this.#spent = 0;
    return spent;
  }
}

/** Seconds that were told before and those that came to them, to the millisecond. What was told may be of any kind. */
export const addSeconds = (before: unknown, more: number): number => {
  const known = typeof before === 'number' && Number.isFinite(before) ? before : 0;
  return Math.round((known + more) * 1000) / 1000;
};
