import { type Atom, batch, createAtom } from './tracking.js';

/** One value. Observable. */
export interface Box<T> {
  get(): T;
  set(value: T): void;
}

class ObservableBox<T> implements Box<T> {
  readonly #atom = createAtom();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get(): T {
    this.#atom.reportObserved();
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#atom.reportChanged();
  }
}

/** A map that is observed key by key, and as a whole by who goes through it. */
export class ObservableMap<K, V> implements ReadonlyMap<K, V> {
  readonly #entries: Map<K, V>;
  readonly #atoms = new Map<K, Atom>();
  readonly #members = createAtom();
  readonly #all = createAtom();

  constructor(entries: Iterable<readonly [K, V]> = []) {
    this.#entries = new Map(entries);
  }

  get size(): number {
    this.#members.reportObserved();
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    this.#atom(key).reportObserved();
    return this.#entries.get(key);
  }

  has(key: K): boolean {
    this.#atom(key).reportObserved();
    return this.#entries.has(key);
  }

  set(key: K, value: V): this {
    const known = this.#entries.has(key);
    if (known && Object.is(this.#entries.get(key), value)) return this;
    this.#entries.set(key, value);
    this.#changed(key, !known);
    return this;
  }

  delete(key: K): boolean {
    if (!this.#entries.delete(key)) return false;
    this.#changed(key, true);
    return true;
  }

  clear(): void {
    batch(() => {
      for (const key of [...this.#entries.keys()]) this.delete(key);
    });
  }

  keys(): MapIterator<K> {
    this.#members.reportObserved();
    return this.#entries.keys();
  }

  values(): MapIterator<V> {
    this.#all.reportObserved();
    return this.#entries.values();
  }

  entries(): MapIterator<[K, V]> {
    this.#all.reportObserved();
    return this.#entries.entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(run: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) run(value, key, this);
  }

  #atom(key: K): Atom {
    const known = this.#atoms.get(key);
    if (known) return known;
    const atom = createAtom();
    this.#atoms.set(key, atom);
    return atom;
  }

  #changed(key: K, comesOrGoes: boolean): void {
    batch(() => {
      this.#atoms.get(key)?.reportChanged();
      this.#all.reportChanged();
      if (comesOrGoes) this.#members.reportChanged();
    });
  }
}

/** A set that is observed as a whole. */
export class ObservableSet<T> implements Iterable<T> {
  readonly #values: Set<T>;
  readonly #atom = createAtom();

  constructor(values: Iterable<T> = []) {
    this.#values = new Set(values);
  }

  get size(): number {
    return this.#seen.size;
  }

  has(value: T): boolean {
    return this.#seen.has(value);
  }

  add(value: T): this {
    if (!this.#values.has(value)) {
      this.#values.add(value);
      this.#atom.reportChanged();
    }
    return this;
  }

  delete(value: T): boolean {
    const known = this.#values.delete(value);
    if (known) this.#atom.reportChanged();
    return known;
  }

  clear(): void {
    if (this.#values.size === 0) return;
    this.#values.clear();
    this.#atom.reportChanged();
  }

  values(): SetIterator<T> {
    return this.#seen.values();
  }

  [Symbol.iterator](): SetIterator<T> {
    return this.#seen.values();
  }

  get #seen(): Set<T> {
    this.#atom.reportObserved();
    return this.#values;
  }
}

/** An object whose fields are observed one by one; what is in them is not. */
export function observable<T extends object>(fields: T): T {
  const made = {} as T;
  for (const [key, value] of Object.entries(fields)) defineField(made, key, value);
  return made;
}

observable.box = <T>(value: T): Box<T> => new ObservableBox(value);
observable.map = <K, V>(entries?: Iterable<readonly [K, V]>): ObservableMap<K, V> => new ObservableMap(entries);
observable.set = <T>(values?: Iterable<T>): ObservableSet<T> => new ObservableSet(values);

/** Makes a field of an object observable. */
export function defineField(target: object, key: PropertyKey, value: unknown): void {
  const box = new ObservableBox(value);
  Object.defineProperty(target, key, {
    get: () => box.get(),
    set: (next: unknown) => box.set(next),
    enumerable: true,
    configurable: true,
  });
}
