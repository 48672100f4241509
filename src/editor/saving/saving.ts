import type { Dict, Json } from '../../model/json.js';
import { isDict } from '../../model/json.js';
import { error, type Problem } from '../../model/problem.js';
import { action, computed, makeObservable, runInAction } from '../../reactive/index.js';
import { decodeResults } from '../../results/decode.js';
import type { World } from '../../results/world.js';
import type { Busy, Completion } from '../../store/completion.js';
import { checkAnswers } from '../../store/required.js';
import type { Conditions } from '../conditions.js';
import type { EditorState } from '../state.js';
import { applyDefaults } from './defaults.js';
import { Sending } from './sending.js';

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

/** What happens round the check of answers before a submission. */
export interface CheckHooks {
  /** Gestures under way are not part of it. */
  beforeCheck(): void;
  /** The first answer that is missing. */
  missing(problem: Problem): void;
}

/** From the first mark to the host and back: submit, update, skip, drafts, and what stands in the way. */
export class Saving {
  readonly #state: EditorState;
  readonly #conditions: Conditions;
  readonly #check: CheckHooks;
  readonly #sending: Sending;
  #cancelDraft: (() => void) | undefined;
  #draftDue = 0;

  constructor(state: EditorState, conditions: Conditions, events: SaveEvents, check: CheckHooks) {
    makeObservable(this, { blockers: computed, touched: action });
    this.#state = state;
    this.#conditions = conditions;
    this.#sending = new Sending(state, events);
    this.#check = check;
  }

  /** What stands in the way of saving. */
  get problems(): readonly Problem[] {
    return this.#sending.problems;
  }

  /** Puts a completion on show: reads its results and starts its clock. */
  open(completion: Completion, world: World): void {
    const isNew = !completion.isOpen && completion.stored === 'nowhere' && !this.#state.workspace.isCopy(completion);
    completion.open(world, (value) => this.#conditions.isWritten(value));
    if (isNew && completion.doc.regions.size + completion.doc.values.size === 0)
      applyDefaults(this.#state.config, completion.store);
    if (completion.kind === 'completion') completion.leadTime.touch();
  }

  /** The user did something: the clock runs on. */
  active(): void {
    const { completion } = this.#state;
    if (completion?.kind === 'completion') completion.leadTime.touch();
  }

  /** The page or the completion goes out of sight. */
  pause(): void {
    this.#state.completion?.leadTime.pause();
  }

  /** The document was edited: a draft is due. */
  touched(): void {
    const { completion } = this.#state;
    if (!completion) return;
    completion.edits++;
    if (this.problems.length > 0) this.#sending.problems = [];
    this.active();
    const now = Date.now();
    if (!this.#cancelDraft) this.#draftDue = now + draftPatience;
    this.#draftIn(Math.min(draftPause, this.#draftDue - now));
  }

  /** Saves the draft now if there is anything to save: before the task changes, or when the page is hidden. */
  leave(): void {
    this.#state.settle();
    const { completion } = this.#state;
    // There may be no later: what was edited since a save under way began does not wait for its end.
    if (completion?.dirty && completion.edits > completion.sent) void this.#save('draft');
    this.pause();
  }

  /** What forbids to submit, in the order of the config's tags. */
  get blockers(): readonly Problem[] {
    const { completion, config, facts, allowEmpty } = this.#state;
    const conditions = this.#conditions;
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
    const kind = this.#state.completion?.stored === 'submitted' ? 'update' : 'submit';
    return this.#checked(kind);
  }

  async accept(): Promise<boolean> {
    return this.#checked('accept');
  }

  async reject(comment?: string): Promise<boolean> {
    return this.#save('reject', comment);
  }

  async skip(comment?: string): Promise<boolean> {
    const { task, allowSkip, notices } = this.#state;
    if (!allowSkip || task?.allowSkip === false) {
      notices.say('This task may not be skipped.', 'danger');
      return false;
    }
    return this.#save('skip', comment);
  }

  async unskip(): Promise<boolean> {
    return this.#save('unskip');
  }

  /** Tries again what did not succeed, as it was; or, if there was more work since, saves that as a draft. */
  async retry(): Promise<boolean> {
    const { failed, edits } = this.#state.completion ?? {};
    if (!failed) return false;
    const { kind, comment } = failed;
    if (kind === 'draft' || failed.edits !== edits) return this.saveDraft();
    return isChecked(kind) ? this.#checked(kind) : this.#save(kind, comment);
  }

  /** Waits no longer for the host. If it answers all the same, that counts. */
  giveUp(completion: Completion): void {
    this.#sending.giveUp(completion);
    if (completion.dirty) this.#draftIn(draftPatience);
  }

  async saveDraft(): Promise<boolean> {
    this.#dropTimer();
    const { completion } = this.#state;
    if (!completion?.dirty || completion.busy) return false;
    return this.#save('draft');
  }

  /** Puts results of a model or another tool into the selected completion, as one undo step. */
  addResults(results: readonly Json[], origin: 'manual' | 'prediction'): void {
    const { completion, world, readonly } = this.#state;
    if (!completion || readonly) return;
    const marked = results.map((result) =>
      isDict(result) && result.type !== 'relation' && result.origin === undefined ? { ...result, origin } : result,
    );
    completion.merge(decodeResults(marked, world).doc);
  }

  async #checked(kind: Checked): Promise<boolean> {
    this.#check.beforeCheck();
    this.#state.settle();
    const [first] = this.blockers;
    runInAction(() => {
      this.#sending.problems = this.blockers;
    });
    if (first) {
      this.#state.notices.say(first.message, 'danger');
      this.#check.missing(first);
      return false;
    }
    return this.#save(kind);
  }

  #dropTimer(): void {
    this.#cancelDraft?.();
    this.#cancelDraft = undefined;
  }

  #draftIn(milliseconds: number): void {
    this.#cancelDraft?.();
    this.#cancelDraft = this.#state.scope.timeout(() => void this.saveDraft(), Math.max(0, milliseconds));
  }

  async #save(kind: Busy, comment?: string): Promise<boolean> {
    const { completion, readonly } = this.#state;
    if (!completion || completion.kind === 'prediction') return false;
    // What was edited before it became read-only is still to be kept.
    if (readonly && (isChecked(kind) || kind === 'skip' || kind === 'unskip') && kind !== 'accept') return false;
    // Of two saves the second is refused; drafts go out beside others, and are overtaken by them.
    if (kind !== 'draft' && completion.busy && completion.busy !== 'draft') return false;
    this.#dropTimer();
    const saved = await this.#sending.send(kind, completion, comment);
    // What was edited meanwhile, or could not be saved, is not forgotten.
    if (completion === this.#state.completion && completion.dirty && !this.#cancelDraft) this.#draftIn(draftPatience);
    return saved;
  }
}

type Checked = 'submit' | 'update' | 'accept';
const isChecked = (kind: Busy): kind is Checked => kind === 'submit' || kind === 'update' || kind === 'accept';
