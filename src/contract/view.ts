import type { CompletionDoc } from '../model/document.js';
import type { Dict, Json } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import type { MediaFacts, Space } from './shape.js';
import type { Clock, Dispose, Surfaces } from './surface.js';
import type { Option, TagNode } from './tag.js';

/**
 * Owns all that must be undone: listeners, timers, observers, GPU memory. A child ends with its parent, last in first out;
 * what is added after the end is undone at once.
 */
export interface Scope {
  readonly signal: AbortSignal;
  add(dispose: Dispose): void;
  child(): Scope;
  listen<E extends Event = Event>(
    target: EventTarget,
    type: string,
    listener: (event: E) => void,
    options?: AddEventListenerOptions,
  ): void;
  /** Runs before the next paint, once. */
  frame(run: (time: number) => void): Dispose;
  timeout(run: () => void, milliseconds: number): Dispose;
  /** Runs now and whenever something observable that it read has changed. */
  react(effect: () => void): Dispose;
  onResize(element: Element, run: (entry: ResizeObserverEntry) => void): void;
  dispose(): void;
}

/** What a control's value is about right now. */
export type Target =
  | { readonly of: 'task' }
  | { readonly of: 'item'; readonly index: number }
  | { readonly of: 'regions'; readonly ids: readonly string[] }
  /** A per-region control while no region is selected. */
  | { readonly of: 'nothing' };

export interface HotkeyOptions {
  /** Also while text is typed into a field of the editor; for keys with Ctrl or Alt. */
  readonly whileTyping?: true;
}
export interface ActionEntry {
  readonly title: string;
  /** As shown to people, e.g. `Ctrl Z`. */
  readonly keys: string | undefined;
  readonly enabled: boolean;
  run(): void;
}

/** What a control's options are narrowed down to on the screen. */
export interface Narrowing {
  /** Options with this text in them; empty: all. */
  readonly text: string;
  readonly caseSensitive?: boolean;
  /** Also press the first of them. */
  readonly pick?: true;
}

/** One of the things that a control says of its target, where each is a result of its own. */
export interface Answer {
  readonly id: string;
  readonly value: Json;
  readonly locked: boolean;
}

/** All that a tag may know of the editor. The built-in tags get this and nothing more. What is marked observable is noted in `scope.react`, and in lit's templates by what renders them. */
export interface TagContext {
  readonly node: TagNode;
  readonly scope: Scope;
  /** `value` with its `$references` resolved. */
  readonly data: Json | undefined;
  /** All data of the task. */
  readonly taskData: Dict;
  /**
   * Mounts what stands inside of the tag into an element of the tag's own. `only`: these children of the node, for who shows
   * some at a time; the returned function takes them off again.
   */
  mountChildren(into: HTMLElement, only?: readonly TagNode[]): Dispose;

  /** The completion's content. Observable. */
  readonly doc: CompletionDoc;
  /** Observable. */
  readonly readonly: boolean;
  /** The clock of the object tag that this tag is or speaks of; tags of one `sync` group have the same. */
  clock(): Promise<Clock>;

  /** An object tag's place to draw: loads the renderer; regions and tools are wired to it. */
  surface<S extends Space>(space: S, host: HTMLElement): Promise<Surfaces[S]>;
  setFacts(facts: MediaFacts): void;
  /** The item (page) on show, from 0. Observable. */
  readonly item: number;
  setItem(index: number): void;
  /**
   * The frame on show, from 1, of a film or sequence; undefined until `setFrame` was called. The editor sets it too, to
   * show a region that is not seen in this frame: the view follows. Observable.
   */
  readonly frame: number | undefined;
  setFrame(frame: number): void;

  /** What the control's value is about. Observable. */
  readonly target: Target;
  /** The control's say on the target; for labels with no region selected: those armed for the next drawing. Observable. */
  readonly value: Json | undefined;
  /**
   * One undo step; `undefined` takes the value away. `of`: another target than the present one, which it was meant for.
   * `meta`: what the result is to say beside its value, over what it says there already.
   */
  setValue(value: Json | undefined, of?: Target, meta?: Dict): void;
  /** What the result says beside its value (`meta`). Observable. */
  readonly meta: Dict | undefined;
  /** All that the control says of its target, oldest first; most controls say one thing only, which is `value`. Observable. */
  readonly answers: readonly Answer[];
  /** Says one thing more, changes one, or takes it away (`undefined`). One undo step; returns its id. */
  putAnswer(value: Json | undefined, id?: string): string;
  /** The ids of those answers that are selected, of a control whose answers are regions. Observable. */
  readonly selected: readonly string[];
  /** Selects some of the answers, in place of what is selected. */
  select(ids: readonly string[]): void;
  /** Where the value comes from a result that the user may not change. Observable. */
  readonly locked: boolean;
  /** The Label or Choice tags inside, and those of dynamic data. */
  readonly options: readonly Option[];
  /** The object tags that a control speaks of, in the order of `toName`. */
  readonly objects: readonly TagNode[];
  /** Where another tag is mounted. Observable. */
  hostOf(name: string): HTMLElement | undefined;
  /** Narrows down what another control offers. */
  narrow(name: string, to: Narrowing): void;
  /** Fires when a tag narrows down what this control offers. */
  onNarrow(run: (to: Narrowing) => void): void;
  /** A place in the panel beside the selected region, where there is one. Observable. */
  readonly regionPanel: HTMLElement | undefined;
  /** In how many results of this control an option stands. Observable. */
  usages(optionId: string): number;

  /** An action of the editor's (`undo`, `track:put`), for a button of the tag's own. Observable. */
  action(name: string): ActionEntry | undefined;
  /** Binds keys (`a`, `ctrl+k`) to an action while the tag is shown; the editor lists it under `title`. */
  hotkey(keys: string, title: string, run: () => void, options?: HotkeyOptions): void;
  /** Fires before answers are read, to be saved or checked: what was typed and not told yet is to be told now. */
  onSettle(run: () => void): void;
  /**
   * Fires when the tag, or one inside of it, is to be brought into view and focus, e.g. because an answer is missing. Tags
   * outside are asked first, so that they can open.
   */
  onFocusRequest(run: (wanted: TagNode) => void): void;
  /** A problem in this place; the returned function takes it back. */
  report(problem: Problem): Dispose;
  /** A short remark to the user that goes away by itself. */
  notify(message: string): void;
}

/** The heavy half of a tag. Styles are CSS text that the editor adopts once per shadow root. */
export interface View {
  readonly styles?: string;
  mount(host: HTMLElement, context: TagContext): void | Promise<void>;
}
