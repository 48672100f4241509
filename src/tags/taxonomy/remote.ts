import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { type Outcome, type Problem, warning } from '../../model/problem.js';
import { shortUrl } from '../parts/media-state.js';
import type { Item } from './tree.js';

/** How deep one answer may be nested; what is deeper is left out. */
const DEEPEST = 100;

/**
 * Asks a server for what is in a node.
 * @param apiUrl of any node; may hold `user:password@`
 * @param path the ids from the root down, each of which becomes a `path` of the query; none: the nodes at the root
 */
export async function fetchItems(
  apiUrl: string,
  path: readonly string[],
  signal: AbortSignal,
): Promise<Outcome<readonly Item[]>> {
  const request = requestOf(apiUrl, path);
  if (!request) {
    return fail('task/wrong-data', 'apiUrl is no address to ask. Give one that starts with https:.');
  }
  const where = shortUrl(request.url);
  let answer: Json;
  try {
    const response = await fetch(request.url, { signal, headers: request.headers });
    if (!response.ok) {
      return fail(
        'media/not-found',
        `The server at ${where} answered with ${response.status}. Look whether apiUrl is right.`,
      );
    }
    answer = (await response.json()) as Json;
  } catch (reason) {
    return reason instanceof SyntaxError
      ? fail('task/wrong-data', `What ${where} answered is no JSON. It has to be a list of nodes.`)
      : fail('media/not-found', `Nothing came from ${where}. It may be offline, or not allow this page to ask (CORS).`);
  }
  return itemsOf(answer, where);
}

/** The address without credentials, which go into a header; undefined where it is none. */
export function requestOf(
  apiUrl: string,
  path: readonly string[],
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } | undefined {
  const base = typeof document === 'undefined' ? undefined : document.baseURI;
  if (!URL.canParse(apiUrl, base)) return undefined;
  const url = new URL(apiUrl, base);
  if (!/^(https?|data|blob):$/.test(url.protocol)) return undefined;
  const headers: Record<string, string> = {};
  if (url.username || url.password) {
    const bytes = new TextEncoder().encode(`${decoded(url.username)}:${decoded(url.password)}`);
    headers.Authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
    url.username = '';
    url.password = '';
  }
  if (url.protocol.startsWith('http')) for (const id of path) url.searchParams.append('path', id);
  return { url: url.href, headers };
}

/** What an answer has of nodes: `{ items: […] }`, or the list alone. What is none is left out, and said. */
export function itemsOf(answer: Json, where: string): Outcome<readonly Item[]> {
  const list = isDict(answer) ? answer.items : answer;
  if (!isList(list)) {
    return fail('task/wrong-data', `What ${where} answered is neither a list of nodes nor an object with "items".`);
  }
  const bad = { count: 0 };
  const value = readItems(list, 1, bad);
  if (bad.count === 0) return { value };
  const what = bad.count === 1 ? 'an entry that is' : `${bad.count} entries that are`;
  const message = `${where} answered with ${what} neither a text nor an object with a "value". The rest is shown.`;
  return { value, problems: [warning('task/wrong-data', message)] };
}

function readItems(list: readonly Json[], depth: number, bad: { count: number }): Item[] {
  const items: Item[] = [];
  for (const entry of list) {
    const fields: Dict = isDict(entry) ? entry : { value: entry };
    const word = wordOf(fields.value);
    const id = wordOf(fields.alias) || word;
    if (!id || depth > DEEPEST) {
      bad.count++;
      continue;
    }
    const below = isList(fields.children) ? fields.children : [];
    items.push({
      id,
      value: word || id,
      attributes: typeof fields.hint === 'string' ? { hint: fields.hint } : {},
      children: readItems(below, depth + 1, bad),
      ...(fields.isLeaf === false && below.length === 0 && { pending: true }),
    });
  }
  return items;
}

const wordOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const fail = (code: Problem['code'], message: string): { readonly problems: readonly Problem[] } => ({
  problems: [warning(code, message)],
});
