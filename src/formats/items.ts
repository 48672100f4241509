import { type Dict, isDict, isList, type Json } from '../model/json.js';
import type { ConfigFacts, ControlFacts } from './config-facts.js';
import { textIn } from './plain.js';

/** One answer in a completion, with the control that gave it. */
export interface ItemResult {
  readonly control: ControlFacts;
  readonly value: Dict;
  /** As it stands in the completion. */
  readonly result: Dict;
}

/** What one person said of a task: what all formats but JSON are made of. */
export interface Item {
  readonly task: Dict;
  readonly data: Dict;
  /** Undefined: nobody has worked on the task yet. */
  readonly completion: Dict | undefined;
  /** Of controls that are in the config, in the order of the results. */
  readonly results: readonly ItemResult[];
  /** Results that have no control in the config: relations too. */
  readonly dropped: readonly Dict[];
}

/**
 * The items of a task: one for each completion that was not cancelled, the newest first. A task with an empty list of
 * completions is one item without answers; one without any list, and one where all were cancelled, is none.
 */
export function itemsOf(task: Dict, config: ConfigFacts): readonly Item[] {
  const given = task.annotations ?? task.completions;
  if (!isList(given)) return [];
  const data = isDict(task.data) ? task.data : {};
  if (given.length === 0) return [{ task, data, completion: undefined, results: [], dropped: [] }];
  const kept = given.filter(isDict).filter(({ was_cancelled, skipped }) => was_cancelled !== true && skipped !== true);
  const dated = kept.map((completion) => ({ completion, made: timeOf(completion.created_at) }));
  dated.sort((a, b) => b.made - a.made);
  return dated.map(({ completion }) => ({ task, data, completion, ...read(completion, config) }));
}

function read(completion: Dict, config: ConfigFacts): Pick<Item, 'results' | 'dropped'> {
  const results: ItemResult[] = [];
  const dropped: Dict[] = [];
  for (const result of isList(completion.result) ? completion.result : []) {
    if (!isDict(result)) continue;
    const { from_name, value } = result;
    const control = typeof from_name === 'string' ? config.controlOf(from_name) : undefined;
    if (control && isDict(value)) results.push({ control, value, result });
    else dropped.push(result);
  }
  return { results, dropped };
}

/** Seconds or milliseconds since 1970, or ISO 8601; 0 where it says neither. */
export function timeOf(created: Json | undefined): number {
  // Epochs are seconds; a number this large is milliseconds.
  if (typeof created === 'number') return created > 1e11 ? created : created * 1000;
  const time = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  return Number.isNaN(time) ? 0 : time;
}

/** Who made a completion: the e-mail of an object, a number as it is, all else as text; `null` where nothing is said. */
export function annotatorOf(completion: Dict | undefined): number | string | null {
  const by = completion?.completed_by ?? completion?.created_by;
  if (by === undefined || by === null) return null;
  if (isDict(by)) return typeof by.email === 'string' ? by.email : null;
  return typeof by === 'number' ? by : textIn(by);
}

/** An id as tasks and completions have it. */
export const idIn = (owner: Dict | undefined): number | string | undefined =>
  typeof owner?.id === 'number' || typeof owner?.id === 'string' ? owner.id : undefined;
