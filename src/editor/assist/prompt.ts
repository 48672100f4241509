import { emptyDoc, type Region } from '../../model/document.js';
import { isDict, type Json } from '../../model/json.js';
import { action, computed, makeObservable, observableRef } from '../../reactive/index.js';
import { encodeResults } from '../../results/encode.js';
import { idOf } from '../../results/item.js';
import { DocumentStore } from '../../store/document-store.js';
import type { EditorState } from '../state.js';

/**
 * What the user shows to a model: points, a box, strokes. It is a document of its own with a history of its own, so that
 * tools draw it as they draw regions; nothing of it is ever saved. Observable.
 */
export class Prompt {
  store = new DocumentStore();
  /** The region that is drawn in several steps, of which the last is yet to come. */
  unfinished: string | undefined = undefined;
  readonly #state: EditorState;
  readonly #negative = new Set<string>();

  constructor(state: EditorState) {
    makeObservable(this, { store: observableRef, items: computed, clear: action });
    this.#state = state;
  }

  has(id: string): boolean {
    return this.store.doc.regions.has(id);
  }

  /** Marks a point as one that is not on what is wanted. */
  exclude(id: string): void {
    this.#negative.add(id);
  }

  excludes(id: string): boolean {
    return this.#negative.has(id);
  }

  /** What is shown and sent: all points and strokes, and of what encloses something only the last. All on one object. */
  get items(): readonly Region[] {
    const { regionIds, doc } = this.store;
    const regions = regionIds.flatMap((id) => doc.regions.get(id) ?? []);
    const here = regions.filter(({ toName }) => toName === regions.at(-1)?.toName);
    const enclosing = here.findLast(({ shape }) => !addsUp(shape));
    return here.filter((region) => region === enclosing || addsUp(region.shape));
  }

  /** As the document would write it; points say whether they are on what is wanted. */
  results(): readonly Json[] {
    const regions = new Map(this.items.map((region) => [region.id, region]));
    const values = new Map([...this.store.doc.values].filter(([, { regionId }]) => regions.has(regionId ?? '')));
    return encodeResults({ ...emptyDoc, regions, values }, this.#state.world).map((result) => {
      const region = isDict(result) ? regions.get(idOf(result.id) ?? '') : undefined;
      if (!region || !isDict(result) || !isPoint(region.shape)) return result;
      return { ...result, is_positive: !this.excludes(region.id) };
    });
  }

  clear(): void {
    this.unfinished = undefined;
    this.#negative.clear();
    if (this.store.regionIds.length > 0 || this.store.history.redoLabel !== undefined) this.store = new DocumentStore();
  }
}

/** By the name of a shape: what says with one click whether a place is meant. */
export const isPoint = (shape: string | undefined): boolean => shape === 'keypoint';

/** Points and strokes say more and more of one thing; a second box is another thing. */
const addsUp = (shape: string): boolean => isPoint(shape) || shape === 'mask' || shape === 'bitmask';
