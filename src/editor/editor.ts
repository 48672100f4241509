import { action, autorun, computed, makeObservable, observableRef, reaction, runInAction } from 'mobx';
import { newId } from '../base/ids.js';
import { LifetimeScope } from '../base/scope.js';
import { parseConfig } from '../config/parse.js';
import { buildTree, type LabelConfig } from '../config/tree.js';
import type { Plugin } from '../contract/plugin.js';
import type { TagNode } from '../contract/tag.js';
import { type Change, type CompletionDoc, emptyDoc, type Origin, type Region } from '../model/document.js';
import type { Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import { readTask, type Task } from '../model/task.js';
import type { World } from '../results/world.js';
import type { Completion } from '../store/completion.js';
import type { PluginRegistry } from '../store/registry.js';
import { Selection } from '../store/selection.js';
import { Settings } from '../store/settings.js';
import { Workspace } from '../store/workspace.js';
import { Actions } from './actions.js';
import { Conditions } from './conditions.js';
import { Faces } from './faces.js';
import { Facts } from './facts.js';
import { ArmedLabels, controlOf } from './labeling.js';
import { Notices } from './notices.js';
import { type SaveEvents, Saving } from './saving.js';
import { Stages } from './stages.js';
import { standardActions } from './standard-actions.js';
import { Toolbox } from './toolbox.js';

/** What the editor tells its host. */
export interface EditorEvents extends SaveEvents {
  documentChange(changes: readonly Change[], origin: 'user' | 'replay'): void;
  selectionChange(regionIds: readonly string[]): void;
  completionSelect(completion: Completion): void;
  problems(problems: readonly Problem[]): void;
}

/**
 * One editor without its pixels: what the host gave, what follows from it, and the parts that act on it. Each part is
 * given this object; none keeps a copy of what another owns.
 */
export class Editor {
  readonly scope: LifetimeScope;
  readonly registry: PluginRegistry;
  readonly events: EditorEvents;
  readonly workspace: Workspace;
  readonly selection = new Selection();
  readonly settings = new Settings();
  readonly facts = new Facts();
  readonly armed = new ArmedLabels();
  readonly actions = new Actions();
  readonly notices: Notices;
  readonly conditions: Conditions;
  readonly toolbox: Toolbox;
  readonly faces: Faces;
  readonly stages: Stages;
  readonly saving: Saving;

  configText = '';
  taskInput: unknown = null;
  userId: number | string | undefined = undefined;
  /** What the host wishes; `readonly` is what holds. */
  readonlyWished = false;
  allowSkip = true;
  allowEmpty = true;
  /** How pixels are drawn; `auto` takes WebGL where it is done by hardware. */
  renderer: 'auto' | 'webgl' | 'canvas' = 'auto';
  /** Problems of tags and media that are there now. */
  private reported: readonly Problem[] = [];

  /** @param now milliseconds, for `lead_time` */
  constructor(registry: PluginRegistry, events: EditorEvents, now: () => number) {
    makeObservable<this, 'reported' | 'parsed' | 'readTask'>(this, {
      configText: observableRef,
      taskInput: observableRef,
      userId: observableRef,
      readonlyWished: observableRef,
      allowSkip: observableRef,
      allowEmpty: observableRef,
      renderer: observableRef,
      reported: observableRef,
      parsed: computed,
      readTask: computed,
      config: computed,
      world: computed,
      regions: computed,
      problems: computed,
      show: action,
      addCompletion: action,
      copy: action,
    });
    this.scope = new LifetimeScope((effect) => autorun(effect));
    this.registry = registry;
    this.events = events;
    this.workspace = new Workspace(now);
    this.notices = new Notices(this.scope);
    this.conditions = new Conditions(this);
    this.toolbox = new Toolbox(this);
    this.faces = new Faces(this);
    this.stages = new Stages(this);
    this.saving = new Saving(this);
    this.scope.add(this.actions.add(standardActions(this)));
    this.#watch();
  }

  use(plugin: Plugin): void {
    this.registry.use(plugin);
  }

  private get parsed() {
    return parseConfig(this.configText);
  }

  private get readTask() {
    return this.taskInput === null || this.taskInput === undefined ? undefined : readTask(this.taskInput);
  }

  get task(): Task | undefined {
    return this.readTask?.value;
  }

  /** The tag tree, names, options and problems: config × task × registered tags. */
  get config(): LabelConfig {
    const { root, problems } = this.parsed;
    if (!root) return { nodes: [], byName: new Map(), options: new Map(), problems };
    const built = buildTree(root, this.task?.data, this.registry);
    return { ...built, problems: [...problems, ...built.problems] };
  }

  /** What results are read and written with. Another object whenever the config is another. */
  get world(): World {
    const { config, registry, facts } = this;
    return {
      nodes: config.nodes,
      node: (name) => config.byName.get(name),
      shape: (name) => registry.shape(name),
      facts: (objectName, item) => facts.of(objectName, item),
    };
  }

  get completion(): Completion | undefined {
    const { selected } = this.workspace;
    return selected?.isOpen ? selected : undefined;
  }

  /** The content of the selected completion. */
  get doc(): CompletionDoc {
    return this.completion?.doc ?? emptyDoc;
  }

  get readonly(): boolean {
    return (
      this.readonlyWished ||
      this.workspace.showsPrediction ||
      this.completion === undefined ||
      this.completion.wire.readonly === true
    );
  }

  /** Regions of the selected completion in the order of their results. */
  get regions(): readonly Region[] {
    return [...this.doc.regions.values()].sort((a, b) => a.order - b.order);
  }

  get problems(): readonly Problem[] {
    return [
      ...(this.configText === '' && this.taskInput === null ? [] : this.config.problems),
      ...(this.readTask?.problems ?? []),
      ...(this.completion?.problems ?? []),
      ...this.reported,
      ...this.saving.problems,
    ];
  }

  /** Whether the user may change this region now. */
  mayEdit(region: Region): boolean {
    return !this.readonly && region.readonly !== true && !this.selection.isLocked(region.id);
  }

  select(ids: readonly string[]): void {
    this.selection.select(ids.filter((id) => this.doc.regions.has(id)));
  }

  /** A problem in a tag or medium; the returned function takes it back. */
  report(problem: Problem): () => void {
    runInAction(() => {
      this.reported = [...this.reported, problem];
    });
    return action(() => {
      this.reported = this.reported.filter((other) => other !== problem);
    });
  }

  /** Deletes regions with all that is said of them, and the relations from and to them. One undo step. */
  deleteRegions(ids: readonly string[]): void {
    const { completion } = this;
    if (!completion) return;
    const doomed = ids.filter((id) => {
      const region = this.doc.regions.get(id);
      return region && this.mayEdit(region);
    });
    if (doomed.length === 0) return;
    const gone = new Set(doomed);
    completion.store.edit(doomed.length === 1 ? 'Delete region' : `Delete ${doomed.length} regions`, (write) => {
      for (const id of doomed) {
        write.remove('regions', id);
        for (const value of completion.store.valuesOf(id)) write.remove('values', value.id);
      }
      for (const relation of this.doc.relations.values()) {
        if (gone.has(relation.fromId) || gone.has(relation.toId)) write.remove('relations', relation.id);
      }
      for (const region of this.doc.regions.values()) {
        if (region.parentId === undefined || !gone.has(region.parentId) || gone.has(region.id)) continue;
        const { parentId: _, ...orphan } = region;
        write.put('regions', orphan);
      }
    });
    this.selection.select(this.selection.ids.filter((id) => !gone.has(id)));
  }

  /** Puts results of a model or another tool into the selected completion, as one undo step. */
  addResults(results: readonly Json[], origin: 'manual' | 'prediction'): void {
    this.saving.addResults(results, origin);
  }

  dispose(): void {
    this.scope.dispose();
  }

  /** Selects the region before or after the selected one, and brings it into view. */
  selectBeside(step: 1 | -1): void {
    const ids = this.regions.filter(({ id }) => !this.selection.isHidden(id)).map(({ id }) => id);
    const at = ids.indexOf(this.selection.ids.at(-1) ?? '');
    const next = ids[(at + step + ids.length) % ids.length] ?? ids[0];
    if (next === undefined) return;
    this.select([next]);
    this.stages.reveal(next);
  }

  /** Answers that the config preselects, in a completion that is wholly new. Not an edit: nothing to undo or to save. */
  applyDefaults(completion: Completion): void {
    completion.store.edit(
      'Defaults',
      (write) => {
        this.config.nodes.forEach((node, index) => {
          const control = controlOf(node);
          if (control?.tag.speaksOf !== 'any' || node.name === undefined) return;
          if (node.attributes.perRegion === true || node.attributes.perItem === true) return;
          const chosen = (this.config.options.get(node.key) ?? []).filter(
            ({ attributes }) => attributes.selected === true,
          );
          if (chosen.length === 0) return;
          const value = chosen.map(({ id, path }) => (node.attributes.allowNested === true ? path : id));
          const toName = node.toNames[0] ?? '';
          write.put('values', { id: newId(), order: index, fromName: node.name, toName, value, origin: 'manual' });
        });
      },
      'load',
    );
  }

  readonly #focusRequests = new Map<TagNode, () => void>();

  onFocusRequest(node: TagNode, run: () => void): () => void {
    this.#focusRequests.set(node, run);
    return () => this.#focusRequests.delete(node);
  }

  /** Brings the place of a problem into view and focus: its region, then its tag. */
  bringTo(problem: Problem): void {
    const { name, resultId } = problem.at ?? {};
    if (resultId !== undefined && this.doc.regions.has(resultId)) {
      this.select([resultId]);
      this.stages.reveal(resultId);
    }
    const node = name === undefined ? undefined : this.config.byName.get(name);
    if (node) this.#focusRequests.get(node)?.();
  }

  /** Puts another completion or prediction on show; what is unsaved in the present one is saved as a draft first. */
  show(completion: Completion): void {
    if (completion === this.workspace.selected) return;
    this.saving.leave();
    this.selection.clear();
    this.workspace.select(completion);
    this.events.completionSelect(completion);
  }

  /** A new, empty completion, on show. */
  addCompletion(): Completion {
    this.saving.leave();
    this.selection.clear();
    const added = this.workspace.add({ result: [] });
    this.events.completionSelect(added);
    return added;
  }

  /** Copies a prediction or completion into a new completion and shows it. */
  copy(source: Completion): Completion {
    this.saving.leave();
    this.selection.clear();
    const copy = this.workspace.copy(source);
    this.events.completionSelect(copy);
    return copy;
  }

  /** What follows from what: the only standing reactions of the editor. */
  #watch(): void {
    const { scope, workspace } = this;
    scope.add(
      reaction(
        () => this.readTask,
        action((outcome) => {
          this.saving.leave();
          this.facts.clear();
          this.selection.clear();
          this.armed.disarm();
          workspace.load(outcome?.value);
        }),
      ),
    );
    scope.add(
      reaction(
        () => ({ selected: workspace.selected, world: this.world }),
        ({ selected, world }) => selected && this.saving.open(selected, world),
      ),
    );
    let dropTools = () => {};
    scope.add(
      reaction(
        () => this.toolbox.actions,
        (tools) => {
          dropTools();
          dropTools = this.actions.add(tools);
        },
      ),
    );
    scope.add(
      reaction(
        () => this.completion?.store,
        (store) => this.#follow(store),
      ),
    );
    scope.add(
      reaction(
        () => ({ owner: workspace.selected, ids: this.selection.ids }),
        // Another completion on show is no selection by the user.
        (now, before) => now.owner === before.owner && this.events.selectionChange(now.ids),
      ),
    );
    scope.add(
      reaction(
        () => this.problems,
        (problems) => this.events.problems(problems),
        { equals: (a, b) => a.length === b.length && a.every((problem, index) => problem === b[index]) },
      ),
    );
  }

  #unfollow: (() => void) | undefined;

  #follow(store: Completion['store'] | undefined): void {
    this.#unfollow?.();
    this.#unfollow = store?.observe((changes: readonly Change[], origin: Origin) => {
      const alive = this.selection.ids.filter((id) => store.doc.regions.has(id));
      this.selection.select(alive);
      if (origin !== 'user' && origin !== 'replay') return;
      this.saving.touched();
      this.events.documentChange(changes, origin);
    });
  }
}
