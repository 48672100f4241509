import { PeakCollector } from './peak-collector.js';
import type { SoundFacts } from './reading.js';

/** What the page is told while a sound is read. */
export type WaveNews =
  | { readonly is: 'facts'; readonly facts: SoundFacts }
  | {
      readonly is: 'peaks';
      /** For each channel, two numbers for every 256 samples. */
      readonly pairs: readonly Int16Array<ArrayBuffer>[];
      /** Samples that are known so far. */
      readonly known: number;
      readonly length: number | undefined;
    };

/** Milliseconds between two reports. */
const PAUSE = 50;

/** Tells the page what becomes known, not more often than it can show. */
export class WaveReport {
  readonly #tell: (news: WaveNews, transfer: readonly Transferable[]) => void;
  #collector: PeakCollector | undefined;
  #last = -Infinity;

  constructor(tell: (news: WaveNews, transfer: readonly Transferable[]) => void) {
    this.#tell = tell;
  }

  get begun(): boolean {
    return this.#collector !== undefined;
  }

  begin(facts: SoundFacts): PeakCollector {
    this.#collector = new PeakCollector(facts.channels);
    this.#tell({ is: 'facts', facts }, []);
    return this.#collector;
  }

  /** To be called after whatever was collected. @param length as far as is known by now */
  collected(length: number | undefined): void {
    if (performance.now() - this.#last >= PAUSE) this.#send(length);
  }

  /** All is known. */
  finish(): void {
    this.#collector?.finish();
    this.#send(this.#collector?.total);
  }

  #send(length: number | undefined): void {
    if (!this.#collector) return;
    const pairs = this.#collector.take();
    this.#tell(
      { is: 'peaks', pairs, known: this.#collector.total, length },
      pairs.map(({ buffer }) => buffer),
    );
    this.#last = performance.now();
  }
}
