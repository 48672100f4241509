/** Characters that are gathered before they are handed on. */
const SIZE = 1 << 16;

/** Gathers small pieces of text: to hand each on by itself takes longer than to make it. */
export class Batch {
  readonly #to: (piece: string) => void | Promise<void>;
  #held = '';

  constructor(to: (piece: string) => void | Promise<void>) {
    this.#to = to;
  }

  add(piece: string): void | Promise<void> {
    this.#held += piece;
    return this.#held.length > SIZE ? this.flush() : undefined;
  }

  flush(): void | Promise<void> {
    const held = this.#held;
    this.#held = '';
    return held === '' ? undefined : this.#to(held);
  }
}
