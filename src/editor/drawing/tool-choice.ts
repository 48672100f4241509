import type { Input, Inputs, Tool } from '../../contract/tool.js';
import { type Draft, draftFor } from '../regions/draft.js';
import type { Board } from './board.js';

/** What a tool hears of. */
export type ToolInput = Exclude<Input<unknown>, { kind: 'cancel' }>;
type Press = Extract<ToolInput, { kind: 'press' | 'doublepress' }>;

/** Who takes what begins with an input: nobody, when nothing can come of it. */
interface Chosen {
  readonly tool?: Tool | undefined;
  /** The one in the hand, which a press where nothing is was meant for; it may not draw. */
  readonly refused?: Tool;
  /** The one that would take the text that was marked, had it a label. */
  readonly wanting?: Tool;
}

/** Which tool an input belongs to, and what that tool may do now. */
export class ToolChoice {
  readonly #board: Board;

  constructor(board: Board) {
    this.#board = board;
  }

  /** The tool in the hand. Observable. */
  get active(): Tool | undefined {
    return this.#board.parts.toolbox.active(this.#board.surface.space);
  }

  get selecting(): Tool | undefined {
    return this.#board.parts.toolbox.selecting(this.#board.surface.space);
  }

  /** The tool that Enter draws with: the one in the hand, else the first that draws at all. */
  get drawing(): Tool | undefined {
    const { active } = this;
    if (active?.shape !== undefined) return active;
    return this.#board.parts.toolbox.tools(this.#board.surface.space).find(({ shape }) => shape);
  }

  /** What a region that the tool drew now would be made of. Observable. */
  draft({ shape }: Tool): Draft | undefined {
    const { config, armed } = this.#board.state;
    return shape === undefined ? undefined : draftFor(config, armed, this.#board.objectName, shape);
  }

  /** Whether the tool may draw a new region, or show something to a model. Observable. */
  mayDraw(tool: Tool): boolean {
    const draft = this.draft(tool);
    return draft !== undefined && !this.#board.parts.assist.forbids(draft.control);
  }

  /** Whether what the tool would draw now is shown to a model and is no region. Observable. */
  prompts(tool: Tool): boolean {
    const draft = tool.alters ? undefined : this.draft(tool);
    return draft !== undefined && this.#board.parts.assist.takes(draft.control);
  }

  /** Whether anything can come of the tool: it draws, or works on what is there. Observable. */
  mayWork(tool: Tool): boolean {
    return this.mayDraw(tool) || tool.alters === true || this.#continues(tool);
  }

  /** Which tool a first input belongs to. */
  choose(input: ToolInput): Chosen {
    const { active, selecting } = this;
    const { state } = this.#board;
    if (input.kind === 'move' || input.kind === 'release') return {};
    if (input.kind === 'range') return this.#chooseForRange(input, active);
    if (active?.shape === undefined) return { tool: active?.pans ? undefined : active };
    if (state.readonly || this.#isOnRegion(input, active)) return { tool: selecting };
    // Whether or not a label is armed: the region that it works on has its own.
    if (this.mayWork(active)) return { tool: active };
    if (input.kind !== 'press') return {};
    // A press beside what is selected lets go of it; it is no try to draw.
    return { tool: selecting, ...(state.selection.ids.length === 0 && { refused: active }) };
  }

  /**
   * Text that is marked becomes a region. Without a label the regions in it are selected, with Ctrl held besides those
   * that are; where there are none, it waits for one.
   */
  #chooseForRange({ from, to, ctrl = false }: Inputs<unknown>['range'], active: Tool | undefined): Chosen {
    const { state } = this.#board;
    const draws = !state.readonly && !ctrl && active?.shape !== undefined ? active : undefined;
    if (draws && this.mayDraw(draws)) return { tool: draws };
    const covered = this.#covered(Number(from), Number(to));
    state.select(ctrl ? [...state.selection.ids, ...covered] : covered);
    return draws && covered.length === 0 ? { wanting: draws } : {};
  }

  /** The regions that lie in a stretch of text as a whole. */
  #covered(from: number, to: number): readonly string[] {
    const { state, surface, presenter } = this.#board;
    return surface.within(from, to).filter((id) => {
      const region = state.doc.regions.get(id);
      const marks =
        region && state.registry.shape(region.shape)?.marks(region.geometry, presenter.sight(region.fromName));
      return marks?.every((mark) => mark.draw !== 'span' || (mark.start >= from && mark.end <= to)) === true;
    });
  }

  /** Whether this is a press on a region that is left to the tool that selects. With Ctrl held one draws over regions. */
  #isOnRegion(input: ToolInput, tool: Tool): boolean {
    if (input.kind !== 'press' && input.kind !== 'doublepress') return false;
    if (!input.hit || input.ctrl === true || tool.over || this.prompts(tool)) return false;
    return !this.#takes(tool, input);
  }

  /** Whether the tool goes on with the region that is selected. */
  #continues(tool: Tool): boolean {
    if (this.prompts(tool)) return false;
    const { state, selected } = this.#board;
    const [id, ...others] = selected;
    const region = id === undefined ? undefined : state.doc.regions.get(id);
    if (!region || others.length > 0 || region.shape !== tool.shape || !state.mayEdit(region)) return false;
    return tool.continues?.(region.geometry) === true;
  }

  /** Whether a press on the region that it goes on with is for the tool. */
  #takes(tool: Tool, press: Press): boolean {
    const region = this.#board.region(press.hit?.regionId ?? '');
    if (!region || this.#board.selected[0] !== region.id || !this.#continues(tool)) return false;
    return tool.takes?.(region.geometry, press) === true;
  }

  /** Says why the tool draws nothing. @param marked something that waits for a label */
  wantLabel(tool: Tool | undefined, marked = false): void {
    const { state, parts } = this.#board;
    const draft = tool && this.draft(tool);
    if (draft && parts.assist.forbids(draft.control))
      state.notices.say('This tool only asks a model, and this page has none.');
    else state.notices.say(`Pick a label ${marked ? 'for it' : 'first'}: click one above, or press its key.`);
  }
}
