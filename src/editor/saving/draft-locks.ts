const prefix = 'label-editor-draft ';

/** Tells other tabs which records are of work that goes on here, by locks that the end of the page lets go of, whatever the end is. */
export class DraftLocks {
  readonly #held = new Map<string, () => void>();

  /** Holds these, and lets go of all others. Where there are no locks, two tabs may take up the same work, each in a record of its own. */
  hold(ids: ReadonlySet<string>): void {
    for (const [id, letGo] of this.#held) {
      if (ids.has(id)) continue;
      this.#held.delete(id);
      letGo();
    }
    for (const id of ids) {
      if (this.#held.has(id)) continue;
      const end = new Promise<void>((done) => this.#held.set(id, done));
      locks()
        ?.request(prefix + id, () => end)
        .catch(() => {});
    }
  }

  /** Those that any tab holds. */
  async all(): Promise<ReadonlySet<string>> {
    try {
      const { held = [] } = (await locks()?.query()) ?? {};
      return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
    } catch {
      return new Set();
    }
  }
}

const locks = () => globalThis.navigator?.locks as LockManager | undefined;
