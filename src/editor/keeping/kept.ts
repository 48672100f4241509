import type { Dict, Json } from '../../model/json.js';
import { jsonEqual } from '../../model/json.js';
import { action, makeObservable, observableRef } from '../../reactive/index.js';
import type { EditorState } from '../state.js';
import { lookUp, type Part, placeOf } from './recall.js';

/** Named values that are kept in one place of this browser, the same for all editors of the page. Observable. */
export class Kept {
  value: Dict = {};
  readonly #place: string | undefined;
  /** The browser takes nothing: what was put lasts as long as the page. */
  #isRefused = false;

  constructor(place: string | undefined) {
    makeObservable(this, { value: observableRef, read: action, put: action, clear: action });
    this.#place = place;
    this.read();
  }

  /** Looks again: another tab may have put something there. */
  read(): void {
    if (this.#place === undefined || this.#isRefused) return;
    const found = lookUp(this.#place);
    if (!jsonEqual(found, this.value)) this.value = found;
  }

  /** Keeps a value; `undefined` forgets it. What others put there meanwhile stays. */
  put(name: string, value: Json | undefined): void {
    this.read();
    const { [name]: _, ...others } = this.value;
    this.#write(value === undefined ? others : { ...others, [name]: value });
  }

  clear(): void {
    this.#write({});
  }

  #write(value: Dict): void {
    this.value = value;
    if (this.#place === undefined) return;
    try {
      localStorage.setItem(this.#place, JSON.stringify(value));
      this.#isRefused = false;
    } catch {
      this.#isRefused = true;
    }
  }
}

/** By place. */
const shared = new Map<string, Kept>();
/** Of editors that keep nothing: as long as they last. */
const passing = new WeakMap<EditorState, Map<Part, Kept>>();

/** A part of what is kept of an editor. Observable: a host may give it another namespace. */
export function keptOf(state: EditorState, part: Part): Kept {
  const place = placeOf(state.storage, part);
  if (place === undefined) {
    const own = passing.get(state) ?? new Map<Part, Kept>();
    passing.set(state, own);
    return found(own, part, () => new Kept(undefined));
  }
  return found(shared, place, () => new Kept(place));
}

/** Looks at a place again, or at all. */
export function readAgain(place: string | null): void {
  for (const [each, kept] of shared) if (place === null || place === each) kept.read();
}

function found<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
