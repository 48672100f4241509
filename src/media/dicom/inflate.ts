import { Inflate } from 'fflate';

/** What came of inflating: `whole` is false where it stopped at the limit or the stream was cut; undefined: it is damaged. */
export interface Inflated {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly whole: boolean;
}

/** Inflates a raw deflate stream until `limit` bytes have come. */
export function inflate(parts: readonly Uint8Array[], limit: number): Inflated | undefined {
  const found: Uint8Array[] = [];
  // In steps, so that what expands a thousandfold is noticed before it is in memory, and a head costs little.
  const step = Math.min(1 << 16, Math.max(1 << 11, limit >> 2));
  let [size, ended] = [0, false];
  const stream = new Inflate((chunk, final) => {
    found.push(chunk);
    size += chunk.length;
    ended = final;
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length && size < limit; at += step) stream.push(part.subarray(at, at + step), false);
      if (size >= limit) break;
    }
    if (size < limit) stream.push(new Uint8Array(0), true);
  } catch {
    if (size === 0) return undefined;
  }
  return { bytes: joined(found, Math.min(size, limit)), whole: ended && size <= limit };
}

/** The first `size` bytes that a stream inflates to, by the browser's own means; undefined where it is damaged or shorter. */
export async function inflateFirst(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const out = new Uint8Array(size);
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  // What is wrong with the bytes comes out at the other end too.
  for (const written of [writer.write(bytes), writer.close()]) written.catch(() => {});
  let at = 0;
  try {
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      out.set(part.value.subarray(0, size - at), at);
      at += part.value.length;
      if (at >= size) break;
    }
  } catch {
    // Less came than there should be.
  }
  reader.cancel().catch(() => {});
  return at >= size ? out : undefined;
}

/** One array of the first `size` bytes. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, size - at), at);
    at += part.length;
    if (at >= size) break;
  }
  return whole;
}
