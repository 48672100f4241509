/** The longest that 3 bytes can become. */
const MOST_GROWTH = 264 / 3;

/** More bytes than packed ones of this length can hold. */
export const mostUnpacked = (packed: number): number => Math.ceil(packed * MOST_GROWTH) + 32;

/**
 * Unpacks LZF: runs of up to 32 bytes as they are, and copies of 3 to 264 bytes from at most 8192 bytes before.
 * @returns the bytes that were written: fewer than `into` holds where the packed ones are damaged or cut short
 */
export function unpackLzf(packed: Uint8Array, into: Uint8Array): number {
  const [end, room] = [packed.length, into.length];
  let [from, to] = [0, 0];
  while (from < end) {
    const control = packed[from++] as number;
    if (control < 32) {
      const length = Math.min(control + 1, end - from, room - to);
      for (let i = 0; i < length; i++) into[to++] = packed[from++] as number;
      if (length <= control) return to;
      continue;
    }
    let length = (control >> 5) + 2;
    if (length === 9) {
      if (from >= end) return to;
      length += packed[from++] as number;
    }
    if (from >= end) return to;
    let source = to - ((control & 31) << 8) - (packed[from++] as number) - 1;
    if (source < 0) return to;
    const last = Math.min(to + length, room);
    if (length > 40 && source + length <= to) {
      into.copyWithin(to, source, source + last - to);
      to = last;
    }
    // Byte by byte: a copy may run into what it has just written.
    while (to < last) into[to++] = into[source++] as number;
  }
  return to;
}
