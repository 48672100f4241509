import { type Dict, isDict, isList } from '../../../src/model/json.js';

/** The task with what was said of it now, in place of the completion with the same id. */
export function withCompletion(task: Dict, completion: Dict | null): Dict {
  const key = isList(task.completions) && !isList(task.annotations) ? 'completions' : 'annotations';
  const given = task[key];
  const list = isList(given) ? given : [];
  if (!completion) return { ...task, [key]: list };
  const at = list.findIndex((each) => isDict(each) && completion.id !== undefined && each.id === completion.id);
  if (at >= 0) return { ...task, [key]: list.with(at, completion) };
  // One that nobody has begun is none.
  const isEmpty = !isList(completion.result) || completion.result.length === 0;
  return { ...task, [key]: isEmpty ? list : [...list, { ...completion, id: completion.id ?? Date.now() }] };
}
