import type { Loss } from '../losses.js';

/** What is wrong at a place of one file. `line` and `column` from 1, `index` of an entry from 0. */
export interface Fault extends Pick<Loss, 'message' | 'line' | 'column' | 'index'> {
  /** What is found behind it comes of it, and is not worth telling. */
  readonly isLast?: true;
}

export type Report = (fault: Fault) => void;
