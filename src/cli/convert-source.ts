import { readConfigFacts } from '../formats/config-facts.js';
import { importAnnotations } from '../formats/convert.js';
import type { InFile, Spool } from '../formats/files.js';
import type { ImportFormat, MediaSource } from '../formats/format.js';
import { type Loss, Losses } from '../formats/losses.js';
import { importTasks } from '../formats/tasks/import-tasks.js';
import type { TaskImportOptions } from '../formats/tasks/options.js';
import { textLines } from '../formats/tasks/text-lines.js';
import type { Dict } from '../model/json.js';

/** The tasks that are converted. */
export interface Source {
  /** Undefined: not known before all are read. */
  readonly count: number | undefined;
  tasks(): AsyncIterable<Dict>;
  /** What was made of what was read, where no config was given. */
  readonly madeConfig: string | undefined;
  /** Complete when all tasks were taken. */
  readonly losses: () => Losses;
}

/** Files that cannot be converted. */
export interface Faulty {
  readonly errors: readonly Loss[];
  /** Of these, not all may be listed. */
  readonly errorCount: number;
}

interface Given {
  /** XML. */
  readonly config: string | undefined;
  readonly options: Dict;
}

/** More tasks than an upload may have: nobody has to hold them. */
const enough = Number.MAX_SAFE_INTEGER;

/** Tasks in any of the files that an import reads. */
export async function taskSource(files: readonly InFile[], { config, options }: Given): Promise<Source | Faulty> {
  const { inputFormat, typing, tablesAreTasks, trimLines, emptyLines, firstId } = options as Partial<TaskImportOptions>;
  const found = await importTasks(files, {
    whole: true,
    maxTasks: enough,
    maxBytes: enough,
    ...(config !== undefined && { config }),
    ...(inputFormat !== undefined && { inputFormat }),
    ...(typing !== undefined && { typing }),
    ...(tablesAreTasks !== undefined && { tablesAreTasks }),
    ...(trimLines !== undefined && { trimLines }),
    ...(emptyLines !== undefined && { emptyLines }),
    ...(firstId !== undefined && { firstId }),
  });
  if (found.errorCount > 0) return { errors: found.errors, errorCount: found.errorCount };
  const losses = new Losses();
  for (const loss of found.losses) losses.add(loss);
  return {
    count: found.count,
    tasks: () => found.tasks(),
    madeConfig: config === undefined ? found.config : undefined,
    losses: () => losses,
  };
}

interface Annotated extends Given {
  readonly media: MediaSource | undefined;
  /** Where tasks wait while nobody knows the config yet. */
  spool(): Spool;
  /** Called after each task that waits. */
  onTask(count: number): void;
}

/** Annotations of another tool. What is written depends on the config: where it is made of them, they are all read first. */
export async function annotationSource(
  files: readonly InFile[],
  from: ImportFormat,
  { config, options, media, spool, onTask }: Annotated,
): Promise<Source> {
  const imported = importAnnotations(files, from, {
    options,
    ...(config !== undefined && { config: readConfigFacts(config) }),
    ...(media && { media }),
  });
  const losses = () => imported.losses;
  if (config !== undefined) return { count: undefined, tasks: () => imported.tasks(), madeConfig: undefined, losses };
  const waiting = spool();
  let count = 0;
  for await (const task of imported.tasks()) {
    await waiting.write(`${JSON.stringify(task)}\n`);
    onTask(++count);
  }
  return {
    count,
    async *tasks() {
      for await (const lines of textLines(waiting.read())) for (const line of lines) yield JSON.parse(line) as Dict;
    },
    madeConfig: imported.config,
    losses,
  };
}
