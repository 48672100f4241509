import type { InFile } from '../formats/files.js';
import type { Terminal } from './terminal.js';

/** Milliseconds between two pictures of it. */
const pause = 100;
const width = 24;

/** How far a long work is, on one line of a terminal; nothing where nobody looks. */
export class Progress {
  readonly #terminal: Terminal;
  #last = 0;
  #shown = false;
  #isReading = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** @param all undefined where it is not known */
  tasks(done: number, all: number | undefined): void {
    // The clock is asked for some of many only.
    if ((done & 63) === 0) this.#show(done, all, (count) => `${count}`, 'tasks');
  }

  /**
   * The same files, which tell how much of them is read, until that is no longer shown.
   *
   * @param check called with each piece; may throw
   */
  reading(files: readonly InFile[], check: () => void): readonly InFile[] {
    const all = files.reduce((sum, { size = 0 }) => sum + size, 0);
    let done = 0;
    this.#isReading = true;
    const tell = (piece: Uint8Array) => {
      check();
      done += piece.length;
      if (this.#isReading) this.#show(done, all, megabytes, 'MB read');
    };
    return files.map((file) => ({
      ...file,
      async *bytes() {
        for await (const piece of file.bytes()) {
          tell(piece);
          yield piece;
        }
      },
    }));
  }

  #show(done: number, all: number | undefined, said: (count: number) => string, unit: string): void {
    if (!this.#terminal.live) return;
    const now = Date.now();
    if (now - this.#last < pause) return;
    this.#last = now;
    if (all === undefined || all === 0) return this.#say(`${said(done)} ${unit}`);
    const share = Math.min(1, done / all);
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    this.#say(`${bar} ${Math.floor(share * 100)} %  ${said(Math.min(done, all))} of ${said(all)} ${unit}`);
  }

  #say(text: string): void {
    this.#shown = true;
    this.#terminal.err(`\r\u001b[2K${text}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#terminal.err('\r\u001b[2K');
    this.#shown = false;
    this.#isReading = false;
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
