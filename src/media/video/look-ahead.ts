import type { DecodeWish } from './film-messages.js';

/** Frames that are decoded in advance: going forward, going back, and before one that is jumped to. */
const AHEAD = 8;
const BACK = 24;
const BEFORE = 2;

export type Course = 'forward' | 'back' | 'jump';

/**
 * Which frames to decode together with one that is wanted, so that the next step finds its picture. Frames count from 1.
 */
export class LookAhead {
  readonly #count: number;
  readonly #ahead: number;
  readonly #back: number;

  /** @param room how many pictures can be kept */
  constructor(count: number, room: number) {
    this.#count = count;
    this.#ahead = Math.min(AHEAD, Math.floor((room - 1) / 4));
    this.#back = Math.min(BACK, Math.floor(room / 2));
  }

  /** How one gets from the frame before to this one. */
  course(before: number | undefined, frame: number): Course {
    if (before === undefined) return 'jump';
    if (frame >= before && frame <= before + AHEAD) return 'forward';
    return frame < before && frame >= before - BACK ? 'back' : 'jump';
  }

  /** For a frame whose picture is missing. */
  around(frame: number, course: Course): DecodeWish {
    const before = course === 'back' ? this.#back : course === 'jump' ? Math.min(BEFORE, this.#back) : 0;
    // The way back is decoded up to here, and no further.
    return this.#within(frame - before, frame, course === 'back' ? frame : frame + this.#ahead);
  }

  /** What to do while nothing is wanted: the pictures on the way become few. */
  further(frame: number, course: Course, has: (frame: number) => boolean): DecodeWish | undefined {
    if (course === 'back') {
      let lowest = frame;
      while (lowest > 1 && has(lowest - 1)) lowest--;
      if (lowest <= 1 || frame - lowest > this.#back / 3) return undefined;
      return this.#within(lowest - this.#back, lowest - 1, lowest - 1);
    }
    let missing = frame + 1;
    while (missing <= this.#count && has(missing)) missing++;
    if (missing > this.#count || missing - frame > this.#ahead / 2) return undefined;
    return this.#within(missing, missing, frame + this.#ahead);
  }

  #within(from: number, target: number, to: number): DecodeWish {
    return { from: Math.max(1, from), target, to: Math.min(this.#count, Math.max(to, target)) };
  }
}
