import type { CompletionDoc } from '../model/document.js';
import type { Json } from '../model/json.js';
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
  /** Runs now and whenever something observable that it read has changed (a mobx autorun). */
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

/** All that a tag may know of the editor. The built-in tags get this and nothing more. What is marked observable is read through mobx. */
export interface TagContext {
  readonly node: TagNode;
  readonly scope: Scope;
  /** `value` with its `$references` resolved. */
  readonly data: Json | undefined;
  /** Where this tag is drawn in; a tag that is a container mounts its children into an element of its own. */
  mountChildren(into: HTMLElement): void;

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
  /** One undo step; `undefined` takes the value away. `of`: another target than the present one, which it was meant for. */
  setValue(value: Json | undefined, of?: Target): void;
  /** Where the value comes from a result that the user may not change. Observable. */
  readonly locked: boolean;
  /** The Label or Choice tags inside, and those of dynamic data. */
  readonly options: readonly Option[];
  /** In how many results of this control an option stands. Observable. */
  usages(optionId: string): number;

  /** An action of the editor's (`undo`, `track:put`), for a button of the tag's own. Observable. */
  action(name: string): ActionEntry | undefined;
  /** Binds keys (`a`, `ctrl+k`) to an action while the tag is shown; the editor lists it under `title`. */
  hotkey(keys: string, title: string, run: () => void, options?: HotkeyOptions): void;
  /** Fires before answers are read, to be saved or checked: what was typed and not told yet is to be told now. */
  onSettle(run: () => void): void;
  /** Fires when the tag is to be brought into view and focus, e.g. because an answer is missing. */
  onFocusRequest(run: () => void): void;
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
