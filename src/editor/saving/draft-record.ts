import { type Dict, isDict, isList, type Json, jsonEqual } from '../../model/json.js';

/** What is kept in this browser of work that is not with the host. It is read by any later version of the editor. */
export interface DraftRecord {
  readonly format: 1;
  /** Its own, so that two tabs write two records. */
  readonly id: string;
  /** Namespace, user and task: it is found by these alone. */
  readonly place: string;
  /** Milliseconds. */
  readonly at: number;
  /** Fingerprints of what it was made with: config and data of the task. */
  readonly config: string;
  readonly data: string;
  /** And of the results that the host had: as it gave or confirmed them; as they were sent to it, where it confirms nothing. */
  readonly bases: readonly string[];
  /** The host's id of the completion; absent for one that the host did not know yet. */
  readonly completion?: string;
  /** What it was copied from, as the completion says it. */
  readonly parent: Dict;
  /** Seconds, those of earlier sessions included. */
  readonly lead_time: number;
  /** JSON, so that nothing else can be in it. */
  readonly results: string;
}

/** A record as it was read. */
export interface LocalDraft extends Omit<DraftRecord, 'results'> {
  readonly results: readonly Json[];
}

/** Reads a record; undefined for what is none: others may write there too, and disks fail. */
export function readRecord(value: unknown): LocalDraft | undefined {
  if (!isDict(value) || value.format !== 1) return undefined;
  const { id, place, at, config, data, bases, completion, lead_time } = value;
  if (!isText(id) || !isText(place) || !isText(config) || !isText(data)) return undefined;
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  const results = listIn(value.results);
  if (!results) return undefined;
  return {
    format: 1,
    id,
    place,
    at,
    config,
    data,
    bases: isList(bases) ? bases.filter(isText) : [],
    ...(isText(completion) && { completion }),
    parent: parentOf(value.parent),
    lead_time: typeof lead_time === 'number' && lead_time > 0 ? lead_time : 0,
    results,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a completion says that it was copied from. */
export function parentOf(wire: unknown): Dict {
  if (!isDict(wire)) return {};
  const said = ['parent_prediction', 'parent_annotation'].map((key) => [key, wire[key] ?? null] as const);
  return Object.fromEntries(said.filter(([, id]) => typeof id === 'number' || typeof id === 'string'));
}

function listIn(text: unknown): readonly Json[] | undefined {
  try {
    const read: unknown = JSON.parse(String(text));
    return isList(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** The completion that a record is of, as the host gave it and as it is now. */
export interface Given {
  readonly config: string;
  readonly data: string;
  /** Undefined where the completion is not there any more. */
  readonly completion?: {
    readonly base: string;
    readonly results: readonly Json[];
    /** Whether somebody has worked on it since it was given. */
    readonly isTouched: boolean;
  };
}

/**
 * What is to be done with a record: `foreign`, it is of another task that goes by the same id; `same`, the host has it;
 * `fits`, it goes on from what the host has; `offer`, it may, but the user is asked; `conflict`, there is other work as well.
 */
export type Verdict = 'foreign' | 'same' | 'fits' | 'offer' | 'conflict';

export function judge(draft: LocalDraft, { config, data, completion }: Given): Verdict {
  const isElsewhere = [draft.config !== config, draft.data !== data].filter(Boolean).length;
  if (isElsewhere === 2) return 'foreign';
  if (!completion) return 'offer';
  if (jsonEqual(draft.results, completion.results)) return 'same';
  if (completion.isTouched || !draft.bases.includes(completion.base)) return 'conflict';
  return isElsewhere > 0 ? 'offer' : 'fits';
}
