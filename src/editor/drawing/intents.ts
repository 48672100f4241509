import type { Intent, Tool } from '../../contract/tool.js';
import type { Gesture } from '../../store/document-store.js';
import { firstLabel, isLabels, labelWords } from '../regions/controls.js';
import { type Draft, putRegion } from '../regions/draft.js';
import { putEdited, removeRegions } from '../regions/regions.js';
import { mostUses } from '../regions/usages.js';
import type { Board } from './board.js';
import type { ToolChoice } from './tool-choice.js';

/** Who asks, and how it came to that. */
export interface Asking {
  readonly tool: Tool;
  readonly byKey: boolean;
  /** Alt was held at the last press. */
  readonly alt: boolean;
}

type Created = Extract<Intent, { ask: 'create' }>;
type Reshaped = Extract<Intent, { ask: 'reshape' }>;
type Settled = Extract<Intent, { ask: 'settle' }>;

/** Carries out what tools ask for, inside of one history gesture at a time. */
export class Intents {
  readonly #board: Board;
  readonly #choice: ToolChoice;
  #gesture: Gesture | undefined;
  #created: string | undefined;
  /** Regions that this gesture has changed. */
  readonly #reshaped = new Set<string>();

  constructor(board: Board, choice: ToolChoice) {
    this.#board = board;
    this.#choice = choice;
  }

  /** The region that the drawing under way has made. */
  get created(): string | undefined {
    return this.#created;
  }

  /** Whether a gesture was begun and not ended; another edit may have closed it in between. */
  get begun(): boolean {
    return this.#gesture !== undefined;
  }

  /** Whether something is changed that is no undo step yet. */
  get open(): boolean {
    return this.#gesture?.open === true;
  }

  /** Makes an undo step of what was changed. */
  commit(): void {
    this.#gesture?.commit();
    this.#end();
  }

  /** Puts back what was changed since the last step. */
  cancel(): void {
    this.#gesture?.cancel();
    this.#end();
  }

  #end(): void {
    this.#gesture = undefined;
    this.#reshaped.clear();
  }

  /** The drawing is over: what comes next makes another region. */
  forget(): void {
    this.#created = undefined;
  }

  carryOut(intent: Intent, asking: Asking): void {
    const { state } = this.#board;
    if (!state.completion) return;
    switch (intent.ask) {
      case 'sketch':
        return this.#sketch(intent.geometry, asking.tool);
      case 'select':
        return this.#select(intent.regionIds, intent.toggle === true);
      case 'create':
        return this.#create(intent, asking);
      case 'reshape':
        return this.#reshape(intent);
      case 'remove':
        return this.#remove(intent.regionId);
      case 'say':
        return state.notices.say(intent.message);
      case 'settle':
        return this.#settle(intent, asking);
    }
  }

  #sketch(geometry: unknown, tool: Tool): void {
    const { state, presenter, surface } = this.#board;
    const shape = state.registry.shape(tool.shape ?? 'rectangle');
    if (geometry === undefined || !shape) return surface.sketch(undefined);
    const draft = this.#choice.draft(tool);
    presenter.sketch(shape, [geometry], presenter.sight(draft?.control.node.name), this.#colourOf(draft));
  }

  #colourOf(draft: Draft | undefined): string | undefined {
    const [first] = draft?.values ?? [];
    const label = firstLabel(first?.value);
    return first && label !== undefined
      ? this.#board.parts.faces.label(first.control.node.name ?? '', label).colour
      : undefined;
  }

  /** A click on a suggestion picks it out; suggestions cannot be dragged, and are no part of what is selected. */
  #select(ids: readonly string[], toggle: boolean): void {
    const { state, parts } = this.#board;
    const { suggestions } = parts.assist;
    suggestions.pick(ids.length === 1 ? ids[0] : undefined);
    if (suggestions.picked !== undefined || state.comparison?.pick(ids)) return;
    const regions = ids.filter((id) => state.doc.regions.has(id));
    if (toggle) state.selection.toggle(regions);
    else state.select(regions);
  }

  #create({ geometry, as }: Created, { tool, alt }: Asking): void {
    const { state, parts, surface, objectName: toName, item } = this.#board;
    surface.sketch(undefined);
    const { shape } = tool;
    if (!state.completion || shape === undefined) return;
    const draft = this.#choice.draft(tool);
    if (!draft || !this.#choice.mayDraw(tool)) return this.#choice.wantLabel(tool);
    if (this.#isOverused(draft)) return;
    const { prompt, excluding } = parts.assist;
    const prompts = this.#choice.prompts(tool);
    const store = prompts ? prompt.store : state.completion.store;
    this.#gesture ??= store.gesture(as ?? `Draw ${tool.title.toLowerCase()}`);
    this.#gesture.update((write) => {
      const region = { toName, shape, geometry, ...(item !== undefined && { itemIndex: item }) };
      const id = putRegion(store, write, draft, region);
      this.#created = id;
      if (prompts && alt !== excluding) prompt.exclude(id);
    });
  }

  #isOverused({ values }: Draft): boolean {
    const { faces, usages } = this.#board.parts;
    for (const { control, value } of values) {
      for (const word of labelWords(value)) {
        const name = control.node.name ?? '';
        const most = mostUses(control, faces.option(name, word));
        if (most === undefined || usages.of(name, word) < most) continue;
        this.#board.state.notices.say(
          `You can't use ${faces.label(name, word).name} more than ${most} time(s)`,
          'danger',
        );
        return true;
      }
    }
    return false;
  }

  #reshape({ regionId: id, geometry, as }: Reshaped): void {
    const region = this.#board.region(id);
    const store = this.#board.storeOf(id);
    if (!region || !store || !this.#board.state.mayEdit(region)) return;
    // Another edit in mid-drag ends the step; the drag goes on in a step of its own.
    if (!this.#gesture?.open) this.#gesture = store.gesture(as ?? 'Change region');
    this.#gesture.update((write) => putEdited(store, write, { ...region, geometry }));
    this.#reshaped.add(id);
  }

  #remove(id: string): void {
    const store = this.#board.storeOf(id);
    if (!store || !this.#board.mayEdit(id)) return;
    if (!this.#gesture?.open) this.#gesture = store.gesture('Delete region');
    this.#gesture.update((write) => removeRegions(store, write, new Set([id])));
  }

  #settle({ unfinished, finished }: Settled, { tool, byKey }: Asking): void {
    const { state, parts, surface } = this.#board;
    this.#removeEmpty();
    this.commit();
    surface.sketch(undefined);
    const drawn = finished ?? this.#created;
    if (drawn === undefined) return;
    if (!unfinished) this.forget();
    if (parts.assist.prompt.has(drawn)) return parts.assist.drawn(drawn, unfinished === true);
    if (unfinished) return state.select([drawn]);
    const labelled = this.#choice.draft(tool)?.values.some(({ control }) => isLabels(control));
    if (labelled && !state.settings.continuousLabeling) state.armed.disarm();
    // What was made by keys is selected in any case, to be moved into place.
    state.select(byKey || state.settings.selectAfterCreate ? [drawn] : []);
  }

  /** Takes away what this gesture has left nothing of. */
  #removeEmpty(): void {
    for (const id of this.#reshaped) {
      const region = this.#board.region(id);
      if (region && this.#board.state.registry.shape(region.shape)?.isEmpty?.(region.geometry)) this.#remove(id);
    }
  }
}
