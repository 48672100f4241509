import type { TaxonomyNode, TaxonomyTree } from './tree.js';

/** What was found, by a node's place in the index: 0 nothing, or these together. */
export const MATCH = 1;
/** Something in it matches. */
export const ABOVE = 2;

/**
 * The words of all nodes in the order of the tree. It grows piece by piece: to look at a hundred thousand nodes at once would
 * be felt.
 */
export class SearchIndex {
  readonly nodes: TaxonomyNode[] = [];
  /** Label, and the id if it is another, in small letters. */
  readonly #words: string[] = [];
  readonly #parents: number[] = [];
  readonly #ways: Iterator<TaxonomyNode>[];

  constructor(tree: TaxonomyTree) {
    this.#ways = [tree.root.children.values()];
  }

  get isDone(): boolean {
    return this.#ways.length === 0;
  }

  /** Grows by so many nodes at most. */
  grow(most = 500): void {
    for (let left = most; left > 0; left--) {
      const next = this.#ways.at(-1)?.next();
      if (!next) return;
      if (next.done) {
        this.#ways.pop();
        continue;
      }
      const node = next.value;
      node.place = this.nodes.length;
      this.nodes.push(node);
      this.#words.push((node.id === node.label ? node.label : `${node.label}\n${node.id}`).toLowerCase());
      this.#parents.push(node.parent?.place ?? -1);
      if (node.isBranch) this.#ways.push(node.children.values());
    }
  }

  /** How each node stands to a text, in the order of `nodes`; how many match, and the first of them. */
  find(text: string): Found {
    const wanted = text.toLowerCase();
    const marks = new Uint8Array(this.nodes.length);
    let count = 0;
    let first: TaxonomyNode | undefined;
    for (let place = 0; place < marks.length; place++) {
      if (!this.#words[place]?.includes(wanted)) continue;
      marks[place] = (marks[place] ?? 0) | MATCH;
      first ??= this.nodes[place];
      count++;
      // Whoever is above a node that was marked before is marked already.
      for (let at = this.#parents[place] ?? -1; at >= 0; at = this.#parents[at] ?? -1) {
        const mark = marks[at] ?? 0;
        if (mark & ABOVE) break;
        marks[at] = mark | ABOVE;
      }
    }
    return { count, first, of: (node) => (this.nodes[node.place] === node ? (marks[node.place] ?? 0) : 0) };
  }
}

export interface Found {
  readonly count: number;
  readonly first: TaxonomyNode | undefined;
  /** `MATCH`, `ABOVE`, both or none. */
  of(node: TaxonomyNode): number;
}
