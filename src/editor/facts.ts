import type { MediaFacts } from '../contract/shape.js';
import { jsonEqual } from '../model/json.js';
import { action, makeObservable, observable } from '../reactive/index.js';

const none: MediaFacts = {};

/** What is known of the media on show, item (page) by item, and which item and frame of each is on show. Observable. */
export class Facts {
  readonly #facts = observable.map<string, MediaFacts>();
  /** What is known of an object whose item on show is not loaded yet: only how many items there are. */
  readonly #counts = observable.map<string, MediaFacts>();
  readonly #items = observable.map<string, number>();
  readonly #frames = observable.map<string, number>();

  constructor() {
    makeObservable(this, { set: action, show: action, showFrame: action, clear: action });
  }

  /** Of the item on show, unless another is named. */
  of(objectName: string, item = this.item(objectName)): MediaFacts {
    return this.#facts.get(`${item} ${objectName}`) ?? this.#counts.get(objectName) ?? none;
  }

  /** What is known already changes nothing: everything drawn depends on it. */
  set(objectName: string, facts: MediaFacts): void {
    if (jsonEqual(this.#facts.get(`${this.item(objectName)} ${objectName}`), facts)) return;
    this.#facts.set(`${this.item(objectName)} ${objectName}`, Object.freeze({ ...facts }));
    this.#counts.set(objectName, facts.items === undefined ? none : Object.freeze({ items: facts.items }));
  }

  item(objectName: string): number {
    return this.#items.get(objectName) ?? 0;
  }

  /** A page that is known not to be there is not gone to: results may speak of any. */
  show(objectName: string, item: number): void {
    const known = this.of(objectName);
    if (known === none || item < (known.items ?? 1)) this.#items.set(objectName, item);
  }

  /** Of a film or sequence, from 1. */
  frame(objectName: string): number | undefined {
    return this.#frames.get(objectName);
  }

  showFrame(objectName: string, frame: number): void {
    this.#frames.set(objectName, frame);
  }

  clear(): void {
    this.#facts.clear();
    this.#counts.clear();
    this.#items.clear();
    this.#frames.clear();
  }
}
