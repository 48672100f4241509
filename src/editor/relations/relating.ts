import { newId } from '../../base/ids.js';
import { colourOf } from '../../config/palette.js';
import type { Option, TagNode } from '../../contract/tag.js';
import { nextOrder, type Region, type Relation } from '../../model/document.js';
import { isDict } from '../../model/json.js';
import { action, computed, makeObservable, observableRef, reaction } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { relationActions } from './relation-actions.js';

export interface RelationLabel {
  readonly name: string;
  readonly colour: string;
  /** Whether the config offers it. */
  readonly known: boolean;
}

/** In the order in which the button takes turns. */
const directions = ['right', 'left', 'bi'] as const satisfies readonly Relation['direction'][];

/** Begins the work with relations. Fetched when there is one, or one is begun. */
export function startRelating(editor: Editor): Relating {
  const relating = new Relating(editor);
  editor.actions.add(relationActions(editor, relating));
  return relating;
}

/** Relations as they are worked with: the one being made, which are picked, pointed at or hidden. Observable. */
export class Relating {
  readonly #editor: Editor;
  private fromId: string | undefined = undefined;
  private pickedId: string | undefined = undefined;
  private hoveredId: string | undefined = undefined;
  private hidden: ReadonlySet<string> = new Set();
  /** Whether what can be said of the picked one is shown. */
  opened = false;
  newestFirst = false;

  constructor(editor: Editor) {
    makeObservable<this, 'fromId' | 'pickedId' | 'hoveredId' | 'hidden' | 'byRegion' | 'byWord' | 'node'>(this, {
      fromId: observableRef,
      pickedId: observableRef,
      hoveredId: observableRef,
      hidden: observableRef,
      opened: observableRef,
      newestFirst: observableRef,
      source: computed,
      list: computed,
      byRegion: computed,
      byWord: computed,
      node: computed,
      begin: action,
      stop: action,
      pick: action,
      hover: action,
      hide: action,
      sort: action,
      clear: action,
    });
    this.#editor = editor;
    const { scope, selection, workspace } = editor;
    // Either regions are selected or a relation is: what Delete means is never in doubt.
    scope.add(
      reaction(
        () => selection.ids,
        (ids) => ids.length > 0 && this.pick(undefined),
      ),
    );
    scope.add(
      reaction(
        () => ({ selected: workspace.selected, readonly: editor.readonly }),
        (now, before) => (now.selected === before?.selected ? this.stop() : this.clear()),
      ),
    );
  }

  // Making

  /** The region that the other one is being picked for. */
  get source(): Region | undefined {
    return this.fromId === undefined ? undefined : this.#editor.doc.regions.get(this.fromId);
  }

  begin(regionId: string): void {
    if (this.#editor.readonly) return;
    this.pick(undefined);
    this.fromId = regionId;
  }

  stop(): void {
    this.fromId = undefined;
  }

  /** Relates the region that was begun with to another one, as one undo step; says why where it cannot be. */
  finish(toId: string): boolean {
    const { source } = this;
    const { completion, notices } = this.#editor;
    if (!source || !completion?.doc.regions.has(toId) || this.#editor.readonly) return false;
    const fromId = source.id;
    const refusal =
      fromId === toId
        ? 'A region cannot be related to itself. Pick another one.'
        : this.#leads(fromId, toId)
          ? 'These two are related already. Pick another one.'
          : undefined;
    if (refusal) {
      notices.say(refusal);
      return false;
    }
    const id = newId();
    const order = nextOrder(completion.doc);
    completion.store.edit('Relate regions', (write) =>
      write.put('relations', { id, order, fromId, toId, direction: 'right' }),
    );
    this.stop();
    this.#editor.select([fromId]);
    if (this.options.length > 0) this.pick(id, true);
    return true;
  }

  /** Whether there is such an arrow, or a relation with the same ends in this order. */
  #leads(fromId: string, toId: string): boolean {
    return this.of(fromId).some(
      (each) =>
        (each.fromId === fromId && each.toId === toId) ||
        (each.fromId === toId && each.toId === fromId && each.direction !== 'right'),
    );
  }

  // Knowing

  /** All whose regions are there, by when they were made. */
  get list(): readonly Relation[] {
    const { regions, relations } = this.#editor.doc;
    const whole = [...relations.values()].filter(({ fromId, toId }) => regions.has(fromId) && regions.has(toId));
    return whole.sort((a, b) => (this.newestFirst ? b.order - a.order : a.order - b.order));
  }

  private get byRegion(): ReadonlyMap<string, readonly Relation[]> {
    const found = new Map<string, Relation[]>();
    for (const relation of this.list) {
      for (const id of new Set([relation.fromId, relation.toId])) {
        const known = found.get(id);
        if (known) known.push(relation);
        else found.set(id, [relation]);
      }
    }
    return found;
  }

  of(regionId: string): readonly Relation[] {
    return this.byRegion.get(regionId) ?? none;
  }

  private get node(): TagNode | undefined {
    return this.#editor.config.nodes.find(
      ({ module }) => module?.kind === 'control' && module.result.type === 'relation',
    );
  }

  /** What the config offers to say of relations. */
  get options(): readonly Option[] {
    return (this.node && this.#editor.config.options.get(this.node.key)) ?? none;
  }

  /** Whether a relation has one label at most. */
  get single(): boolean {
    return this.node?.attributes.choice === 'single';
  }

  private get byWord(): ReadonlyMap<string, Option> {
    return new Map(this.options.map((option) => [option.id, option]));
  }

  labels({ labels }: Relation): readonly RelationLabel[] {
    return (labels ?? none).map((word) => {
      const option = this.byWord.get(word);
      return { name: option?.value ?? word, colour: option?.colour ?? colourOf(word), known: option !== undefined };
    });
  }

  // Picking, pointing, hiding

  get picked(): Relation | undefined {
    return this.pickedId === undefined ? undefined : this.#editor.doc.relations.get(this.pickedId);
  }

  /** @param open whether what can be said of it is shown */
  pick(id: string | undefined, open = false): void {
    if (id !== undefined) this.#editor.select([]);
    this.pickedId = id;
    this.opened = open && id !== undefined;
  }

  get hovered(): string | undefined {
    return this.hoveredId;
  }

  hover(id: string | undefined): void {
    this.hoveredId = id;
  }

  isHidden(id: string): boolean {
    return this.hidden.has(id);
  }

  get anyHidden(): boolean {
    return this.list.some(({ id }) => this.hidden.has(id));
  }

  hide(ids: Iterable<string>, hidden: boolean): void {
    const changed = new Set(this.hidden);
    for (const id of ids) {
      if (hidden) changed.add(id);
      else changed.delete(id);
    }
    this.hidden = changed;
  }

  sort(newestFirst: boolean): void {
    this.newestFirst = newestFirst;
  }

  /** Forgets what is about relations that are no more on show. */
  clear(): void {
    this.stop();
    this.pick(undefined);
    this.hoveredId = undefined;
    this.hidden = new Set();
  }

  /** Brings both ends into view as far as can be: the one that it leads to last. */
  reveal({ fromId, toId }: Relation): void {
    const { stages } = this.#editor;
    stages.reveal(toId);
    stages.reveal(fromId);
  }

  // Changing

  /** Says a label of a relation, or takes it back; where one label is the most, in place of the others. */
  toggleLabel(relation: Relation, word: string): void {
    const { labels = none } = relation;
    const given = labels.includes(word);
    const rest = labels.filter((label) => label !== word);
    this.#label(relation, given ? rest : this.single ? [word] : [...labels, word]);
  }

  #label(relation: Relation, labels: readonly string[]): void {
    const { labels: _, ...bare } = relation;
    // A result without labels stays one, unless it said so by an empty list.
    const listed = labels.length > 0 || (isDict(relation.wire) && Array.isArray(relation.wire.labels));
    this.#put('Label relation', listed ? { ...bare, labels } : bare);
  }

  turn(relation: Relation, direction = nextDirection(relation)): void {
    if (direction !== relation.direction) this.#put('Turn relation', { ...relation, direction });
  }

  remove({ id }: Relation): void {
    const { completion, readonly } = this.#editor;
    if (!completion || readonly) return;
    completion.store.edit('Delete relation', (write) => write.remove('relations', id));
    if (this.pickedId === id) this.pick(undefined);
    if (this.hoveredId === id) this.hover(undefined);
  }

  #put(label: string, relation: Relation): void {
    const { completion, readonly } = this.#editor;
    if (completion?.doc.relations.has(relation.id) && !readonly) {
      completion.store.edit(label, (write) => write.put('relations', relation));
    }
  }
}

const none: readonly never[] = [];

const nextDirection = ({ direction }: Relation): Relation['direction'] =>
  directions[(directions.indexOf(direction) + 1) % directions.length] ?? 'right';
