import { ELEMENT, TEXT, type TreeNode } from './page-text.js';

interface Step {
  readonly name: string;
  /** From 1. */
  readonly index: number;
}

/**
 * Finds and names nodes by XPath, `/div[1]/p[2]/text()[1]`, under a root that is not named. Letter case is ignored, and a
 * step without a number is the first. Other paths than such plain ones find nothing.
 */
export class Paths<N extends TreeNode<N>> {
  readonly #root: N;
  readonly #nameOf: (element: N) => string;
  /** Made once for each parent that is met: a parent may have very many children. */
  readonly #families = new WeakMap<object, ReadonlyMap<string, readonly N[]>>();
  readonly #places = new WeakMap<object, Step>();

  constructor(root: N, nameOf: (element: N) => string) {
    this.#root = root;
    this.#nameOf = nameOf;
  }

  find(path: string): N | undefined {
    const steps = stepsOf(path);
    let node: N | undefined = steps && this.#root;
    for (const { name, index } of steps ?? []) node = node && this.#family(node).get(name)?.[index - 1];
    return node;
  }

  of(node: N): string {
    let path = '';
    for (let at: N | null = node; at && at !== this.#root; at = at.parentNode) {
      if (!this.#places.has(at) && at.parentNode) this.#family(at.parentNode);
      const { name, index } = this.#places.get(at) ?? { name: 'node()', index: 1 };
      path = `/${name}[${index}]${path}`;
    }
    return path || '/';
  }

  #family(parent: N): ReadonlyMap<string, readonly N[]> {
    const known = this.#families.get(parent);
    if (known) return known;
    const family = new Map<string, N[]>();
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      const { nodeType } = child;
      if (nodeType !== TEXT && nodeType !== ELEMENT) continue;
      const name = nodeType === TEXT ? 'text()' : this.#nameOf(child);
      const alike = family.get(name) ?? [];
      family.set(name, alike);
      this.#places.set(child, { name, index: alike.push(child) });
    }
    this.#families.set(parent, family);
    return family;
  }
}

/** Without what leads to the root, where a path begins at the document. */
function stepsOf(path: string): readonly Step[] | undefined {
  const plain = path.trim().replace(/^\.?\/?/, '');
  if (plain === '') return [];
  const steps: Step[] = [];
  for (const part of plain.replace(/\/$/, '').split('/')) {
    const [, name, index] = /^(text\(\)|[^\s[\]()/]+)(?:\[(\d+)\])?$/i.exec(part) ?? [];
    if (name === undefined) return undefined;
    steps.push({ name: name.toLowerCase(), index: index === undefined ? 1 : Number(index) });
  }
  const [first, second] = steps;
  if (first?.name === 'html') steps.splice(0, second?.name === 'body' ? 2 : 1);
  else if (first?.name === 'body') steps.shift();
  return steps;
}
