import { type Atom, createAtom } from '../reactive/index.js';

/**
 * A map that is observed as a whole. An observable entry per record would cost more, in time and memory, than all
 * else that loading 10,000 regions does; whoever needs to know which record changed listens to the store's changes.
 */
export class RecordTable<R extends { readonly order: number }> implements ReadonlyMap<string, R> {
  readonly #records: Map<string, R>;
  readonly #atom: Atom;
  /** Which records there are and in which order; a drag, say, changes one of them many times and nothing of this. */
  readonly #members: Atom;

  constructor(records: Iterable<readonly [string, R]>) {
    this.#records = new Map(records);
    this.#atom = createAtom();
    this.#members = createAtom();
  }

  get size(): number {
    this.#members.reportObserved();
    return this.#records.size;
  }

  /** Ids by the `order` of their records. */
  get ordered(): readonly string[] {
    this.#members.reportObserved();
    const ids = [...this.#records.keys()];
    // As they were read, which is nearly always.
    if (this.#isSorted()) return ids;
    const orderOf = (id: string) => this.#records.get(id)?.order ?? 0;
    return ids.sort((a, b) => orderOf(a) - orderOf(b));
  }

  #isSorted(): boolean {
    let last = -Infinity;
    for (const { order } of this.#records.values()) {
      if (order < last) return false;
      last = order;
    }
    return true;
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

  /** Puts or, without a record, removes. Call it inside an action. */
  write(id: string, record: R | undefined): void {
    const inPlace = this.#records.get(id)?.order === record?.order;
    if (record === undefined) this.#records.delete(id);
    else this.#records.set(id, record);
    this.#atom.reportChanged();
    if (!inPlace) this.#members.reportChanged();
  }

  get #seen(): Map<string, R> {
    this.#atom.reportObserved();
    return this.#records;
  }
}
