import type { Narrowing } from '../../contract/view.js';
import { makeObservable, observable, observableRef, runInAction } from '../../reactive/index.js';

/** Where tags are in the page, and what one tag asks of another by its name. */
export class Places {
  readonly #hosts = observable.map<string, HTMLElement>();
  readonly #narrowed = new Map<string, (to: Narrowing) => void>();
  /** The place beside the selected region, for fields that speak of it. */
  regionPanel: HTMLElement | undefined = undefined;

  constructor() {
    makeObservable(this, { regionPanel: observableRef });
  }

  hostOf(name: string): HTMLElement | undefined {
    return this.#hosts.get(name);
  }

  /** The returned function takes it back. Of two tags with one name the first counts. */
  mounted(name: string, host: HTMLElement): () => void {
    if (this.#hosts.has(name)) return () => {};
    runInAction(() => this.#hosts.set(name, host));
    return () => runInAction(() => this.#hosts.delete(name));
  }

  narrow(name: string, to: Narrowing): void {
    this.#narrowed.get(name)?.(to);
  }

  onNarrow(name: string, run: (to: Narrowing) => void): () => void {
    this.#narrowed.set(name, run);
    return () => this.#narrowed.delete(name);
  }
}
