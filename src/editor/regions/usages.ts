import type { Option } from '../../contract/tag.js';
import { isList } from '../../model/json.js';
import { computed, makeObservable } from '../../reactive/index.js';
import type { EditorState } from '../state.js';
import { type Control, isTree } from './controls.js';

/** How often a label may be used in a completion. Undefined: as often as one likes. */
export function mostUses(control: Control, option: Option | undefined): number | undefined {
  if (isTree(control)) return undefined;
  const most = option?.attributes.maxUsages ?? control.node.attributes.maxUsages;
  return typeof most === 'number' ? most : undefined;
}

/** How often each label and choice is used in the completion on show. Observable. */
export class Usages {
  readonly #state: EditorState;

  constructor(state: EditorState) {
    makeObservable<this, 'counts'>(this, { counts: computed });
    this.#state = state;
  }

  of(controlName: string, optionId: string): number {
    return this.counts.get(controlName)?.get(optionId) ?? 0;
  }

  private get counts(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    const counts = new Map<string, Map<string, number>>();
    for (const { fromName, value } of this.#state.doc.values.values()) {
      if (!isList(value)) continue;
      const own = counts.get(fromName) ?? new Map<string, number>();
      counts.set(fromName, own);
      for (const word of value) {
        const key = String(isList(word) ? word.at(-1) : word);
        own.set(key, (own.get(key) ?? 0) + 1);
      }
    }
    return counts;
  }
}
