/** Characters that are gathered before they are handed on. */
const FULL = 65_536;

/** Gathers small texts, so that a file is not written to for each of them. */
export class Batch {
  readonly #write: (piece: string) => void | Promise<void>;
  #pieces: string[] = [];
  #length = 0;

  constructor(write: (piece: string) => void | Promise<void>) {
    this.#write = write;
  }

  add(text: string): void | Promise<void> {
    this.#pieces.push(text);
    this.#length += text.length;
    return this.#length < FULL ? undefined : this.flush();
  }

  flush(): void | Promise<void> {
    if (this.#length === 0) return undefined;
    const piece = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return this.#write(piece);
  }
}
