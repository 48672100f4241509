export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of a file that may still be on their way. */
export interface FileBytes {
  /** Undefined while nobody knows. */
  readonly size: number | undefined;
  /** Whether the connection broke before the end. */
  readonly broken: boolean;
  /** From `start` up to `end`, fewer where the file ends before. Waits for what is on its way; throws where it cannot be had. */
  read(start: number, end: number): Promise<Bytes>;
  /** All from `start` on as it comes, in pieces. Only one at a time. */
  stream(start: number): AsyncGenerator<Bytes>;
  /** Before it is streamed: what has been is let go, where it is much and can be asked for again. */
  forget(): void;
  /** All of it, once it is there. */
  whole(): Promise<Blob>;
}

/** What a reader of headers needs. */
export type ReadBytes = FileBytes['read'];

/** A file that is here already. */
export function bytesOf(blob: Blob): FileBytes {
  const read: ReadBytes = async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer());
  return {
    size: blob.size,
    broken: false,
    read,
    async *stream(start) {
      for (let at = start; at < blob.size; at += STEP) yield await read(at, Math.min(blob.size, at + STEP));
    },
    forget() {},
    whole: async () => blob,
  };
}

const STEP = 1 << 20;
