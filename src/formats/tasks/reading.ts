import type { Dict } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { Loss } from '../losses.js';
import type { Report } from './fault.js';

/** What a first look into a file told; with it, the file is read a second time, and then gives its tasks. */
export interface Reading {
  readonly count: number;
  /** Keys of the data of its first task; undefined where it has none, or where the config gives the key. */
  readonly keys: readonly string[] | undefined;
  /** Tasks without ids, in batches. Nothing is checked any more. */
  tasks(file: InFile, report: Report): AsyncGenerator<readonly Dict[]>;
}

/** What a first look into a file is told. */
export interface Looking {
  readonly report: Report;
  lose(loss: Omit<Loss, 'file'>): void;
}
