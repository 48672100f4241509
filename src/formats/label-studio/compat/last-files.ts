import type { Sink } from '../../files.js';

/** Files of which the last one with a name wins: the peer writes over those that are there. They wait in memory. */
export class LastFiles {
  readonly #texts = new Map<string, string>();

  set(path: string, text: string): void {
    this.#texts.set(path, text);
  }

  has(path: string): boolean {
    return this.#texts.has(path);
  }

  async pour(sink: Sink): Promise<void> {
    for (const [path, text] of this.#texts) await sink.write(path, text);
  }
}
