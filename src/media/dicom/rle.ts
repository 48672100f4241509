/**
 * Decodes a frame of DICOM's run lengths (PS3.5 annex G): a table of up to 15 segments, one for each byte of a sample, the
 * highest first, and each of run lengths as in PackBits.
 * @param pixels in the frame
 * @param width bytes of one sample
 * @returns samples of a pixel side by side, little-endian; undefined where it is damaged or cut short
 */
export function decodeRle(
  bytes: Uint8Array,
  pixels: number,
  samples: number,
  width: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (bytes.length < 64) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = view.getUint32(0, true);
  if (segments !== samples * width) return undefined;
  const out = new Uint8Array(pixels * segments);
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint32(4 + segment * 4, true);
    const end = segment + 1 < segments ? view.getUint32(8 + segment * 4, true) : bytes.length;
    if (start < 64 || end > bytes.length || start > end) return undefined;
    const sample = Math.floor(segment / width);
    const byte = width - 1 - (segment % width);
    if (!unpack(bytes.subarray(start, end), out, sample * width + byte, segments)) return undefined;
  }
  return out;
}

/** Writes every `step`th byte from `first` on. Whether there was enough for all. */
function unpack(packed: Uint8Array, out: Uint8Array, first: number, step: number): boolean {
  const end = out.length;
  const size = packed.length;
  let to = first;
  let at = 0;
  while (to < end && at < size) {
    const code = packed[at++] as number;
    if (code < 128) {
      for (let left = Math.min(code + 1, size - at); left > 0 && to < end; left--, to += step) {
        out[to] = packed[at++] as number;
      }
    } else if (code > 128) {
      if (at >= size) break;
      const value = packed[at++] as number;
      for (let left = 257 - code; left > 0 && to < end; left--, to += step) out[to] = value;
    }
  }
  return to >= end;
}
