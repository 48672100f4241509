const encoder = new TextEncoder();

/**
 * A NumPy file (version 1.0) of bytes in rows: `numpy.load` gives an array of `height` by `width` of `uint8`.
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npyOf(values: Uint8Array, width: number, height: number): Uint8Array {
  const dict = `{'descr': '|u1', 'fortran_order': False, 'shape': (${height}, ${width}), }`;
  // The data starts at a multiple of 64 bytes; ten are in front of the head, which ends with a line break.
  const length = Math.ceil((10 + dict.length + 1) / 64) * 64 - 10;
  const bytes = new Uint8Array(10 + length + values.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 255, length >> 8]);
  bytes.set(encoder.encode(`${dict.padEnd(length - 1)}\n`), 10);
  bytes.set(values, 10 + length);
  return bytes;
}
