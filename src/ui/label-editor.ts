import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Plugin } from '../contract/plugin.js';
import type { Keymap } from '../editor/actions/actions.js';
import { Editor } from '../editor/editor.js';
import { standardActions } from '../editor/standard-actions.js';
import { copyOf, type Dict, isList, type Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import type { TaskInput } from '../model/task.js';
import { runInAction } from '../reactive/index.js';
import type { SettingValues } from '../store/settings.js';
import { ClassPlugins } from './class-plugins.js';
import { type Comment, Desk, type Panel, panelNames, type User } from './desk.js';
import { fire, fireAssist, fireSave, type LabelEditorEventMap } from './events.js';
import { FormValue } from './form-value.js';
import { Presence } from './presence.js';
import { followRelations } from './relations/relation-views.js';
import { styles } from './styles.js';
import { followNotices, followRest, surround, workbench, workbenchActions } from './workbench.js';

/** Booleans that are true unless the attribute says `false`. */
const yesUnlessFalse = { fromAttribute: (value: string | null) => value?.trim().toLowerCase() !== 'false' };
const words = (value: string): readonly string[] => value.split(/[\s,]+/).filter((word) => word !== '');
const wordList = { fromAttribute: (value: string | null) => (value === null ? undefined : words(value)) };
/** A host without types, or a framework that writes attributes as properties, may give anything. */
const panelsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? words(value) : Array.isArray(value) ? value : panelNames;

/**
 * An annotation editor: takes a Label Studio config and a task, lets a person annotate, and emits completions.
 *
 * @tag label-editor
 *
 * @fires {CustomEvent<{ taskId }>} task-ready - The task is displayed and interactive.
 * @fires {CustomEvent<{ problems }>} editor-problem - The list of problems in config, task, results, media or saving is another one.
 * @fires {CustomEvent<SaveDetail>} completion-submit - A completion is submitted for the first time. Cancelable; a host that saves calls `detail.waitUntil(promise)`.
 * @fires {CustomEvent<SaveDetail>} completion-update - A submitted completion is submitted again. Cancelable.
 * @fires {CustomEvent<SaveDetail>} completion-draft - Unsaved work is to be kept: after a pause, when the page is hidden, before the task changes. Cancelable.
 * @fires {CustomEvent<SaveDetail>} completion-accept - A reviewer accepts the completion. Cancelable.
 * @fires {CustomEvent<SaveDetail>} completion-reject - A reviewer rejects the completion. Cancelable.
 * @fires {CustomEvent<SaveDetail>} completion-delete - A completion is deleted. Cancelable.
 * @fires {CustomEvent<SaveDetail>} completion-ground-truth - A completion is or is no longer the one that others are measured by. Cancelable.
 * @fires {CustomEvent<SaveDetail>} task-skip - The task is skipped. Cancelable.
 * @fires {CustomEvent<SaveDetail>} task-unskip - The task is not skipped any more. Cancelable.
 * @fires {CustomEvent<{ taskId }>} task-previous - The user wants the task before this one.
 * @fires {CustomEvent<{ taskId }>} task-next - The user wants the task after this one.
 * @fires {CustomEvent<CommentDetail>} comment-create - Something is said. Cancelable; a host that saves calls `detail.waitUntil(promise)`.
 * @fires {CustomEvent<CommentDetail>} comment-update - A comment is changed or resolved. Cancelable.
 * @fires {CustomEvent<CommentDetail>} comment-delete - A comment is deleted. Cancelable.
 * @fires {CustomEvent<{ changes, origin }>} document-change - The user edited, undid or redid something.
 * @fires {CustomEvent<{ regionIds }>} selection-change - Other regions are selected.
 * @fires {CustomEvent<{ completionId }>} completion-select - Another completion or prediction is on show.
 * @fires {CustomEvent<AssistDetail>} assist-request - A smart tool finished a prompt. A host with a model calls `detail.respondWith(promise)`.
 *
 * @slot toolbar-start - A host's own things at the start of the top bar.
 * @slot toolbar-end - A host's own things at the end of the top bar.
 * @slot task-position - Between the ways to the task before and the task after: the task's place among them, say.
 * @slot panel - A host's own things below the side panel.
 *
 * @csspart top-bar - Task, completions and what to do with them.
 * @csspart tools - The tools.
 * @csspart content - What the config lays out.
 * @csspart panel - Regions, details and history.
 * @csspart status - The line at the bottom.
 *
 * @cssprop --le-surface - Background.
 * @cssprop --le-surface-2 - Background of what is hovered or picked, and behind media.
 * @cssprop --le-canvas - Background behind the config's content.
 * @cssprop --le-text - Text.
 * @cssprop --le-muted - Text and icons that step back.
 * @cssprop --le-line - Lines between parts.
 * @cssprop --le-accent - What is active, and the main button.
 * @cssprop --le-accent-text - Text on the accent.
 * @cssprop --le-danger - What went wrong.
 * @cssprop --le-warning - What deserves a look.
 * @cssprop --le-radius - Radius of corners.
 * @cssprop --le-gap - Space between parts.
 * @cssprop --le-font - Font family; the page's by default.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface below only narrows types of members that the class inherits.
export class LabelEditor extends LitElement {
  /** Forms take the element as one of their fields. */
  static readonly formAssociated = true;
  static override styles = styles;
  static readonly #shared = new ClassPlugins();

  /** Brings tags, shapes and tools to all editors of this page. @throws TypeError on a malformed plug-in or a name already taken. */
  static use(plugin: Plugin): void {
    LabelEditor.#shared.use(plugin);
  }

  /** The labeling config, XML. */
  @property() accessor config = '';

  /** The task: `{ id, data, completions | annotations, predictions, drafts }`, or its data alone. Give another object to load another task. */
  @property({ attribute: false }) accessor task: TaskInput | null = null;

  /** Who annotates. */
  @property({ attribute: false }) accessor user: User | undefined = undefined;

  /** Look, select and copy, but change nothing. */
  @property({ type: Boolean, reflect: true }) accessor readonly = false;

  /** The parts of the workbench that are shown: `topbar tools regions details history status`, and where the host answers to them `navigation comments`. With none, the config's own content is left. */
  @property({ converter: wordList }) accessor panels: readonly Panel[] | undefined = undefined;

  /** Other keys for actions, by the action's name; `false` switches one off. */
  @property({ attribute: false }) accessor keymap: Keymap = {};

  /** BCP 47 language tag, for texts and numbers; the page's language by default. */
  @property() accessor locale = '';

  /** `auto` follows the page's `color-scheme`, and the system's where the page has none. */
  @property() accessor theme: 'auto' | 'light' | 'dark' = 'auto';

  /** Whether tasks may be skipped. */
  @property({ attribute: 'allow-skip', converter: yesUnlessFalse }) accessor allowSkip = true;

  /** Whether a completion without any result may be submitted. */
  @property({ attribute: 'allow-empty', converter: yesUnlessFalse }) accessor allowEmpty = true;

  /** A reviewer is at work: what is submitted is accepted, mended and accepted, or rejected. */
  @property({ type: Boolean, reflect: true }) accessor review = false;

  /** How the work is to be done, in Markdown; by default the task's `description`. */
  @property() accessor instructions = '';

  /** What was said of the task and its regions: the panel `comments` shows it, and tells what is added to it by `comment-*` events. */
  @property({ attribute: false }) accessor comments: readonly Comment[] = [];

  /** Settings to begin with; what the user changes comes before them. */
  @property({ attribute: false }) accessor settings: Partial<SettingValues> = {};

  /** What settings, layout and unsaved work are kept under in this browser, apart from other uses of the element; `none` keeps nothing. */
  @property() accessor storage = '';

  /** The host has a model that answers `assist-request`: smart tools are offered. */
  @property({ type: Boolean, reflect: true }) accessor assist = false;

  /** How pixels are drawn; `auto` takes WebGL where it is done by hardware. It counts for media that are shown from now on. */
  @property() accessor renderer: 'auto' | 'webgl' | 'canvas' = 'auto';

  /** In a form: what keeps a completion from being submitted makes the form invalid. */
  @property({ type: Boolean, reflect: true }) accessor required = false;

  /** In a form: the name that the completion is submitted under, as JSON. */
  @property() accessor name = '';

  /** The clock that `lead_time` is taken from: milliseconds. */
  now: () => number = () => Date.now();

  readonly #plugins = LabelEditor.#shared.seenBy();
  readonly #editor = new Editor(
    this.#plugins.registry,
    {
      save: (request) => fireSave(this, this.#taskId, request),
      documentChange: (changes, origin) => fire(this, 'document-change', { changes, origin }),
      selectionChange: (regionIds) => fire(this, 'selection-change', { regionIds: [...regionIds] }),
      completionSelect: ({ id, key }) => fire(this, 'completion-select', { completionId: id ?? key }),
      problems: (problems) => fire(this, 'editor-problem', { problems }),
      assistRequest: (request) => fireAssist(this, request),
    },
    () => this.now(),
  );
  readonly #form = new FormValue(this.attachInternals(), this.#editor, this);
  readonly #presence = new Presence(this, this.#editor);
  #desk!: Desk;

  constructor() {
    super();
    this.#editor.actions.add(standardActions(this.#editor));
  }

  /** The selected completion as JSON, as it would be saved now; null without a task. */
  get completion(): Dict | null {
    this.#give();
    return copyOf<Dict | null>(this.#editor.toJson() ?? null);
  }

  /** What is wrong with config, task, results, media or saving. */
  get problems(): readonly Problem[] {
    this.#give();
    return this.#editor.allProblems;
  }

  /** Resolves when the present config and task are displayed and interactive, and what stands round them too; never rejects. */
  get ready(): Promise<void> {
    this.#give();
    return this.#presence.displayed().then(() => surround(this.#desk));
  }

  /** The results of the selected completion, as they would be saved now. */
  serialize(): readonly Json[] {
    this.#give();
    const { result = [] } = this.#editor.toJson() ?? {};
    return copyOf(isList(result) ? result : []);
  }

  /** Submits the completion, or updates what was submitted before. Resolves to whether it was saved. */
  submit(): Promise<boolean> {
    this.#give();
    return this.#editor.saving.submit();
  }

  /** Saves unsaved work as a draft. Resolves to whether there was any and it was saved. */
  saveDraft(): Promise<boolean> {
    this.#give();
    return this.#editor.saving.saveDraft();
  }

  /** Skips the task. Resolves to whether that was saved. */
  skip(comment?: string): Promise<boolean> {
    this.#give();
    return this.#editor.saving.skip(comment);
  }

  /** Accepts the completion, as a reviewer. Resolves to whether that was saved. */
  accept(): Promise<boolean> {
    this.#give();
    return this.#editor.saving.accept();
  }

  /** Rejects the completion, as a reviewer. Resolves to whether that was saved. */
  reject(comment?: string): Promise<boolean> {
    this.#give();
    return this.#editor.saving.reject(comment);
  }

  /** Takes back the last step of the user. */
  undo(): void {
    this.#give();
    this.#editor.actions.run('undo');
  }

  /** Does again what was taken back. */
  redo(): void {
    this.#give();
    this.#editor.actions.run('redo');
  }

  /** Selects the regions with these ids; ids that are not there are left out. */
  select(ids: readonly string[]): void {
    this.#give();
    this.#editor.select(ids);
  }

  /** Puts the completion or prediction with this id on show; whether there is one. */
  selectCompletion(id: number | string): boolean {
    this.#give();
    const found = this.#editor.workspace.find(id);
    if (found) this.#editor.show(found);
    return found !== undefined;
  }

  /** Copies the prediction with this id into a new completion and shows it; whether there is one. */
  copyPrediction(id: number | string): boolean {
    this.#give();
    const found = this.#editor.workspace.predictions.find((each) => each.key === id || String(each.id) === String(id));
    if (found) this.#editor.copy(found);
    return found !== undefined;
  }

  /**
   * Puts results of a model, say, into the selected completion, as one undo step.
   *
   * @param options `origin`: what results say of where they come from if they do not say it themselves
   */
  addResults(results: readonly Json[], options: { readonly origin?: 'manual' | 'prediction' } = {}): void {
    this.#give();
    const { saving } = this.#editor;
    this.#editor.openNow(() => saving.addResults(results, options.origin ?? 'prediction'));
  }

  /** Puts up results as suggestions on what is on show, to be accepted or rejected; they replace those that were up. */
  suggest(results: readonly Json[]): void {
    this.#give();
    const { assist } = this.#editor;
    this.#editor.openNow(() => assist.suggest(results));
  }

  /**
   * Where a media point is on the screen, in CSS pixels of the viewport.
   *
   * @param name the object tag's name
   * @param point in the units of results: a percent pair, a text offset in code points, seconds, metres
   * @param index the item (page) that is meant, from 0; nothing is returned while another one is on show
   */
  toClient(name: string, point: number | readonly number[], index?: number): DOMPointReadOnly | undefined {
    this.#give();
    const { stages, facts } = this.#editor;
    if (index !== undefined && index !== facts.item(name)) return undefined;
    stages.flush();
    return stages.get(name, point)?.toClient(point as never);
  }

  /** The client rectangle that a region is drawn in; undefined where it is not drawn. */
  regionBounds(id: string): DOMRectReadOnly | undefined {
    this.#give();
    return this.#editor.stages.bounds(id);
  }

  /** Brings tags, shapes and tools to this element alone. @throws TypeError on a malformed plug-in or a name already taken. */
  use(plugin: Plugin): void {
    this.#editor.use(plugin);
  }

  /** @internal */
  override connectedCallback(): void {
    this.#presence.begin((scope) => {
      this.#plugins.follow(scope);
      this.#form.follow(scope);
      scope.onResize(this, ({ contentRect }) => this.#desk?.resize(contentRect.width));
    });
    super.connectedCallback();
    const pageScheme = getComputedStyle(this).colorScheme;
    const { offsetWidth } = this;
    runInAction(() => {
      this.#desk.pageHasScheme = pageScheme !== 'normal';
      // Known before the first rendering, lest the content be laid out twice.
      if (offsetWidth > 0) this.#desk.resize(offsetWidth);
    });
    if (this.hasUpdated) this.#mount();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#presence.end();
    });
  }

  /** @internal */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form.belongTo(form);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    this.#desk = new Desk(this.#editor, root);
    return root;
  }

  protected override willUpdate(): void {
    this.#give();
  }

  protected override render(): TemplateResult {
    return workbench(this.#desk, () => this.#presence.scope);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.#mount();
  }

  get #taskId(): number | string {
    return this.#editor.workspace.task?.id ?? '';
  }

  /** Hands the properties over, all at once; those that a host emptied are as by default. Called before anything is shown or asked, so that hosts need not wait. */
  #give(): void {
    const editor = this.#editor;
    runInAction(() => {
      editor.configText = this.config ?? '';
      editor.taskInput = this.task;
      editor.userId = this.user?.id;
      editor.readonlyWished = this.readonly;
      editor.allowSkip = this.allowSkip;
      editor.allowEmpty = this.allowEmpty;
      editor.review = this.review;
      editor.renderer = this.renderer ?? 'auto';
      editor.assist.offered = this.assist;
      editor.storage = String(this.storage || 'label-editor');
      editor.wishedSettings = this.settings ?? {};
      editor.actions.keymap = this.keymap ?? {};
      this.#form.setRequired(this.required);
      const desk = this.#desk as Desk | undefined;
      if (!desk) return;
      desk.user = this.user;
      desk.panels = panelsIn(this.panels);
      desk.locale = String(this.locale || this.closest<HTMLElement>('[lang]')?.lang || 'en');
      desk.theme = this.theme ?? 'auto';
      desk.instructions = this.instructions ?? '';
      desk.comments = this.comments;
    });
  }

  #mount(): void {
    const host = this.renderRoot.querySelector<HTMLElement>('#content');
    if (!host) return;
    this.#presence.mount(
      host,
      (scope) => {
        scope.add(this.#editor.actions.add(workbenchActions(this.#desk)));
        followRelations(this.#desk, scope);
        followNotices(this.#desk, scope);
        void this.ready.then(() => followRest(this.#desk, scope));
        this.#form.showsAt(host);
      },
      () => void surround(this.#desk),
    );
  }
}

/** Listeners know what their events carry. */
export interface LabelEditor {
  addEventListener<K extends keyof LabelEditorEventMap>(
    type: K,
    listener: (this: LabelEditor, event: LabelEditorEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: LabelEditor, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof LabelEditorEventMap>(
    type: K,
    listener: (this: LabelEditor, event: LabelEditorEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: LabelEditor, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
