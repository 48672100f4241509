import type { LabelConfig } from '../config/tree.js';
import type { Option, TagNode } from '../contract/tag.js';
import type { ControlValue, Region } from '../model/document.js';
import { computed, makeObservable } from '../reactive/index.js';
import { accepts, hasRole, isAsked, isShown, isWritten, type Situation } from '../store/conditions.js';
import type { EditorState } from './state.js';

const known = new WeakMap<readonly Option[], ReadonlyMap<string, string>>();

/** What is shown of options, by what results say, where the two differ. */
function wordsOf(options: readonly Option[]): ReadonlyMap<string, string> {
  const made = known.get(options);
  if (made) return made;
  const words = new Map<string, string>();
  const add = (list: readonly Option[]) => {
    for (const { id, value, children } of list) {
      if (id !== value && !words.has(id)) words.set(id, value);
      add(children);
    }
  };
  add(options);
  known.set(options, words);
  return words;
}

/** Which tags are shown and which answers count, as selection and answers are now. Observable. */
export class Conditions {
  readonly #state: EditorState;
  #known: { readonly config: LabelConfig; readonly parents: ReadonlyMap<TagNode, TagNode> } | undefined;

  constructor(state: EditorState) {
    makeObservable<this, 'situation'>(this, { situation: computed });
    this.#state = state;
  }

  /** Not `computed`: that would be made anew each time outside of reactions. */
  get #parents(): ReadonlyMap<TagNode, TagNode> {
    const { config } = this.#state;
    if (this.#known?.config !== config) {
      const parents = new Map<TagNode, TagNode>();
      for (const node of config.nodes) for (const child of node.children) parents.set(child, node);
      this.#known = { config, parents };
    }
    return this.#known.parents;
  }

  private get situation(): Situation {
    const { completion, selection, doc, config } = this.#state;
    return {
      doc,
      selected: selection.ids.flatMap((id) => doc.regions.get(id) ?? []),
      valuesOf: (id) => completion?.store.valuesOf(id) ?? [],
      shownAs: (fromName, word) => {
        const key = config.byName.get(fromName)?.key;
        const options = key === undefined ? undefined : config.options.get(key);
        return options && wordsOf(options).get(word);
      },
      isAsked: (fromName, about) => this.#isAsked(fromName, about),
    };
  }

  /** What was found of questions while one is looked at. No longer: answers change. */
  #asked: Map<string, boolean> | undefined;

  /**
   * Each question is looked at once: what is nested depends on all that it stands in. While it is looked at it counts as
   * asked, as conditions can refer to each other in a circle.
   */
  #isAsked(fromName: string, about: Situation): boolean {
    const node = this.#state.config.byName.get(fromName);
    const found = this.#asked?.get(fromName);
    if (!node || found !== undefined) return found ?? true;
    const outermost = this.#asked === undefined;
    this.#asked ??= new Map();
    this.#asked.set(fromName, true);
    try {
      const answer = isAsked(this.lineage(node), about);
      this.#asked.set(fromName, answer);
      return answer;
    } finally {
      if (outermost) this.#asked = undefined;
    }
  }

  /** The tag and its ancestors, innermost first. */
  lineage(node: TagNode): readonly TagNode[] {
    const parents = this.#parents;
    const lineage: TagNode[] = [];
    for (let each: TagNode | undefined = node; each; each = parents.get(each)) lineage.push(each);
    return lineage;
  }

  /** By the tag's own conditions alone: its ancestors hide it in the page anyway. */
  isShown(node: TagNode): boolean {
    return isShown(node, this.situation);
  }

  /** With its ancestors. */
  isVisible(node: TagNode): boolean {
    return this.lineage(node).every((each) => this.isShown(each));
  }

  /** A role is mostly asked for by what is round a control. */
  accepts(node: TagNode, region: Region): boolean {
    const { situation } = this;
    return accepts(node, region, situation) && this.lineage(node).every((each) => hasRole(each, region, situation));
  }

  isWritten(value: ControlValue): boolean {
    const node = this.#state.config.byName.get(value.fromName);
    return node === undefined || isWritten(value, this.lineage(node), this.situation);
  }
}
