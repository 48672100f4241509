import type { Dict } from '../../model/json.js';
import { observable, runInAction } from '../../reactive/index.js';

/** What a node is made of: an `Option` is one, and so is what a server sends. */
export interface Item {
  /** What a result says. */
  readonly id: string;
  readonly value: string;
  readonly attributes: Dict;
  /** A CSS colour, where it is known. */
  readonly colour?: string;
  readonly children: readonly Item[];
  /** What is in it is still to be asked for. */
  readonly pending?: true;
}

/** Whether what is in a node is there, or how far it is. */
export type Presence = 'here' | 'pending' | 'loading' | 'failed';

/** Stands in the list where the nodes will be that are still to come. */
export interface Gap {
  readonly gapOf: TaxonomyNode;
}

/**
 * A node. What is in it is made when somebody looks: of a hundred thousand nodes most are never seen. Of several items with
 * one id in one place one node is made.
 */
export class TaxonomyNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Dict;
  readonly colour: string | undefined;
  /** The root of all has none; it is not shown. */
  readonly parent: TaxonomyNode | undefined;
  /** From 1; the root of all has 0. */
  readonly level: number;
  /** Added by whoever answers. */
  isOwn = false;
  presence: Presence = 'here';
  /** Among its siblings, from 0. */
  position = 0;
  /** Where it stands in the index of the search, if it does. */
  place = -1;
  readonly #items: Item[] = [];
  #gap: Gap | undefined;
  #children: Map<string, TaxonomyNode> | undefined;

  constructor(item: Item, parent?: TaxonomyNode) {
    this.id = item.id;
    this.label = item.value;
    this.attributes = item.attributes;
    this.colour = item.colour;
    this.parent = parent;
    this.level = parent ? parent.level + 1 : 0;
    this.take(item);
  }

  get gap(): Gap {
    this.#gap ??= { gapOf: this };
    return this.#gap;
  }

  /** By id, in order. */
  get children(): ReadonlyMap<string, TaxonomyNode> {
    if (!this.#children) {
      this.#children = new Map();
      for (const item of this.#items) this.fill(item.children);
    }
    return this.#children;
  }

  /** Whether there is something in it, as far as one knows. */
  get isBranch(): boolean {
    if (this.presence !== 'here') return true;
    return this.#children ? this.#children.size > 0 : this.#items.some(({ children }) => children.length > 0);
  }

  /** From the root down to here. */
  get lineage(): readonly TaxonomyNode[] {
    const lineage: TaxonomyNode[] = [];
    for (let node: TaxonomyNode | undefined = this; node?.parent; node = node.parent) lineage.push(node);
    return lineage.reverse();
  }

  /** The ids from the root down, as results have them. */
  get path(): readonly string[] {
    return this.lineage.map(({ id }) => id);
  }

  isIn(node: TaxonomyNode): boolean {
    for (let each: TaxonomyNode | undefined = this; each; each = each.parent) if (each === node) return true;
    return false;
  }

  take(item: Item): void {
    this.#items.push(item);
    if (item.pending) this.presence = 'pending';
  }

  fill(items: readonly Item[]): void {
    const children = this.children as Map<string, TaxonomyNode>;
    for (const item of items) {
      const known = children.get(item.id);
      if (known) known.#join(item);
      else this.#put(item);
    }
  }

  own(label: string): TaxonomyNode {
    const node = this.#put({ id: label, value: label, attributes: {}, children: [] });
    node.isOwn = true;
    return node;
  }

  drop(child: TaxonomyNode): void {
    const children = this.children as Map<string, TaxonomyNode>;
    children.delete(child.id);
    let position = 0;
    for (const each of children.values()) each.position = position++;
  }

  #put(item: Item): TaxonomyNode {
    const children = this.children as Map<string, TaxonomyNode>;
    const node = new TaxonomyNode(item, this);
    node.position = children.size;
    children.set(item.id, node);
    return node;
  }

  #join(item: Item): void {
    this.isOwn = false;
    this.take(item);
    if (this.#children) this.fill(item.children);
  }
}

/** All nodes. Observable by `version`, which is another after each change. */
export class TaxonomyTree {
  readonly root: TaxonomyNode;
  readonly #version = observable.box(0);

  /** @param isRemote whether further nodes at the root are to be asked for */
  constructor(items: readonly Item[], isRemote = false) {
    this.root = new TaxonomyNode({
      id: '',
      value: '',
      attributes: {},
      children: items,
      ...(isRemote && { pending: true }),
    });
  }

  get version(): number {
    return this.#version.get();
  }

  /** How far the tree knows a path: the nodes on its way, and whether the last one may have the rest when it is loaded. */
  follow(path: readonly string[]): { readonly nodes: readonly TaxonomyNode[]; readonly isOpen: boolean } {
    const nodes: TaxonomyNode[] = [];
    let node = this.root;
    for (const id of path) {
      const next = node.children.get(id);
      if (!next) return { nodes, isOpen: node.presence !== 'here' };
      nodes.push(next);
      node = next;
    }
    return { nodes, isOpen: false };
  }

  find(path: readonly string[]): TaxonomyNode | undefined {
    const { nodes } = this.follow(path);
    return path.length > 0 && nodes.length === path.length ? nodes.at(-1) : undefined;
  }

  mark(node: TaxonomyNode, presence: Presence): void {
    node.presence = presence;
    this.#changed();
  }

  /** What a server says is in a node. */
  fill(node: TaxonomyNode, items: readonly Item[]): void {
    node.presence = 'here';
    node.fill(items);
    this.#changed();
  }

  /** Adds a node of the user's own, unless there is one with this name. */
  add(parent: TaxonomyNode, label: string): TaxonomyNode {
    const known = parent.children.get(label);
    if (known) return known;
    const node = parent.own(label);
    this.#changed();
    return node;
  }

  remove(node: TaxonomyNode): void {
    node.parent?.drop(node);
    this.#changed();
  }

  /** Makes own nodes of what a path has and the tree has not. */
  adopt(path: readonly string[]): void {
    const { nodes, isOpen } = this.follow(path);
    if (isOpen || nodes.length === path.length) return;
    let node = nodes.at(-1) ?? this.root;
    for (const id of path.slice(nodes.length)) node = node.own(id);
    this.#changed();
  }

  #changed(): void {
    runInAction(() => this.#version.set(this.#version.get() + 1));
  }
}
