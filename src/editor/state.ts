import { LifetimeScope } from '../base/scope.js';
import type { ConfigElement } from '../config/elements.js';
import type { ParsedConfig } from '../config/parse.js';
import { parseQuickly } from '../config/quick-reader.js';
import { buildTree, type LabelConfig } from '../config/tree.js';
import type { PointCloud } from '../contract/cloud.js';
import type { TagFamily } from '../contract/plugin.js';
import { type CompletionDoc, emptyDoc, type Region } from '../model/document.js';
import type { Problem } from '../model/problem.js';
import { readTask, type Task } from '../model/task.js';
import {
  action,
  autorun,
  compareShallow,
  computed,
  makeObservable,
  observable,
  observableRef,
  runInAction,
} from '../reactive/index.js';
import type { World } from '../results/world.js';
import type { Completion } from '../store/completion.js';
import { Layout } from '../store/layout.js';
import { has, type PluginRegistry } from '../store/registry.js';
import { Selection } from '../store/selection.js';
import { Settings, type SettingValues } from '../store/settings.js';
import { Workspace } from '../store/workspace.js';
import { Actions } from './actions/actions.js';
import type { Comparison } from './compare/comparison.js';
import { Facts } from './facts.js';
import { Notices } from './notices.js';
import type { Outline } from './outline/outline.js';
import { ArmedLabels } from './regions/draft.js';

/**
 * What the host gave, what the user has picked, and what follows from both. Observable. It starts nothing and saves
 * nothing: what acts on it stands in files of its own, and none of them keeps a copy of what is here.
 */
export class EditorState {
  readonly scope: LifetimeScope;
  readonly registry: PluginRegistry;
  readonly workspace: Workspace;
  readonly selection = new Selection();
  readonly settings = new Settings();
  readonly layout = new Layout();
  readonly facts = new Facts();
  readonly armed = new ArmedLabels();
  readonly actions = new Actions(() => this.settings.hotkeys);
  readonly notices: Notices;

  readonly #settlers = new Set<() => void>();
  /** What shows the points of a cloud, by its object tag. */
  readonly clouds = new Map<string, () => PointCloud | undefined>();

  configText = '';
  taskInput: unknown = null;
  userId: number | string | undefined = undefined;
  /** What the host wishes; `readonly` is what holds. */
  readonlyWished = false;
  /** What settings and unsaved work are kept under in this browser; `none`: they are not. */
  storage = 'none';
  /** Settings that the host begins with; what the user changes comes before them. */
  wishedSettings: Partial<SettingValues> = {};
  allowSkip = true;
  allowEmpty = true;
  /** A reviewer is at work. */
  review = false;
  /** How pixels are drawn; `auto` takes WebGL where it is done by hardware. */
  renderer: 'auto' | 'webgl' | 'canvas' = 'auto';
  /** Several completions are looked at together; meanwhile nothing is changed by hand. Observable. */
  comparison: Comparison | undefined = undefined;
  /** The list of regions, once it was shown. Observable. */
  outline: Outline | undefined = undefined;
  /** Reads configs that `parseQuickly` leaves; fetched when there is one. */
  readAny: ((xml: string) => ParsedConfig) | undefined = undefined;
  /** Tags that could not be fetched. */
  readonly failed = observable.set<TagFamily>();
  /** Problems of tags and media that are there now. */
  private readonly reported = observable.set<Problem>();

  /** @param now milliseconds, for `lead_time` */
  constructor(registry: PluginRegistry, now: () => number) {
    makeObservable(this, {
      configText: observableRef,
      taskInput: observableRef,
      userId: observableRef,
      readonlyWished: observableRef,
      storage: observableRef,
      wishedSettings: observableRef,
      allowSkip: observableRef,
      allowEmpty: observableRef,
      review: observableRef,
      renderer: observableRef,
      comparison: observableRef,
      outline: observableRef,
      readAny: observableRef,
      parsed: computed,
      given: computed,
      absent: computed({ equals: compareShallow }),
      isFetching: computed,
      config: computed,
      world: computed,
      regionIds: computed,
      regions: computed,
      problems: computed,
    });
    this.scope = new LifetimeScope((effect) => autorun(effect));
    this.registry = registry;
    this.workspace = new Workspace(now);
    this.notices = new Notices(this.scope);
  }

  /** The config as XML; undefined while what reads it is being fetched. */
  get parsed(): ParsedConfig | undefined {
    return parseQuickly(this.configText) ?? this.readAny?.(this.configText);
  }

  /** The task as it was given, or why it cannot be read. */
  get given() {
    return this.taskInput === null || this.taskInput === undefined ? undefined : readTask(this.taskInput);
  }

  get task(): Task | undefined {
    return this.given?.value;
  }

  /** Tags of the config that are being fetched. */
  get absent(): readonly TagFamily[] {
    const root = this.parsed?.root;
    const families = this.registry.families.filter((family) => !this.failed.has(family));
    if (!root || families.length === 0) return [];
    const names = new Set(tagsIn(root));
    // What is known to nobody may be a slip of the pen for any of them.
    const strange = [...names].some(
      (name) => !this.registry.tag(name) && !families.some((family) => has(family, name)),
    );
    return strange ? families : families.filter((family) => family.names.some((name) => names.has(name.toLowerCase())));
  }

  /** Whether something is being fetched that the config cannot be read without. Until it is there the config counts as empty. */
  get isFetching(): boolean {
    return !this.parsed || this.absent.length > 0;
  }

  /** The tag tree, names, options and problems: config × task × registered tags. */
  get config(): LabelConfig {
    const { parsed } = this;
    if (!parsed || this.absent.length > 0) return nothing;
    const { root, problems } = parsed;
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

  /** Whether what is on show is to be accepted or rejected: a reviewer sees it, and it was submitted. */
  get isReviewed(): boolean {
    const stored = this.completion?.stored;
    return this.review && (stored === 'submitted' || stored === 'skipped');
  }

  /** The content of the selected completion. */
  get doc(): CompletionDoc {
    return this.completion?.doc ?? emptyDoc;
  }

  get readonly(): boolean {
    return this.comparison !== undefined || this.fixed;
  }

  /** Whether the completion on show may not be changed at all. */
  get fixed(): boolean {
    return (
      this.readonlyWished ||
      this.workspace.showsPrediction ||
      this.completion === undefined ||
      this.completion.wire.readonly === true
    );
  }

  /** Ids of the regions in the order of their results; another list only when regions come, go or change places. */
  get regionIds(): readonly string[] {
    return this.completion?.store.regionIds ?? [];
  }

  /** Ids of the regions in the order of their list. */
  get listedIds(): readonly string[] {
    return this.outline?.order ?? this.regionIds;
  }

  /** Regions of the selected completion in the order of their results. */
  get regions(): readonly Region[] {
    const { regions } = this.doc;
    const found: Region[] = [];
    for (const id of this.regionIds) {
      const region = regions.get(id);
      if (region) found.push(region);
    }
    return found;
  }

  /** What is wrong with config, task, results, tags and media. */
  get problems(): readonly Problem[] {
    return [
      ...(this.configText === '' && this.taskInput === null ? [] : this.config.problems),
      ...(this.given?.problems ?? []),
      ...(this.completion?.problems ?? []),
      ...this.reported,
    ];
  }

  /** Whether the user may change this region now. */
  mayEdit(region: Region): boolean {
    return !this.readonly && region.readonly !== true && !this.selection.isLocked(region.id);
  }

  select(ids: readonly string[]): void {
    this.selection.select(ids.filter((id) => this.doc.regions.has(id)));
  }

  /** Has what was typed and not told yet put into the document. */
  settle(): void {
    for (const run of [...this.#settlers]) run();
  }

  onSettle(run: () => void): () => void {
    this.#settlers.add(run);
    return () => this.#settlers.delete(run);
  }

  /** A problem in a tag or medium; the returned function takes it back. */
  report(problem: Problem): () => void {
    runInAction(() => this.reported.add(problem));
    return action(() => this.reported.delete(problem));
  }
}

const nothing: LabelConfig = { nodes: [], byName: new Map(), options: new Map(), problems: [] };

/** In small letters. */
const tagsIn = (element: ConfigElement): string[] => [element.tag.toLowerCase(), ...element.children.flatMap(tagsIn)];
