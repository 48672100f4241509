import { type Dict, isDict, isList, type Json } from './json.js';
import { error, type Outcome, type Problem, warning } from './problem.js';

/** What a host hands over: Label Studio's task, in the spelling before or after 1.0. */
export interface TaskInput {
  readonly id?: number | string;
  readonly data?: object | string;
  readonly completions?: readonly object[];
  readonly annotations?: readonly object[];
  readonly predictions?: readonly object[];
  readonly drafts?: readonly object[];
  readonly [key: string]: unknown;
}

/** A task as the editor uses it. `completionsKey` is the spelling it came in, and so the one to answer in. */
export interface Task {
  readonly id: number | string;
  readonly data: Dict;
  readonly completionsKey: 'completions' | 'annotations';
  readonly completions: readonly Dict[];
  readonly predictions: readonly Dict[];
  readonly drafts: readonly Dict[];
  readonly allowSkip: boolean;
}

/** Reads a task. An object without `data` is itself the data; `data` may be JSON text. Never throws. */
export function readTask(input: unknown): Outcome<Task> {
  try {
    return read(input);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    return { problems: [error('task/malformed', `The task cannot be read: ${why}. Give it as plain JSON.`)] };
  }
}

function read(input: unknown): Outcome<Task> {
  if (!isDict(input)) {
    return {
      problems: [error('task/malformed', 'The task is not an object. Give { id, data, completions, predictions }.')],
    };
  }
  let data: Json | undefined = input.data;
  if (typeof data === 'string') {
    try {
      data = JSON.parse(data) as Json;
    } catch {
      return { problems: [error('task/malformed', 'The data of the task is a text that is not JSON.')] };
    }
  }
  if (data !== undefined && !isDict(data)) {
    return { problems: [error('task/malformed', 'The data of the task is not an object of named values.')] };
  }
  if (data === undefined) return { value: bare(input) };
  const { id } = input;
  const problems: Problem[] = [];
  const list = (key: string) => dictsIn(input[key], key, problems);
  const value = {
    id: typeof id === 'number' || typeof id === 'string' ? id : '',
    data,
    completionsKey: 'annotations' in input ? ('annotations' as const) : ('completions' as const),
    completions: [...list('annotations'), ...list('completions')],
    predictions: list('predictions'),
    drafts: list('drafts').filter((draft) => isOf(id, draft, problems)),
    allowSkip: input.allow_skip !== false,
  };
  return problems.length > 0 ? { value, problems } : { value };
}

/** The objects of a list. Copied, but not what is in them: a host may go on to change its own. */
function dictsIn(list: Json | undefined, key: string, problems: Problem[]): readonly Dict[] {
  if (list === undefined || list === null) return [];
  if (!isList(list)) {
    problems.push(error('task/malformed', `The ${key} of the task are not a list. They are left out.`));
    return [];
  }
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    if (!isDict(item)) {
      problems.push(error('task/malformed', `Number ${index + 1} of the ${key} is not an object. It is left out.`));
      return [];
    }
    const id = typeof item.id === 'number' || typeof item.id === 'string' ? `${item.id}` : undefined;
    if (id !== undefined && seen.has(id)) {
      const message = `Two of the ${key} have the id ${id}. Both are shown; kept by their id, one would take the place of the other. Give each its own.`;
      problems.push(warning('task/malformed', message));
    }
    if (id !== undefined) seen.add(id);
    return [{ ...item }];
  });
}

/** Work on another task would be submitted as work on this one. */
function isOf(id: Json | undefined, { task }: Dict, problems: Problem[]): boolean {
  const [is, says] = [id, task].map((each) => (typeof each === 'number' || typeof each === 'string' ? `${each}` : ''));
  if (is === '' || says === '' || is === says) return true;
  const message = `A draft is of task ${says}, and this is task ${is}. It is not shown; give it with its own task.`;
  problems.push(warning('task/malformed', message));
  return false;
}

const bare = (data: Dict): Task => ({
  id: typeof data.id === 'number' || typeof data.id === 'string' ? data.id : '',
  data,
  completionsKey: 'completions',
  completions: [],
  predictions: [],
  drafts: [],
  allowSkip: true,
});
