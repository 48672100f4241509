import type { Clock } from '../../contract/surface.js';
import { observable, runInAction } from '../../reactive/index.js';
import type { EditorState } from '../state.js';

/** The clocks of the media that play: one for each `sync` group, and one for each medium that is in none. */
export class Playing {
  readonly #state: EditorState;
  readonly #clocks = new Map<string, Promise<Clock>>();
  readonly #there = observable.map<string, Clock>();

  constructor(state: EditorState) {
    this.#state = state;
  }

  /** Of an object tag; the code of clocks is fetched with the first. */
  clockOf(objectName: string): Promise<Clock> {
    const group = this.#groupOf(objectName);
    const found = this.#clocks.get(group);
    if (found) return found;
    const made = import('./media-clock.js').then(({ MediaClock }) => new MediaClock(this.#state.scope));
    this.#clocks.set(group, made);
    void made.then((clock) => this.#clocks.get(group) === made && runInAction(() => this.#there.set(group, clock)));
    // A failure is not remembered: the network may be back.
    made.catch(() => this.#clocks.delete(group));
    return made;
  }

  /** Where the playhead of an object is, in seconds; undefined where nothing plays. Observable. */
  timeOf(objectName: string): number | undefined {
    return this.#there.get(this.#groupOf(objectName))?.time;
  }

  /** `sync` is the word of a group, or the name of another tag; a name and a word that are the same are one group. */
  #groupOf(objectName: string): string {
    const found = new Set([objectName]);
    const synced = this.#state.config.nodes.flatMap(({ name, attributes: { sync } }) =>
      name !== undefined && typeof sync === 'string' && sync !== '' ? [[name, sync] as const] : [],
    );
    for (let before = 0; before < found.size; ) {
      before = found.size;
      for (const [name, word] of synced) if (found.has(name) || found.has(word)) found.add(name).add(word);
    }
    return [...found].sort()[0] as string;
  }

  /** Another task has other media. */
  clear(): void {
    for (const clock of this.#clocks.values()) void clock.then((one) => one.pause());
    this.#clocks.clear();
    runInAction(() => this.#there.clear());
  }
}
