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

/** Who says which keys an action has: the later outranks the one before. */
const sayers = ['default', 'host', 'user'] as const;
export type Sayer = (typeof sayers)[number];

/**
 * Everything a user can do right now, in one table. The editor's own actions are always there; tags add theirs while
 * they are shown. Where two want the same keys, those that the user gave them outrank those of the host's keymap, and
 * these the built-in ones; else what acts on something near, as a tag's does, comes before the editor's own, and of those
 * that are left the one that came last.
 */
export class Actions {
  private table: ReadonlyMap<string, Action> = new Map();
  /** The host's. What is neither keys nor `false` says nothing: a host or a browser may give anything. */
  keymap: Readonly<Record<string, unknown>> = {};
  /** The user's own. */
  userKeymap: Readonly<Record<string, unknown>> = {};
  readonly #hears: () => boolean;

  /** @param hears whether keys do anything; else none but Escape does. Observable. */
  constructor(hears: () => boolean = () => true) {
    makeObservable<this, 'table' | 'byKeys'>(this, {
      table: observableRef,
      keymap: observableRef,
      userKeymap: observableRef,
      byKeys: computed,
      add: action,
    });
    this.#hears = hears;
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

  /** The keys to show beside an action. */
  keysOf(entry: Action): readonly string[] {
    return this.#hears() ? this.boundTo(entry) : [];
  }

  /** The keys that an action has, whether or not keys are heard. */
  boundTo(entry: Action): readonly string[] {
    const own = { default: undefined, host: this.keymap, user: this.userKeymap }[this.sayerOf(entry)]?.[entry.name];
    return parseKeys(own === undefined ? (entry.keys ?? '') : own === false ? '' : String(own));
  }

  /** Who says which keys it has. */
  sayerOf({ name }: Action): Sayer {
    if (says(this.userKeymap, name)) return 'user';
    return says(this.keymap, name) ? 'host' : 'default';
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
      if (entry.native && this.sayerOf(entry) === 'default') continue;
      for (const keys of this.boundTo(entry)) found.set(keys, [...(found.get(keys) ?? []), entry]);
    }
    return found;
  }

  /**
   * Runs what is bound to the keys and enabled, the first by the order above. False if there is nothing.
   *
   * @param typing whether they are typed into a text
   */
  press(keys: string, typing = false): boolean {
    if (!this.#hears() && keys !== 'escape') return false;
    const heard = this.byKeys.get(keys)?.filter(({ whileTyping }) => whileTyping || !typing) ?? [];
    const able = heard.filter(({ enabled }) => enabled?.() !== false);
    const nearest = foremost(able, (entry) => entry.near?.() ?? 0);
    const said = foremost(nearest, (each) => sayers.indexOf(this.sayerOf(each)));
    const entry = inTurn(foremost(said, ({ near }) => (near ? 1 : 0)));
    entry?.run(this.boundTo(entry).indexOf(keys));
    return entry !== undefined;
  }
}

const says = (keymap: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.hasOwn(keymap, name) && (keymap[name] === false || typeof keymap[name] === 'string');

/** Those with the highest rank. */
function foremost(entries: readonly Action[], rankOf: (entry: Action) => number): readonly Action[] {
  const highest = Math.max(...entries.map(rankOf));
  return entries.filter((entry) => rankOf(entry) === highest);
}

/** The last; but several of its group that can be on, such as tools, take turns, in the order in which they are shown. */
function inTurn(entries: readonly Action[]): Action | undefined {
  const last = entries.at(-1);
  const sharers = entries.filter(({ group, active }) => group === last?.group && active !== undefined);
  if (!last?.active || sharers.length < 2) return last;
  const on = sharers.findIndex(({ active }) => active?.() === true);
  return sharers[(on + 1) % sharers.length];
}
