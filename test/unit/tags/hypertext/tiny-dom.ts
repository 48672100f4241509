import type { Origin, TreeNode } from '../../../../src/tags/hypertext/page-text.js';

/** As much of a DOM as a page's text is read from. */
export class TinyNode implements TreeNode<TinyNode> {
  parentNode: TinyNode | null = null;
  nextSibling: TinyNode | null = null;
  readonly nodeType: number;
  readonly name: string;
  readonly data?: string;
  readonly children: readonly TinyNode[];

  constructor(name: string, inside: string | readonly TinyNode[]) {
    this.name = name;
    this.nodeType = typeof inside === 'string' ? 3 : 1;
    if (typeof inside === 'string') this.data = inside;
    this.children = typeof inside === 'string' ? [] : inside;
    for (const [index, child] of this.children.entries()) {
      child.parentNode = this;
      child.nextSibling = this.children[index + 1] ?? null;
    }
  }

  get firstChild(): TinyNode | null {
    return this.children[0] ?? null;
  }
}

/** `['p', 'text', ['br']]` is a paragraph with a text and a line break. */
export type Shorthand = string | TinyElement;
interface TinyElement extends ReadonlyArray<Shorthand> {
  readonly 0: string;
}

export function tiny(node: Shorthand): TinyNode {
  return typeof node === 'string' ? new TinyNode('#text', node) : new TinyNode(node[0], node.slice(1).map(tiny));
}

/** `style` stands for a style sheet, whose first child is what its text was. */
export const origin: Origin<TinyNode> = {
  nameOf: ({ name }) => name,
  unseenText: ({ name }) => (name === 'style' ? '.a{}' : undefined),
};
