import type { ReadBytes } from './edit-list.js';

/** Bytes that are fetched at once: small pieces mostly lie close to one another. */
const PIECE = 16_384;

/** Reads in larger pieces than it is asked for, and keeps the last. */
export function readAhead(read: ReadBytes): ReadBytes {
  let kept: { readonly offset: number; readonly bytes: Uint8Array } | undefined;
  return async (offset, length) => {
    if (!kept || offset < kept.offset || offset + length > kept.offset + kept.bytes.length) {
      const bytes = await read(offset, Math.max(PIECE, length));
      if (!bytes) return undefined;
      kept = { offset, bytes };
    }
    const from = offset - kept.offset;
    return kept.bytes.subarray(from, from + length);
  };
}
