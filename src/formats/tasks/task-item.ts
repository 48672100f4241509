import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { Loss } from '../losses.js';

/**
 * Whose rules for JSON are kept: `cli`, the loader of the peer's command line; `0.8.1` and `0.9.1`, its servers of these
 * versions; `false`, ours.
 */
export type TaskCompat = 'cli' | '0.8.1' | '0.9.1' | false;

export interface ItemReport {
  /** All that stands next to the data comes along. */
  readonly whole?: boolean;
  fault(message: string): void;
  lose(loss: Pick<Loss, 'code' | 'message'>): void;
}

/** What may stand next to a task's data. */
const reserved: ReadonlySet<string> = new Set(['data', 'id', 'completions', 'annotations', 'predictions', 'meta']);

/**
 * A task out of an item of a JSON file. Where the item has `data`, that is the data, and `completions`, `annotations`,
 * `predictions` and `meta` come along; otherwise the item itself is the data.
 *
 * @returns undefined where something is wrong, which was told
 */
export function taskOfItem(item: unknown, compat: TaskCompat, { whole, fault, lose }: ItemReport): Dict | undefined {
  if (!isDict(item)) {
    fault('A task must be an object, such as {"data": {"text": "…"}}.');
    return undefined;
  }
  const { data } = item;
  if (isBodyItself(item, data, compat)) {
    if (Object.keys(item).length > 0 || compat) return { data: item };
    fault('The task is empty; name its data, such as {"data": {"text": "…"}}.');
    return undefined;
  }
  if (!isDict(data)) {
    fault(`"data" must be an object of named values, such as {"data": {"text": "…"}}; it is ${kindOf(data)}.`);
    return undefined;
  }
  const task: Record<string, Json> = { data };
  let isSound = true;
  const tell = (message: string) => {
    isSound = false;
    fault(message);
  };
  if (item.id !== undefined) task.id = item.id;
  for (const key of ['completions', 'annotations', 'predictions'] as const) {
    const list = item[key];
    if (list === undefined) continue;
    checkResults(key, list, tell);
    task[key] = list;
  }
  if (!compat && item.meta !== undefined && item.meta !== null) task.meta = item.meta;
  if (whole) return isSound ? item : undefined;
  for (const key of Object.keys(item)) {
    if (reserved.has(key)) continue;
    lose({
      code: 'not-carried',
      message: `"${key}" stands next to "data" and is left out; put it into "data", or into "meta", to keep it.`,
    });
  }
  return isSound ? task : undefined;
}

function isBodyItself(item: Dict, data: Json | undefined, compat: TaskCompat): boolean {
  if (!Object.hasOwn(item, 'data')) return true;
  if (compat === 'cli') return !isDict(data);
  if (compat === '0.8.1') return isList(data);
  return compat === '0.9.1' && isDict(data) && Object.keys(data).length === 0;
}

function checkResults(
  key: 'completions' | 'annotations' | 'predictions',
  list: Json,
  fault: (message: string) => void,
) {
  if (!isList(list)) {
    fault(`"${key}" must be a list; it is ${kindOf(list)}.`);
    return;
  }
  for (const [index, each] of list.entries()) {
    const name = `Number ${index + 1} of "${key}"`;
    if (!isDict(each)) {
      fault(`${name} must be an object with a "result"; it is ${kindOf(each)}.`);
      continue;
    }
    const { result, score } = each;
    if (!isList(result)) fault(`${name} must have a list "result"; it is ${kindOf(result)}.`);
    if (key === 'predictions' && score !== undefined && score !== null && typeof score !== 'number') {
      fault(`${name} must have a number as its "score"; it is ${kindOf(score)}.`);
    }
  }
}

const kindOf = (value: Json | undefined): string =>
  value === undefined
    ? 'missing'
    : value === null
      ? 'null'
      : isList(value)
        ? 'a list'
        : isDict(value)
          ? 'an object'
          : typeof value === 'string'
            ? 'a text'
            : typeof value === 'number'
              ? 'a number'
              : String(value);

/**
 * A task with its id. What it and its completions were called before is kept as `imported_id`: ids are unique in one
 * import alone. Completions are `id * 1000 + 1` and so on, as the peer's are.
 */
export function withIds(task: Dict, id: number, compat: TaskCompat): Dict {
  if (compat === 'cli') return { ...task, id };
  // Written out: there may be very many tasks.
  const named: Record<string, Json> = { id };
  if (isId(task.id)) named.imported_id = task.id;
  for (const key of Object.keys(task)) {
    const value = task[key];
    if (key === 'id' || value === undefined) continue;
    const isAnswers = (key === 'completions' || key === 'annotations') && isList(value);
    named[key] = isAnswers ? value.map((each, index) => renamed(each, id * 1000 + index + 1)) : value;
  }
  return named;
}

/** The id counts where the task has none. */
export const withOwnId = (task: Dict, id: number): Dict => (isId(task.id) ? task : { ...task, id });

function renamed(completion: Json, id: number): Json {
  if (!isDict(completion)) return completion;
  const { id: before, ...rest } = completion;
  return { id, ...(isId(before) && { imported_id: before }), ...rest };
}

const isId = (id: Json | undefined): id is number | string => typeof id === 'number' || typeof id === 'string';
