import { reaction } from 'mobx';
import type { Space } from '../contract/shape.js';
import type { Surfaces } from '../contract/surface.js';
import type { Input, Intent, Tool, ToolEnv } from '../contract/tool.js';
import type { Scope } from '../contract/view.js';
import type { Region } from '../model/document.js';
import type { Dict } from '../model/json.js';
import type { DocumentStore, Gesture } from '../store/document-store.js';
import type { Assist } from './assist.js';
import type { Faces } from './faces.js';
import { type Draft, draftFor, isLabels, putEdited, putRegion } from './labeling.js';
import type { Presenter } from './presenter.js';
import { isPoint } from './prompt.js';
import { removeRegions } from './regions.js';
import { type Snapping, snapped } from './snapping.js';
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
  readonly pixel: readonly number[];
  grab?(on: boolean): void;
  tip?(diameter: number | undefined): void;
  pixels?(): ImageData | undefined;
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
  readonly assist: Assist;
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
  /** What the last two presses went to. */
  #pressed: readonly [Tool | undefined, Tool | undefined] = [undefined, undefined];
  /** Alt was held at the last press. */
  #alt = false;
  /** Regions that this gesture has changed. */
  readonly #reshaped = new Set<string>();
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
        () => this.leave(),
      ),
    );
    presenter.frame = () => {
      const tool = parts.toolbox.selecting(this.#surface.space);
      return tool?.frame?.(this.#env(tool)) as ReturnType<NonNullable<Presenter['frame']>>;
    };
    scope.react(() => {
      const tool = parts.toolbox.active(this.#surface.space);
      const able = tool !== undefined && (this.#mayDraw(tool) || tool.alters === true || this.#continues(tool));
      const draws = able && tool.shape !== undefined && !state.readonly;
      this.#surface.cursor(draws ? (tool.cursor ?? 'crosshair') : 'default');
      this.#surface.grab?.(tool?.pans === true);
      const tip = draws && tool.tip !== undefined ? parts.toolbox.settingsOf(tool)[tool.tip] : undefined;
      this.#surface.tip?.(tip);
    });
  }

  /**
   * Drops what is being drawn and puts back what is being changed. Whether there was anything to drop: of what is drawn
   * in several steps, those that are done are in the document and history, and the tool goes on from there.
   */
  cancel(): boolean {
    this.#endBurst();
    const stays = this.#handles('leave');
    const busy = stays ? this.#gesture?.open === true : this.#tool !== undefined;
    this.#gesture?.cancel();
    this.#gesture = undefined;
    this.#reshaped.clear();
    this.#surface.sketch(undefined);
    if (!stays) this.#putDown();
    return busy;
  }

  /** Ends what is being drawn: what is done in several steps is completed, all else dropped. Whether there was anything. */
  leave(): boolean {
    if (!this.#handles('leave')) return this.cancel();
    this.#gesture?.cancel();
    this.#gesture = undefined;
    this.#feedOn({ kind: 'leave' });
    this.#putDown();
    this.#surface.sketch(undefined);
    return true;
  }

  /** Takes back the last point of what is being drawn; whether something is. */
  back(): boolean {
    if (!this.#handles('back')) return false;
    this.#feedOn({ kind: 'back' });
    return true;
  }

  #putDown(): void {
    this.#tool = undefined;
    this.#state = undefined;
    this.#created = undefined;
  }

  #handles(kind: 'leave' | 'back'): boolean {
    return this.#tool?.states[this.#state?.in ?? '']?.[kind] !== undefined;
  }

  /** Whether there is a gesture that could be dropped, or keys that can be undone. */
  get busy(): boolean {
    return (
      (this.#tool !== undefined && (!this.#handles('leave') || this.#gesture !== undefined)) ||
      this.#burst !== undefined
    );
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
    if (draws && this.#handles('leave')) {
      this.leave();
      return;
    }
    if (!tool || this.#tool) return;
    if (draws && !this.#mayDraw(tool) && !tool.alters && !this.#continues(tool)) {
      this.#wantLabel();
      return;
    }
    const selected = this.#selected();
    const before = this.#burst;
    if (before && (draws || before.selected.join() !== selected.join())) this.#endBurst();
    this.#burst?.stop();
    this.#alt = false;
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

  #take(given: AnyInput): void {
    if (given.kind === 'cancel') {
      this.cancel();
      return;
    }
    const prompted = 'hit' in given && this.#parts.assist.prompt.has(given.hit?.regionId ?? '');
    // What is shown to a model cannot be touched: the pointer reaches what lies under it.
    const input = prompted ? untouched(given) : given;
    if (input.kind === 'press') this.#alt = input.alt === true;
    if (input.kind !== 'move') this.#endBurst();
    if (!this.#tool) {
      const tool = this.#choose(input);
      if (!tool) return;
      this.#tool = tool;
      this.#state = tool.initial;
    }
    // The first of two presses ended a drawing, say, with a tool that is put down since: the second is none of a pair.
    if (input.kind === 'doublepress' && this.#pressed[0] !== this.#tool) return;
    if (input.kind === 'press') this.#pressed = [this.#pressed[1], this.#tool];
    this.#feedOn(input);
  }

  #feedOn(input: ToolInput): void {
    const tool = this.#tool;
    if (!tool) return;
    // A click inside of what the model suggests is one more point.
    const through = isPoint(tool.shape) && this.#prompts(tool);
    this.#feed(tool, this.#state ?? tool.initial, through ? untouched(input) : input);
    if (this.#state?.in === tool.initial.in) this.#putDown();
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
    if (active?.shape === undefined) return active?.pans ? undefined : active;
    const pressed = input.kind === 'press' || input.kind === 'doublepress';
    // Whether or not a label is armed: the region has its own.
    const draws = !this.#editor.readonly && this.#mayDraw(active);
    const onRegion = pressed && input.hit && input.ctrl !== true && active.over !== true && !this.#prompts(active);
    if ((onRegion && !this.#takes(active, input)) || this.#editor.readonly) return selecting;
    if (draws || active.alters || this.#continues(active)) return active;
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
    return this.#draft !== undefined && !this.#parts.assist.forbids(this.#draft.control);
  }

  /** Whether what the tool would draw now is shown to a model and is no region. */
  #prompts(tool: Tool): boolean {
    if (tool.shape === undefined || tool.alters || !this.#draft) return false;
    return this.#parts.assist.takes(this.#draft.control);
  }

  /** Whether the tool goes on with the region that is selected. */
  #continues(tool: Tool): boolean {
    if (this.#prompts(tool)) return false;
    const [id, ...others] = this.#selected();
    const region = id === undefined ? undefined : this.#editor.doc.regions.get(id);
    if (!region || others.length > 0 || region.shape !== tool.shape || !this.#editor.mayEdit(region)) return false;
    return tool.continues?.(region.geometry) === true;
  }

  /** Whether a press on the region that it goes on with is for the tool. */
  #takes(tool: Tool, input: Extract<ToolInput, { kind: 'press' | 'doublepress' }>): boolean {
    const region = this.#region(input.hit?.regionId ?? '');
    if (!region || this.#selected()[0] !== region.id || !this.#continues(tool)) return false;
    return tool.takes?.(region.geometry, input) === true;
  }

  #wantLabel(): void {
    const { notices } = this.#editor;
    if (this.#draft && this.#parts.assist.forbids(this.#draft.control))
      notices.say('This tool only asks a model, and this page has none.');
    else notices.say('Pick a label first: click one above, or press its key.');
  }

  #env(tool: Tool): ToolEnv {
    const editor = this.#editor;
    const regions = editor.doc.regions;
    const selected = this.#prompts(tool) ? [] : this.#selected();
    const drawing = tool.shape === undefined ? undefined : this.#draft?.control.node.name;
    const control = drawing ?? regions.get(selected[0] ?? '')?.fromName ?? '';
    const options = this.#presenter.options(control);
    return {
      sight: this.#presenter.sight(control),
      tolerance: this.#surface.tolerance,
      pixel: this.#surface.pixel,
      settings: this.#parts.toolbox.settingsOf(tool),
      created: this.#created,
      snap: (at, but = []) => snapped(at, this.#snapping(options, but)),
      pixels: () => this.#surface.pixels?.(),
      options,
      selected,
      region: (id) => this.#region(id),
      shape: (name) => editor.registry.shape(name),
      editable: (id) => {
        const region = this.#region(id);
        return region !== undefined && editor.mayEdit(region);
      },
      within: (from, to) => this.#surface.within(from, to),
    };
  }

  #snapping(options: Dict, but: readonly string[]): Snapping {
    const { settings, doc, registry } = this.#editor;
    const { facts } = this.#presenter.sight();
    return {
      facts: this.#surface.space === 'stage2d' && options.snap === 'pixel' ? facts : undefined,
      reach: settings.snapping ? this.#surface.tolerance : undefined,
      anchorsNear: (from, to) =>
        this.#surface
          .within(from, to)
          .filter((id) => !but.includes(id))
          .flatMap((id) => {
            const region = doc.regions.get(id);
            const anchors = region && registry.shape(region.shape)?.anchors;
            return region && anchors ? [...anchors(region.geometry, this.#presenter.sight(region.fromName))] : [];
          }),
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
    const { completion, settings } = this.#editor;
    if (!completion) return;
    switch (intent.ask) {
      case 'sketch':
        return this.#sketch(intent.geometry, tool);
      case 'select':
        return this.#select(intent.regionIds, intent.toggle === true);
      case 'create':
        return this.#create(intent.geometry, tool);
      case 'reshape': {
        const region = this.#region(intent.regionId);
        const store = this.#storeOf(intent.regionId);
        if (!region || !store || !this.#editor.mayEdit(region)) return;
        // Another edit in mid-drag ends the step; the drag goes on in a step of its own.
        if (!this.#gesture?.open) this.#gesture = store.gesture('Change region');
        this.#gesture.update((write) => putEdited(store, write, { ...region, geometry: intent.geometry }));
        this.#reshaped.add(region.id);
        return;
      }
      case 'remove':
        return this.#remove(intent.regionId);
      case 'say':
        return this.#editor.notices.say(intent.message);
      case 'settle':
        return this.#settle(byKey || settings.selectAfterCreate, intent);
    }
  }

  /** A click on a suggestion picks it out; suggestions cannot be dragged, and are no part of what is selected. */
  #select(ids: readonly string[], toggle: boolean): void {
    const { suggestions } = this.#parts.assist;
    suggestions.pick(ids.length === 1 ? ids[0] : undefined);
    if (suggestions.picked !== undefined) return;
    const regions = ids.filter((id) => this.#editor.doc.regions.has(id));
    if (toggle) this.#editor.selection.toggle(regions);
    else this.#editor.select(regions);
  }

  /** A region of the completion, or of what is shown to a model. */
  #region(id: string): Region | undefined {
    return this.#storeOf(id)?.doc.regions.get(id);
  }

  #storeOf(id: string): DocumentStore | undefined {
    const { prompt } = this.#parts.assist;
    return prompt.has(id) ? prompt.store : this.#editor.completion?.store;
  }

  #remove(id: string): void {
    const store = this.#storeOf(id);
    const region = store?.doc.regions.get(id);
    if (!store || !region || !this.#editor.mayEdit(region)) return;
    if (!this.#gesture?.open) this.#gesture = store.gesture('Delete region');
    this.#gesture.update((write) => removeRegions(store, write, new Set([id])));
  }

  #sketch(geometry: unknown, tool: Tool): void {
    const shape = this.#editor.registry.shape(tool.shape ?? 'rectangle');
    if (geometry === undefined || !shape) this.#surface.sketch(undefined);
    else {
      const sight = this.#presenter.sight(this.#draft?.control.node.name);
      this.#presenter.sketch(shape, geometry, sight, tool.shape === undefined ? undefined : this.#draftColour());
    }
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
    if (!completion || tool.shape === undefined) return;
    if (!this.#mayDraw(tool) || !this.#draft) return this.#wantLabel();
    if (this.#overused(this.#draft)) return;
    const { control, values } = this.#draft;
    const shape = tool.shape;
    const paged = facts.of(this.#objectName).items !== undefined;
    const { assist } = this.#parts;
    const prompts = this.#prompts(tool);
    const store = prompts ? assist.prompt.store : completion.store;
    this.#gesture ??= store.gesture(`Draw ${shape}`);
    this.#gesture.update((write) => {
      const id = putRegion(
        store,
        write,
        { control, values },
        { toName: this.#objectName, shape, geometry, ...(paged && { itemIndex: facts.item(this.#objectName) }) },
      );
      this.#created = id;
      if (prompts && this.#alt !== assist.excluding) assist.prompt.exclude(id);
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
  #settle(
    select: boolean,
    { unfinished, finished }: { readonly unfinished?: boolean; readonly finished?: string },
  ): void {
    const { settings, armed, registry } = this.#editor;
    const { assist } = this.#parts;
    for (const id of this.#reshaped) {
      const region = this.#region(id);
      if (region && registry.shape(region.shape)?.isEmpty?.(region.geometry)) this.#remove(id);
    }
    this.#reshaped.clear();
    this.#gesture?.commit();
    this.#gesture = undefined;
    this.#surface.sketch(undefined);
    const drawn = finished ?? this.#created;
    if (drawn === undefined) return;
    if (assist.prompt.has(drawn)) {
      if (!unfinished) this.#created = undefined;
      return assist.drawn(drawn, unfinished === true);
    }
    if (unfinished) return this.#editor.select([drawn]);
    this.#created = undefined;
    const labelled = this.#draft?.values.some(({ control }) => isLabels(control)) ?? false;
    if (labelled && !settings.continuousLabeling) armed.disarm();
    this.#editor.select(select ? [drawn] : []);
  }
}

function untouched<I extends ToolInput>(input: I): I {
  const { hit: _, ...rest } = input as I & { hit?: unknown };
  return rest as I;
}
