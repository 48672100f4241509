import { isList, type Json } from '../../model/json.js';

/** What an answer holds, as results say it; a single text counts as one. */
export function entriesOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null || value === '') return [];
  return isList(value) ? value : [value];
}

/** An entry as a person reads it: an old result can hold what is no text. */
export const shown = (entry: Json): string => (typeof entry === 'string' ? entry : JSON.stringify(entry));

/** Texts are the same whatever the letter case, and the space around them. */
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** @param but the place of the text itself, when it is changed */
export const isDuplicate = (entries: readonly Json[], text: string, but = -1): boolean =>
  entries.some((other, place) => place !== but && same(shown(other), text));
