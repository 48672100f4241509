import { type Dict, isDict, isList } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { Loss } from '../losses.js';
import { jsonItems, jsonLines } from '../tasks/json-items.js';
import { utf8Text } from '../tasks/utf8.js';
import { isFastlabelTask } from './medium.js';

/**
 * The tasks in files of FastLabel, one after another: lists of tasks, tasks by themselves, lines of tasks, and what its
 * converters of other formats give, lists of annotations by the name of their picture.
 */
export async function* tasksIn(files: readonly InFile[], lose: (loss: Loss) => void): AsyncGenerator<Dict> {
  for (const file of files) {
    const isLines = /\.(jsonl|ndjson)$/i.test(file.path);
    if (!isLines && !/\.json$/i.test(file.path)) continue;
    const report = (fault: Omit<Loss, 'code'>) => lose({ ...fault, code: 'invalid', file: file.path });
    const text = utf8Text(file.bytes(), report);
    for await (const items of isLines ? jsonLines(text, report) : jsonItems(text, report)) {
      for (const { value, index, line } of items) {
        const tasks = tasksOf(value);
        if (tasks) yield* tasks;
        else {
          const message = 'This is no task of FastLabel, which has a name and annotations; it is left out.';
          report({ message, line, ...(index !== undefined && { index }) });
        }
      }
    }
  }
}

function tasksOf(value: unknown): readonly Dict[] | undefined {
  if (!isDict(value)) return undefined;
  if (isFastlabelTask(value) || isList(value.annotations) || isList(value.attributes)) return [value];
  const entries = Object.entries(value);
  const isMap = entries.length > 0 && entries.every(([, list]) => isList(list) && list.every(isDict));
  return isMap ? entries.map(([name, annotations]): Dict => ({ name, annotations })) : undefined;
}
