import type { Loss } from '../../../src/formats.js';
import type { Dict } from '../../../src/model/json.js';
import type { DroppedFile } from './dropped-files.js';

/** How far the worker is. `all` is undefined where nobody knows yet. */
export interface Stage {
  readonly doing: 'Reading' | 'Taking tasks' | 'Writing' | 'Packing';
  readonly done: number;
  readonly all: number | undefined;
  readonly unit: 'bytes' | 'tasks';
}

export interface ToImport {
  readonly files: readonly DroppedFile[];
  /** `auto`, `TASKS`, or the name of a format. */
  readonly format: string;
  /** Of the page; it is used where nothing else shows the tasks. */
  readonly config: string;
}

/** Either all of it, or errors. */
export interface ImportOutcome {
  /** As what the files were read. */
  readonly format: string;
  readonly errors: readonly Loss[];
  readonly errorCount: number;
  readonly losses: readonly Told[];
  readonly count: number;
  /** XML that shows the tasks. */
  readonly config: string;
}

/** What could not be carried: said once, with its first place. */
export interface Told {
  readonly first: Loss;
  readonly count: number;
}

/** A task as it was read, and as the page shows it: what was dropped along with it has an address of this page. */
export interface ShownTask {
  readonly task: Dict;
  readonly shown: Dict;
}

export interface FormatChoice {
  readonly name: string;
  readonly about: string;
  /** Why it cannot hold what the config asks for. */
  readonly refusal: string | undefined;
}

export interface ToExport {
  readonly format: string;
  readonly config: string;
  /** Undefined: those that were imported. */
  readonly tasks: readonly Dict[] | undefined;
  /** What the file is called, without its ending. */
  readonly name: string;
}

export interface ExportOutcome {
  readonly name: string;
  readonly blob: Blob;
  readonly files: number;
  readonly count: number;
  readonly losses: readonly Told[];
}
