import { newId } from '../../base/ids.js';
import { compareShallow, computed, makeObservable, reaction } from '../../reactive/index.js';
import type { Completion } from '../../store/completion.js';
import type { Editor } from '../editor.js';
import { DraftLocks } from './draft-locks.js';
import { type DraftRecord, parentOf } from './draft-record.js';
import type { DraftShelf } from './draft-shelf.js';
import { fingerprint } from './fingerprint.js';
import { type TaskKey, taskKey } from './task-key.js';

/** Milliseconds after an edit until it is written, and the longest that someone who goes on goes without. */
const PAUSE = 250;
const PATIENCE = 800;
/** Milliseconds that a host has to keep what this browser does not, before the user is told. */
const GRACE = 5000;

/** A completion with edits that its host has not confirmed. */
interface Followed {
  readonly id: string;
  readonly key: TaskKey;
  readonly task: unknown;
  /** How many edits were written. */
  written: number;
  /** Records whose work is in it. */
  readonly taken: Set<string>;
  stop(): void;
}

/** Writes work that the host has not confirmed into this browser, all of it within a second, and takes it away when it has. */
export class LocalDrafts {
  readonly #editor: Editor;
  readonly #shelf: DraftShelf;
  readonly #locks = new DraftLocks();
  readonly #followed = new Map<Completion, Followed>();
  /** All records that were ever begun here. */
  readonly made = new Set<string>();
  #isAttended = false;
  #cancel: (() => void) | undefined;
  #due = 0;
  #isFailing = false;

  constructor(editor: Editor, shelf: DraftShelf) {
    this.#editor = editor;
    this.#shelf = shelf;
    makeObservable(this, { key: computed });
    const { workspace } = editor;
    editor.scope.add(
      reaction(
        () => ({ key: this.key, selected: workspace.selected, edits: workspace.selected?.edits }),
        (now, before) => {
          if (now.selected === before?.selected) return this.#look(now.selected, now.key);
          // What is left will have no later edit that it could be written with; its task may be gone.
          this.#look(before?.selected, before?.key);
          this.#look(now.selected, now.key);
          this.flush();
          for (const completion of this.#followed.keys()) this.#settle(completion);
          this.#hold();
        },
        { equals: compareShallow },
      ),
    );
    editor.scope.add(workspace.onLeave(() => this.forgetRemoved()));
    for (const completion of workspace.completions) this.#look(completion, this.key);
  }

  /** Of the task on show. Observable. */
  get key(): TaskKey | undefined {
    return taskKey(this.#editor);
  }

  /** Whether the element is in the page: other tabs leave its work alone as long as it is. */
  attend(isAttended: boolean): void {
    this.#isAttended = isAttended;
    this.#hold();
  }

  /** The records of work that goes on here. */
  get own(): ReadonlySet<string> {
    const { completions } = this.#editor.workspace;
    return new Set([...this.#followed].flatMap(([of, { id }]) => (completions.includes(of) ? [id] : [])));
  }

  /** The records of work that goes on here or in other tabs. */
  inWork(): Promise<ReadonlySet<string>> {
    return this.#locks.all();
  }

  /** The work of a record goes on in this completion: the record goes as soon as its work is written or confirmed there. */
  adopt(completion: Completion, recordId: string): void {
    this.#follow(completion, this.key)?.taken.add(recordId);
  }

  /** Writes at once what is not written yet. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (const [completion, followed] of this.#followed) {
      if (completion.edits > followed.written) void this.#write(completion, followed);
    }
  }

  /** The user took it away, and can have it back only while its task is there. */
  forgetRemoved(): void {
    const { task, completions } = this.#editor.workspace;
    for (const [completion, followed] of this.#followed) {
      if (followed.task === task && !completions.includes(completion)) this.#unfollow(completion, followed, true);
    }
  }

  #look(completion: Completion | undefined, key: TaskKey | undefined): void {
    if (completion?.kind !== 'completion' || completion.edits <= completion.confirmed) return;
    if (!this.#follow(completion, key)) return;
    const now = Date.now();
    if (!this.#cancel) this.#due = now + PATIENCE;
    this.#cancel?.();
    this.#cancel = this.#editor.scope.timeout(() => this.flush(), Math.max(0, Math.min(PAUSE, this.#due - now)));
  }

  #follow(completion: Completion, key: TaskKey | undefined): Followed | undefined {
    const known = this.#followed.get(completion);
    if (known || !key) return known;
    const followed: Followed = {
      id: newId(),
      key,
      task: this.#editor.workspace.task,
      written: 0,
      taken: new Set(),
      stop: reaction(
        () => ({ confirmed: completion.confirmed, busy: completion.busy }),
        () => this.#settle(completion),
        { equals: compareShallow },
      ),
    };
    this.#followed.set(completion, followed);
    this.made.add(followed.id);
    this.#hold();
    return followed;
  }

  async #write(completion: Completion, followed: Followed): Promise<void> {
    // The host may have forbidden it since.
    if (this.#editor.storage === 'none') return;
    const { edits } = completion;
    followed.written = edits;
    const taken = [...followed.taken];
    try {
      await this.#shelf.put(this.#record(completion, followed), taken);
      for (const id of taken) followed.taken.delete(id);
      this.#isFailing = false;
    } catch (reason) {
      // It is tried again with the next edit.
      followed.written = Math.min(followed.written, edits - 1);
      this.#warn(completion, reason);
    }
  }

  /** Says once that only the host can keep the work, if it does not. */
  #warn(completion: Completion, reason: unknown): void {
    if (this.#isFailing) return;
    this.#isFailing = true;
    const { scope, notices } = this.#editor;
    scope.timeout(() => {
      if (this.#isFailing && completion.confirmed < completion.edits) notices.say(`${why(reason)} Save often.`);
    }, GRACE);
  }

  #record(completion: Completion, followed: Followed): DraftRecord {
    const { base, guess, wire, id, leadTime } = completion;
    return {
      format: 1,
      id: followed.id,
      ...followed.key,
      bases: (guess ? [base, guess] : [base]).map(fingerprint),
      at: Date.now(),
      ...(id !== undefined && { completion: String(id) }),
      parent: parentOf(wire),
      lead_time: leadTime.seconds,
      results: JSON.stringify(completion.results()),
    };
  }

  /** Follows it no longer, once its host has all of it, or it is gone and nothing more will be heard of it. */
  #settle(completion: Completion): void {
    const followed = this.#followed.get(completion);
    if (!followed) return;
    const isKept = completion.confirmed >= completion.edits;
    if (isKept || (!completion.busy && followed.task !== this.#editor.workspace.task)) {
      this.#unfollow(completion, followed, isKept);
    }
  }

  #unfollow(completion: Completion, followed: Followed, isDone: boolean): void {
    followed.stop();
    this.#followed.delete(completion);
    this.#hold();
    // What cannot be taken away now is the same as what the host has, and so is never offered.
    if (isDone) this.#shelf.take([followed.id, ...followed.taken]).catch(() => {});
  }

  #hold(): void {
    this.#locks.hold(this.#isAttended ? this.own : new Set());
  }
}

const why = (reason: unknown): string =>
  reason instanceof DOMException && reason.name === 'QuotaExceededError'
    ? 'There is no room left in this browser for work that is not saved.'
    : 'This browser keeps no work that is not saved.';
