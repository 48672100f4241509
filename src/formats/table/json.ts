import type { ExportFormat, TaskWriter } from '../format.js';
import { Batch } from './batch.js';
import { placeOf } from './left-out.js';
import { plainJson } from './plain-json.js';

/** Tasks as they are, with all of their completions and predictions: `result.json`, a list. */
export const jsonFormat: ExportFormat = {
  name: 'JSON',
  about: 'Tasks with all of their completions and predictions, as they are.',
  refusal: () => undefined,
  begin({ sink, lose }): TaskWriter {
    const list = new JsonList((piece) => sink.write('result.json', piece));
    return {
      write: (task) => list.add(plainJson(task, lose, placeOf(task))),
      end: () => list.end(),
    };
  },
};

/** A JSON list that is written item by item. */
export class JsonList {
  readonly #batch: Batch;
  #begun = false;

  constructor(write: (piece: string) => void | Promise<void>) {
    this.#batch = new Batch(write);
  }

  /** @param item as JSON text */
  add(item: string): void | Promise<void> {
    const before = this.#begun ? ',\n' : '[\n';
    this.#begun = true;
    return this.#batch.add(before + item);
  }

  async end(): Promise<void> {
    await this.#batch.add(this.#begun ? '\n]\n' : '[]\n');
    await this.#batch.flush();
  }
}
