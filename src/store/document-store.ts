import {
  type Change,
  type CompletionDoc,
  type ControlValue,
  emptyDoc,
  type Origin,
  type Tables,
} from '../model/document.js';
import { compareShallow, runInAction } from '../reactive/index.js';
import { invert, squash } from './changes.js';
import { History } from './history.js';
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

type Listener = (changes: readonly Change[], origin: Origin) => void;

/** The content of one completion, and the only code that changes it. Undo puts back the very records that were there. */
export class DocumentStore {
  readonly history: History;
  readonly #tables: { readonly [T in keyof Tables]: RecordTable<Tables[T]> };
  readonly #valuesByRegion = new Map<string, readonly ControlValue[]>();
  readonly #listeners = new Set<Listener>();
  #gesture: { readonly label: string; changes: Change[] } | undefined;

  /** @param now milliseconds since 1970, for the times of steps */
  constructor(content: CompletionDoc = emptyDoc, now: () => number = Date.now) {
    this.#tables = {
      regions: new RecordTable(content.regions),
      values: new RecordTable(content.values),
      relations: new RecordTable(content.relations),
    };
    for (const [regionId, values] of valuesByRegion(content)) this.#valuesByRegion.set(regionId, values);
    this.history = new History(
      () => this.#finishGesture(),
      (changes) => {
        this.#apply(changes);
        this.#tell(changes, 'replay');
      },
      now,
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
    if (origin === 'user') this.history.push(label, changes);
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
    if (gesture && changes.length > 0) this.history.push(gesture.label, changes);
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

/** Not one by one: results of others may say ten thousand things of one region. */
function valuesByRegion({ values }: CompletionDoc): ReadonlyMap<string, readonly ControlValue[]> {
  const byRegion = new Map<string, ControlValue[]>();
  for (const value of values.values()) {
    if (value.regionId === undefined) continue;
    const known = byRegion.get(value.regionId);
    if (known) known.push(value);
    else byRegion.set(value.regionId, [value]);
  }
  for (const known of byRegion.values()) known.sort((a, b) => a.order - b.order);
  return byRegion;
}
