import type { ReadBytes } from './file-bytes.js';

/** What a reader of headers needs of a file. */
export interface HeaderBytes {
  readonly size: number | undefined;
  readonly read: ReadBytes;
}

export interface Chunk {
  /** Four characters. */
  readonly id: string;
  /** Where its content begins. */
  readonly at: number;
  /** Of its content, as it says. */
  readonly size: number;
}

/** More than any true file has. */
const MOST = 4096;

export const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The chunks of a RIFF or IFF file, from `start` on. */
export async function* chunks(file: HeaderBytes, start: number, littleEndian: boolean): AsyncGenerator<Chunk> {
  let at = start;
  let padded = false;
  for (let count = 0; count < MOST; count++) {
    // One byte more, to see whether the one that fills up an odd chunk was left out.
    const head = await file.read(Math.max(0, at - 1), at + 8);
    const shift = padded && isId(head) ? 0 : 1;
    if (head.length < shift + 8) return;
    const size = new DataView(head.buffer, head.byteOffset).getUint32(shift + 4, littleEndian);
    const content = at - 1 + shift + 8;
    yield { id: ascii(head, shift, shift + 4), at: content, size };
    padded = size % 2 === 1;
    at = content + size + (size % 2);
  }
}

const isId = (bytes: Uint8Array): boolean => /^[ -~]{4}$/.test(ascii(bytes, 0, 4));
