import { type Dict, isDict, isList } from '../../model/json.js';
import { error, type Problem } from '../../model/problem.js';
import { action, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import type { Busy, Completion, FailedSave } from '../../store/completion.js';
import type { EditorState } from '../state.js';
import type { SaveEvents } from './saving.js';

/** A save under way that holds its completion. */
interface Wait {
  isGivenUp: boolean;
}

/** Brings completions to the host, and back what it answers: work is never lost by what it says, or does not say. */
export class Sending {
  readonly #state: EditorState;
  readonly #events: SaveEvents;
  /** The saves that completions wait for. */
  readonly #waits = new WeakMap<Completion, Wait>();
  /** What stands in the way of saving. */
  problems: readonly Problem[] = [];

  constructor(state: EditorState, events: SaveEvents) {
    makeObservable(this, { problems: observableRef, giveUp: action });
    this.#state = state;
    this.#events = events;
  }

  /** Resolves to whether it was kept. A draft that is under way is overtaken by any other save. */
  async send(kind: Busy, completion: Completion, comment?: string): Promise<boolean> {
    const { userId } = this.#state;
    const { edits } = completion;
    const author = userId !== undefined && completion.wire.created_by === undefined ? { created_by: userId } : {};
    const json: Dict = { ...completion.toJson(kind), ...author, ...cancelled(kind) };
    const said = comment === undefined ? {} : { comment };
    const { prevented, answers } = this.#events.save({ kind, completion: json, ...said });
    if (prevented) return false;
    completion.sent = edits;
    const wait: Wait = { isGivenUp: false };
    // There may be no later for a draft, so that it goes out beside another save.
    if (kind !== 'draft' || !completion.busy) this.#hold(completion, kind, wait);
    try {
      const saved = (await Promise.all(answers)).find((answer) => isDict(answer) && answer.id !== undefined);
      const results = isList(json.result) ? json.result : [];
      runInAction(() => {
        if (completion.failure !== undefined) this.#mended();
        completion.saved(kind, edits, saved?.id, { results, isConfirmed: answers.length > 0 });
      });
      return true;
    } catch (reason) {
      if (!wait.isGivenUp) this.#failed(completion, reason, { kind, edits, ...said });
      return false;
    } finally {
      this.#release(completion, wait);
    }
  }

  /** Waits no longer for the host. If it answers all the same, that counts. */
  giveUp(completion: Completion): void {
    const { busy, sent } = completion;
    const wait = this.#waits.get(completion);
    if (!busy || !wait) return;
    wait.isGivenUp = true;
    this.#release(completion, wait);
    this.#failed(completion, 'there is no answer', { kind: busy, edits: sent });
  }

  #hold(completion: Completion, kind: Busy, wait: Wait): void {
    this.#waits.set(completion, wait);
    runInAction(() => {
      completion.busy = kind;
      completion.slow = false;
    });
  }

  #release(completion: Completion, wait: Wait): void {
    if (this.#waits.get(completion) !== wait) return;
    this.#waits.delete(completion);
    runInAction(() => {
      completion.busy = undefined;
      completion.slow = false;
    });
  }

  #mended(): void {
    this.#state.notices.dismiss();
    this.problems = this.problems.filter(({ code }) => code !== 'save/failed');
  }

  #failed(completion: Completion, reason: unknown, save: Omit<FailedSave, 'isUnreachable'>): void {
    const offline = globalThis.navigator?.onLine === false;
    const why = offline
      ? 'there is no connection'
      : (reason instanceof Error ? reason.message : String(reason)).replace(/[.\s]+$/, '');
    const next = offline
      ? 'It is tried again as soon as there is one'
      : save.kind === 'draft'
        ? 'It will be tried again'
        : 'Try again';
    const message = this.#state.workspace.all.includes(completion)
      ? `Not saved: ${why}. Your work is kept here. ${next}.`
      : `Work on the task before this one was not saved: ${why}.`;
    // What is tried again by itself is said once.
    if (message !== completion.failure || save.kind !== 'draft') this.#state.notices.say(message, 'danger');
    completion.sent = 0;
    runInAction(() => {
      completion.failure = message;
      // So does `fetch` reject where nothing answers.
      completion.failed = { ...save, isUnreachable: offline || reason instanceof TypeError };
      this.problems = [error('save/failed', message)];
    });
  }
}

/** A reviewer's word, or what is said of a completion beside its work, does not change whether it was skipped. */
const cancelled = (kind: Busy) =>
  kind === 'skip' || kind === 'unskip' || kind === 'submit' || kind === 'update'
    ? { was_cancelled: kind === 'skip' }
    : {};
