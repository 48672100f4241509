import type { TagContext } from '../../contract/view.js';
import { computed, makeObservable } from '../../reactive/index.js';
import { flag, number, text } from '../parts/attributes.js';
import { keyOf, type Picked, pickedOf, without, withPath } from './picked.js';
import type { TaxonomyNode, TaxonomyTree } from './tree.js';

const LAST = 'A region keeps one label at least. Pick another one first, or delete the region.';

/** What stands in a chip. */
export interface Face {
  readonly label: string;
  /** With all that it stands in. */
  readonly full: string;
  /** `unknown`: not in the tree; `unloaded`: perhaps in what is not loaded yet. */
  readonly is: 'known' | 'own' | 'unknown' | 'unloaded';
  /** Of what is marked with it. */
  readonly colour: string | undefined;
}

/** What is picked, what can be, and what picking does. Observable. */
export class Asking {
  readonly tree: TaxonomyTree;
  /** How many can be picked. */
  readonly most: number | undefined;
  /** Whether nodes can be added. */
  readonly isExtensible: boolean;
  readonly showsPaths: boolean;
  /** Whether its nodes are labels: with no region selected they are armed for the next one. */
  readonly isLabels: boolean;
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
    this.isLabels = flag(attributes, 'labeling') ?? false;
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
    return !readonly && !locked && (this.isLabels || target.of !== 'nothing');
  }

  /** Whether another label takes the place of the one that is picked: as the last, that cannot be taken away first. */
  get #replaces(): boolean {
    return this.isLabels && this.most === 1;
  }

  get isFull(): boolean {
    return this.most !== undefined && this.picked.length >= this.most && !this.#replaces;
  }

  /** Whether what is picked is the last label of a region, which keeps one. */
  get #isLast(): boolean {
    return this.isLabels && this.#context.target.of === 'regions' && this.picked.length < 2;
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
    return this.isPicked(node) ? !this.#isLast : this.isAnswer(node) && !this.isFull;
  }

  /** Picks it, or takes it away. */
  press(node: TaxonomyNode): void {
    if (!this.mayPress(node)) {
      if (!this.mayAnswer) return;
      if (this.isPicked(node) && this.#isLast) this.#context.notify(LAST);
      else if (this.isFull) this.#context.notify(`No more than ${this.most} can be picked. Take one away first.`);
      return;
    }
    if (this.isPicked(node)) this.take(keyOf(node.path));
    else this.#context.setValue(withPath(this.#replaces ? undefined : this.#context.value, node.path));
  }

  /** Whether it can be taken away: the config can forbid it for single nodes. */
  mayTake({ path }: Picked): boolean {
    const node = this.tree.find(path);
    return this.mayAnswer && !this.#isLast && !(node && flag(node.attributes, 'readonly'));
  }

  take(key: string): void {
    if (this.mayAnswer && !this.#isLast) this.#context.setValue(without(this.#context.value, (one) => one.key === key));
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
    return node.isOwn && this.isExtensible && this.mayAnswer && !(this.#isLast && this.#holds(node));
  }

  #holds({ path }: TaxonomyNode): boolean {
    return this.picked.some((one) => path.every((id, at) => one.path[at] === id));
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

  /** The colour that a region takes of a node; undefined where colours say nothing. */
  colourOf({ attributes, colour }: TaxonomyNode): string | undefined {
    return this.isLabels ? (text(attributes, 'color') ?? colour) : undefined;
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
      colour: last && this.colourOf(last),
      is: last ? (last.isOwn ? 'own' : 'known') : isOpen ? 'unloaded' : 'unknown',
    };
  }
}
