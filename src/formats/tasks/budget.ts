/** How much may be read in one import; archives count with what is in them. */
export class Budget {
  readonly max: number;
  #bytes = 0;

  /** @param max bytes; as many are one too many */
  constructor(max: number) {
    this.max = max;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isOver(): boolean {
    return this.#bytes >= this.max;
  }

  /** Hands bytes on until there are too many of them. */
  async *meter(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      this.#bytes += piece.length;
      if (this.isOver) return;
      yield piece;
    }
  }
}
