import { computed, makeObservable } from 'mobx';
import type { TagContext } from '../../contract/view.js';
import { flag, number, text } from '../parts/attributes.js';
import { keyOf, type Picked, pickedOf, without, withPath } from './picked.js';
import type { TaxonomyNode, TaxonomyTree } from './tree.js';

/** What stands in a chip. */
export interface Face {
  readonly label: string;
  /** With all that it stands in. */
  readonly full: string;
  /** `unknown`: not in the tree; `unloaded`: perhaps in what is not loaded yet. */
  readonly is: 'known' | 'own' | 'unknown' | 'unloaded';
}

/** What is picked, what can be, and what picking does. Observable. */
export class Asking {
  readonly tree: TaxonomyTree;
  /** How many can be picked. */
  readonly most: number | undefined;
  /** Whether nodes can be added. */
  readonly isExtensible: boolean;
  readonly showsPaths: boolean;
  readonly #context: TagContext;
  readonly #leafsOnly: boolean;

  constructor(context: TagContext, tree: TaxonomyTree) {
    makeObservable<this, 'keys' | 'holders'>(this, { picked: computed, keys: computed, holders: computed });
    const { attributes } = context.node;
    const most = number(attributes, 'maxUsages') ?? 0;
    this.#context = context;
    this.tree = tree;
    this.most = most >= 1 ? Math.floor(most) : undefined;
    this.isExtensible = flag(attributes, 'legacy') ?? false;
    this.showsPaths = flag(attributes, 'showFullPath') ?? false;
    this.#leafsOnly = flag(attributes, 'leafsOnly') ?? false;
  }

  get picked(): readonly Picked[] {
    return pickedOf(this.#context.value);
  }

  private get keys(): ReadonlySet<string> {
    return new Set(this.picked.map(({ key }) => key));
  }

  /** Nodes in which something is picked. */
  private get holders(): ReadonlySet<TaxonomyNode> {
    void this.tree.version;
    return new Set(this.picked.flatMap(({ path }) => this.tree.follow(path.slice(0, -1)).nodes));
  }

  get mayAnswer(): boolean {
    const { readonly, locked, target } = this.#context;
    return !readonly && !locked && target.of !== 'nothing';
  }

  get isFull(): boolean {
    return this.most !== undefined && this.picked.length >= this.most;
  }

  isPicked(node: TaxonomyNode): boolean {
    return this.keys.size > 0 && this.keys.has(keyOf(node.path));
  }

  holdsPicked(node: TaxonomyNode): boolean {
    return this.holders.has(node);
  }

  /** Whether it is one that answers the question at all. */
  isAnswer(node: TaxonomyNode): boolean {
    return !(this.#leafsOnly && node.isBranch);
  }

  mayPress(node: TaxonomyNode): boolean {
    if (!this.mayAnswer || flag(node.attributes, 'readonly')) return false;
    return this.isPicked(node) || (this.isAnswer(node) && !this.isFull);
  }

  /** Picks it, or takes it away. */
  press(node: TaxonomyNode): void {
    if (!this.mayPress(node)) {
      if (this.mayAnswer && this.isFull)
        this.#context.notify(`No more than ${this.most} can be picked. Take one away first.`);
      return;
    }
    if (this.isPicked(node)) this.take(keyOf(node.path));
    else this.#context.setValue(withPath(this.#context.value, node.path));
  }

  /** Whether it can be taken away: the config can forbid it for single nodes. */
  mayTake({ path }: Picked): boolean {
    const node = this.tree.find(path);
    return this.mayAnswer && !(node && flag(node.attributes, 'readonly'));
  }

  take(key: string): void {
    if (this.mayAnswer) this.#context.setValue(without(this.#context.value, (one) => one.key === key));
  }

  /** Adds a node of the user's own and picks it; undefined where that cannot be. */
  add(parent: TaxonomyNode, label: string): TaxonomyNode | undefined {
    const name = label.trim();
    if (!name || !this.mayAnswer || !this.isExtensible || parent.presence !== 'here') return undefined;
    const node = this.tree.add(parent, name);
    if (!this.isPicked(node) && this.mayPress(node)) this.press(node);
    return node;
  }

  mayDelete(node: TaxonomyNode): boolean {
    return node.isOwn && this.isExtensible && this.mayAnswer;
  }

  /** Deletes an own node, and what is picked of it and in it. */
  delete(node: TaxonomyNode): void {
    if (!this.mayDelete(node)) return;
    const { path } = node;
    const { value } = this.#context;
    const left = without(value, (one) => path.every((id, at) => one.path[at] === id));
    // First of all the answer: what it has is in the tree.
    if (left !== value) this.#context.setValue(left);
    this.tree.remove(node);
  }

  face({ path }: Picked): Face {
    void this.tree.version;
    const { attributes } = this.#context.node;
    const separator = typeof attributes.pathSeparator === 'string' ? attributes.pathSeparator : ' / ';
    const { nodes, isOpen } = this.tree.follow(path);
    const words = path.map((id, at) => nodes[at]?.label ?? id);
    const full = words.join(separator);
    const last = nodes.length === path.length ? nodes.at(-1) : undefined;
    const hint = last && text(last.attributes, 'hint');
    return {
      label: this.showsPaths ? full : (words.at(-1) ?? ''),
      full: hint ? `${full}\n${hint}` : full,
      is: last ? (last.isOwn ? 'own' : 'known') : isOpen ? 'unloaded' : 'unknown',
    };
  }
}
