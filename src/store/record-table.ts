import { createAtom, type IAtom } from 'mobx';

/**
 * A map that mobx can observe as a whole. An observable entry per record would cost more, in time and memory, than all
 * else that loading 10,000 regions does; whoever needs to know which record changed listens to the store's changes.
 */
export class RecordTable<R> implements ReadonlyMap<string, R> {
  readonly #records: Map<string, R>;
  readonly #atom: IAtom;

  constructor(name: string, records: Iterable<readonly [string, R]>) {
    this.#records = new Map(records);
    this.#atom = createAtom(name);
  }

  get size(): number {
    return this.#seen.size;
  }

  get(id: string): R | undefined {
    return this.#seen.get(id);
  }

  has(id: string): boolean {
    return this.#seen.has(id);
  }

  keys(): MapIterator<string> {
    return this.#seen.keys();
  }

  values(): MapIterator<R> {
    return this.#seen.values();
  }

  entries(): MapIterator<[string, R]> {
    return this.#seen.entries();
  }

  [Symbol.iterator](): MapIterator<[string, R]> {
    return this.#seen.entries();
  }

  forEach(run: (record: R, id: string, table: ReadonlyMap<string, R>) => void): void {
    for (const [id, record] of this.#seen) run(record, id, this);
  }

  /** Puts or, without a record, removes. Call it inside a mobx action. */
  write(id: string, record: R | undefined): void {
    if (record === undefined) this.#records.delete(id);
    else this.#records.set(id, record);
    this.#atom.reportChanged();
  }

  get #seen(): Map<string, R> {
    this.#atom.reportObserved();
    return this.#records;
  }
}
