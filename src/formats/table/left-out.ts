import { type Dict, isDict, isList } from '../../model/json.js';
import { type Item, idIn } from '../items.js';
import type { Loss } from '../losses.js';

/** Where something is, for losses. */
export function placeOf(
  task: Dict,
  completion?: Dict,
  result?: Dict,
): Pick<Loss, 'taskId' | 'completionId' | 'resultId'> {
  const [taskId, completionId, resultId] = [idIn(task), idIn(completion), result?.id];
  return {
    ...(taskId !== undefined && { taskId }),
    ...(completionId !== undefined && { completionId }),
    ...(typeof resultId === 'string' && { resultId }),
  };
}

/**
 * Tells what of a task is in none of its items: formats other than JSON hold the answers of completions alone.
 *
 * @param isKept which of the items' dropped results the format carries all the same
 */
export function tellLeftOut(
  task: Dict,
  items: readonly Item[],
  format: string,
  lose: (loss: Loss) => void,
  isKept: (result: Dict) => boolean = () => false,
): void {
  const given = task.annotations ?? task.completions;
  const place = placeOf(task);
  if (!isList(given)) {
    const message = `A task has no list of completions and is not in ${format}; give it "annotations" or "completions".`;
    lose({ code: 'incomplete', message, ...place });
  } else if (given.some(isCancelled)) {
    lose({
      code: 'not-carried',
      message: `Cancelled completions are not in ${format}; export JSON to keep them.`,
      ...place,
    });
  }
  if (isList(task.predictions) && task.predictions.length > 0) {
    lose({ code: 'not-carried', message: `Predictions are not in ${format}; export JSON to keep them.`, ...place });
  }
  for (const { completion, dropped } of items) {
    for (const result of dropped) {
      if (isKept(result)) continue;
      const message =
        result.type === 'relation'
          ? `Relations are not in ${format}; export JSON to keep them.`
          : `A result of "${String(result.from_name ?? '')}" has no control in the config, or no value, and is not in ${format}.`;
      lose({ code: 'not-carried', message, ...placeOf(task, completion, result) });
    }
  }
}

const isCancelled = (completion: unknown): boolean =>
  isDict(completion) && (completion.was_cancelled === true || completion.skipped === true);
