import type { InFile } from '../files.js';
import type { UnrarWasm } from './rar.js';
import type { TaskCompat } from './task-item.js';

/**
 * What files are taken for: `auto`: told by their extensions, archives are opened; `json`, `text`: every file is one;
 * `json-dir`, `image-dir`, `audio-dir`: files with other extensions are passed over; `text-dir`: every file is a text. Of
 * folders (`…-dir`), files are sorted by path.
 */
export type InputFormat = 'auto' | 'json' | 'json-dir' | 'text' | 'text-dir' | 'image-dir' | 'audio-dir';

export const inputFormats: readonly InputFormat[] = [
  ...(['auto', 'json', 'json-dir', 'text'] as const),
  ...(['text-dir', 'image-dir', 'audio-dir'] as const),
];

export interface TaskImportOptions {
  /** The labeling config: tasks must have the data that it shows. Without one, nothing is needed. */
  readonly config: string;
  readonly inputFormat: InputFormat;
  /**
   * Of tables: `infer`: columns of numbers and of truths are such, words for nothing (`NA`, `null`) are `""`; `strings`:
   * cells are texts as they stand, so that `007` stays `007`.
   */
  readonly typing: 'infer' | 'strings';
  /**
   * Whether a table is a list of tasks, one for each row, or the value of one task. Undefined: it is a value where a
   * TimeSeries is all that the config shows.
   */
  readonly tablesAreTasks: boolean;
  /** Lines of texts without the white space at both ends. */
  readonly trimLines: boolean;
  /** Whether lines of texts that have nothing in them are tasks. */
  readonly emptyLines: 'keep' | 'drop';
  /**
   * Where a file is found when its task is shown: pictures, sounds, films, and whatever no tasks are read from. Called
   * while tasks are taken; may read the file. By default its path.
   */
  readonly urlOf: (file: InFile) => string | Promise<string>;
  /** The id of the first task; the others follow. */
  readonly firstId: number;
  /**
   * Tasks are those of an export: they keep their ids, and all that stands next to their data. Otherwise ids are given
   * anew, and what stands there is told, as in an upload.
   */
  readonly whole: boolean;
  /** Data keys that all tasks have which are there already. */
  readonly knownKeys: readonly string[];
  readonly maxTasks: number;
  /** Of all files, unpacked; as many bytes are one too many. Files that are only referred to do not count. */
  readonly maxBytes: number;
  /** As many errors are listed; all are counted. */
  readonly maxErrors: number;
  readonly compat: TaskCompat;
  readonly unrarWasm: UnrarWasm;
}

/** The peer's limits. */
export const maxTasks = 250_000;
export const maxBytes = 200 * 1024 * 1024;
/** Nobody reads more of them. */
export const maxErrors = 10_000;
