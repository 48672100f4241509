import type { Dict } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { DataNeeds } from './data-needs.js';
import type { Report } from './fault.js';
import { type JsonItem, jsonItems, jsonLines } from './json-items.js';
import type { Looking, Reading } from './reading.js';
import { type ItemReport, type TaskCompat, taskOfItem } from './task-item.js';
import { utf8Text } from './utf8.js';

/** A JSON file is looked through once for what is wrong with its tasks. */
export async function lookAtJson(
  file: InFile,
  isLines: boolean,
  needs: DataNeeds,
  compat: TaskCompat,
  whole: boolean,
  { report, lose }: Looking,
): Promise<Reading> {
  let count = 0;
  let keys: readonly string[] | undefined;
  let at: JsonItem | undefined;
  const place = () => ({
    ...(at && { line: at.line, column: at.column }),
    ...(at?.index !== undefined && { index: at.index }),
  });
  const told: ItemReport = {
    whole,
    fault: (message) => report({ message, ...place() }),
    lose: (loss) => lose({ ...loss, ...place() }),
  };
  for await (const items of itemsIn(file, isLines, compat, report)) {
    for (const item of items) {
      at = item;
      if (item.isCleaned) told.lose({ code: 'invalid', message: 'A key "__proto__" is left out; rename it.' });
      const task = taskOfItem(item.value, compat, told);
      count++;
      if (!task) continue;
      const data = task.data as Dict;
      keys ??= Object.keys(data);
      for (const message of compat === 'cli' ? [] : needs.faults(data)) told.fault(message);
    }
  }
  return { count, keys, tasks: (again, faults) => tasksIn(again, isLines, compat, whole, faults) };
}

function itemsIn(
  file: InFile,
  isLines: boolean,
  compat: TaskCompat,
  report: Report,
): AsyncGenerator<readonly JsonItem[]> {
  // The peers stumble over a byte order mark.
  const text = utf8Text(file.bytes(), report, compat !== false);
  return isLines ? jsonLines(text, report) : jsonItems(text, report);
}

async function* tasksIn(
  file: InFile,
  isLines: boolean,
  compat: TaskCompat,
  whole: boolean,
  report: Report,
): AsyncGenerator<readonly Dict[]> {
  const told = { whole, fault: (message: string) => report({ message }), lose() {} };
  for await (const items of itemsIn(file, isLines, compat, report)) {
    const tasks: Dict[] = [];
    for (const { value } of items) {
      const task = taskOfItem(value, compat, told);
      if (task) tasks.push(task);
    }
    yield tasks;
  }
}
