import type { Plugin } from '../contract/plugin.js';
import type { Change, Origin } from '../model/document.js';
import { type Dict, jsonEqual } from '../model/json.js';
import { error, type Problem } from '../model/problem.js';
import { action, computed, makeObservable, observableRef, reaction, runInAction, when } from '../reactive/index.js';
import type { Completion } from '../store/completion.js';
import type { PluginRegistry } from '../store/registry.js';
import { Assist, type AssistRequest } from './assist/assist.js';
import { assistActions } from './assist/assist-actions.js';
import { Attention } from './attention.js';
import { Conditions } from './conditions.js';
import { Stages } from './drawing/stages.js';
import { Toolbox } from './drawing/toolbox.js';
import { recall } from './keeping/recall.js';
import { GeometryLoader } from './loading/geometry.js';
import { prefetch } from './loading/prefetch.js';
import { fetchReader } from './loading/reader.js';
import { fetchAbsent } from './loading/tags.js';
import { Playing } from './playing/playing.js';
import { Faces } from './regions/faces.js';
import { Usages } from './regions/usages.js';
import type { Relating } from './relations/relating.js';
import type { Safekeeping } from './saving/safekeeping.js';
import { type SaveEvents, Saving } from './saving/saving.js';
import { EditorState } from './state.js';
import { Places } from './tags/places.js';

type Editing = typeof import('./editing/editing.js');

/** What the editor tells its host. */
export interface EditorEvents extends SaveEvents {
  documentChange(changes: readonly Change[], origin: 'user' | 'replay'): void;
  selectionChange(regionIds: readonly string[]): void;
  completionSelect(completion: Completion): void;
  problems(problems: readonly Problem[]): void;
  /** Undefined where nobody answers. */
  assistRequest(request: AssistRequest): Promise<unknown> | undefined;
}

/** One editor without its pixels: its state, the parts that act on it, and what follows from what. */
export class Editor extends EditorState {
  readonly events: EditorEvents;
  readonly geometry: GeometryLoader = new GeometryLoader(this);
  readonly conditions = new Conditions(this);
  readonly toolbox = new Toolbox(this);
  readonly faces = new Faces(this);
  readonly usages = new Usages(this);
  readonly places = new Places();
  readonly assist = new Assist(this, (request) => this.events.assistRequest(request));
  readonly playing = new Playing(this);
  readonly stages = new Stages(this, this.toolbox, this.faces, this.usages, this);
  readonly attention = new Attention(this, this.stages, this.conditions);
  readonly saving: Saving;
  /** Present once it was fetched. Observable. */
  editing: Editing | undefined = undefined;
  /** Someone has come to work with it: the pointer is over it, or it has the focus. Observable. */
  touched = false;
  #edits: Promise<unknown> | undefined;
  /** The work with relations: present once there was one, or one was begun. Observable. */
  relating: Relating | undefined = undefined;
  #relates: Promise<Relating | undefined> | undefined;
  /** What keeps work that is not with the host (saving/safekeeping.ts): present once a task was displayed. Observable. */
  safekeeping: Safekeeping | undefined = undefined;

  /** How many comments on a region are not resolved, by region id. Observable; empty until they were looked at. */
  commentCounts: ReadonlyMap<string, number> = new Map();
  #recalling: (() => void) | undefined;

  /** @param now milliseconds, for `lead_time` */
  constructor(registry: PluginRegistry, events: EditorEvents, now: () => number) {
    super(registry, now);
    makeObservable(this, {
      editing: observableRef,
      relating: observableRef,
      safekeeping: observableRef,
      touched: observableRef,
      commentCounts: observableRef,
      allProblems: computed,
      show: action,
      addCompletion: action,
      copy: action,
    });
    this.events = events;
    this.saving = new Saving(this, this.conditions, events, {
      beforeCheck: () => this.stages.leave(),
      missing: (problem) => this.attention.bringTo(problem),
    });
    this.#watch();
  }

  use(plugin: Plugin): void {
    this.registry.use(plugin);
  }

  dispose(): void {
    this.scope.dispose();
  }

  /** With what stands in the way of saving. */
  get allProblems(): readonly Problem[] {
    return [...this.problems, ...this.saving.problems];
  }

  /** Puts another completion or prediction on show; what is unsaved in the present one is saved as a draft first. */
  show(completion: Completion): void {
    if (completion === this.workspace.selected) return;
    this.saving.leave();
    this.selection.clear();
    this.workspace.select(completion);
    this.events.completionSelect(completion);
  }

  /** Settles when what can be done to regions is there; never rejects. */
  get whenEditing(): Promise<unknown> {
    return this.#edits ?? Promise.resolve();
  }

  /** What is kept in this browser is seen to from now on (keeping/keeping.ts); whether that begins with this call. */
  stopRecalling(): boolean {
    const stop = this.#recalling;
    this.#recalling = undefined;
    stop?.();
    return stop !== undefined;
  }

  /** Starts what can be done to regions, once. A failure is told; all else goes on without it. */
  edit(load: () => Promise<Editing>): Promise<unknown> {
    this.#edits ??= load().then(
      (module) => {
        if (this.editing || this.scope.signal.aborted) return;
        module.startEditing(this);
        runInAction(() => {
          this.editing = module;
        });
      },
      (reason: unknown) => {
        this.#edits = undefined;
        this.report(error('tag/load-failed', `Copying and arranging could not be loaded: ${String(reason)}.`));
      },
    );
    return this.#edits;
  }

  /** Fetches the work with relations, once. Undefined where that failed, which is told. */
  relate(): Promise<Relating | undefined> {
    this.#relates ??= import('./relations/relating.js').then(
      ({ startRelating }) =>
        runInAction(() => {
          this.relating = startRelating(this);
          return this.relating;
        }),
      () => {
        this.#relates = undefined;
        this.notices.say('Relations could not be loaded. Check the connection and try again.', 'danger');
        return undefined;
      },
    );
    return this.#relates;
  }

  /** The completion on show as it would be saved now. */
  toJson(): Dict | undefined {
    const { selected } = this.workspace;
    return selected?.isOpen ? selected.toJson() : selected?.wire;
  }

  /** Reads the results on show now, for who cannot wait until their shapes are loaded, and goes on; later, where the config cannot be read yet. */
  openNow(then: () => void): void {
    when(
      () => !this.isFetching,
      () => {
        const { selected } = this.workspace;
        if (selected && !selected.isOpen) this.saving.open(selected, this.world);
        then();
      },
      { signal: this.scope.signal },
    );
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
        () => this.given,
        action((outcome) => {
          this.saving.leave();
          this.facts.clear();
          this.playing.clear();
          this.selection.clear();
          this.armed.disarm();
          workspace.load(outcome?.value);
        }),
      ),
    );
    scope.add(
      reaction(
        () => ({
          selected: workspace.selected,
          world: this.world,
          ready: this.geometry.ready,
          fetches: this.isFetching,
        }),
        ({ selected, world, ready, fetches }) =>
          selected && !fetches && (ready || selected.isOpen) && this.saving.open(selected, world),
      ),
    );
    this.#recalling = reaction(
      () => [this.storage, this.wishedSettings],
      () => recall(this),
      { equals: jsonEqual },
    );
    fetchAbsent(this);
    fetchReader(this);
    scope.add(
      reaction(
        () => this.config,
        (config) => prefetch(config, this.stages),
      ),
    );
    let dropAssist = () => {};
    scope.add(
      reaction(
        () => this.assist.possible || this.assist.suggestions.regions.length > 0,
        (wanted) => {
          dropAssist();
          dropAssist = this.actions.add(wanted ? assistActions(this, this.assist) : []);
        },
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
        () => this.geometry.draws && (this.touched || !this.geometry.onlyText),
        (wanted) => wanted && void this.edit(() => import('./editing/editing.js')),
      ),
    );
    scope.add(
      reaction(
        () => this.doc.relations.size > 0,
        (related) => related && void this.relate(),
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
        (now, before) => now.owner === before?.owner && this.events.selectionChange(now.ids),
      ),
    );
    scope.add(
      reaction(
        () => this.allProblems,
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
