import type { Stage } from './messages.js';

/** Milliseconds between two words about how far it is. */
const PAUSE = 80;

/** Tells how far a work is, and lets the worker hear whether it is to stop. */
export class Pace {
  readonly #tell: (stage: Stage) => void;
  readonly #signal: AbortSignal;
  #last = 0;

  constructor(signal: AbortSignal, tell: (stage: Stage) => void) {
    this.#signal = signal;
    this.#tell = tell;
  }

  /** Undefined, but now and then a promise to wait for. Rejects where the work is to stop. */
  at(stage: Stage): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.#last < PAUSE) return undefined;
    this.#last = now;
    this.#tell(stage);
    return this.#breathe();
  }

  /** As often as one likes: of many calls only some look at the clock. */
  count(doing: Stage['doing'], done: number, all: number | undefined): Promise<void> | undefined {
    return (done & 63) === 0 ? this.at({ doing, done, all, unit: 'tasks' }) : undefined;
  }

  async #breathe(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    this.#signal.throwIfAborted();
  }
}
