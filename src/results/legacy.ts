import { type Dict, isDict, isList, type Json } from '../model/json.js';

/*
 * Older and looser spellings, one function each. Only reading goes through them: a result that nobody edits is written
 * as it was spelled.
 */

/** Labels on HyperText were once called `htmllabels`. */
export const htmlLabels = (item: Dict): Dict =>
  item.type === 'htmllabels' ? { ...item, type: 'hypertextlabels' } : item;

/** The note on a region was once its `normalization`. */
export function normalization(item: Dict): Dict {
  const { normalization: note, meta } = item;
  if (typeof note !== 'string' || note === '' || (isDict(meta) && 'text' in meta)) return item;
  return { ...item, meta: { ...(isDict(meta) && meta), text: [note] } };
}

/** Offsets in a text as strings of digits. In paragraphs that is the rule, so this is asked for spans only. */
export function digitOffsets(value: Dict): Dict {
  const { start, end, startOffset } = value;
  if (startOffset !== undefined || (typeof start !== 'string' && typeof end !== 'string')) return value;
  return { ...value, start: wholeNumber(start), end: wholeNumber(end) };
}

/** The marked text as a list of one. */
export function listedText(value: Dict): Dict {
  const { text } = value;
  return isList(text) && text.length === 1 && typeof text[0] === 'string' ? { ...value, text: text[0] } : value;
}

/** One choice, label or text that stands alone where a list belongs; a list of one where a word belongs. */
export function listOrWord(key: string, value: Json): Json {
  if (isWord.has(key)) return isList(value) && value.length === 1 ? (value[0] as Json) : value;
  const isOfLists = key === 'choices' || key === 'text' || key.endsWith('labels');
  return isOfLists && typeof value === 'string' ? [value] : value;
}

const isWord = new Set(['datetime', 'selected', 'number', 'rating']);

const wholeNumber = (value: Json | undefined): Json =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : (value ?? null);
