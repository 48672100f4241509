export interface FollowerTarget {
  /** Whether a place is in view. */
  isSeen(at: number): boolean;
  turnTo(at: number): void;
}

/**
 * Keeps the playhead in view: when it leaves the view, or jumps to where it is not seen, the page is turned. Who looks
 * elsewhere while it plays is left alone, until it plays anew or comes by.
 */
export class Follower {
  readonly #target: FollowerTarget;
  #at: number | undefined;
  #playing = false;
  #seen = true;

  constructor(target: FollowerTarget) {
    this.#target = target;
  }

  /** @param at where the playhead is now; @param follows whether the view is to go with it */
  take(at: number, playing: boolean, follows: boolean): void {
    const moved = at !== this.#at;
    const starts = playing && !this.#playing;
    // While it plays it goes on in small steps; all else is a jump.
    const jumped = moved && !(playing && this.#playing && this.#at !== undefined && at > this.#at);
    if (follows && !this.#target.isSeen(at) && (starts || jumped || (moved && this.#seen))) this.#target.turnTo(at);
    this.#at = at;
    this.#playing = playing;
    this.#seen = this.#target.isSeen(at);
  }

  /** The view has changed. */
  look(): void {
    if (this.#at !== undefined) this.#seen = this.#target.isSeen(this.#at);
  }
}
