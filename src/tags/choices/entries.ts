import type { Option } from '../../contract/tag.js';
import { isList, type Json } from '../../model/json.js';

/** One line of the list: an option, or something picked that the config does not offer. */
export interface Row {
  /** The same for the same path. */
  readonly key: string;
  /** What a result says, from the root down. */
  readonly path: readonly string[];
  readonly label: string;
  readonly depth: number;
  readonly option?: Option;
  /** Keys of the rows it stands in, the nearest first. */
  readonly ancestors: readonly string[];
  /** Keys of the rows that stand directly in it. */
  readonly children: readonly string[];
}

export interface Entry {
  readonly key: string;
  readonly raw: Json;
}

export type Mark = 'on' | 'off' | 'mixed';

const keyOf = (path: readonly string[]): string => JSON.stringify(path);

/** Options as rows, each parent before its children. Without `nested` every row's path is its own id alone. */
export function rowsOf(options: readonly Option[], nested: boolean): readonly Row[] {
  const rows: Row[] = [];
  const walk = (list: readonly Option[], ancestors: readonly string[]): string[] =>
    list.map((option) => {
      const path = nested ? option.path : [option.id];
      const key = keyOf(path);
      const children: string[] = [];
      rows.push({
        key,
        path,
        label: option.value,
        depth: ancestors.length,
        option,
        ancestors: nested ? ancestors : [],
        children,
      });
      const below = walk(option.children, [key, ...ancestors]);
      if (nested) children.push(...below);
      return key;
    });
  walk(options, []);
  return rows;
}

/** What is picked: a text, texts, or paths of texts, whatever the config says now. Anything else is kept as it came. */
export function entriesOf(value: Json | undefined): readonly Entry[] {
  if (value === undefined || value === null || value === '') return [];
  return (isList(value) ? value : [value]).map((raw) => {
    const path = isList(raw) ? raw : [raw];
    return { key: path.every((part) => typeof part === 'string') ? keyOf(path) : JSON.stringify(raw), raw };
  });
}

/** A row for something picked that the config does not offer. */
export function strangerRow({ key, raw }: Entry): Row {
  const path = (isList(raw) ? raw : [raw]).map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return { key, path, label: path.join(' / '), depth: 0, ancestors: [], children: [] };
}

/** The choices of one control: what is picked in them, and what is picked after one was pressed. */
export class ChoiceList {
  readonly rows: readonly Row[];
  readonly #byKey: ReadonlyMap<string, Row>;
  readonly #nested: boolean;
  readonly #multiple: boolean;

  constructor(options: readonly Option[], how: { readonly nested: boolean; readonly multiple: boolean }) {
    this.rows = rowsOf(options, how.nested);
    this.#byKey = new Map(this.rows.map((row) => [row.key, row]));
    this.#nested = how.nested;
    this.#multiple = how.multiple;
  }

  strangers(entries: readonly Entry[]): readonly Entry[] {
    return entries.filter(({ key }) => !this.#byKey.has(key));
  }

  /** A parent is on when it is picked itself or all below it is, and mixed when only some of that is. */
  mark(row: Row, picked: ReadonlySet<string>): Mark {
    if (picked.has(row.key)) return 'on';
    const marks = row.children.map((key) => this.mark(this.#row(key), picked));
    if (marks.length > 0 && marks.every((mark) => mark === 'on')) return 'on';
    return marks.some((mark) => mark !== 'off') ? 'mixed' : 'off';
  }

  /** The value after `row` was pressed; undefined when nothing is left. A parent takes all below it along. */
  press(row: Row, value: Json | undefined): Json | undefined {
    const entries = entriesOf(value);
    const picked = new Set(entries.map(({ key }) => key));
    const isOn = this.mark(row, picked) === 'on';
    if (!this.#multiple) return isOn ? undefined : this.#write(new Set(this.#withBelow(row)), []);
    for (const key of this.#withBelow(row)) {
      if (isOn) picked.delete(key);
      else picked.add(key);
    }
    for (const key of row.ancestors) {
      const above = this.#row(key);
      if (above.children.every((child) => picked.has(child))) picked.add(key);
      else picked.delete(key);
    }
    const kept = this.strangers(entries).filter(({ key }) => picked.has(key));
    return this.#write(picked, kept);
  }

  #row(key: string): Row {
    const row = this.#byKey.get(key);
    if (!row) throw new Error(`No choice has the key ${key}.`);
    return row;
  }

  #withBelow(row: Row): string[] {
    return [row.key, ...row.children.flatMap((key) => this.#withBelow(this.#row(key)))];
  }

  /** In the order of the config, what it does not know last. */
  #write(picked: ReadonlySet<string>, strangers: readonly Entry[]): Json | undefined {
    const list: Json[] = [];
    const seen = new Set<string>();
    for (const { key, path } of this.rows) {
      if (!picked.has(key) || seen.has(key)) continue;
      seen.add(key);
      list.push(this.#nested ? path : (path[0] ?? ''));
    }
    list.push(...strangers.map(({ raw }) => raw));
    return list.length > 0 ? list : undefined;
  }
}
