import {
  type Change,
  type CompletionDoc,
  type ControlValue,
  emptyDoc,
  type Origin,
  type Tables,
} from '../model/document.js';
import { action, compareShallow, makeObservable, observableRef, runInAction } from '../reactive/index.js';
import { RecordTable } from './record-table.js';

type AnyRecord = Tables[keyof Tables];

/** Writes records. A record is frozen when it is put; change it by putting another with the same id. */
export interface DocWriter {
  put<T extends keyof Tables>(table: T, record: Tables[T]): void;
  remove(table: keyof Tables, id: string): void;
}

/** Many edits, one undo step: a drag, a stroke, a number being typed. */
export interface Gesture {
  /** Until it is committed or cancelled, or ended by another edit. */
  readonly open: boolean;
  update(write: (doc: DocWriter) => void): void;
  commit(): void;
  /** Puts everything back as it was when the gesture began. */
  cancel(): void;
}

interface Step {
  readonly label: string;
  readonly changes: readonly Change[];
}

type Listener = (changes: readonly Change[], origin: Origin) => void;

/** The content of one completion, and the only code that changes it. Undo puts back the very records that were there. */
export class DocumentStore {
  readonly history: History;
  readonly #tables: { readonly [T in keyof Tables]: RecordTable<Tables[T]> };
  readonly #valuesByRegion = new Map<string, readonly ControlValue[]>();
  readonly #listeners = new Set<Listener>();
  #gesture: { readonly label: string; changes: Change[] } | undefined;

  constructor(content: CompletionDoc = emptyDoc) {
    this.#tables = {
      regions: new RecordTable(content.regions),
      values: new RecordTable(content.values),
      relations: new RecordTable(content.relations),
    };
    for (const value of content.values.values()) this.#index(undefined, value);
    this.history = new History(
      () => this.#finishGesture(),
      (changes) => {
        this.#apply(changes);
        this.#tell(changes, 'replay');
      },
    );
  }

  /** Observable, table by table. */
  get doc(): CompletionDoc {
    return this.#tables;
  }

  /** Ids of the regions by their `order`. Observable: another list only when regions come, go or change places. */
  get regionIds(): readonly string[] {
    return this.#tables.regions.ordered;
  }

  /** The values that belong to a region, in the order in which they are written. Observable. */
  valuesOf(regionId: string): readonly ControlValue[] {
    // For who observes: `has` would only tell that values come and go.
    this.#tables.values.get(regionId);
    return this.#valuesByRegion.get(regionId) ?? [];
  }

  /** One change and, by the user, one undo step. Gives back what it changed. */
  edit(label: string, write: (doc: DocWriter) => void, origin: Origin = 'user'): readonly Change[] {
    if (origin === 'user') this.#finishGesture();
    const changes = this.#write(write);
    if (changes.length === 0) return changes;
    if (origin === 'user') this.history.push({ label, changes });
    this.#tell(changes, origin);
    return changes;
  }

  gesture(label: string): Gesture {
    this.#finishGesture();
    const gesture = { label, changes: [] as Change[] };
    this.#gesture = gesture;
    const isOpen = () => this.#gesture === gesture;
    return {
      get open() {
        return isOpen();
      },
      update: (write) => {
        if (!isOpen()) return;
        const changes = this.#write(write);
        if (changes.length === 0) return;
        gesture.changes = squash([...gesture.changes, ...changes]);
        this.#tell(changes, 'user');
      },
      commit: () => {
        if (isOpen()) this.#finishGesture();
      },
      cancel: () => {
        if (!isOpen()) return;
        this.#gesture = undefined;
        const back = invert(gesture.changes);
        this.#apply(back);
        if (back.length > 0) this.#tell(back, 'replay');
      },
    };
  }

  observe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #finishGesture(): void {
    const gesture = this.#gesture;
    this.#gesture = undefined;
    // What was dragged away and back is no step.
    const changes = gesture?.changes.filter(({ before, after }) => !compareShallow(before, after)) ?? [];
    if (gesture && changes.length > 0) this.history.push({ label: gesture.label, changes });
  }

  /** Runs the writer against a view of the tables, so that a writer that throws leaves nothing behind. */
  #write(write: (doc: DocWriter) => void): readonly Change[] {
    const changes: Change[] = [];
    const staged = new Map<string, AnyRecord | undefined>();
    const current = (table: keyof Tables, id: string) => {
      const key = `${table} ${id}`;
      return staged.has(key) ? staged.get(key) : this.#tables[table].get(id);
    };
    const note = (table: keyof Tables, id: string, after: AnyRecord | undefined) => {
      const before = current(table, id);
      if (before === after) return;
      staged.set(`${table} ${id}`, after);
      changes.push({ table, id, ...(before && { before }), ...(after && { after }) } as Change);
    };
    write({
      put: (table, record) => note(table, record.id, Object.freeze<AnyRecord>(record)),
      remove: (table, id) => note(table, id, undefined),
    });
    const squashed = squash(changes);
    this.#apply(squashed);
    return squashed;
  }

  #apply(changes: readonly Change[]): void {
    runInAction(() => {
      for (const change of changes) {
        const { table, id, after } = change;
        if (change.table === 'values') this.#index(this.#tables.values.get(id), change.after);
        (this.#tables[table] as RecordTable<AnyRecord>).write(id, after);
      }
    });
  }

  #index(before: ControlValue | undefined, after: ControlValue | undefined): void {
    if (before?.regionId !== undefined) {
      const rest = this.#valuesByRegion.get(before.regionId)?.filter(({ id }) => id !== before.id) ?? [];
      if (rest.length > 0) this.#valuesByRegion.set(before.regionId, rest);
      else this.#valuesByRegion.delete(before.regionId);
    }
    if (after?.regionId === undefined) return;
    const values = [...(this.#valuesByRegion.get(after.regionId) ?? []), after];
    this.#valuesByRegion.set(
      after.regionId,
      values.sort((a, b) => a.order - b.order),
    );
  }

  #tell(changes: readonly Change[], origin: Origin): void {
    for (const listener of [...this.#listeners]) listener(changes, origin);
  }
}

/** What can be undone and redone. Observable. */
export class History {
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];
  readonly #settle: () => void;
  readonly #replay: (changes: readonly Change[]) => void;

  /** @param settle ends a gesture under way, so that it is a step of its own before anything is undone. */
  constructor(settle: () => void, replay: (changes: readonly Change[]) => void) {
    makeObservable<this, 'done' | 'undone' | 'move'>(this, {
      done: observableRef,
      undone: observableRef,
      push: action,
      move: action,
    });
    this.#settle = settle;
    this.#replay = replay;
  }

  get undoLabel(): string | undefined {
    return this.done.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.undone.at(-1)?.label;
  }

  /** Labels of the steps done so far, oldest first. */
  get labels(): readonly string[] {
    return this.done.map(({ label }) => label);
  }

  push(step: Step): void {
    this.done = [...this.done, { ...step, changes: Object.freeze(step.changes) }];
    this.undone = [];
  }

  undo(): boolean {
    return this.move('done', invert);
  }

  redo(): boolean {
    return this.move('undone', (changes) => changes);
  }

  private move(from: 'done' | 'undone', turn: (changes: readonly Change[]) => readonly Change[]): boolean {
    this.#settle();
    const step = this[from].at(-1);
    if (!step) return false;
    const to = from === 'done' ? 'undone' : 'done';
    this[from] = this[from].slice(0, -1);
    this[to] = [...this[to], step];
    this.#replay(turn(step.changes));
    return true;
  }
}

/** The changes that take back these, last first. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes
    .map(
      ({ table, id, before, after }) =>
        ({ table, id, ...(after && { before: after }), ...(before && { after: before }) }) as Change,
    )
    .reverse();
}

/** One change per record: its first `before` and its last `after`; records that ended as they began are left out. */
function squash(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table} ${change.id}`;
    const first = byRecord.get(key);
    const { table, id, after } = change;
    const before = first ? first.before : change.before;
    byRecord.set(key, { table, id, ...(before && { before }), ...(after && { after }) } as Change);
  }
  return [...byRecord.values()].filter(({ before, after }) => before !== after);
}
