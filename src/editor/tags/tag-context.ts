import { newId } from '../../base/ids.js';
import type { MediaFacts, Space } from '../../contract/shape.js';
import type { Clock, Dispose, Surfaces } from '../../contract/surface.js';
import type { Option, TagNode } from '../../contract/tag.js';
import type { ActionEntry, Answer, HotkeyOptions, Narrowing, Scope, TagContext, Target } from '../../contract/view.js';
import { type CompletionDoc, type ControlValue, nextOrder, type Region } from '../../model/document.js';
import { type Dict, isList, type Json, jsonEqual } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { computed, makeObservable, untracked } from '../../reactive/index.js';
import type { DocumentStore } from '../../store/document-store.js';
import type { Editor } from '../editor.js';
import { controlOf, fits, isLabels } from '../regions/controls.js';
import { deleteRegions, edited, putEdited } from '../regions/regions.js';

/** What a mounted tag is given of the editor, and nothing more. */
export class EditorTagContext implements TagContext {
  readonly node: TagNode;
  readonly scope: Scope;
  readonly mountChildren: TagContext['mountChildren'];
  readonly #editor: Editor;
  readonly #host: HTMLElement;

  constructor(
    editor: Editor,
    node: TagNode,
    host: HTMLElement,
    scope: Scope,
    mountChildren: TagContext['mountChildren'],
  ) {
    // Views hear of these only when they are others: in a drag the regions change with every move, and what is said of
    // them does not.
    makeObservable<this, 'regions'>(this, {
      regions: computed,
      target: computed({ equals: jsonEqual }),
      value: computed({ equals: jsonEqual }),
      locked: computed,
    });
    this.#editor = editor;
    this.#host = host;
    this.node = node;
    this.scope = scope;
    this.mountChildren = mountChildren;
  }

  get data(): Json | undefined {
    return this.node.attributes.value;
  }

  get taskData(): Dict {
    return this.#editor.task?.data ?? {};
  }

  get doc(): CompletionDoc {
    return this.#editor.doc;
  }

  get readonly(): boolean {
    return this.#editor.readonly;
  }

  get options(): readonly Option[] {
    return this.#editor.config.options.get(this.node.key) ?? [];
  }

  get objects(): readonly TagNode[] {
    return this.node.toNames.flatMap((name) => this.#editor.config.byName.get(name) ?? []);
  }

  hostOf(name: string): HTMLElement | undefined {
    return this.#editor.places.hostOf(name);
  }

  narrow(name: string, to: Narrowing): void {
    this.#editor.places.narrow(name, to);
  }

  onNarrow(run: (to: Narrowing) => void): void {
    this.scope.add(this.#editor.places.onNarrow(this.#name, run));
  }

  get regionPanel(): HTMLElement | undefined {
    return this.#editor.places.regionPanel;
  }

  surface<S extends Space>(space: S, host: HTMLElement): Promise<Surfaces[S]> {
    return this.#editor.stages.open(space, host, this.#name, this.scope);
  }

  setFacts(facts: MediaFacts): void {
    this.#editor.facts.set(this.#name, facts);
  }

  get item(): number {
    return this.#editor.facts.item(this.#object);
  }

  setItem(index: number): void {
    this.#editor.facts.show(this.#object, index);
  }

  get frame(): number | undefined {
    return this.#editor.facts.frame(this.#object);
  }

  setFrame(frame: number): void {
    this.#editor.facts.showFrame(this.#object, frame);
  }

  clock(): Promise<Clock> {
    return this.#editor.playing.clockOf(this.#object);
  }

  action(name: string): ActionEntry | undefined {
    const { actions } = this.#editor;
    const entry = actions.get(name);
    if (!entry) return undefined;
    return {
      title: entry.title,
      keys: actions.keysOf(entry)[0],
      enabled: entry.enabled?.() !== false,
      run: () => actions.run(name),
    };
  }

  get target(): Target {
    const { attributes } = this.node;
    const marked = this.node.module?.kind === 'object' ? this.#markedOnIt : [];
    if (marked.length > 0) return { of: 'regions', ids: marked };
    if (this.#labels || attributes.perRegion === true) {
      const ids = this.regions.map(({ id }) => id);
      return ids.length > 0 ? { of: 'regions', ids } : { of: 'nothing' };
    }
    return attributes.perItem === true ? { of: 'item', index: this.item } : { of: 'task' };
  }

  get value(): Json | undefined {
    const { target } = this;
    if (target.of === 'nothing') return this.#labels && !this.readonly ? this.#editor.armed.of(this.#name) : undefined;
    const [first, ...others] = this.#values(target);
    const value = first?.value;
    return others.every((other) => jsonEqual(other?.value, value)) ? value : undefined;
  }

  get locked(): boolean {
    return this.#isLocked(this.target);
  }

  #isLocked(target: Target): boolean {
    if (target.of === 'nothing') return false;
    if (target.of === 'regions') {
      const { doc } = this.#editor;
      const regions = target.ids.map((id) => doc.regions.get(id));
      // One that is gone meanwhile says nothing any more.
      if (!regions.every((region) => region && this.#editor.mayEdit(region))) return true;
    }
    return this.#values(target).some((value) => value?.readonly === true);
  }

  setValue(value: Json | undefined, of?: Target, meta?: Dict): void {
    untracked(() => {
      const target = of ?? this.target;
      if (target.of === 'nothing') this.#arm(value);
      else if (!this.readonly && !this.#isLocked(target)) this.#write(target, value, meta);
    });
  }

  get meta(): Dict | undefined {
    const { target } = this;
    return target.of === 'nothing' ? undefined : this.#values(target)[0]?.meta;
  }

  get answers(): readonly Answer[] {
    const { regions } = this.doc;
    return this.#records.map(({ id, regionId, value, readonly }) => {
      const region = this.#asRegions && regionId !== undefined ? regions.get(regionId) : undefined;
      if (!region) return { id, value, locked: readonly === true };
      const isLocked = readonly === true || region.readonly === true || this.#editor.selection.isLocked(region.id);
      return { id: region.id, value, locked: isLocked };
    });
  }

  get selected(): readonly string[] {
    const { selection, doc } = this.#editor;
    return this.#asRegions ? selection.ids.filter((id) => doc.regions.get(id)?.fromName === this.#name) : [];
  }

  select(ids: readonly string[]): void {
    const { regions } = this.#editor.doc;
    this.#editor.select(ids.filter((id) => regions.get(id)?.fromName === this.#name));
  }

  putAnswer(value: Json | undefined, id?: string): string {
    return untracked(() => {
      const { completion } = this.#editor;
      const { target } = this;
      const before = id === undefined ? undefined : this.#records.find((record) => record.id === id);
      if (!completion || target.of === 'nothing' || this.readonly || before?.readonly) return id ?? '';
      const { store } = completion;
      if (this.#asRegions) return this.#putRegion(completion.store, value, id);
      const region = target.of === 'regions' ? store.doc.regions.get(target.ids[0] ?? '') : undefined;
      const fresh = value !== undefined && !before ? this.#fresh(value, target, region, store.doc) : undefined;
      store.edit(`Answer ${this.#name}`, (write) => {
        if (fresh) write.put('values', fresh);
        else if (before && value === undefined) write.remove('values', before.id);
        else if (before && value !== undefined) write.put('values', edited({ ...before, value }));
      });
      return fresh?.id ?? id ?? '';
    });
  }

  /** The same where each answer is a region. */
  #putRegion(store: DocumentStore, value: Json | undefined, id = newId()): string {
    const before = store.doc.regions.get(id);
    if (before && !this.#editor.mayEdit(before)) return id;
    if (value === undefined) {
      deleteRegions(this.#editor, [id]);
      return id;
    }
    const said = before && store.valuesOf(id).find(({ fromName }) => fromName === this.#name);
    const order = before?.order ?? nextOrder(store.doc);
    const [fromName, toName] = [this.#name, this.#name];
    store.edit(`Answer ${this.#name}`, (write) => {
      if (before) putEdited(store, write, before);
      else write.put('regions', { id, order, fromName, toName, shape: 'answer', geometry: null, origin: 'manual' });
      write.put(
        'values',
        said
          ? edited({ ...said, value })
          : { id: newId(), order, fromName, toName, regionId: id, value, origin: before?.origin ?? 'manual' },
      );
    });
    return id;
  }

  usages(optionId: string): number {
    return this.#editor.usages.of(this.#name, optionId);
  }

  hotkey(keys: string, title: string, run: () => void, options: HotkeyOptions = {}): void {
    const { actions, conditions, config, stages } = this.#editor;
    const heading = this.node.name ?? this.node.tag;
    const bound = {
      name: `${heading}:${title}`,
      title,
      keys,
      group: heading,
      enabled: () =>
        conditions.lineage(this.node).at(-1) === config.root &&
        conditions.isVisible(this.node) &&
        this.#host.checkVisibility(),
      near: () => stages.nearness(this.#object),
      ...options,
      run,
    };
    this.scope.add(actions.add([bound]));
  }

  onSettle(run: () => void): void {
    this.scope.add(this.#editor.onSettle(run));
  }

  onFocusRequest(run: (wanted: TagNode) => void): void {
    this.scope.add(this.#editor.attention.onRequest(this.node, run));
  }

  report(problem: Problem): Dispose {
    const { at } = this.node;
    const placed = {
      ...problem,
      at: { ...at, tag: this.node.tag, ...(this.node.name && { name: this.node.name }), ...problem.at },
    };
    const takeBack = this.#editor.report(placed);
    this.scope.add(takeBack);
    return takeBack;
  }

  notify(message: string): void {
    this.#editor.notices.say(message);
  }

  get #name(): string {
    return this.node.name ?? '';
  }

  /** The object tag that this tag is or speaks of. */
  get #object(): string {
    return this.node.toNames[0] ?? this.#name;
  }

  /** The selected regions on this object's item on show. */
  get #markedOnIt(): readonly string[] {
    const { selection, doc } = this.#editor;
    return selection.ids.filter((id) => {
      const region = doc.regions.get(id);
      return region?.toName === this.#name && (region.itemIndex ?? 0) === this.item;
    });
  }

  get #asRegions(): boolean {
    return controlOf(this.node)?.tag.result.asRegions === true;
  }

  get #labels(): boolean {
    const control = controlOf(this.node);
    return control !== undefined && isLabels(control);
  }

  /** The selected regions that this control may speak of. */
  private get regions(): readonly Region[] {
    const { selection, doc, conditions } = this.#editor;
    const control = controlOf(this.node);
    if (!control) return [];
    const regions = selection.ids.flatMap((id) => doc.regions.get(id) ?? []);
    return regions.filter((region) => (this.#labels ? fits(control, region) : conditions.accepts(this.node, region)));
  }

  /** The control's record for each part of the target; undefined where it has said nothing. */
  #values(target: Exclude<Target, { of: 'nothing' }>): readonly (ControlValue | undefined)[] {
    const { completion, doc } = this.#editor;
    if (target.of === 'regions') {
      return target.ids.map((id) => completion?.store.valuesOf(id).find(({ fromName }) => fromName === this.#name));
    }
    for (const value of doc.values.values()) {
      if (value.fromName !== this.#name || value.regionId !== undefined) continue;
      if (target.of === 'task' || (value.itemIndex ?? 0) === target.index) return [value];
    }
    return [undefined];
  }

  /** All records of the control about its target. */
  get #records(): readonly ControlValue[] {
    const { target } = this;
    if (target.of === 'nothing') return [];
    const ids = target.of === 'regions' ? new Set<string | undefined>(target.ids) : new Set([undefined]);
    return [...this.doc.values.values()]
      .filter(({ fromName, regionId }) => fromName === this.#name && (this.#asRegions || ids.has(regionId)))
      .filter(({ itemIndex }) => target.of !== 'item' || (itemIndex ?? 0) === target.index)
      .sort((a, b) => a.order - b.order);
  }

  #arm(value: Json | undefined): void {
    const control = controlOf(this.node);
    if (!control || !this.#labels) return;
    this.#editor.armed.arm(control, value, this.#editor.config);
    if (value !== undefined) this.#editor.toolbox.pickFor(control);
  }

  #write(target: Exclude<Target, { of: 'nothing' }>, value: Json | undefined, meta: Dict | undefined): void {
    const { completion } = this.#editor;
    if (!completion) return;
    const { store } = completion;
    // A region's own labels control may say "no labels" (allowEmpty); of another control that is no answer at all.
    const nothing =
      value === undefined || (isList(value) && value.length === 0 && this.node.attributes.allowEmpty !== true);
    const parts = target.of === 'regions' ? target.ids : [undefined];
    const present = this.#values(target);
    store.edit(this.#labels ? 'Label' : `Answer ${this.#name}`, (write) => {
      parts.forEach((regionId, index) => {
        const before = present[index];
        if (nothing ? before === undefined : before && jsonEqual(before.value, value)) return;
        const region = regionId === undefined ? undefined : store.doc.regions.get(regionId);
        if (region) putEdited(store, write, region);
        if (nothing) before && write.remove('values', before.id);
        else {
          const record = before
            ? edited({ ...before, value: value as Json })
            : this.#fresh(value as Json, target, region, store.doc);
          write.put('values', meta ? { ...record, meta: { ...record.meta, ...meta } } : record);
        }
      });
    });
  }

  #fresh(value: Json, target: Target, region: Region | undefined, doc: CompletionDoc): ControlValue {
    const siblings = region ? (this.#editor.completion?.store.valuesOf(region.id) ?? []) : [];
    // Behind the last item of its region, before whatever comes next.
    const order = region ? Math.max(region.order, ...siblings.map((sibling) => sibling.order)) + 0.001 : nextOrder(doc);
    return {
      id: newId(),
      order,
      fromName: this.#name,
      toName: region?.toName ?? (controlOf(this.node)?.tag.result.ofItself ? this.#name : this.#object),
      value,
      origin: 'manual',
      ...(region && { regionId: region.id }),
      ...(target.of === 'item' && { itemIndex: target.index }),
    };
  }
}
