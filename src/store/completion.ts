import { newId } from '../base/ids.js';
import { type CompletionDoc, type ControlValue, nextOrder, type ResultOrigin } from '../model/document.js';
import { copyOf, type Dict, isDict, isList, type Json } from '../model/json.js';
import { error, type Problem } from '../model/problem.js';
import { action, computed, makeObservable, observableRef } from '../reactive/index.js';
import { decodeResults } from '../results/decode.js';
import { encodeResults } from '../results/encode.js';
import type { World } from '../results/world.js';
import { DocumentStore } from './document-store.js';
import { hostDraft } from './host-draft.js';
import { LeadTime } from './lead-time.js';

export type Busy = 'draft' | 'submit' | 'update' | 'skip' | 'unskip' | 'accept' | 'reject' | 'delete' | 'ground-truth';

/** A save that did not succeed. */
export interface FailedSave {
  readonly kind: Busy;
  readonly comment?: string;
  /** How many edits were in it. */
  readonly edits: number;
  /** It did not reach the host, as far as can be told: there was no connection. */
  readonly isUnreachable: boolean;
}

/** Whether an answer counts, as the document is: answers to questions that are not asked any more do not. */
export type Counts = (value: ControlValue) => boolean;

interface Decoded {
  readonly world: World;
  readonly counts: Counts;
  readonly store: DocumentStore;
  readonly problems: readonly Problem[];
}

/**
 * One person's work on a task, from draft to submitted, or a model's prediction of it. Its results are read when it is
 * first shown, and written with the config they were read with: when the config changes it is adopted by the new one.
 */
export class Completion {
  /** Ours, unique in the task: the server's id may be missing, come late, or be the same as a prediction's. */
  readonly key: string;
  readonly kind: 'completion' | 'prediction';
  readonly leadTime: LeadTime;
  /** As it came from the host; keys we do not know stay as they are. */
  wire: Dict;
  stored: 'nowhere' | 'preview' | 'draft' | 'submitted' | 'skipped';
  busy: Busy | undefined = undefined;
  /** How many edits there were, and how many of them the host has kept: more may come while a save is under way. */
  edits = 0;
  private kept = 0;
  /** How many of them the host was offered last; fewer when it refused them. */
  sent = 0;
  /** How many of them a host said it has kept, or were submitted to it: not every host says so. */
  confirmed = 0;
  /** The results that the host has, as far as is known: as they were given, then those that it confirmed last. */
  base: readonly Json[];
  /** Those that were sent after them, where it did not say whether it has them. */
  guess: readonly Json[] | undefined = undefined;
  /** Why the last save failed. */
  failure: string | undefined = undefined;
  failed: FailedSave | undefined = undefined;
  /** The host takes long to answer. */
  slow = false;
  /** How many edits there were when a draft was kept, and when it was submitted. */
  private drafted = -1;
  private submitted = -1;
  private decoded: Decoded | undefined = undefined;
  #unreadable: string | undefined;

  constructor(key: string, kind: Completion['kind'], wire: Dict, stored: Completion['stored'], now: () => number) {
    makeObservable<this, 'decoded' | 'kept' | 'drafted' | 'submitted'>(this, {
      wire: observableRef,
      stored: observableRef,
      busy: observableRef,
      edits: observableRef,
      kept: observableRef,
      confirmed: observableRef,
      failure: observableRef,
      failed: observableRef,
      slow: observableRef,
      drafted: observableRef,
      submitted: observableRef,
      decoded: observableRef,
      problems: computed,
      dirty: computed,
      open: action,
      saved: action,
    });
    this.key = key;
    this.kind = kind;
    this.wire = wire;
    this.stored = stored;
    this.base = isList(wire.result) ? wire.result : [];
    const draft = kind === 'completion' ? hostDraft(wire) : undefined;
    const isShown = draft !== undefined && !draft.isOlder;
    if (isShown) this.drafted = 0;
    const submitted = typeof wire.lead_time === 'number' ? wire.lead_time : 0;
    // A draft's is the time since the submission.
    this.leadTime = new LeadTime(now, submitted + (isShown ? draft.leadTime : 0));
  }

  /** The server's id. */
  get id(): number | string | undefined {
    const { id } = this.wire;
    return typeof id === 'number' || typeof id === 'string' ? id : undefined;
  }

  /** It is to be looked at, beside another one: nothing is saved of it. */
  get isPreview(): boolean {
    return this.stored === 'preview';
  }

  get isOpen(): boolean {
    return this.decoded !== undefined;
  }

  get store(): DocumentStore {
    if (!this.decoded) throw new Error('The completion was not opened.');
    return this.decoded.store;
  }

  get doc(): CompletionDoc {
    return this.store.doc;
  }

  get problems(): readonly Problem[] {
    const problems = this.decoded?.problems ?? [];
    if (this.unreadable === undefined) return problems;
    const message = `The results of the completion cannot be read: ${this.unreadable}. They are kept until you edit something.`;
    return [error('result/malformed', message), ...problems];
  }

  get dirty(): boolean {
    return this.edits > this.kept;
  }

  /** What was submitted is not the newest: a draft of it was kept since. */
  get isAhead(): boolean {
    return this.stored === 'submitted' && this.drafted > this.submitted;
  }

  /** Reads the results with this config; what was edited under another config comes along, its undo history does not. */
  open(world: World, counts: Counts): void {
    if (this.decoded?.world === world) return;
    const results = this.decoded ? this.results() : this.#given();
    if (!this.decoded) this.base = results;
    const { doc, problems } = decodeResults(results, world);
    this.decoded = { world, counts, store: new DocumentStore(doc), problems };
  }

  /** The results as they came, copied: the host may go on to change its own. */
  #given(): readonly Json[] {
    const { result } = this.wire;
    try {
      if (isList(result)) return copyOf(result);
      if (result !== undefined && result !== null) this.#unreadable = 'they are no list';
    } catch (reason) {
      this.#unreadable = String(reason);
    }
    return [];
  }

  /** Why its results cannot be read at all; until something is edited they are kept. */
  get unreadable(): string | undefined {
    return this.edits === 0 ? this.#unreadable : undefined;
  }

  /**
   * The results as they would be saved now. Nothing is read off the screen. What was given is given back whole until the
   * user edits something; from then on answers that no longer count are left out.
   */
  results(): readonly Json[] {
    if (!this.decoded) return isList(this.wire.result) ? this.wire.result : [];
    const { store, world, counts } = this.decoded;
    if (store.history.undoLabel === undefined) return encodeResults(store.doc, world);
    const values = new Map([...store.doc.values].filter(([, value]) => counts(value)));
    return encodeResults({ regions: store.doc.regions, values, relations: store.doc.relations }, world);
  }

  #written(): Json {
    const { result } = this.wire;
    return this.unreadable === undefined || isList(result) ? this.results() : (result ?? []);
  }

  /** Adds records of other results as one undo step; ids that are taken are kept apart. */
  merge(added: CompletionDoc, label = 'Add results'): void {
    const start = nextOrder(this.doc);
    const renamed = new Map([...added.regions.keys()].map((id) => [id, this.doc.regions.has(id) ? newId() : id]));
    const idOf = (id: string) => renamed.get(id) ?? id;
    const wireOf = (wire: Json | undefined, id: string | undefined) =>
      isDict(wire) && id !== undefined && wire.id !== undefined && String(wire.id) !== idOf(id)
        ? { wire: { ...wire, id: idOf(id) } }
        : {};
    this.store.edit(label, (write) => {
      for (const region of added.regions.values()) {
        const parentId = region.parentId === undefined ? {} : { parentId: idOf(region.parentId) };
        write.put('regions', {
          ...region,
          ...parentId,
          ...wireOf(region.wire, region.id),
          id: idOf(region.id),
          order: start + region.order,
        });
      }
      for (const value of added.values.values()) {
        const regionId = value.regionId === undefined ? {} : { regionId: idOf(value.regionId) };
        write.put('values', {
          ...value,
          ...regionId,
          ...wireOf(value.wire, value.regionId),
          id: newId(),
          order: start + value.order,
        });
      }
      for (const relation of added.relations.values()) {
        const { fromId, toId, order } = relation;
        write.put('relations', {
          ...relation,
          id: newId(),
          fromId: idOf(fromId),
          toId: idOf(toId),
          order: start + order,
        });
      }
    });
  }

  /**
   * The completion as it is saved: its own keys as they came, ours brought up to date.
   *
   * @param kind a submission is newer than any draft that the completion came with, and does not carry it on
   */
  toJson(kind?: Busy): Dict {
    if (this.kind === 'prediction') return { ...this.wire, result: this.#written() };
    const cancelled = this.stored === 'skipped';
    return {
      ...(isSubmission(kind) ? withoutDrafts(this.wire) : this.wire),
      result: this.#written(),
      lead_time: this.leadTime.seconds,
      ground_truth: this.wire.ground_truth === true,
      was_cancelled: cancelled,
    };
  }

  /**
   * The host has kept it.
   *
   * @param edits how many edits were in what it kept
   * @param id what it stored it under, if it said so
   * @param sent the results in it, and whether it said that it has them
   */
  saved(
    kind: Busy,
    edits: number,
    id: number | string | undefined,
    { results, isConfirmed }: { readonly results: readonly Json[]; readonly isConfirmed: boolean },
  ): void {
    this.failure = undefined;
    this.failed = undefined;
    if (id !== undefined && this.id === undefined) this.wire = { ...this.wire, id };
    if (!holdsWork(kind)) {
      if (kind === 'unskip' && this.stored === 'skipped') this.stored = 'draft';
      return;
    }
    this.kept = Math.max(this.kept, edits);
    const isKnown = isConfirmed || kind !== 'draft';
    if (edits >= this.confirmed) {
      if (isKnown) this.base = results;
      this.guess = isKnown ? undefined : results;
    }
    if (isKnown) this.confirmed = Math.max(this.confirmed, edits);
    if (kind === 'draft') {
      this.drafted = Math.max(this.drafted, edits);
      if (this.stored === 'nowhere') this.stored = 'draft';
    } else if (kind === 'skip') this.stored = 'skipped';
    else if (isSubmission(kind)) {
      this.wire = withoutDrafts(this.wire);
      this.submitted = Math.max(this.submitted, edits);
      if (kind !== 'accept' || this.stored !== 'skipped') this.stored = 'submitted';
    }
  }

  /** Records as a model's where the results did not say; used when a prediction is copied. */
  static asCopied(results: readonly Json[]): readonly Json[] {
    const origin: ResultOrigin = 'prediction';
    return results.map((result) => (isDict(result) && result.type !== 'relation' ? { ...result, origin } : result));
  }
}

const isSubmission = (kind: Busy | undefined) => kind === 'submit' || kind === 'update' || kind === 'accept';

/** Whether the host is given the work to keep, and not only told something of it. */
const holdsWork = (kind: Busy) => kind !== 'unskip' && kind !== 'delete' && kind !== 'ground-truth';

const withoutDrafts = ({ draft: _draft, drafts: _drafts, ...rest }: Dict): Dict => rest;
