import { computed, makeObservable } from 'mobx';
import type { TagNode } from '../contract/tag.js';
import type { ControlValue, Region } from '../model/document.js';
import { accepts, isAsked, isShown, isWritten, type Situation } from '../store/conditions.js';
import type { EditorState } from './state.js';

/** Which tags are shown and which answers count, as selection and answers are now. Observable. */
export class Conditions {
  readonly #state: EditorState;

  constructor(state: EditorState) {
    makeObservable<this, 'parents' | 'situation'>(this, { parents: computed, situation: computed });
    this.#state = state;
  }

  private get parents(): ReadonlyMap<TagNode, TagNode> {
    const parents = new Map<TagNode, TagNode>();
    for (const node of this.#state.config.nodes) for (const child of node.children) parents.set(child, node);
    return parents;
  }

  private get situation(): Situation {
    const { completion, selection, doc } = this.#state;
    return {
      doc,
      selected: selection.ids.flatMap((id) => doc.regions.get(id) ?? []),
      valuesOf: (id) => completion?.store.valuesOf(id) ?? [],
      isAsked: (fromName, about) => this.#isAsked(fromName, about),
    };
  }

  /** Questions that are being looked at: conditions can refer to each other in a circle. */
  readonly #asking = new Set<string>();

  #isAsked(fromName: string, about: Situation): boolean {
    const node = this.#state.config.byName.get(fromName);
    if (!node || this.#asking.has(fromName)) return true;
    this.#asking.add(fromName);
    try {
      return isAsked(this.lineage(node), about);
    } finally {
      this.#asking.delete(fromName);
    }
  }

  /** The tag and its ancestors, innermost first. */
  lineage(node: TagNode): readonly TagNode[] {
    const parent = this.parents.get(node);
    return parent ? [node, ...this.lineage(parent)] : [node];
  }

  /** By the tag's own conditions alone: its ancestors hide it in the page anyway. */
  isShown(node: TagNode): boolean {
    return isShown(node, this.situation);
  }

  /** With its ancestors. */
  isVisible(node: TagNode): boolean {
    return this.lineage(node).every((each) => this.isShown(each));
  }

  accepts(node: TagNode, region: Region): boolean {
    return accepts(node, region, this.situation);
  }

  isWritten(value: ControlValue): boolean {
    const node = this.#state.config.byName.get(value.fromName);
    return node === undefined || isWritten(value, this.lineage(node), this.situation);
  }
}
