import { isList, type Json } from '../../model/json.js';

/** The texts of an answer, as results hold them; a single text counts as one. */
export function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return isList(value) ? value.map((one) => (typeof one === 'string' ? one : String(one ?? ''))) : [];
}

/** Texts are the same whatever the letter case, and the space around them. */
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** @param but the place of the text itself, when it is changed */
export const isDuplicate = (texts: readonly string[], text: string, but = -1): boolean =>
  texts.some((other, place) => place !== but && same(other, text));
