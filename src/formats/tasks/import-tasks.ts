import type { Dict } from '../../model/json.js';
import type { InFile } from '../files.js';
import { type Loss, Losses } from '../losses.js';
import { Budget } from './budget.js';
import { CommonKeys } from './common-keys.js';
import { readDataNeeds } from './data-needs.js';
import type { Fault } from './fault.js';
import { FileLooker } from './file-looker.js';
import { ConfigGuess } from './guess.js';
import { extensionIn, type FileKind, kindOf, pictureExtensions, soundExtensions } from './kinds.js';
import { type Leaf, type LeafOptions, leavesOf } from './leaves.js';
import { type InputFormat, maxBytes, maxErrors, maxTasks, type TaskImportOptions } from './options.js';
import type { Reading } from './reading.js';
import { withIds, withOwnId } from './task-item.js';

/** What came of an import. */
export interface TaskImport {
  /** All that is wrong, with file, line, column and index of the task, as far as each is known. With any, there are no tasks. */
  readonly errors: readonly Loss[];
  /** Of these, more may have been found than are listed. */
  readonly errorCount: number;
  /** What is left out of the tasks, and why. */
  readonly losses: readonly Loss[];
  /** How many tasks there are; 0 where anything is wrong. */
  readonly count: number;
  /** Keys that the data of all tasks have, as far as the first task of each file tells. */
  readonly keys: readonly string[];
  /** A config that shows the files, where none was given that shows anything. */
  readonly config: string | undefined;
  /**
   * The tasks, read anew from the files: `{ id, data, completions | annotations, predictions, meta }`. No more of them are
   * held than a few. Rejects where a file can no longer be read as before.
   */
  tasks(): AsyncGenerator<Dict>;
}

/**
 * Reads tasks from JSON, JSON Lines, CSV, TSV, texts, HTML, from files of media, and from ZIP and RAR archives of all
 * these. All or nothing: every file is looked through first, then tasks are taken with `tasks()`. Files are read piece by
 * piece, twice; no more is held than a few tasks or rows.
 */
export async function importTasks(
  files: readonly InFile[],
  options: Partial<TaskImportOptions> = {},
): Promise<TaskImport> {
  const { compat = false, knownKeys } = options;
  const mostTasks = options.maxTasks ?? maxTasks;
  const mostErrors = options.maxErrors ?? maxErrors;
  const errors: Loss[] = [];
  let errorCount = 0;
  const tell = (error: Omit<Loss, 'code'>) => {
    errorCount++;
    if (errors.length < mostErrors) errors.push({ code: 'invalid', ...error });
  };
  const losses = new Losses();
  const guess = new ConfigGuess();
  const needs = readDataNeeds(options.config, compat);
  if (needs.unreadable !== undefined) tell({ message: `The config cannot be read. ${needs.unreadable}` });
  const looker = new FileLooker(options, needs, guess, losses);
  const read = new Budget(options.maxBytes ?? maxBytes);
  const packed = new Budget(read.max);
  const common = new CommonKeys(knownKeys, compat);
  const readings: (Reading | undefined)[] = [];
  let count = 0;
  for await (const leaf of leavesIn(files, options, packed, tell, losses.add)) {
    const { path: file } = leaf.file;
    const { reading, faults, faultCount } = await looker.look(leaf, read);
    if (read.isOver) break;
    for (const fault of faults) tell({ ...fault, file });
    errorCount += faultCount - faults.length;
    readings.push(reading);
    count += reading?.count ?? 0;
    const clash = reading?.keys && common.add(reading.keys);
    if (clash) tell({ message: clash, file });
    if (count <= mostTasks) continue;
    tell({ message: `${mostTasks} tasks can be imported at once; there are ${count} or more.`, file });
    break;
  }
  const over = [read, packed].find((budget) => budget.isOver);
  if (over) {
    const message = `Files of less than ${over.max} bytes together can be imported at once; there are ${over.bytes} or more.`;
    tell({ message });
  } else if (count === 0 && errorCount === 0) {
    tell({ message: 'There are no tasks in what was given.' });
  }
  const isSound = errorCount === 0;
  return {
    errors,
    errorCount,
    losses: losses.all,
    count: isSound ? count : 0,
    keys: common.keys,
    config: isSound ? guess.config : undefined,
    tasks: () => tasksIn(isSound ? files : [], options, readings),
  };
}

/** The second time: in the same order, with what the first look told. */
async function* tasksIn(
  files: readonly InFile[],
  options: Partial<TaskImportOptions>,
  readings: readonly (Reading | undefined)[],
): AsyncGenerator<Dict> {
  const { compat = false, inputFormat, firstId, whole = false } = options;
  const isMedia = inputFormat === 'image-dir' || inputFormat === 'audio-dir';
  let id = firstId ?? (compat === 'cli' && isMedia ? 1 : 0);
  let leafCount = 0;
  const changed = ({ message }: Fault) => {
    throw new Error(`A file changed while its tasks were taken: ${message}`);
  };
  for await (const { file } of leavesIn(files, options, new Budget(Number.POSITIVE_INFINITY), changed, () => {})) {
    const reading = readings[leafCount++];
    if (!reading) continue;
    for await (const batch of reading.tasks(file, changed)) {
      for (const task of batch) yield whole ? withOwnId(task, id++) : withIds(task, id++, compat);
    }
  }
}

function leavesIn(
  files: readonly InFile[],
  options: Partial<TaskImportOptions>,
  packed: Budget,
  report: LeafOptions['report'],
  lose: LeafOptions['lose'],
): AsyncGenerator<Leaf> {
  const { inputFormat = 'auto', compat } = options;
  const isFolder = inputFormat.endsWith('-dir');
  const extensions = searched[inputFormat];
  const wanted = files.filter((file) => {
    if (!extensions || extensions.has(extensionIn(file.path))) return true;
    const message = `Files with other extensions than ${[...extensions].join(', ')} are left out.`;
    lose({ code: 'not-carried', message, file: file.path });
    return false;
  });
  if (isFolder) wanted.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  const kind = kinds[inputFormat];
  return leavesOf(wanted, {
    kindOf: (path) => kind ?? kindOf(path, compat === '0.8.1' || compat === '0.9.1'),
    packed,
    maxEntries: options.maxTasks ?? maxTasks,
    unrarWasm: options.unrarWasm,
    report,
    lose,
  });
}

/** What every file is taken for; otherwise its extension tells. */
const kinds: Readonly<Partial<Record<InputFormat, FileKind>>> = {
  json: 'json',
  'json-dir': 'json',
  text: 'text',
  'text-dir': 'text',
  'image-dir': 'media',
  'audio-dir': 'media',
};

/** What folders are searched for. */
const searched: Readonly<Partial<Record<InputFormat, ReadonlySet<string>>>> = {
  'json-dir': new Set(['json']),
  'image-dir': pictureExtensions,
  'audio-dir': soundExtensions,
};
