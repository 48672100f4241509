import type { Player } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';

/** Plays still pictures one after the other, so many a second: what has frames but is no film. Times are seconds. */
export class FramePlayer implements Player {
  readonly duration: number;
  #time = 0;
  #rate = 1;
  /** When it was at `#time`, in milliseconds, while it plays. */
  #since: number | undefined;

  /** @param rate frames a second */
  constructor(count: number, rate: number, scope: Scope) {
    this.duration = count / rate;
    scope.add(() => this.pause());
    // No frames come while the page is hidden: it would run on unseen.
    scope.listen(document, 'visibilitychange', () => document.hidden && this.pause());
  }

  get time(): number {
    const gone = this.#since === undefined ? 0 : ((performance.now() - this.#since) / 1000) * this.#rate;
    return Math.min(this.duration, this.#time + gone);
  }

  async play(): Promise<void> {
    this.#since = performance.now();
  }

  pause(): void {
    this.#time = this.time;
    this.#since = undefined;
  }

  seek(time: number): void {
    this.#time = Math.max(0, Math.min(time, this.duration));
    if (this.#since !== undefined) this.#since = performance.now();
  }

  setRate(rate: number): void {
    this.seek(this.time);
    this.#rate = rate;
  }
}
