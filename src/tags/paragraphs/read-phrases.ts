import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { error, type Outcome, type Problem, warning } from '../../model/problem.js';

/** What one person says at a time. Times are seconds. */
export interface Phrase {
  readonly text: string;
  /** Empty: nobody is named. */
  readonly author: string;
  readonly start?: number;
  /** Absent: it lasts to the end of the sound. */
  readonly end?: number;
}
export interface PhraseKeys {
  readonly name: string;
  readonly text: string;
}

/** Keys that problems name at most. */
const MOST_KEYS = 8;

/**
 * The phrases of a task. Every entry of the list stays a phrase, as results name phrases by their number; one that is
 * a text or number is all of its phrase.
 */
export function readPhrases(data: Json | undefined, keys: PhraseKeys): Outcome<readonly Phrase[]> {
  if (data === undefined || data === null || data === '') return { value: [] };
  const list = isList(data) ? data : listIn(data);
  if (!list) return { problems: [error('task/wrong-data', wrongData(data))] };
  const phrases = list.map((entry) => phraseOf(entry, keys));
  const problem = missingKeys(list, keys);
  if (problem?.severity === 'error') return { problems: [problem] };
  return { value: phrases, ...(problem && { problems: [problem] }) };
}

/** The list that a file holds. */
export function parsePhrases(file: string, keys: PhraseKeys): Outcome<readonly Phrase[]> {
  try {
    return readPhrases(JSON.parse(file), keys);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    const message = `The file is not JSON (${why.slice(0, 200)}). It should be a list of phrases: [{"author": "…", "text": "…"}].`;
    return { problems: [error('media/unreadable', message)] };
  }
}

/** A list that was put into the task as text. */
function listIn(data: Json): readonly Json[] | undefined {
  if (typeof data !== 'string' || !data.trimStart().startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(data);
    return isList(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function wrongData(data: Json): string {
  if (typeof data === 'string' && /^\s*(https?:|blob:|data:|\.{0,2}\/)\S*\s*$/i.test(data)) {
    return 'The Paragraphs needs a list of phrases and got an address. Say valueType="url" to have it fetched.';
  }
  const got = typeof data === 'object' ? 'an object' : `a ${typeof data}`;
  return `The Paragraphs needs a list of phrases, [{"author": "…", "text": "…"}], and got ${got}. Check its value and the task's data.`;
}

function phraseOf(entry: Json, keys: PhraseKeys): Phrase {
  if (!isDict(entry)) return { author: '', text: textOf(entry) };
  const start = secondsOf(entry.start);
  const end = secondsOf(entry.end) ?? (start === undefined ? undefined : sum(start, secondsOf(entry.duration)));
  return {
    author: textOf(own(entry, keys.name)).trim(),
    text: textOf(own(entry, keys.text)),
    ...(start !== undefined && { start: Math.max(0, start) }),
    ...(start !== undefined && end !== undefined && { end: Math.max(0, start, end) }),
  };
}

const own = (entry: Dict, key: string): Json | undefined => (Object.hasOwn(entry, key) ? entry[key] : undefined);

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function secondsOf(value: Json | undefined): number | undefined {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds : undefined;
}

const sum = (start: number, duration: number | undefined) => (duration === undefined ? undefined : start + duration);

function missingKeys(list: readonly Json[], { text }: PhraseKeys): Problem | undefined {
  const lacking = list.flatMap((entry, index) => {
    const has = isDict(entry) ? Object.hasOwn(entry, text) : typeof entry === 'string' || typeof entry === 'number';
    return has ? [] : [index];
  });
  const [first] = lacking;
  if (first === undefined) return undefined;
  if (lacking.length < list.length) {
    const which =
      lacking.length === 1
        ? `Phrase ${first + 1} has`
        : `${lacking.length} phrases, the first of them number ${first + 1}, have`;
    return warning(
      'task/wrong-data',
      `${which} no "${text}" (textKey) and ${lacking.length === 1 ? 'is' : 'are'} shown empty.`,
    );
  }
  const sample = list.find(isDict);
  const found = sample ? Object.keys(sample).slice(0, MOST_KEYS).join(', ') : '';
  const mend = found ? `They have ${found}: set textKey to the one that holds the text.` : "Check the task's data.";
  return error('task/wrong-data', `No phrase has a text under "${text}" (textKey). ${mend}`);
}
