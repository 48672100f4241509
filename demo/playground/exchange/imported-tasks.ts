import unrar from 'node-unrar-js/esm/js/unrar.wasm';
import {
  type ImportFormat,
  type InFile,
  importAnnotations,
  importFormats,
  importTasks,
  Losses,
} from '../../../src/formats.js';
import { type Dict, isDict, isList } from '../../../src/model/json.js';
import type { DroppedFile } from './dropped-files.js';
import { DroppedMedia } from './dropped-media.js';
import { type Glimpse, guessFormat, isConfig } from './guess-format.js';
import type { ImportOutcome, ShownTask, Stage, ToImport } from './messages.js';
import { Pace } from './pace.js';
import { configFor } from './showing-config.js';
import { toldOf } from './told.js';

/** Bytes of each end of a file that are looked at. */
const GLIMPSE = 1 << 16;
/** Files that are looked at; what thousands of them are, some of them tell. */
const LOOKED_AT = 50;
/** Errors that are listed; all are counted. */
const LISTED = 500;

/** The tasks of one import. */
export class ImportedTasks {
  #tasks: Dict[] = [];
  media = new DroppedMedia([]);

  get all(): readonly Dict[] {
    return this.#tasks;
  }

  at(index: number): ShownTask | undefined {
    const task = this.#tasks[index];
    return task && { task, shown: this.media.shown(task) };
  }

  put(index: number, task: Dict): void {
    if (this.#tasks[index]) this.#tasks[index] = task;
  }

  async read(given: ToImport, signal: AbortSignal, tell: (stage: Stage) => void): Promise<ImportOutcome> {
    const pace = new Pace(signal, tell);
    const glimpses = await Promise.all(given.files.filter(isText).slice(0, LOOKED_AT).map(glimpseOf));
    const configPath = glimpses.find(isConfig)?.path;
    const configFile = given.files.find(({ path }) => path === configPath);
    const files = given.files.filter((file) => file !== configFile);
    const config = configFile && (await configFile.file.text());
    const name = given.format === 'auto' ? guessFormat(glimpses) : given.format;
    const format = importFormats.find((each) => each.name.startsWith(name));
    this.media = new DroppedMedia(files);
    const read = metered(files, pace);
    return format
      ? await this.#readAnnotations(read, format, config, pace)
      : await this.#readTasks(read, config, given.config, pace);
  }

  async #readTasks(
    files: readonly InFile[],
    config: string | undefined,
    shown: string,
    pace: Pace,
  ): Promise<ImportOutcome> {
    const found = await importTasks(files, {
      maxErrors: LISTED,
      unrarWasm: async () => unrar.slice().buffer,
      ...(config !== undefined && { config }),
    });
    const { errors, errorCount } = found;
    const losses = new Losses();
    for (const loss of found.losses) losses.add(loss);
    if (errorCount === 0) await this.#take(found.tasks(), found.count, pace);
    const [first] = this.#tasks;
    return {
      format: 'TASKS',
      errors,
      errorCount,
      losses: toldOf(losses.all, losses.summary),
      count: this.#tasks.length,
      config: config ?? found.config ?? configFor(isDict(first?.data) ? first.data : {}, shown),
    };
  }

  async #readAnnotations(
    files: readonly InFile[],
    format: ImportFormat,
    config: string | undefined,
    pace: Pace,
  ): Promise<ImportOutcome> {
    const imported = importAnnotations(files, format, {
      // As they stand in the files: by these names the pictures are found that were dropped too.
      options: { as: 'annotations', root: '' },
      media: (url) => this.media.bytes(url),
      ...(config !== undefined && { config }),
    });
    await this.#take(imported.tasks(), undefined, pace);
    const { all, summary } = imported.losses;
    const isEmpty = this.#tasks.length === 0;
    const nothing = {
      code: 'invalid',
      message: `There is nothing in these files that ${format.name} could be.`,
    } as const;
    return {
      format: format.name,
      errors: isEmpty ? [...all, nothing] : [],
      errorCount: isEmpty ? all.length + 1 : 0,
      losses: isEmpty ? [] : toldOf(all, summary),
      count: this.#tasks.length,
      config: config ?? imported.config ?? '<View/>',
    };
  }

  async #take(tasks: AsyncIterable<Dict>, all: number | undefined, pace: Pace): Promise<void> {
    for await (const task of tasks) {
      const id = this.#tasks.push(withIds(task, this.#tasks.length + 1));
      const wait = pace.count('Taking tasks', id, all);
      if (wait) await wait;
    }
  }
}

/** By its id a completion is known again. */
function withIds(task: Dict, number: number): Dict {
  const named = task.id === undefined ? { id: number, ...task } : task;
  const { annotations } = named;
  if (!isList(annotations) || annotations.every((each) => isDict(each) && each.id !== undefined)) return named;
  return {
    ...named,
    annotations: annotations.map((each, index) => (isDict(each) ? { id: number * 1000 + index + 1, ...each } : each)),
  };
}

const isText = ({ path }: DroppedFile): boolean => /\.(json|xml|txt|ya?ml|conll\w*|bio|iob2?)$/i.test(path);

async function glimpseOf({ path, file }: DroppedFile): Promise<Glimpse> {
  const head = await file.slice(0, GLIMPSE).text();
  const tail = file.size > GLIMPSE ? await file.slice(Math.max(GLIMPSE, file.size - GLIMPSE)).text() : '';
  return { path, head, tail };
}

/** Files that tell how much of them is read. */
function metered(files: readonly DroppedFile[], pace: Pace): InFile[] {
  const all = files.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  return files.map(({ path, file }) => ({
    path,
    size: file.size,
    async *bytes() {
      const reader = file.stream().getReader();
      try {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
          done += piece.value.length;
          await pace.at({ doing: 'Reading', done: Math.min(done, all), all, unit: 'bytes' });
          yield piece.value;
        }
      } finally {
        await reader.cancel();
      }
    },
  }));
}
