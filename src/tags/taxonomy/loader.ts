import type { TagContext } from '../../contract/view.js';
import { text } from '../parts/attributes.js';
import { fetchItems } from './remote.js';
import type { TaxonomyNode, TaxonomyTree } from './tree.js';

/** Fetches what is in nodes as they are opened, and says what went wrong. */
export class Loader {
  readonly #context: TagContext;
  readonly #tree: TaxonomyTree;
  readonly #takeBack = new Map<TaxonomyNode, () => void>();
  readonly #reasons = new Map<TaxonomyNode, string>();

  constructor(context: TagContext, tree: TaxonomyTree) {
    this.#context = context;
    this.#tree = tree;
  }

  /** Why what is in a node did not come. */
  reason(node: TaxonomyNode): string {
    return this.#reasons.get(node) ?? '';
  }

  /** Does nothing where all is there, or on the way. */
  async load(node: TaxonomyNode): Promise<void> {
    const url = text(this.#context.node.attributes, 'apiUrl');
    if (!url || node.presence === 'here' || node.presence === 'loading') return;
    const { signal } = this.#context.scope;
    this.#tree.mark(node, 'loading');
    const { value, problems = [] } = await fetchItems(url, node.path, signal);
    if (signal.aborted) return;
    this.#takeBack.get(node)?.();
    const [problem] = problems;
    if (problem) {
      const at = { attribute: 'apiUrl' };
      this.#reasons.set(node, problem.message);
      this.#takeBack.set(node, this.#context.report({ ...problem, at }));
    }
    if (value) this.#tree.fill(node, value);
    else this.#tree.mark(node, 'failed');
  }
}
