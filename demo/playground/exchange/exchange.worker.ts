import { type Call, type Methods, serve } from '../../../src/media/remote/remote.js';
import type { Dict } from '../../../src/model/json.js';
import { exportTo, formatsFor } from './export-tasks.js';
import { ImportedTasks } from './imported-tasks.js';
import type { ToExport, ToImport } from './messages.js';

/** The tasks that were imported last. */
let tasks = new ImportedTasks();

const methods = {
  async import(given: ToImport, { signal, progress }: Call) {
    const next = new ImportedTasks();
    const outcome = await next.read(given, signal, progress);
    if (outcome.errorCount === 0) tasks = next;
    return outcome;
  },
  task: (index: number) => tasks.at(index),
  keep: ({ index, task }: { readonly index: number; readonly task: Dict }) => tasks.put(index, task),
  formats: (config: string) => formatsFor(config),
  export: (wanted: ToExport, { signal, progress }: Call) =>
    exportTo(wanted, { tasks: wanted.tasks ?? tasks.all, media: tasks.media }, signal, progress),
} satisfies Methods;

export type ExchangeMethods = typeof methods;

serve(self, methods);
