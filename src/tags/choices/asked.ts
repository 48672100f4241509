import { flag } from '../parts/attributes.js';
import type { Mark, Row } from './entries.js';

/** What a way to ask needs to know: the rows, how each stands, and whom to tell. */
export interface Asked {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly multiple: boolean;
  readonly disabled: boolean;
  mark(row: Row): Mark;
  press(row: Row): void;
}

/** Whether the config forbids to change this one (`readonly` of a Choice). */
export const isFixed = (row: Row): boolean => (row.option && flag(row.option.attributes, 'readonly')) ?? false;
