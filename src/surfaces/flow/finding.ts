import type { Scope } from '../../contract/view.js';
import type { FindBar } from './find-bar.js';
import type { FindParts } from './find-place.js';

/**
 * Opens the find bar, which is fetched at the first use. The keys are for the text that has the focus, or that was
 * pressed last while nothing on the page has it.
 */
export class Finding {
  readonly #scope: Scope;
  readonly #surface: HTMLElement;
  readonly #parts: FindParts;
  /** Undefined until it was opened once. */
  #bar: FindBar | undefined;
  #pressedLast = false;

  constructor(scope: Scope, surface: HTMLElement, parts: FindParts) {
    this.#scope = scope;
    this.#surface = surface;
    this.#parts = parts;
    const page = surface.ownerDocument;
    const early = { capture: true, passive: true };
    const notePress = (event: Event) => {
      this.#pressedLast = event.composedPath().includes(surface);
    };
    scope.listen(page, 'pointerdown', notePress, early);
    scope.listen<KeyboardEvent>(page, 'keydown', (event) => this.#key(event));
  }

  /** The text is another one, or other parts of it are seen. */
  refresh(): void {
    this.#bar?.refresh();
  }

  /** Whether there was something to close. */
  close(): boolean {
    if (!this.#bar?.isOpen) return false;
    this.#bar.close();
    return true;
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || !this.#isOurs(event)) return;
    const step = stepOf(event);
    if (step !== undefined && this.#bar?.isOpen) this.#bar.go(step);
    else if (isFind(event)) void this.#open();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #isOurs(event: Event): boolean {
    const path = event.composedPath();
    if (path.includes(this.#surface)) return true;
    const { body, documentElement } = this.#surface.ownerDocument;
    return this.#pressedLast && (path[0] === body || path[0] === documentElement);
  }

  async #open(): Promise<void> {
    if (!this.#bar) {
      const [{ FindBar }, { findPlace }] = await Promise.all([import('./find-bar.js'), import('./find-place.js')]);
      if (this.#scope.signal.aborted) return;
      this.#bar ??= new FindBar(this.#scope, findPlace(this.#parts));
    }
    this.#bar.open();
  }
}

const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** F3, and Ctrl+G as on a Mac; with Shift back. */
function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 1 | -1 | undefined {
  const isStep = key === 'F3' || (key.toLowerCase() === 'g' && (ctrlKey || metaKey));
  if (!isStep || altKey) return undefined;
  return shiftKey ? -1 : 1;
}
