import type { Dict } from '../model/json.js';
import { type ConfigFacts, readConfigFacts } from './config-facts.js';
import { type InFile, MemorySink, type Sink } from './files.js';
import type { ExportFormat, ImportFormat, MediaSource } from './format.js';
import { type Loss, Losses } from './losses.js';

export interface ExportSettings<Options> {
  /** The labeling config, XML, or what was read of it. */
  readonly config: string | ConfigFacts;
  /** Where files go; by default they are kept and given back. */
  readonly sink?: Sink;
  readonly media?: MediaSource;
  /** What the format can be told. */
  readonly options?: Partial<Options>;
  /** Called after each task. */
  readonly onTask?: (count: number) => void;
  readonly signal?: { readonly aborted: boolean };
}

export interface Exported {
  /** Present where no sink was given: contents by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly Loss[];
  readonly summary: Losses['summary'];
  /** How many tasks were written. */
  readonly count: number;
}

/**
 * Writes tasks in a format of another tool. Tasks are taken one by one, so that there may be more of them than fit into memory.
 *
 * @throws RangeError where the format cannot hold what the config asks for; it says why
 */
export async function exportTasks<Options>(
  tasks: Iterable<Dict> | AsyncIterable<Dict>,
  format: ExportFormat<Options>,
  settings: ExportSettings<Options>,
): Promise<Exported> {
  const config = typeof settings.config === 'string' ? readConfigFacts(settings.config) : settings.config;
  const refusal = format.refusal(config);
  if (refusal !== undefined) throw new RangeError(refusal);
  const kept = new MemorySink();
  const losses = new Losses();
  const context = {
    config,
    sink: settings.sink ?? kept,
    lose: losses.add,
    ...(settings.media && { media: settings.media }),
  };
  const writer = format.begin(context, settings.options);
  let count = 0;
  for await (const task of tasks) {
    if (settings.signal?.aborted) break;
    // Awaited only where there is something to wait for: of a million tasks each wait counts.
    const written = writer.write(task);
    if (written) await written;
    settings.onTask?.(++count);
  }
  await writer.end();
  const files = new Map(kept.paths.map((path) => [path, kept.bytes(path) ?? new Uint8Array()]));
  return { files, losses: losses.all, summary: losses.summary, count };
}

export interface ImportSettings<Options> {
  readonly config?: string | ConfigFacts;
  readonly media?: MediaSource;
  readonly options?: Partial<Options>;
}

/** Annotations that are read: tasks come one by one, and what there is to say of them is complete behind the last. */
export interface Imported {
  tasks(): AsyncGenerator<Dict>;
  readonly losses: Losses;
  /** A config that shows the tasks; present behind the last of them, where none was given. */
  readonly config: string | undefined;
}

/** Reads annotations of another tool as tasks with predictions, or with completions where the options say so. */
export function importAnnotations<Options>(
  files: readonly InFile[],
  format: ImportFormat<Options>,
  settings: ImportSettings<Options> = {},
): Imported {
  const losses = new Losses();
  const given = settings.config;
  const context = {
    lose: losses.add,
    ...(given !== undefined && { config: typeof given === 'string' ? readConfigFacts(given) : given }),
    ...(settings.media && { media: settings.media }),
  };
  let config: string | undefined;
  return {
    async *tasks() {
      config = yield* format.read(files, context, settings.options);
    },
    losses,
    get config() {
      return config;
    },
  };
}
