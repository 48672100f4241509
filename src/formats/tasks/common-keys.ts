import type { TaskCompat } from './task-item.js';

/** Data keys that the files of one import have in common; the editor can only show what all tasks have. */
export class CommonKeys {
  readonly #compat: TaskCompat;
  #keys: readonly string[] | undefined;

  /** @param known of the tasks that are there already */
  constructor(known: readonly string[] | undefined, compat: TaskCompat) {
    this.#keys = known && known.length > 0 ? known : undefined;
    this.#compat = compat;
  }

  get keys(): readonly string[] {
    return this.#keys ?? [];
  }

  /** @returns what is wrong with the keys of a further file */
  add(keys: readonly string[]): string | undefined {
    const before = this.#keys;
    if (!before) {
      this.#keys = keys;
      return undefined;
    }
    const common = before.filter((key) => keys.includes(key));
    const isSame = common.length === before.length && common.length === keys.length;
    const isLenient = this.#compat === '0.8.1' || this.#compat === 'cli';
    if (isLenient || (this.#compat === '0.9.1' ? isSame : common.length > 0)) {
      this.#keys = common;
      return undefined;
    }
    const [these, those] = [keys, before].map((list) => list.map((key) => `"${key}"`).join(', ') || 'none');
    return `The data keys of this file (${these}) are not those of the others (${those}). Import them separately, or name them alike.`;
  }
}
