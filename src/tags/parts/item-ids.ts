import { isDict, isList, type Json } from '../../model/json.js';

/** Whether an entry of the data can be an item of a List. */
export const isItem = (entry: Json): boolean =>
  isDict(entry) || typeof entry === 'number' || (typeof entry === 'string' && entry !== '');

/** The id of an entry of a List: its own as a text, or else its place. */
export function itemId(entry: Json, index: number): string {
  const id = isDict(entry) ? entry.id : undefined;
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : String(index);
}

/** The ids of all items in the data of a List, each once. */
export const itemIds = (data: Json | undefined): readonly string[] =>
  isList(data) ? [...new Set(data.flatMap((entry, index) => (isItem(entry) ? [itemId(entry, index)] : [])))] : [];
