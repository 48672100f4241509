/** A file that is read: a host's `File`, an entry of an archive, a file of the disk. */
export interface InFile {
  /** Where it lies, from the folder or archive that was given; `/` parts folders. */
  readonly path: string;
  /** In bytes, where it is known before it is read. */
  readonly size?: number;
  /** From the beginning, each time it is called. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Where files are written to. Nothing is held longer than it takes: a file may be larger than the memory. */
export interface Sink {
  /** Appends to the file with this path; its first piece makes it. `/` parts folders. */
  write(path: string, piece: string | Uint8Array): void | Promise<void>;
  /** Takes text that belongs behind text which is not known yet. */
  spool(): Spool;
}

/** Text that waits: in memory, or in a temporary file. */
export interface Spool {
  write(piece: string): void | Promise<void>;
  /** All that was written so far, in pieces of any length, for text that must be changed before it goes into a file. */
  read(): AsyncIterable<string>;
  /** Appends all of it to a file, once. */
  pour(path: string): void | Promise<void>;
}

/** A sink that keeps everything, for small exports and for tests. */
export class MemorySink implements Sink {
  readonly #files = new Map<string, (string | Uint8Array)[]>();

  /** Paths in the order in which they were begun. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  write(path: string, piece: string | Uint8Array): void {
    const pieces = this.#files.get(path);
    if (pieces) pieces.push(piece);
    else this.#files.set(path, [piece]);
  }

  spool(): Spool {
    const pieces: string[] = [];
    return {
      write: (piece) => void pieces.push(piece),
      async *read() {
        yield* pieces;
      },
      pour: (path) => {
        for (const piece of pieces.splice(0)) this.write(path, piece);
      },
    };
  }

  /** Undefined where there is no such file. */
  bytes(path: string): Uint8Array | undefined {
    const pieces = this.#files.get(path)?.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
    if (!pieces) return undefined;
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  /** As UTF-8. */
  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && new TextDecoder().decode(bytes);
  }
}

const encoder = new TextEncoder();
