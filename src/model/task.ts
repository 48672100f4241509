import { type Dict, isDict, isList, type Json } from './json.js';
import { error, type Outcome } from './problem.js';

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

const dicts = (value: unknown): readonly Dict[] => (isList(value) ? value.filter(isDict) : []);

/** Reads a task. An object without `data` is itself the data; `data` may be JSON text. Never throws. */
export function readTask(input: unknown): Outcome<Task> {
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
  const id = input.id;
  return {
    value: {
      id: typeof id === 'number' || typeof id === 'string' ? id : '',
      data,
      completionsKey: 'annotations' in input ? 'annotations' : 'completions',
      completions: [...dicts(input.annotations), ...dicts(input.completions)],
      predictions: dicts(input.predictions),
      drafts: dicts(input.drafts),
      allowSkip: input.allow_skip !== false,
    },
  };
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
