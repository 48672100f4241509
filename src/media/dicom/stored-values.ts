import type { ImageHeader } from './image-header.js';
import type { StoredValues } from './slice.js';

type Integers = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Uint32Array;
type Form = Pick<ImageHeader, 'bitsAllocated' | 'bitsStored' | 'signed'>;

/** Values of the bits that are stored: what lies beyond them (overlays of old) is taken away, and the sign extended. */
export function storedValues(samples: Integers, { bitsAllocated, bitsStored, signed }: Form, shift = 0): StoredValues {
  const out = arrayFor(samples, bitsAllocated, signed);
  const full = bitsStored >= (samples.BYTES_PER_ELEMENT as number) * 8 && shift === 0;
  if (full && out.buffer === samples.buffer) return out;
  const spare = 32 - bitsStored;
  const count = samples.length;
  if (signed) {
    for (let i = 0; i < count; i++) out[i] = (((samples[i] as number) >> shift) << spare) >> spare;
  } else {
    for (let i = 0; i < count; i++) out[i] = (((samples[i] as number) >> shift) << spare) >>> spare;
  }
  return out;
}

/** An array for as many values, in the same memory where they are as wide. */
function arrayFor(samples: Integers, bitsAllocated: number, signed: boolean): StoredValues {
  const { length } = samples;
  const memory = (width: number): readonly [ArrayBuffer, number, number] =>
    samples.BYTES_PER_ELEMENT === width
      ? [samples.buffer as ArrayBuffer, samples.byteOffset, length]
      : [new ArrayBuffer(length * width), 0, length];
  if (bitsAllocated > 16) return signed ? new Int32Array(...memory(4)) : new Uint32Array(...memory(4));
  if (bitsAllocated <= 8 && !signed) return new Uint8Array(...memory(1));
  return signed ? new Int16Array(...memory(2)) : new Uint16Array(...memory(2));
}

/** Pixels of one bit, the lowest bit of a byte first. @param skip bits of the first byte that belong to another frame */
export function unpackBits(bytes: Uint8Array, count: number, skip: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(count);
  for (let i = 0, bit = skip; i < count; i++, bit++) out[i] = ((bytes[bit >> 3] as number) >> (bit & 7)) & 1;
  return out;
}

/** Turns numbers of `width` bytes round, in place. */
export function swapBytes(bytes: Uint8Array, width: number): void {
  if (width < 2) return;
  if (width === 2) {
    for (let at = 1; at < bytes.length; at += 2) {
      const first = bytes[at - 1] as number;
      bytes[at - 1] = bytes[at] as number;
      bytes[at] = first;
    }
    return;
  }
  for (let at = 0; at + width <= bytes.length; at += width) bytes.subarray(at, at + width).reverse();
}
