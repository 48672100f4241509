import type { ControlValue } from '../../model/document.js';
import { isDict, isList, type Json, jsonEqual } from '../../model/json.js';
import { canonical } from './measure.js';

/** `set`: words that were picked; `words`: text that was written; `whole`: anything else, lists in their order. */
export type Told = 'set' | 'words' | 'whole';

/**
 * How much two answers agree, from 0 to 1. Of several choices and of the words of a text: how many are in both, of those
 * that are in either. Of lists in order: how many stand in the same place. Numbers are equal or are not.
 */
export function agreementOfAnswers(a: Json | undefined, b: Json | undefined, told: Told): number {
  if (a === undefined || b === undefined) return a === b ? 1 : 0;
  if (jsonEqual(a, b)) return 1;
  if (told === 'words') {
    const [one, other] = [textOf(a), textOf(b)];
    if (one !== undefined && other !== undefined) return jaccard(wordsOf(one), wordsOf(other));
  }
  if (told === 'whole' && isList(a) && isList(b)) {
    const same = a.filter((item, place) => place < b.length && jsonEqual(item, b[place])).length;
    return same / Math.max(a.length, b.length);
  }
  if (isList(a) || isList(b)) return jaccard(itemsOf(a), itemsOf(b));
  if (isDict(a) && isDict(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    let sum = 0;
    for (const key of [...keys].sort()) sum += agreementOfAnswers(own(a, key), own(b, key), told);
    return sum / keys.size;
  }
  return 0;
}

/** What a control says in all of its results about one thing: one answer, or the list of them. */
export function answerIn(values: readonly ControlValue[]): Json | undefined {
  const [first, ...others] = values;
  if (!first || others.length === 0) return first?.value;
  return values.flatMap(({ value }) => (isList(value) ? value : [value]));
}

const own = (dict: { readonly [key: string]: Json }, key: string): Json | undefined =>
  Object.hasOwn(dict, key) ? dict[key] : undefined;

const itemsOf = (value: Json): ReadonlySet<string> => new Set((isList(value) ? value : [value]).map(canonical));

/** A text, or lines of one. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  return isList(value) && value.every((line) => typeof line === 'string') ? value.join('\n') : undefined;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.normalize().toLowerCase().match(/\S+/g) ?? []);

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 1 : both / either;
}
