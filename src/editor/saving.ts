import { action, computed, makeObservable, observableRef, runInAction } from 'mobx';
import type { Dict, Json } from '../model/json.js';
import { isDict } from '../model/json.js';
import { error, type Problem } from '../model/problem.js';
import { decodeResults } from '../results/decode.js';
import type { World } from '../results/world.js';
import type { Busy, Completion } from '../store/completion.js';
import { checkAnswers } from '../store/required.js';
import type { Editor } from './editor.js';

/** What a host may answer with: the id it stored the completion under. */
export type Saved = { readonly id?: number | string } | undefined | void;

export interface SaveRequest {
  readonly kind: Busy;
  readonly completion: Dict;
  readonly comment?: string;
}

/** How a save reaches the host: what it answers through `waitUntil`, and whether it forbade the save. */
export interface SaveEvents {
  save(request: SaveRequest): { readonly prevented: boolean; readonly answers: readonly Promise<Saved>[] };
}

/** Milliseconds after the last edit until the draft is saved, and the longest a busy user goes without. */
const draftPause = 1500;
const draftPatience = 10_000;

/** From the first mark to the host and back: submit, update, skip, drafts, and what stands in the way. */
export class Saving {
  readonly #editor: Editor;
  problems: readonly Problem[] = [];
  #cancelDraft: (() => void) | undefined;
  #draftDue = 0;

  constructor(editor: Editor) {
    makeObservable(this, { problems: observableRef, blockers: computed, touched: action });
    this.#editor = editor;
  }

  /** Puts a completion on show: reads its results and starts its clock. */
  open(completion: Completion, world: World): void {
    const isNew =
      !completion.isOpen && completion.stored === 'nowhere' && completion.wire.parent_prediction === undefined;
    completion.open(world, (value) => this.#editor.conditions.isWritten(value));
    if (isNew && completion.doc.regions.size + completion.doc.values.size === 0) this.#editor.applyDefaults(completion);
    if (completion.kind === 'completion') completion.leadTime.touch();
  }

  /** The user did something: the clock runs on. */
  active(): void {
    const { completion } = this.#editor;
    if (completion?.kind === 'completion') completion.leadTime.touch();
  }

  /** The page or the completion goes out of sight. */
  pause(): void {
    this.#editor.completion?.leadTime.pause();
  }

  /** The document was edited: a draft is due. */
  touched(): void {
    const { completion, scope } = this.#editor;
    if (!completion) return;
    completion.unsaved++;
    this.problems = [];
    this.active();
    const now = Date.now();
    if (!this.#cancelDraft) this.#draftDue = now + draftPatience;
    this.#cancelDraft?.();
    const wait = Math.max(0, Math.min(draftPause, this.#draftDue - now));
    this.#cancelDraft = scope.timeout(() => void this.saveDraft(), wait);
  }

  /** Saves the draft now if there is anything to save: before the task changes, or when the page is hidden. */
  leave(): void {
    if (this.#editor.completion?.dirty) void this.saveDraft();
    this.pause();
  }

  /** What forbids to submit, in the order of the config's tags. */
  get blockers(): readonly Problem[] {
    const { completion, config, conditions, facts, allowEmpty } = this.#editor;
    if (!completion) return [];
    const missing = checkAnswers({
      doc: completion.doc,
      nodes: config.nodes,
      items: (objectName) => facts.of(objectName).items,
      isVisible: (node) => conditions.isVisible(node),
      accepts: (node, region) => conditions.accepts(node, region),
    });
    const empty = completion.doc.regions.size + completion.doc.values.size === 0;
    if (!empty || allowEmpty) return missing;
    return [
      ...missing,
      error('tag/required', 'There is nothing to submit yet. Mark or answer something, or skip the task.'),
    ];
  }

  /** Submits, or updates what was submitted before. Resolves to whether it was saved. */
  async submit(): Promise<boolean> {
    const kind = this.#editor.completion?.stored === 'submitted' ? 'update' : 'submit';
    return this.#checked(kind);
  }

  async accept(): Promise<boolean> {
    return this.#checked('accept');
  }

  async reject(comment?: string): Promise<boolean> {
    return this.#save('reject', comment);
  }

  async skip(comment?: string): Promise<boolean> {
    const { task, allowSkip, notices } = this.#editor;
    if (!allowSkip || task?.allowSkip === false) {
      notices.say('This task may not be skipped.', 'danger');
      return false;
    }
    return this.#save('skip', comment);
  }

  async saveDraft(): Promise<boolean> {
    this.#cancelDraft?.();
    this.#cancelDraft = undefined;
    const { completion } = this.#editor;
    if (!completion?.dirty || completion.busy) return false;
    return this.#save('draft');
  }

  /** Puts results of a model or another tool into the selected completion, as one undo step. */
  addResults(results: readonly Json[], origin: 'manual' | 'prediction'): void {
    const { completion, world, readonly } = this.#editor;
    if (!completion || readonly) return;
    const marked = results.map((result) =>
      isDict(result) && result.type !== 'relation' && result.origin === undefined ? { ...result, origin } : result,
    );
    completion.merge(decodeResults(marked, world).doc);
  }

  async #checked(kind: 'submit' | 'update' | 'accept'): Promise<boolean> {
    this.#editor.stages.cancel();
    const [first] = this.blockers;
    runInAction(() => {
      this.problems = this.blockers;
    });
    if (first) {
      this.#editor.notices.say(first.message, 'danger');
      this.#editor.bringTo(first);
      return false;
    }
    return this.#save(kind);
  }

  async #save(kind: Busy, comment?: string): Promise<boolean> {
    const { completion, events, readonly, userId } = this.#editor;
    if (!completion || completion.kind === 'prediction' || (readonly && kind !== 'accept' && kind !== 'reject'))
      return false;
    // A draft under way is overtaken; of two other saves the second is refused.
    if (completion.busy && completion.busy !== 'draft') return false;
    if (kind !== 'draft') this.#cancelDraft?.();
    const covered = completion.unsaved;
    const before = completion.stored;
    const author = userId !== undefined && completion.wire.created_by === undefined ? { created_by: userId } : {};
    const json = { ...completion.toJson(), ...author };
    const sent =
      kind === 'skip' ? { ...json, was_cancelled: true } : kind === 'draft' ? json : { ...json, was_cancelled: false };
    const { prevented, answers } = events.save({ kind, completion: sent, ...(comment !== undefined && { comment }) });
    if (prevented) return false;
    runInAction(() => {
      completion.busy = kind;
    });
    try {
      const saved = (await Promise.all(answers)).find((answer) => isDict(answer) && answer.id !== undefined);
      if (completion.failure !== undefined) this.#editor.notices.dismiss();
      runInAction(() => {
        completion.failure = undefined;
        if (saved && completion.id === undefined) completion.adopt({ id: saved.id as string | number });
        completion.unsaved -= covered;
        if (kind === 'submit' || kind === 'update') completion.stored = 'submitted';
        else if (kind === 'skip') completion.stored = 'skipped';
        else if (kind === 'draft' && before === 'nowhere') completion.stored = 'draft';
      });
      return true;
    } catch (reason) {
      const why = (reason instanceof Error ? reason.message : String(reason)).replace(/[.\s]+$/, '');
      const message = `Not saved: ${why}. Your work is kept here; try again.`;
      runInAction(() => {
        completion.failure = message;
        this.problems = [error('save/failed', message)];
      });
      this.#editor.notices.say(message, 'danger');
      return false;
    } finally {
      runInAction(() => {
        if (completion.busy === kind) completion.busy = undefined;
      });
    }
  }
}
