import type { Mark, Row } from './entries.js';

/** What a way to ask needs to know: the rows, how each stands, and whom to tell. */
export interface Asked {
  readonly name: string;
  /** All that are to be shown, narrowed down to what a filter wants. */
  readonly rows: readonly Row[];
  /** How many there are in all. */
  readonly total: number;
  readonly picked: readonly Row[];
  readonly multiple: boolean;
  readonly required: boolean;
  readonly disabled: boolean;
  /** Those of `rows` that have a text in them. */
  found(text: string): readonly Row[];
  mark(row: Row): Mark;
  press(row: Row): void;
  /** Markup of the config to show in place of the label. */
  content(row: Row): Node | undefined;
}

export const noteOnStranger = 'Not a choice of this config; it is kept';

/** So many of the picked ones are named. */
const NAMED = 20;

/** What is picked, in a line; empty: nothing. */
export function summary({ picked }: Asked): string {
  const names = picked.slice(0, NAMED).map((row) => row.label);
  const more = picked.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}
