import type { Scope } from '../../contract/view.js';
import { makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import type { Side } from './sides.js';
import { compare, type Reading, type Table } from './table.js';

/** Milliseconds of work at once, between which the page does what else there is. */
const SLICE = 8;

/** Makes tables, one at a time and bit by bit. The last one stays until the next is there. Observable. */
export class TableWork {
  readonly #scope: Pick<Scope, 'timeout'>;
  private made: { readonly table: Table; readonly sides: readonly Side[] } | undefined = undefined;
  /** How much is done of the one that is being made, from 0 to 1. */
  progress: number | undefined = undefined;
  #stop: (() => void) | undefined;

  constructor(scope: Pick<Scope, 'timeout'>) {
    makeObservable<this, 'made'>(this, { made: observableRef, progress: observableRef });
    this.#scope = scope;
  }

  get table(): Table | undefined {
    return this.made?.table;
  }

  /** What the table is about. */
  get sides(): readonly Side[] {
    return this.made?.sides ?? [];
  }

  begin(sides: readonly Side[], reading: Reading): void {
    this.#stop?.();
    this.#stop = undefined;
    if (sides.length === 0) return;
    const work = compare(sides, reading);
    const slice = () => {
      const end = performance.now() + SLICE;
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      runInAction(() => {
        this.progress = step.done ? undefined : step.value;
        if (step.done) this.made = { table: step.value, sides };
      });
      this.#stop = step.done ? undefined : this.#scope.timeout(slice, 0);
    };
    slice();
  }
}
