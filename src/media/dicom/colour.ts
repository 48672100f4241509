/** Red, green, blue and alpha of three samples a pixel. */
export type Colours = Uint8ClampedArray<ArrayBuffer>;

/** @param shift by how many bits samples are wider than eight */
export function fromRgb(samples: ArrayLike<number>, pixels: number, shift = 0): Colours {
  const out = new Uint8ClampedArray(pixels * 4);
  for (let from = 0, to = 0; to < out.length; from += 3, to += 4) {
    out[to] = (samples[from] as number) >> shift;
    out[to + 1] = (samples[from + 1] as number) >> shift;
    out[to + 2] = (samples[from + 2] as number) >> shift;
    out[to + 3] = 255;
  }
  return out;
}

/** Luminance and two colour differences of full range (PS3.3 C.7.6.3.1.2); the array clamps and rounds. */
export function fromYbr(samples: ArrayLike<number>, pixels: number, shift = 0): Colours {
  const out = new Uint8ClampedArray(pixels * 4);
  for (let from = 0, to = 0; to < out.length; from += 3, to += 4) {
    const y = (samples[from] as number) >> shift;
    const cb = ((samples[from + 1] as number) >> shift) - 128;
    const cr = ((samples[from + 2] as number) >> shift) - 128;
    out[to] = y + 1.402 * cr;
    out[to + 1] = y - 0.344136286 * cb - 0.714136286 * cr;
    out[to + 2] = y + 1.772 * cb;
    out[to + 3] = 255;
  }
  return out;
}

/** Samples of a pixel side by side, of planes that follow each other. */
export function interleaved<T extends Uint8Array | Uint16Array>(planes: T, pixels: number): T {
  const out = planes.slice() as T;
  for (let plane = 0, from = 0; plane < 3; plane++) {
    for (let to = plane; to < pixels * 3; to += 3) out[to] = planes[from++] as number;
  }
  return out;
}

/** Two pixels each share their colour differences: Y Y Cb Cr becomes Y Cb Cr, Y Cb Cr. A row has an even number. */
export function widened<T extends Uint8Array | Uint16Array>(pairs: T, out: T, columns: number, rows: number): T {
  const row = Math.ceil(columns / 2) * 4;
  for (let y = 0, to = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, to += 3) {
      const pair = y * row + (x >> 1) * 4;
      out[to] = pairs[pair + (x & 1)] as number;
      out[to + 1] = pairs[pair + 2] as number;
      out[to + 2] = pairs[pair + 3] as number;
    }
  }
  return out;
}

/** Stored values beyond the table's ends are its first or last colour. */
export function fromPalette(values: ArrayLike<number>, first: number, table: Uint8Array): Colours {
  const out = new Uint8ClampedArray(values.length * 4);
  const last = table.length / 3 - 1;
  for (let i = 0, to = 0; i < values.length; i++, to += 4) {
    const entry = Math.min(Math.max((values[i] as number) - first, 0), last) * 3;
    out[to] = table[entry] as number;
    out[to + 1] = table[entry + 1] as number;
    out[to + 2] = table[entry + 2] as number;
    out[to + 3] = 255;
  }
  return out;
}
