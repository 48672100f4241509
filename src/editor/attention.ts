import type { TagNode } from '../contract/tag.js';
import type { Problem } from '../model/problem.js';
import type { Conditions } from './conditions.js';
import type { Stages } from './drawing/stages.js';
import type { EditorState } from './state.js';

/** Brings what needs a look into view. */
export class Attention {
  readonly #state: EditorState;
  readonly #stages: Stages;
  readonly #conditions: Conditions;
  /** A tag that is to take the focus as soon as it is mounted. */
  #awaited: TagNode | undefined;
  readonly #requests = new Map<TagNode, (wanted: TagNode) => void>();

  constructor(state: EditorState, stages: Stages, conditions: Conditions) {
    this.#state = state;
    this.#stages = stages;
    this.#conditions = conditions;
  }

  /** How a mounted tag takes the focus; the returned function forgets it. */
  onRequest(node: TagNode, run: (wanted: TagNode) => void): () => void {
    this.#requests.set(node, run);
    if (this.#awaited === node) {
      this.#awaited = undefined;
      queueMicrotask(() => this.#requests.get(node)?.(node));
    }
    return () => this.#requests.delete(node);
  }

  /** Selects a region and brings it into view. */
  bringToRegion(id: string): void {
    this.#state.select([id]);
    const object = this.#state.config.byName.get(this.#state.doc.regions.get(id)?.toName ?? '');
    if (object) this.#openTo(object);
    this.#stages.reveal(id);
  }

  /** Brings the place of a problem into view and focus: its region, then its tag. */
  bringTo(problem: Problem): void {
    const { name, resultId, itemIndex } = problem.at ?? {};
    if (resultId !== undefined && this.#state.doc.regions.has(resultId)) this.bringToRegion(resultId);
    const node = name === undefined ? undefined : this.#state.config.byName.get(name);
    if (!node) return;
    if (itemIndex !== undefined) this.#state.facts.show(node.toNames[0] ?? '', itemIndex);
    this.#openTo(node);
    const request = this.#requests.get(node);
    request?.(node);
    this.#awaited = request ? undefined : node;
  }

  /** Has what is round a tag open: its page, its panel. */
  #openTo(node: TagNode): void {
    const [, ...around] = this.#conditions.lineage(node);
    for (const each of around.toReversed()) this.#requests.get(each)?.(node);
  }

  /** Goes to the region before or after the selected one in their list. */
  bringToNext(step: 1 | -1): void {
    const { listedIds, selection } = this.#state;
    const ids = listedIds.filter((id) => !selection.isHidden(id));
    const at = ids.indexOf(selection.ids.at(-1) ?? '');
    const next = ids[(at + step + ids.length) % ids.length] ?? ids[0];
    if (next !== undefined) this.bringToRegion(next);
  }
}
