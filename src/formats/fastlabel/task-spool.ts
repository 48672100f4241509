import type { Dict } from '../../model/json.js';
import type { Sink, Spool } from '../files.js';
import { Batch } from '../pictures/batch.js';

/** Tasks that wait until all are known: classes are numbered by their names. */
export class TaskSpool {
  readonly #spool: Spool;
  readonly #batch: Batch;

  constructor(sink: Sink) {
    this.#spool = sink.spool();
    this.#batch = new Batch((piece) => this.#spool.write(piece));
  }

  add(task: Dict): void | Promise<void> {
    return this.#batch.add(`${JSON.stringify(task)}\n`);
  }

  /** All of them, in their order. */
  async *read(): AsyncGenerator<Dict> {
    await this.#batch.flush();
    let rest = '';
    for await (const piece of this.#spool.read()) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Dict;
    }
  }
}
