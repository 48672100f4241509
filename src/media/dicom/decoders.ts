import { connect, type Remote } from '../remote/remote.js';
import { startWorker } from '../remote/start-worker.js';
import type { StudyMethods } from './worker-methods.js';

const MOST = 4;

type Work<T> = (remote: Remote<StudyMethods>) => Promise<T>;

interface Hand {
  remote: Remote<StudyMethods> | undefined;
  busy: boolean;
}

/** The workers of a study. They start when they are needed, and end with the signal. */
export class Decoders {
  readonly #signal: AbortSignal;
  readonly #hands: readonly Hand[];

  constructor(signal: AbortSignal, count = Math.max(1, Math.min(MOST, navigator.hardwareConcurrency || 1))) {
    this.#signal = signal;
    this.#hands = Array.from({ length: count }, () => ({ remote: undefined, busy: false }));
  }

  get count(): number {
    return this.#hands.length;
  }

  /** Whether one has nothing to do. */
  get idle(): boolean {
    return this.#hands.some(({ busy }) => !busy);
  }

  /** Has one that has nothing to do start, so that it is ready when there is. */
  warm(): void {
    const hand = this.#hands.find(({ busy, remote }) => !busy && !remote);
    if (hand) this.#remoteOf(hand);
  }

  /**
   * Does something in a worker: one that is idle and has been started, or the least likely to be waited for.
   * @param aside whether it only now and then has something to do meanwhile: where there is just one worker, others share it
   */
  async run<T>(work: Work<T>, aside = false): Promise<T> {
    const free = this.#hands.filter(({ busy }) => !busy);
    const hand = free.find(({ remote }) => remote) ?? free[0] ?? this.#hands[0];
    if (!hand) throw new Error('There are no workers.');
    const holds = !hand.busy && !(aside && this.#hands.length === 1);
    if (holds) hand.busy = true;
    try {
      return await work(this.#remoteOf(hand));
    } catch (reason) {
      // Its methods do not throw: it is the worker that failed, and the next one to ask gets another.
      if (!this.#signal.aborted && !isAbort(reason)) hand.remote = undefined;
      throw reason;
    } finally {
      if (holds) hand.busy = false;
    }
  }

  #remoteOf(hand: Hand): Remote<StudyMethods> {
    hand.remote ??= connect<StudyMethods>(startWorker(new URL('./dicom.worker.js', import.meta.url), this.#signal));
    return hand.remote;
  }
}

const isAbort = (reason: unknown): boolean => reason instanceof DOMException && reason.name === 'AbortError';
