import { action, computed, makeObservable, observableRef } from '../../reactive/index.js';
import { parseKeys } from './keys.js';

/** Something a user can do: one entry serves button, menu, hotkey and the sheet of hotkeys. */
export interface Action {
  readonly name: string;
  readonly title: string;
  /** A comma list, as in a keymap; none: reachable by button only. */
  readonly keys?: string;
  /** The browser sends an event for these keys, which is answered elsewhere: they are shown, but not listened for. */
  readonly native?: true;
  /** Also heard while text is typed. */
  readonly whileTyping?: true;
  readonly icon?: string;
  /** Heading on the sheet of hotkeys. */
  readonly group: string;
  /** Default: always. Observable. */
  enabled?(): boolean;
  /** For what can be on or off. Observable. */
  active?(): boolean;
  /** How near the user is to what it acts on: where several have the same keys, the nearest has them. Default: 0. */
  near?(): number;
  /** @param place which of its keys it was, from 0 */
  run(place?: number): void;
}

/** Keys by action name; `false` switches one off. */
export type Keymap = Readonly<Record<string, string | false>>;

/**
 * Everything a user can do right now, in one table. The editor's own actions are always there; tags add theirs while
 * they are shown. Where two want the same keys the one that came last has them, so a tag's beats the editor's own only
 * where the keymap says nothing.
 */
export class Actions {
  private table: ReadonlyMap<string, Action> = new Map();
  keymap: Keymap = {};

  constructor() {
    makeObservable<this, 'table' | 'byKeys'>(this, {
      table: observableRef,
      keymap: observableRef,
      byKeys: computed,
      add: action,
    });
  }

  add(actions: readonly Action[]): () => void {
    this.table = new Map([...this.table, ...actions.map((entry) => [entry.name, entry] as const)]);
    return action(() => {
      const table = new Map(this.table);
      for (const entry of actions) if (table.get(entry.name) === entry) table.delete(entry.name);
      this.table = table;
    });
  }

  get all(): readonly Action[] {
    return [...this.table.values()];
  }

  get(name: string): Action | undefined {
    return this.table.get(name);
  }

  keysOf(entry: Action): readonly string[] {
    const own = this.keymap[entry.name];
    if (own === false) return [];
    return parseKeys(own ?? entry.keys ?? '');
  }

  run(name: string): boolean {
    const entry = this.table.get(name);
    if (!entry || entry.enabled?.() === false) return false;
    entry.run();
    return true;
  }

  private get byKeys(): ReadonlyMap<string, readonly Action[]> {
    const found = new Map<string, Action[]>();
    for (const entry of this.table.values()) {
      if (entry.native && this.keymap[entry.name] === undefined) continue;
      for (const keys of this.keysOf(entry)) found.set(keys, [...(found.get(keys) ?? []), entry]);
    }
    return found;
  }

  /**
   * Runs what is bound to the keys and enabled, the nearest, then the latest first. False if there is nothing.
   *
   * @param typing whether they are typed into a text
   */
  press(keys: string, typing = false): boolean {
    const heard = this.byKeys.get(keys)?.filter(({ whileTyping }) => whileTyping || !typing) ?? [];
    const able = heard.filter(({ enabled }) => enabled?.() !== false);
    const nearest = Math.max(...able.map((entry) => entry.near?.() ?? 0));
    const entry = inTurn(able.filter((entry) => (entry.near?.() ?? 0) === nearest));
    entry?.run(this.keysOf(entry).indexOf(keys));
    return entry !== undefined;
  }
}

/** The last; but several of its group that can be on, such as tools, take turns, in the order in which they are shown. */
function inTurn(entries: readonly Action[]): Action | undefined {
  const last = entries.at(-1);
  const sharers = entries.filter(({ group, active }) => group === last?.group && active !== undefined);
  if (!last?.active || sharers.length < 2) return last;
  const on = sharers.findIndex(({ active }) => active?.() === true);
  return sharers[(on + 1) % sharers.length];
}
