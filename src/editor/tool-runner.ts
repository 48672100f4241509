import { reaction } from 'mobx';
import type { Space } from '../contract/shape.js';
import type { Surfaces } from '../contract/surface.js';
import type { Input, Intent, Tool, ToolEnv } from '../contract/tool.js';
import type { Scope } from '../contract/view.js';
import type { Gesture } from '../store/document-store.js';
import type { Faces } from './faces.js';
import { type Draft, draftFor, isLabels, putEdited, putRegion } from './labeling.js';
import type { Presenter } from './presenter.js';
import type { EditorState } from './state.js';
import type { Toolbox } from './toolbox.js';
import type { Usages } from './usages.js';

type AnyInput = Input<unknown>;
type ToolInput = Exclude<AnyInput, { kind: 'cancel' }>;
type KeyInput = Extract<AnyInput, { kind: 'key' }>;

/** Keys that follow one another faster than this, in milliseconds, are one undo step. */
const BURST = 700;

/** What the runner uses of a surface, whatever its points are. */
interface Pointed {
  readonly space: Space;
  readonly tolerance: readonly number[];
  within(from: unknown, to: unknown): readonly string[];
  sketch(layer: undefined): void;
  cursor(css: string): void;
  onInput(listener: (input: AnyInput) => void): () => void;
  onHover(listener: (regionId: string | undefined, at: unknown) => void): () => void;
}

/** What the runner asks of the rest. */
export interface RunnerParts {
  readonly toolbox: Toolbox;
  readonly faces: Faces;
  readonly usages: Usages;
}

/**
 * Feeds one surface's input to the tool in the hand, and carries out what the tool asks for inside one history gesture.
 * A press on a region goes to the tool that selects and moves, unless Ctrl is held to draw over it.
 */
export class ToolRunner {
  readonly #editor: EditorState;
  readonly #parts: RunnerParts;
  readonly #objectName: string;
  readonly #surface: Pointed;
  readonly #presenter: Presenter;
  readonly #scope: Scope;
  /** The tool of the gesture under way, and the state it is in. */
  #tool: Tool | undefined;
  #state: { readonly in: string } | undefined;
  #draft: Draft | undefined;
  #gesture: Gesture | undefined;
  #created: string | undefined;
  /** Keys have changed regions, and more of them may follow. */
  #burst: { readonly selected: readonly string[]; readonly stop: () => void } | undefined;

  constructor(
    state: EditorState,
    parts: RunnerParts,
    objectName: string,
    surface: Surfaces[Space],
    presenter: Presenter,
    scope: Scope,
  ) {
    this.#editor = state;
    this.#parts = parts;
    this.#objectName = objectName;
    this.#surface = surface as unknown as Pointed;
    this.#presenter = presenter;
    this.#scope = scope;
    scope.add(this.#surface.onInput((input) => this.#take(input)));
    scope.add(
      this.#surface.onHover((regionId, at) => {
        state.selection.hover(regionId);
        state.selection.pointAt(objectName, at);
      }),
    );
    scope.add(() => this.cancel());
    scope.add(
      reaction(
        () => [
          parts.toolbox.active(this.#surface.space),
          state.completion,
          state.readonly,
          state.facts.item(objectName),
        ],
        () => this.cancel(),
      ),
    );
    scope.react(() => {
      const tool = parts.toolbox.active(this.#surface.space);
      const draws = tool?.shape !== undefined && !state.readonly && this.#mayDraw(tool);
      this.#surface.cursor(draws ? (tool.cursor ?? 'crosshair') : 'default');
    });
  }

  /** Drops what is being drawn and puts back what is being changed. Whether there was anything to drop. */
  cancel(): boolean {
    this.#endBurst();
    const busy = this.#tool !== undefined;
    this.#gesture?.cancel();
    this.#gesture = undefined;
    this.#created = undefined;
    this.#tool = undefined;
    this.#surface.sketch(undefined);
    return busy;
  }

  /** Whether there is a gesture that could be dropped, or keys that can be undone. */
  get busy(): boolean {
    return this.#tool !== undefined || this.#burst !== undefined;
  }

  /** The selected regions on this surface that are in sight and may be changed. */
  get movable(): readonly string[] {
    const { doc } = this.#editor;
    return this.#selected().filter((id) => {
      const region = doc.regions.get(id);
      return region !== undefined && this.#editor.mayEdit(region);
    });
  }

  /** Takes a key for the tool: Enter for the one that draws, arrows for the one that moves. */
  key(input: KeyInput): void {
    const { toolbox } = this.#parts;
    const { space } = this.#surface;
    const draws = input.key === 'enter';
    const inHand = toolbox.active(space);
    const drawing = inHand?.shape === undefined ? toolbox.tools(space).find(({ shape }) => shape) : inHand;
    const tool = draws ? drawing : toolbox.selecting(space);
    if (!tool || this.#tool) return;
    if (draws && !this.#mayDraw(tool)) {
      this.#wantLabel();
      return;
    }
    const selected = this.#selected();
    const before = this.#burst;
    if (before && (draws || before.selected.join() !== selected.join())) this.#endBurst();
    this.#burst?.stop();
    this.#feed(tool, tool.initial, input);
    if (this.#gesture) this.#burst = { selected, stop: this.#scope.timeout(() => this.#endBurst(), BURST) };
  }

  #endBurst(): void {
    if (!this.#burst) return;
    this.#burst.stop();
    this.#burst = undefined;
    this.#gesture?.commit();
    this.#gesture = undefined;
  }

  #take(input: AnyInput): void {
    if (input.kind === 'cancel') {
      this.cancel();
      return;
    }
    if (input.kind !== 'move') this.#endBurst();
    if (!this.#tool) {
      const tool = this.#choose(input);
      if (!tool) return;
      this.#tool = tool;
      this.#state = tool.initial;
    }
    const tool = this.#tool;
    this.#feed(tool, this.#state ?? tool.initial, input);
    if (this.#state?.in === tool.initial.in) this.#tool = undefined;
  }

  #feed(tool: Tool, state: { readonly in: string }, input: ToolInput): void {
    const handler = tool.states[state.in]?.[input.kind] as
      | ((state: unknown, input: AnyInput, env: ToolEnv) => unknown)
      | undefined;
    if (!handler) return;
    const step = handler(state, input, this.#env(tool));
    const [next, ...asks] = (Array.isArray(step) ? step : [step]) as [{ readonly in: string }, ...Intent[]];
    this.#state = next;
    for (const intent of asks) this.#carryOut(intent, tool, input.kind === 'key');
  }

  /** Which tool a first input belongs to; none when nothing can come of it. */
  #choose(input: ToolInput): Tool | undefined {
    const { toolbox } = this.#parts;
    const active = toolbox.active(this.#surface.space);
    const selecting = toolbox.selecting(this.#surface.space);
    if (input.kind === 'move' || input.kind === 'release') return undefined;
    if (input.kind === 'range') return this.#chooseForRange(input, active);
    if (active?.shape === undefined) return active;
    const onRegion = (input.kind === 'press' || input.kind === 'doublepress') && input.hit && input.ctrl !== true;
    if (onRegion || this.#editor.readonly) return selecting;
    if (this.#mayDraw(active)) return active;
    // A press beside what is selected lets go of it; it is no try to draw.
    if (this.#editor.selection.ids.length === 0) this.#wantLabel();
    return input.kind === 'press' ? selecting : undefined;
  }

  #chooseForRange(input: ToolInput & { kind: 'range' }, active: Tool | undefined): Tool | undefined {
    if (!this.#editor.readonly && input.ctrl !== true && active && this.#mayDraw(active)) return active;
    const covered = this.#surface.within(input.from, input.to);
    this.#editor.select(covered);
    if (covered.length === 0 && !this.#editor.readonly) this.#wantLabel();
    return undefined;
  }

  #mayDraw(tool: Tool): boolean {
    const { config, armed } = this.#editor;
    this.#draft = tool.shape === undefined ? undefined : draftFor(config, armed, this.#objectName, tool.shape);
    return this.#draft !== undefined;
  }

  #wantLabel(): void {
    this.#editor.notices.say('Pick a label first: click one above, or press its key.');
  }

  #env(tool: Tool): ToolEnv {
    const editor = this.#editor;
    const regions = editor.doc.regions;
    const selected = this.#selected();
    const control = this.#draft?.control.node.name ?? regions.get(selected[0] ?? '')?.fromName ?? '';
    return {
      sight: this.#presenter.sight,
      tolerance: this.#surface.tolerance,
      options:
        tool.shape === undefined
          ? this.#presenter.options(regions.get(selected[0] ?? '')?.fromName ?? '')
          : this.#presenter.options(control),
      selected,
      region: (id) => regions.get(id),
      shape: (name) => editor.registry.shape(name),
      editable: (id) => {
        const region = regions.get(id);
        return region !== undefined && editor.mayEdit(region);
      },
      within: (from, to) => this.#surface.within(from, to),
    };
  }

  /** Those of other objects and pages, and those that are hidden, are not for the tools of this surface. */
  #selected(): readonly string[] {
    const { selection, doc, facts } = this.#editor;
    const paged = facts.of(this.#objectName).items !== undefined;
    return selection.ids.filter((id) => {
      const region = doc.regions.get(id);
      if (region?.toName !== this.#objectName || selection.isHidden(id)) return false;
      return !paged || (region.itemIndex ?? 0) === facts.item(this.#objectName);
    });
  }

  #carryOut(intent: Intent, tool: Tool, byKey: boolean): void {
    const { completion, selection, settings } = this.#editor;
    if (!completion) return;
    switch (intent.ask) {
      case 'sketch':
        return this.#sketch(intent.geometry, tool);
      case 'select':
        if (intent.toggle) selection.toggle(intent.regionIds);
        else this.#editor.select(intent.regionIds);
        return;
      case 'create':
        return this.#create(intent.geometry, tool);
      case 'reshape': {
        const region = completion.doc.regions.get(intent.regionId);
        if (!region || !this.#editor.mayEdit(region)) return;
        // Another edit in mid-drag ends the step; the drag goes on in a step of its own.
        if (!this.#gesture?.open) this.#gesture = completion.store.gesture('Change region');
        this.#gesture.update((write) => putEdited(completion.store, write, { ...region, geometry: intent.geometry }));
        return;
      }
      case 'settle':
        return this.#settle(byKey || settings.selectAfterCreate);
    }
  }

  #sketch(geometry: unknown, tool: Tool): void {
    const shape = this.#editor.registry.shape(tool.shape ?? 'rectangle');
    if (geometry === undefined || !shape) this.#surface.sketch(undefined);
    else this.#presenter.sketch(shape, geometry, tool.shape === undefined ? undefined : this.#draftColour());
  }

  #draftColour(): string | undefined {
    const [first] = this.#draft?.values ?? [];
    const word = Array.isArray(first?.value) ? first.value[0] : undefined;
    return first && typeof word === 'string'
      ? this.#parts.faces.label(first.control.node.name ?? '', word).colour
      : undefined;
  }

  #create(geometry: unknown, tool: Tool): void {
    const { completion, facts } = this.#editor;
    this.#surface.sketch(undefined);
    if (!completion || tool.shape === undefined || !this.#mayDraw(tool) || !this.#draft || this.#overused(this.#draft))
      return;
    const { control, values } = this.#draft;
    const shape = tool.shape;
    const paged = facts.of(this.#objectName).items !== undefined;
    this.#gesture ??= completion.store.gesture(`Draw ${shape}`);
    this.#gesture.update((write) => {
      this.#created = putRegion(
        completion.store,
        write,
        { control, values },
        { toName: this.#objectName, shape, geometry, ...(paged && { itemIndex: facts.item(this.#objectName) }) },
      );
    });
  }

  #overused({ values }: Draft): boolean {
    const { faces, usages } = this.#parts;
    const { notices } = this.#editor;
    for (const { control, value } of values) {
      for (const word of Array.isArray(value) ? value : []) {
        const name = control.node.name ?? '';
        const own = faces.option(name, String(word))?.attributes.maxUsages;
        const most = typeof own === 'number' ? own : control.node.attributes.maxUsages;
        if (typeof most !== 'number' || usages.of(name, String(word)) < most) continue;
        notices.say(`You can't use ${word} more than ${most} time(s)`, 'danger');
        return true;
      }
    }
    return false;
  }

  /** @param select whether what was made is selected; by keys it always is, to be moved into place */
  #settle(select: boolean): void {
    const { settings, armed } = this.#editor;
    this.#gesture?.commit();
    this.#gesture = undefined;
    this.#surface.sketch(undefined);
    const created = this.#created;
    this.#created = undefined;
    if (created === undefined) return;
    const labelled = this.#draft?.values.some(({ control }) => isLabels(control)) ?? false;
    if (labelled && !settings.continuousLabeling) armed.disarm();
    this.#editor.select(select ? [created] : []);
  }
}
