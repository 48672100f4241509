import type { Change } from '../model/document.js';
import { createAtom, runInAction } from '../reactive/index.js';
import { invert, squash } from './changes.js';

/** What was done at once, and is undone at once. */
export interface Step {
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly Change[];
}

/** What can be undone and redone. Observable. */
export class History {
  /** Those done, then those undone. It grows in place: a day's work is thousands of steps. */
  readonly #steps: Step[] = [];
  readonly #atom = createAtom();
  #done = 0;
  readonly #settle: () => void;
  readonly #replay: (changes: readonly Change[]) => void;
  readonly #now: () => number;

  /** @param settle ends a gesture under way, so that it is a step of its own before anything is undone. */
  constructor(settle: () => void, replay: (changes: readonly Change[]) => void, now: () => number) {
    this.#settle = settle;
    this.#replay = replay;
    this.#now = now;
  }

  /** All steps, oldest first, those too that were undone and can be done again. */
  get steps(): readonly Step[] {
    this.#atom.reportObserved();
    return this.#steps;
  }

  /** How many of them are done. */
  get done(): number {
    this.#atom.reportObserved();
    return this.#done;
  }

  get undoLabel(): string | undefined {
    return this.steps[this.#done - 1]?.label;
  }

  get redoLabel(): string | undefined {
    return this.steps[this.#done]?.label;
  }

  /** Something was done: what was undone before cannot be done again any more. */
  push(label: string, changes: readonly Change[]): void {
    runInAction(() => {
      this.#steps.length = this.#done;
      this.#done = this.#steps.push({ label, at: this.#now(), changes: Object.freeze(changes) });
      this.#atom.reportChanged();
    });
  }

  undo(): boolean {
    this.#settle();
    return this.go(this.#done - 1);
  }

  redo(): boolean {
    this.#settle();
    return this.go(this.#done + 1);
  }

  /** Goes to where so many steps had just been done. However far that is, the document changes once. */
  go(count: number): boolean {
    this.#settle();
    const from = this.#done;
    if (count === from || !(count >= 0 && count <= this.#steps.length)) return false;
    const passed = this.#steps.slice(Math.min(from, count), Math.max(from, count));
    const changes =
      count < from
        ? passed.reverse().flatMap((step) => invert(step.changes))
        : passed.flatMap((step) => [...step.changes]);
    const net = squash(changes);
    runInAction(() => {
      this.#done = count;
      this.#atom.reportChanged();
      if (net.length > 0) this.#replay(net);
    });
    return true;
  }
}
