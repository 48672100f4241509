import type { Option } from '../../contract/tag.js';
import { isList, type Json } from '../../model/json.js';
import { flag } from '../parts/attributes.js';

/** One line of the list: an option, or something picked that the config does not offer. */
export interface Row {
  /** The same for the same path. */
  readonly key: string;
  /** What a result says, from the root down. */
  readonly path: readonly string[];
  readonly label: string;
  readonly depth: number;
  readonly option?: Option;
  /** Its place in the list, from 0. */
  readonly at: number;
  /** The row it stands in, where choices are nested. */
  readonly parent?: Row;
  /** The rows that stand directly in it. */
  readonly children: readonly Row[];
}

export interface Entry {
  readonly key: string;
  readonly raw: Json;
}

export type Mark = 'on' | 'off' | 'mixed';

/** What is picked, made ready to be asked about many rows. */
export interface Picked {
  readonly entries: readonly Entry[];
  readonly keys: ReadonlySet<string>;
  /** Keys of the rows in which something is picked, at any depth. */
  readonly above: ReadonlySet<string>;
}

// There can be a million rows: what is the same for most of them is made once.
const none: readonly Row[] = [];
const keyOf = (path: readonly string[]): string => (path.length === 1 ? `=${path[0]}` : JSON.stringify(path));

/** Whether the config forbids to change this one (`readonly` of a Choice). */
export const isFixed = (row: Row): boolean => (row.option && flag(row.option.attributes, 'readonly')) ?? false;

/** Options as rows, each parent before its children. Without `nested` every row's path is its own id alone. */
export function rowsOf(options: readonly Option[], nested: boolean): readonly Row[] {
  const rows: Row[] = [];
  const walk = (list: readonly Option[], depth: number, parent: Row | undefined, siblings: Row[] | undefined) => {
    for (const option of list) {
      const path = nested || option.path.length === 1 ? option.path : [option.id];
      const inside: Row[] | undefined = nested && option.children.length > 0 ? [] : undefined;
      const row: Row = {
        key: keyOf(path),
        path,
        label: option.value,
        depth,
        option,
        at: rows.length,
        ...(nested && parent && { parent }),
        children: inside ?? none,
      };
      rows.push(row);
      siblings?.push(row);
      if (option.children.length > 0) walk(option.children, depth + 1, row, inside);
    }
  };
  walk(options, 0, undefined, undefined);
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
export function strangerRow({ key, raw }: Entry, at: number): Row {
  const path = (isList(raw) ? raw : [raw]).map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return { key, path, label: path.join(' / '), depth: 0, at, children: none };
}

/** The choices of one control: what is picked in them, and what is picked after one was pressed. */
export class ChoiceList {
  readonly rows: readonly Row[];
  readonly #byKey = new Map<string, Row>();
  readonly #nested: boolean;
  readonly #multiple: boolean;

  constructor(options: readonly Option[], how: { readonly nested: boolean; readonly multiple: boolean }) {
    this.rows = rowsOf(options, how.nested);
    for (const row of this.rows) if (!this.#byKey.has(row.key)) this.#byKey.set(row.key, row);
    this.#nested = how.nested;
    this.#multiple = how.multiple;
  }

  picked(value: Json | undefined): Picked {
    const entries = entriesOf(value);
    const above = new Set<string>();
    for (const { key } of entries) {
      for (let row = this.#byKey.get(key)?.parent; row && !above.has(row.key); row = row.parent) above.add(row.key);
    }
    return { entries, keys: new Set(entries.map(({ key }) => key)), above };
  }

  /** The row of an entry, where the config offers it. */
  rowOf({ key }: Entry): Row | undefined {
    return this.#byKey.get(key);
  }

  strangers(entries: readonly Entry[]): readonly Entry[] {
    return entries.filter(({ key }) => !this.#byKey.has(key));
  }

  /** A parent is on when it is picked itself or all below it is, and mixed when only some of that is. */
  mark(row: Row, picked: Picked): Mark {
    if (picked.keys.has(row.key)) return 'on';
    if (!picked.above.has(row.key)) return 'off';
    return row.children.every((child) => this.mark(child, picked) === 'on') ? 'on' : 'mixed';
  }

  /**
   * The value after `row` was pressed; undefined when nothing is left. A parent takes all below it along, but for what
   * cannot be changed.
   */
  press(row: Row, value: Json | undefined): Json | undefined {
    const picked = this.picked(value);
    const below = withBelow(row).filter((each) => each === row || !isFixed(each));
    const isOn = this.mark(row, picked) === 'on' || this.#isFull(row, below, picked);
    const keys = new Set(picked.keys);
    if (!this.#multiple) return isOn ? undefined : this.#write(new Set(below.map(({ key }) => key)), []);
    for (const { key } of below) {
      if (isOn) keys.delete(key);
      else keys.add(key);
    }
    // From the innermost outwards: a parent is picked while all in it is.
    for (const each of [...below].reverse()) if (each.children.length > 0) settle(each, keys);
    for (let above = row.parent; above; above = above.parent) settle(above, keys);
    const kept = this.strangers(picked.entries).filter(({ key }) => keys.has(key));
    return this.#write(keys, kept);
  }

  /** Whether all that can be changed below a row is picked, so that pressing it can only take away. */
  #isFull(row: Row, below: readonly Row[], picked: Picked): boolean {
    const leaves = below.filter((each) => each !== row && each.children.length === 0);
    return leaves.length > 0 && leaves.every(({ key }) => picked.keys.has(key));
  }

  /** In the order of the config, what it does not know last. */
  #write(keys: ReadonlySet<string>, strangers: readonly Entry[]): Json | undefined {
    const rows = [...keys].flatMap((key) => this.#byKey.get(key) ?? []).sort((a, b) => a.at - b.at);
    const list: Json[] = rows.map(({ path }) => (this.#nested ? path : (path[0] ?? '')));
    list.push(...strangers.map(({ raw }) => raw));
    return list.length > 0 ? list : undefined;
  }
}

function withBelow(row: Row): Row[] {
  return [row, ...row.children.flatMap(withBelow)];
}

function settle(parent: Row, keys: Set<string>): void {
  if (parent.children.every(({ key }) => keys.has(key))) keys.add(parent.key);
  else keys.delete(parent.key);
}
