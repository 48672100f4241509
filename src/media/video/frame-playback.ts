import type { Dispose } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Film } from './film.js';
import type { Playback, PlaybackEvents } from './playback.js';

/** Seconds that pictures may come late before time waits for them. */
const LATE = 0.25;
/** Seconds before a frame's end that are still in it, however they are rounded. */
const INSIDE = 1e-5;

/** Plays a film frame by frame, by its table, where no `<video>` can. Without sound. */
export class FramePlayback implements Playback {
  readonly #film: Film;
  readonly #scope: Scope;
  readonly #events: PlaybackEvents;
  /** The time of the film at a moment of the page's clock, in milliseconds. */
  #anchor = { time: 0, at: 0 };
  #rate = 1;
  #shown = 1;
  #stop: Dispose = () => {};
  #run: AbortController | undefined;
  #isComing = false;

  constructor(film: Film, scope: Scope, events: PlaybackEvents) {
    this.#film = film;
    this.#scope = scope;
    this.#events = events;
    scope.add(() => this.pause());
  }

  get time(): number {
    const { frames } = this.#film;
    const [start, end] = [frames.timeOf(this.#shown), frames.endOf(this.#shown)];
    return Math.max(start, Math.min(this.#due, end - INSIDE));
  }

  async play(from: number): Promise<void> {
    this.pause();
    this.#run = new AbortController();
    this.#setTo(from);
    this.#next();
  }

  pause(): void {
    this.#stop();
    this.#run?.abort();
    this.#run = undefined;
    this.#isComing = false;
  }

  seek(time: number): void {
    if (this.#run) void this.play(time);
    else this.#setTo(time);
  }

  setRate(rate: number): void {
    this.#anchor = { time: this.#due, at: performance.now() };
    this.#rate = rate;
  }

  /** There is none. */
  setSound(): void {}

  get #due(): number {
    const { time, at } = this.#anchor;
    return this.#run ? time + ((performance.now() - at) / 1000) * this.#rate : time;
  }

  #setTo(time: number): void {
    this.#anchor = { time, at: performance.now() };
    this.#shown = this.#film.frames.frameAt(time);
  }

  #next(): void {
    this.#stop = this.#scope.frame(() => {
      const { frames } = this.#film;
      const due = this.#due;
      if (due >= frames.duration && this.#shown === frames.count) return this.#end();
      const frame = frames.frameAt(due);
      if (frame !== this.#shown && !this.#isComing) void this.#show(frame);
      this.#next();
    });
  }

  async #show(frame: number): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#isComing = true;
    try {
      const { value } = await this.#film.frame(frame, run.signal);
      if (!value) return this.#fail();
      this.#shown = frame;
      const { frames } = this.#film;
      // What is decoded more slowly than it plays is played more slowly, and not left out.
      if (this.#due > frames.endOf(frame) + LATE) {
        this.#anchor = { time: frames.timeOf(frame), at: performance.now() };
      }
      this.#events.onFrame(frame, undefined);
    } catch {
      // Paused meanwhile.
    } finally {
      if (this.#run === run) this.#isComing = false;
    }
  }

  #end(): void {
    this.#halt();
    this.#events.onEnd(this.#film.frames.duration);
  }

  #fail(): void {
    const { time } = this;
    this.#halt();
    this.#events.onFailure(time);
  }

  #halt(): void {
    const { time } = this;
    this.pause();
    this.#anchor = { time, at: performance.now() };
  }
}
