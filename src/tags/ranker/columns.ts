import type { TagNode } from '../../contract/tag.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { text } from '../parts/attributes.js';
import { namedBuckets, REST, startOf } from './buckets.js';

/** A place where items stand in order. */
export interface Column {
  /** What results call it. */
  readonly key: string;
  readonly title: string;
  /** `rest` holds what is in no bucket. A `stranger` is one that results have and the config has not. */
  readonly kind: 'rank' | 'rest' | 'bucket' | 'stranger';
  readonly ids: readonly string[];
  /** What results have here and the list has not. */
  readonly gone: readonly string[];
}

/** Where an item stands. `index`: behind how many others. */
export interface Place {
  readonly key: string;
  readonly index: number;
}

/** The columns of a Ranker, with nothing in them. @param title the one of its List */
export function columnsOf(node: TagNode, title: string | undefined): readonly Column[] {
  const empty = { ids: [], gone: [] };
  const buckets = namedBuckets(node);
  if (buckets.length === 0) return [{ key: node.name ?? '', title: title ?? '', kind: 'rank', ...empty }];
  const columns = new Map<string, Column>();
  if (startOf(buckets) === REST) columns.set(REST, { key: REST, title: title ?? 'Not sorted', kind: 'rest', ...empty });
  for (const { name, attributes } of buckets) {
    const column: Column = { key: name, title: text(attributes, 'title') ?? name, kind: 'bucket', ...empty };
    if (!columns.has(name)) columns.set(name, column);
  }
  return [...columns.values()];
}

/** The key of the column that takes what has no place in any. */
export function homeOf(node: TagNode): string {
  const buckets = namedBuckets(node);
  return buckets.length > 0 ? startOf(buckets) : (node.name ?? '');
}

/**
 * The columns with each item in just one of them, whatever the value is. Items that it does not know are at home; buckets
 * that the config does not know come last, as long as there are items in them.
 * @param columns of `columnsOf`
 */
export function arrange(
  columns: readonly Column[],
  home: string,
  value: Json | undefined,
  items: readonly string[],
): readonly Column[] {
  const said = listsIn(value, home);
  const known = new Set(items);
  const placed = new Set<string>();
  const place = (ids: readonly string[]) =>
    ids.filter((id) => known.has(id) && !placed.has(id) && placed.add(id) !== undefined);
  const filled = columns.map((column): Column => {
    const ids = said.get(column.key) ?? [];
    return { ...column, ids: place(ids), gone: [...new Set(ids)].filter((id) => !known.has(id)) };
  });
  const own = new Set([REST, ...columns.map(({ key }) => key)]);
  for (const [key, ids] of said) {
    const inIt = own.has(key) ? [] : place(ids);
    if (inIt.length > 0) filled.push({ key, title: key, kind: 'stranger', ids: inIt, gone: [] });
  }
  const others = [...place(said.get(REST) ?? []), ...place(items)];
  return filled.map((column) => (column.key === home ? { ...column, ids: [...column.ids, ...others] } : column));
}

/** By column. A value of older times is a plain list. */
function listsIn(value: Json | undefined, home: string): ReadonlyMap<string, readonly string[]> {
  if (isList(value)) return new Map([[home, textsIn(value)]]);
  return new Map(isDict(value) ? Object.entries(value).map(([key, list]) => [key, textsIn(list)]) : []);
}

const textsIn = (list: Json): readonly string[] =>
  (isList(list) ? list : [list]).flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? String(id) : []));

export function placeOf(columns: readonly Column[], id: string): Place | undefined {
  for (const { key, ids } of columns) {
    const index = ids.indexOf(id);
    if (index >= 0) return { key, index };
  }
  return undefined;
}

/** The columns with an item taken from its place and put into another. Into a stranger nothing can be put. */
export function moved(columns: readonly Column[], id: string, { key, index }: Place): readonly Column[] {
  if (!columns.some((column) => column.key === key && column.kind !== 'stranger')) return columns;
  return columns.map((column) => {
    const ids = column.ids.filter((each) => each !== id);
    if (column.key === key) ids.splice(Math.max(0, Math.min(ids.length, index)), 0, id);
    return ids.length === column.ids.length && ids.every((each, at) => each === column.ids[at])
      ? column
      : { ...column, ids };
  });
}

/** The value that says these columns. Of the value before, columns that are as they were stay as they were said. */
export function written(columns: readonly Column[], home: string, before: Json | undefined): Dict {
  const said = isDict(before) ? before : {};
  const lists = listsIn(said, home);
  const known = new Set(columns.flatMap(({ ids }) => ids));
  const value = new Map<string, Json>(Object.entries(said));
  // Where nothing is in the rest, all of it is somewhere else by now.
  if (!columns.some(({ key }) => key === REST)) value.delete(REST);
  for (const { key, ids } of columns) {
    const old = lists.get(key)?.filter((id) => known.has(id));
    const same = old?.length === ids.length && old.every((id, index) => id === ids[index]);
    if (!same || !isList(said[key])) value.set(key, ids);
  }
  return Object.fromEntries(value);
}
