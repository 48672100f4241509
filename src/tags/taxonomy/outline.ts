import { computed, makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import { ABOVE, type Found, SearchIndex } from './search-index.js';
import type { Gap, TaxonomyNode, TaxonomyTree } from './tree.js';

/** One line of the list. */
export type Row = TaxonomyNode | Gap;

export const isGap = (row: Row): row is Gap => 'gapOf' in row;

/** What of a tree is on show: which nodes are open, what is searched for. Observable. */
export class Outline {
  readonly tree: TaxonomyTree;
  query = '';
  /** Nodes that were opened. */
  opened: ReadonlySet<TaxonomyNode> = new Set();
  /** Nodes that are, in what was found, not as they would be: closed though something in them matches, or the reverse. */
  flipped: ReadonlySet<TaxonomyNode> = new Set();
  index: SearchIndex | undefined;
  /** Nodes in the index. */
  indexed = 0;
  #index: SearchIndex | undefined;
  #indexedVersion = -1;

  constructor(tree: TaxonomyTree) {
    makeObservable(this, {
      query: observableRef,
      opened: observableRef,
      flipped: observableRef,
      index: observableRef,
      indexed: observableRef,
      found: computed,
      rows: computed,
    });
    this.tree = tree;
  }

  /** Undefined where nothing is searched for. */
  get found(): Found | undefined {
    const wanted = this.query.trim();
    return wanted && this.indexed >= 0 ? this.index?.find(wanted) : undefined;
  }

  /** The nodes to be seen, in order, each behind the one that it stands in. */
  get rows(): readonly Row[] {
    // Read once: there can be a hundred thousand nodes.
    const { tree, found, opened, flipped } = this;
    void tree.version;
    const rows: Row[] = [];
    const enter = (node: TaxonomyNode) => {
      if (node.presence === 'loading' || node.presence === 'failed') rows.push(node.gap);
      ways.push(node.children.values());
    };
    const ways: Iterator<TaxonomyNode>[] = [];
    enter(tree.root);
    for (let way = ways.at(-1); way; way = ways.at(-1)) {
      const next = way.next();
      if (next.done) ways.pop();
      else if (!found || isFound(next.value, found)) {
        rows.push(next.value);
        if (isOpenIn(next.value, found, opened, flipped)) enter(next.value);
      }
    }
    return rows;
  }

  isOpen(node: TaxonomyNode): boolean {
    if (!node.isBranch) return false;
    const { found } = this;
    if (!found) return this.opened.has(node);
    return ((found.of(node) & ABOVE) !== 0) !== this.flipped.has(node);
  }

  toggle(node: TaxonomyNode, isOpen = !this.isOpen(node)): void {
    if (isOpen === this.isOpen(node)) return;
    runInAction(() => {
      if (this.found) this.flipped = toggled(this.flipped, node);
      else this.opened = toggled(this.opened, node);
    });
  }

  /** Opens all that the node stands in. */
  reveal(node: TaxonomyNode): void {
    const above = node.lineage.slice(0, -1);
    runInAction(() => {
      this.opened = new Set([...this.opened, ...above]);
    });
  }

  search(query: string): void {
    runInAction(() => {
      this.query = query;
      this.flipped = new Set();
    });
  }

  /** Whether more is found the longer the index grows. */
  get isSearching(): boolean {
    return this.indexed >= 0 && !(this.index?.isDone ?? false);
  }

  /** Puts more nodes into the index, which is made anew when the tree has changed; whether there is more to do. */
  grow(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    if (this.#indexedVersion !== this.tree.version) this.#index = new SearchIndex(this.tree);
    this.#indexedVersion = this.tree.version;
    const index = this.#index as SearchIndex;
    if (index.isDone && this.index === index) return false;
    while (!index.isDone && performance.now() < end) index.grow();
    runInAction(() => {
      this.index = index;
      this.indexed = index.nodes.length;
    });
    return !index.isDone;
  }
}

function isOpenIn(
  node: TaxonomyNode,
  found: Found | undefined,
  opened: ReadonlySet<TaxonomyNode>,
  flipped: ReadonlySet<TaxonomyNode>,
): boolean {
  const isOpen = found ? ((found.of(node) & ABOVE) !== 0) !== flipped.has(node) : opened.has(node);
  return isOpen && node.isBranch;
}

/** In a node that was found and has nothing found in it all is shown, once it is opened. */
const isFound = (node: TaxonomyNode, found: Found): boolean =>
  found.of(node) !== 0 || (node.parent?.parent !== undefined && (found.of(node.parent) & ABOVE) === 0);

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
