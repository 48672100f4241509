import { observable, runInAction } from '../../reactive/index.js';

/** How far each page is turned. */
export class Turns {
  readonly #index: () => number;
  readonly #turns = observable.map<number, number>();

  constructor(index: () => number) {
    this.#index = index;
  }

  /** Of the page on show: 0, 90, 180 or 270 degrees clockwise. Observable. */
  get now(): number {
    return this.#turns.get(this.#index()) ?? 0;
  }

  turn(degrees: number): void {
    runInAction(() => this.#turns.set(this.#index(), (this.now + degrees + 360) % 360));
  }
}
