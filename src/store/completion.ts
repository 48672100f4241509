import { newId } from '../base/ids.js';
import { type CompletionDoc, type ControlValue, nextOrder, type ResultOrigin } from '../model/document.js';
import { type Dict, isDict, isList, type Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import { action, computed, makeObservable, observableRef } from '../reactive/index.js';
import { decodeResults } from '../results/decode.js';
import { encodeResults } from '../results/encode.js';
import type { World } from '../results/world.js';
import { DocumentStore } from './document-store.js';
import { LeadTime } from './lead-time.js';

export type Busy = 'draft' | 'submit' | 'update' | 'skip' | 'unskip' | 'accept' | 'reject' | 'delete' | 'ground-truth';

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
  stored: 'nowhere' | 'draft' | 'submitted' | 'skipped';
  busy: Busy | undefined = undefined;
  /** How many edits there were, and how many of them the host has kept: more may come while a save is under way. */
  edits = 0;
  private kept = 0;
  /** How many of them the host was offered last; fewer when it refused them. */
  sent = 0;
  /** Why the last save failed. */
  failure: string | undefined = undefined;
  private decoded: Decoded | undefined = undefined;

  constructor(key: string, kind: Completion['kind'], wire: Dict, stored: Completion['stored'], now: () => number) {
    makeObservable<this, 'decoded' | 'kept'>(this, {
      wire: observableRef,
      stored: observableRef,
      busy: observableRef,
      edits: observableRef,
      kept: observableRef,
      failure: observableRef,
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
    this.leadTime = new LeadTime(now, typeof wire.lead_time === 'number' ? wire.lead_time : 0);
  }

  /** The server's id. */
  get id(): number | string | undefined {
    const { id } = this.wire;
    return typeof id === 'number' || typeof id === 'string' ? id : undefined;
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
    return this.decoded?.problems ?? [];
  }

  get dirty(): boolean {
    return this.edits > this.kept;
  }

  /** Reads the results with this config; what was edited under another config comes along, its undo history does not. */
  open(world: World, counts: Counts): void {
    if (this.decoded?.world === world) return;
    const { doc, problems } = decodeResults(this.results(), world);
    this.decoded = { world, counts, store: new DocumentStore(doc), problems };
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

  /** Adds records of other results as one undo step; ids that are taken are kept apart. */
  merge(added: CompletionDoc, label = 'Add results'): void {
    const start = nextOrder(this.doc);
    const renamed = new Map([...added.regions.keys()].map((id) => [id, this.doc.regions.has(id) ? newId() : id]));
    const idOf = (id: string) => renamed.get(id) ?? id;
    const wireOf = (wire: Json | undefined, id: string | undefined) =>
      isDict(wire) && id !== undefined && idOf(id) !== id ? { wire: { ...wire, id: idOf(id) } } : {};
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
    if (this.kind === 'prediction') return { ...this.wire, result: this.results() };
    const cancelled = this.stored === 'skipped';
    return {
      ...(isSubmission(kind) ? withoutDrafts(this.wire) : this.wire),
      result: this.results(),
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
   */
  saved(kind: Busy, edits: number, id: number | string | undefined): void {
    this.failure = undefined;
    this.kept = Math.max(this.kept, edits);
    if (id !== undefined && this.id === undefined) this.wire = { ...this.wire, id };
    if (isSubmission(kind)) {
      this.wire = withoutDrafts(this.wire);
      this.stored = 'submitted';
    } else if (kind === 'skip') this.stored = 'skipped';
    else if (kind === 'draft' && this.stored === 'nowhere') this.stored = 'draft';
  }

  /** Records as a model's where the results did not say; used when a prediction is copied. */
  static asCopied(results: readonly Json[]): readonly Json[] {
    const origin: ResultOrigin = 'prediction';
    return results.map((result) => (isDict(result) && result.type !== 'relation' ? { ...result, origin } : result));
  }
}

const isSubmission = (kind: Busy | undefined) => kind === 'submit' || kind === 'update';

const withoutDrafts = ({ draft: _draft, drafts: _drafts, ...rest }: Dict): Dict => rest;
