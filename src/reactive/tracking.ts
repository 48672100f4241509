import { createReactiveSystem, type Link, type ReactiveNode } from 'alien-signals/system';

/** Flags of a node, as the system has them. */
const MUTABLE = 1;
const WATCHING = 2;
const RECURSED_CHECK = 4;
const DIRTY = 16;
const PENDING = 32;

/** Rounds of watchers that set each other off after which they are taken to go on for ever. */
const MOST_ROUNDS = 100;

/** Whether two values are the same as far as who reads them is concerned. */
export type Equals = (a: unknown, b: unknown) => boolean;

/** Something that changes without saying to what: the container of the value is another's. */
export interface Atom {
  reportObserved(): void;
  reportChanged(): void;
}

/** A value that follows from others. It is kept while someone watches it, and until the end of a batch. */
export interface Derived<T> {
  get(): T;
}

/** Runs something again when what it read has changed. */
export interface Watcher {
  /** Runs a function and notes what it reads, in place of what was noted before. */
  track<T>(run: () => T): T | undefined;
  dispose(): void;
}

class AtomNode implements ReactiveNode, Atom {
  subs?: Link;
  subsTail?: Link;
  flags = MUTABLE;

  reportObserved(): void {
    if (this.flags & DIRTY) {
      this.flags = MUTABLE;
      if (this.subs) shallowPropagate(this.subs);
    }
    if (reader) link(this, reader, reading);
  }

  reportChanged(): void {
    this.flags = MUTABLE | DIRTY;
    if (!this.subs) return;
    propagate(this.subs, false);
    if (depth === 0) flush();
  }
}

class DerivedNode<T> implements ReactiveNode, Derived<T> {
  deps?: Link;
  depsTail?: Link;
  subs?: Link;
  subsTail?: Link;
  flags = MUTABLE | DIRTY;
  #value: T | Failure | undefined;
  readonly #derive: () => T;
  readonly #equals: Equals;
  /** Keeps it while nobody watches: until the end of the batch, or for as long as what it is derived from. */
  readonly #keeper: ReactiveNode;

  constructor(derive: () => T, equals: Equals, keepAlive: boolean) {
    this.#derive = derive;
    this.#equals = equals;
    this.#keeper = keepAlive ? { flags: 0 } : keeper;
  }

  get(): T {
    // Read by nobody who watches, it is derived for this once, and all that it is derived from is derived once.
    if (!reader && depth === 0) return batch(() => this.get());
    if (!reader && !this.subs) link(this, this.#keeper, ++readings);
    const { flags } = this;
    if (flags & DIRTY || (flags & PENDING && (checkDirty(this.deps as Link, this) || this.#settle()))) {
      if (this.update() && this.subs) shallowPropagate(this.subs);
    }
    if (reader) link(this, reader, reading);
    const value = this.#value;
    if (value instanceof Failure) throw value.reason;
    return value as T;
  }

  #settle(): boolean {
    this.flags &= ~PENDING;
    return false;
  }

  /** Derives it anew. Whether it is another value than before. */
  update(): boolean {
    const before = this.#value;
    const after = read(this, MUTABLE, this.#derive);
    const known = before !== undefined && !(before instanceof Failure) && !(after instanceof Failure);
    if (known ? this.#equals(before, after) : Object.is(before, after)) return false;
    this.#value = after;
    return true;
  }

  forget(): void {
    this.#value = undefined;
    this.flags = MUTABLE | DIRTY;
    unlinkAll(this);
  }
}

class WatcherNode implements ReactiveNode, Watcher {
  deps?: Link;
  depsTail?: Link;
  flags = 0;
  readonly #changed: () => void;
  #disposed = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  track<T>(run: () => T): T | undefined {
    if (this.#disposed) return untracked(run);
    depth++;
    const value = read(this, WATCHING, run);
    if (this.#disposed) {
      unlinkAll(this);
    } else if (this.flags & (DIRTY | PENDING)) {
      // It has changed what it read.
      this.flags &= ~WATCHING;
      queue.push(this);
    }
    depth--;
    if (depth === 0) flush();
    if (value instanceof Failure) throw value.reason;
    return value;
  }

  /** Until it tracks again no further change is told. */
  settle(): void {
    const { flags, deps } = this;
    if (this.#disposed) return;
    if (flags & DIRTY || (flags & PENDING && deps && checkDirty(deps, this))) {
      this.flags = 0;
      this.#changed();
    } else {
      this.flags = WATCHING;
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.flags = 0;
    // What is read right now would be linked to it again.
    if (reader !== this) unlinkAll(this);
  }
}

/** What was thrown in place of a value, for whoever reads the value. */
class Failure {
  readonly reason: unknown;
  constructor(reason: unknown) {
    this.reason = reason;
  }
}

const { link, unlink, propagate, checkDirty, shallowPropagate } = createReactiveSystem({
  update(node) {
    if (node instanceof DerivedNode) return node.update();
    node.flags = MUTABLE;
    return true;
  },
  notify(node) {
    node.flags &= ~WATCHING;
    queue.push(node as WatcherNode);
  },
  unwatched(node) {
    if (node instanceof DerivedNode) node.forget();
  },
});

/** Who reads right now, and the number of its reading: what is read twice in one is noted once. */
let reader: ReactiveNode | undefined;
let reading = 0;
let readings = 0;
/** Batches within each other. */
let depth = 0;
let flushing = false;
let queue: WatcherNode[] = [];
/** Keeps what is derived while nobody watches until the end of the batch. */
const keeper: ReactiveNode = { flags: 0 };

function read<T>(node: ReactiveNode, flags: number, run: () => T): T | Failure {
  node.depsTail = undefined as unknown as Link;
  node.flags = flags | RECURSED_CHECK;
  const [outer, number] = [reader, reading];
  reader = node;
  reading = ++readings;
  try {
    return run();
  } catch (reason) {
    return new Failure(reason);
  } finally {
    reader = outer;
    reading = number;
    node.flags &= ~RECURSED_CHECK;
    for (let rest = node.depsTail ? node.depsTail.nextDep : node.deps; rest; ) rest = unlink(rest, node);
  }
}

function unlinkAll(node: ReactiveNode): void {
  for (let last = node.depsTail; last; last = node.depsTail) unlink(last, node);
}

/** In the order in which they were set off; what one sets off comes after all others. */
function flush(): void {
  if (flushing) return;
  flushing = true;
  for (let round = 0; queue.length > 0; round++) {
    const watchers = queue;
    queue = [];
    if (round === MOST_ROUNDS) {
      report(new Error('What reacts to changes sets itself off without end.'));
      break;
    }
    for (const watcher of watchers) {
      try {
        watcher.settle();
      } catch (reason) {
        report(reason);
      }
    }
  }
  flushing = false;
}

/** An error in what reacts to a change is not one of who made the change. */
const report = (reason: unknown): void => console.error('[reactive]', reason);

/** Makes several changes; what reacts to them comes after the last. */
export function batch<T>(run: () => T): T {
  depth++;
  try {
    return run();
  } finally {
    if (depth === 1) {
      keeper.flags = 0;
      unlinkAll(keeper);
    }
    depth--;
    if (depth === 0) flush();
  }
}

/** Reads without being told of changes. */
export function untracked<T>(run: () => T): T {
  const before = reader;
  reader = undefined;
  try {
    return run();
  } finally {
    reader = before;
  }
}

export const createAtom = (): Atom => new AtomNode();
/** @param keepAlive also while nobody watches: for what is often asked for outside of a batch */
export const createDerived = <T>(derive: () => T, equals: Equals = Object.is, keepAlive = false): Derived<T> =>
  new DerivedNode(derive, equals, keepAlive);
/** @param changed is to track again, now or later; it is not called again before that */
export const createWatcher = (changed: () => void): Watcher => new WatcherNode(changed);
