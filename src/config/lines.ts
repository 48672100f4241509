/** A place in the config's text, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns; `\r\n`, `\n` and `\r` end a line. */
export class LineTable {
  readonly #starts: number[] = [0];
  /** The line of the last answer: questions mostly come in the order of the text. */
  #line = 0;

  constructor(text: string) {
    const end = text.includes('\r') ? /\r\n?|\n/g : /\n/g;
    while (end.test(text)) this.#starts.push(end.lastIndex);
  }

  at(offset: number): Position {
    if (!this.#has(this.#line, offset)) {
      if (this.#has(this.#line + 1, offset)) this.#line++;
      else this.#line = this.#find(offset);
    }
    return { line: this.#line + 1, column: offset - (this.#starts[this.#line] ?? 0) + 1 };
  }

  offset({ line, column }: Position): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  #has(line: number, offset: number): boolean {
    return offset >= (this.#starts[line] ?? offset + 1) && offset < (this.#starts[line + 1] ?? offset + 1);
  }

  #find(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
