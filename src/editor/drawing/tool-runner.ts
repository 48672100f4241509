import type { Input, Intent, Tool, ToolEnv } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { reaction } from '../../reactive/index.js';
import { isPoint } from '../assist/prompt.js';
import type { Board } from './board.js';
import { Intents } from './intents.js';
import type { Presenter } from './presenter.js';
import { ToolChoice, type ToolInput } from './tool-choice.js';
import { toolEnv } from './tool-env.js';

type KeyInput = Extract<ToolInput, { kind: 'key' }>;
type RangeInput = Extract<ToolInput, { kind: 'range' }>;
type ToolState = { readonly in: string };

/** Keys that follow one another faster than this, in milliseconds, are one undo step. */
const BURST = 700;

/** Feeds one surface's input to the tool it belongs to, from state to state, and has carried out what the tool asks for. */
export class ToolRunner {
  readonly #board: Board;
  readonly #choice: ToolChoice;
  readonly #intents: Intents;
  readonly #scope: Scope;
  /** The tool at work, and the state it is in. */
  #tool: Tool | undefined;
  #state: ToolState | undefined;
  /** The tool that was meant to be at work, and may not. */
  #refused: Tool | undefined;
  /** Where the last press was. */
  #from: unknown;
  /** What the last two presses went to. */
  #pressed: readonly [Tool | undefined, Tool | undefined] = [undefined, undefined];
  /** Alt was held at the last press. */
  #alt = false;
  /** Text that was marked and waits for a label. */
  #marked: { readonly tool: Tool; readonly range: RangeInput } | undefined;
  /** Keys have changed regions, and more of them may follow. */
  #burst: { readonly selected: readonly string[]; readonly stop: () => void } | undefined;

  constructor(board: Board, scope: Scope) {
    this.#board = board;
    this.#choice = new ToolChoice(board);
    this.#intents = new Intents(board, this.#choice);
    this.#scope = scope;
    const { state, surface, objectName, presenter } = board;
    scope.add(surface.onInput((input) => this.#take(input)));
    scope.add(
      surface.onHover((regionId, at) => {
        state.selection.hover(regionId);
        state.selection.pointAt(objectName, at);
      }),
    );
    scope.add(() => this.cancel());
    scope.add(
      reaction(
        () => [this.#choice.active, state.completion, state.readonly, state.facts.item(objectName)],
        () => this.leave(),
      ),
    );
    scope.add(
      reaction(
        () => this.#choice.active !== undefined && this.#choice.mayDraw(this.#choice.active),
        (may) => may && this.#labelMarked(),
      ),
    );
    scope.add(
      reaction(
        () => state.selection.ids.length > 0,
        (any) => any && this.#dropMarked(),
      ),
    );
    presenter.frame = () => {
      const tool = this.#choice.selecting;
      return tool?.frame?.(this.#env(tool)) as ReturnType<NonNullable<Presenter['frame']>>;
    };
    scope.react(() => this.#showInHand());
  }

  /** Shows by the pointer what the tool in the hand would do. */
  #showInHand(): void {
    const { state, surface, parts } = this.#board;
    const tool = this.#choice.active;
    const draws = tool?.shape !== undefined && this.#choice.mayWork(tool) && !state.readonly;
    surface.cursor(draws ? (tool.cursor ?? 'crosshair') : 'default');
    surface.grab?.(tool?.pans === true);
    surface.tip?.(draws && tool.tip !== undefined ? parts.toolbox.settingsOf(tool)[tool.tip] : undefined);
  }

  /** Whether there is a gesture that could be dropped, or keys that can be undone. */
  get busy(): boolean {
    const drops = this.#tool !== undefined && (!this.#handles('leave') || this.#intents.begun);
    return drops || this.#burst !== undefined;
  }

  /**
   * Drops what is being drawn and puts back what is being changed. Whether there was anything to drop: of what is drawn
   * in several steps, those that are done are in the document and history, and the tool goes on from there.
   */
  cancel(): boolean {
    this.#endBurst();
    this.#dropMarked();
    const stays = this.#handles('leave');
    const busy = stays ? this.#intents.open : this.#tool !== undefined;
    this.#intents.cancel();
    this.#board.surface.sketch(undefined);
    if (!stays) this.#putDown();
    return busy;
  }

  /** Ends what is being drawn: what is done in several steps is completed, all else dropped. Whether there was anything. */
  leave(): boolean {
    const dropped = this.#dropMarked();
    if (!this.#handles('leave')) return this.cancel() || dropped;
    this.#intents.cancel();
    this.#feedOn({ kind: 'leave' });
    this.#putDown();
    this.#board.surface.sketch(undefined);
    return true;
  }

  /** Takes back the last point of what is being drawn; whether something is. */
  back(): boolean {
    if (!this.#handles('back')) return false;
    this.#feedOn({ kind: 'back' });
    return true;
  }

  #handles(kind: 'leave' | 'back'): boolean {
    return this.#tool?.states[this.#state?.in ?? '']?.[kind] !== undefined;
  }

  /** Takes a key for the tool: Enter for the one that draws, arrows for the one that moves. */
  key(input: KeyInput): void {
    const draws = input.key === 'enter';
    if (draws && this.#handles('leave')) {
      this.leave();
      return;
    }
    const tool = draws ? this.#choice.drawing : this.#choice.selecting;
    if (!tool || this.#tool) return;
    if (draws && !this.#choice.mayWork(tool)) return this.#choice.wantLabel(tool);
    const { selected } = this.#board;
    if (this.#burst && (draws || this.#burst.selected.join() !== selected.join())) this.#endBurst();
    this.#burst?.stop();
    this.#alt = false;
    this.#feed(tool, tool.initial, input);
    if (this.#intents.begun) this.#burst = { selected, stop: this.#scope.timeout(() => this.#endBurst(), BURST) };
  }

  #endBurst(): void {
    if (!this.#burst) return;
    this.#burst.stop();
    this.#burst = undefined;
    this.#intents.commit();
  }

  #take(given: Input<unknown>): void {
    if (given.kind === 'cancel') {
      this.cancel();
      return;
    }
    const prompted = 'hit' in given && this.#board.parts.assist.prompt.has(given.hit?.regionId ?? '');
    // What is shown to a model cannot be touched: the pointer reaches what lies under it.
    const input = prompted ? untouched(given) : given;
    if (input.kind === 'press') {
      this.#alt = input.alt === true;
      this.#from = input.at;
    }
    if (input.kind !== 'move') this.#endBurst();
    if (!this.#tool) {
      const { tool, refused, wanting } = this.#choice.choose(input);
      if (input.kind !== 'move') this.#dropMarked();
      if (wanting && input.kind === 'range') this.#mark(wanting, input);
      if (!tool) return;
      this.#tool = tool;
      this.#state = tool.initial;
      this.#refused = refused;
    }
    // The first of two presses ended a drawing, say, with a tool that is put down since: the second is none of a pair.
    if (input.kind === 'doublepress' && this.#pressed[0] !== this.#tool) return;
    if (input.kind === 'press') this.#pressed = [this.#pressed[1], this.#tool];
    const refused = this.#refused;
    this.#feedOn(input);
    // A click, or a frame round nothing. One that has caught regions was not meant to draw.
    if (refused && input.kind === 'release' && this.#board.state.selection.ids.length === 0 && !this.#seeks(input.at))
      this.#choice.wantLabel(refused);
  }

  /** Shows what was marked, until a label is picked for it or something else is done. */
  #mark(tool: Tool, range: RangeInput): void {
    const { state, presenter } = this.#board;
    const shape = state.registry.shape(tool.shape ?? '');
    const [, ...asks] = this.#step(tool, tool.initial, range) ?? [];
    const made = asks.flatMap((intent) => (intent.ask === 'create' ? [intent.geometry] : []));
    if (!shape || made.length === 0) return;
    this.#marked = { tool, range };
    presenter.sketch(shape, made, presenter.sight());
    this.#choice.wantLabel(tool, true);
  }

  #labelMarked(): void {
    const marked = this.#marked;
    if (!marked || !this.#dropMarked()) return;
    // Selected in any case: it may be given further labels.
    this.#feed(marked.tool, marked.tool.initial, marked.range, true);
    this.#intents.forget();
  }

  #dropMarked(): boolean {
    if (!this.#marked) return false;
    this.#marked = undefined;
    this.#board.surface.sketch(undefined);
    return true;
  }

  /** Whether a press that is released here was a click along a time, which goes there. */
  #seeks(at: unknown): boolean {
    const { space, tolerance } = this.#board.surface;
    return space === 'time' && Math.abs(Number(at) - Number(this.#from)) <= (tolerance[0] ?? 0);
  }

  #feedOn(input: ToolInput): void {
    const tool = this.#tool;
    if (!tool) return;
    // A click inside of what the model suggests is one more point.
    const through = isPoint(tool.shape) && this.#choice.prompts(tool);
    this.#feed(tool, this.#state ?? tool.initial, through ? untouched(input) : input);
    if (this.#state?.in === tool.initial.in) this.#putDown();
  }

  /** @param byKey whether what is drawn is selected in any case */
  #feed(tool: Tool, state: ToolState, input: ToolInput, byKey = input.kind === 'key'): void {
    const step = this.#step(tool, state, input);
    if (!step) return;
    const [next, ...asks] = step;
    this.#state = next;
    for (const intent of asks) this.#intents.carryOut(intent, { tool, byKey, alt: this.#alt });
  }

  /** What a tool makes of an input; undefined where it makes nothing of it. */
  #step(tool: Tool, state: ToolState, input: ToolInput): readonly [next: ToolState, ...asks: Intent[]] | undefined {
    const handler = tool.states[state.in]?.[input.kind] as
      | ((state: ToolState, input: ToolInput, env: ToolEnv) => unknown)
      | undefined;
    if (!handler) return undefined;
    const step = handler(state, input, this.#env(tool));
    return (Array.isArray(step) ? step : [step]) as [ToolState, ...Intent[]];
  }

  #env(tool: Tool): ToolEnv {
    return toolEnv(this.#board, this.#choice, tool, this.#intents.created);
  }

  #putDown(): void {
    this.#tool = undefined;
    this.#state = undefined;
    this.#refused = undefined;
    this.#intents.forget();
  }
}

function untouched<I extends ToolInput>(input: I): I {
  const { hit: _, ...rest } = input as I & { hit?: unknown };
  return rest as I;
}
