import type { TiffDirectory } from './tiff-directory.js';

const NONE = 1;
const PACK_BITS = 32_773;
/** What the decoder can: none, LZW, deflate by either number, and what is unpacked here. */
const known = [NONE, 5, 8, 32_946, PACK_BITS];
const names: Readonly<Record<number, string>> = { 2: 'CCITT', 3: 'CCITT', 4: 'CCITT', 6: 'JPEG', 7: 'JPEG' };

const SHORT = 3;
const LONG = 4;

export interface Piece {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Of each pixel, in this piece. */
  readonly samples: number;
}

/** Why its pieces cannot be decoded; undefined if they can. */
export const objectionToPieces = ({ compression }: TiffDirectory): string | undefined =>
  known.includes(compression)
    ? undefined
    : `it is compressed in a way (${names[compression] ?? compression}) that is not read here`;

/**
 * A strip or a tile as a TIFF of its own, of one strip: pieces are decoded one by one, so that neither planes nor tiles
 * are anything special.
 */
export function pieceAsTiff(
  { littleEndian, bits, float, compression, predictor }: TiffDirectory,
  { bytes, width, height, samples }: Piece,
): ArrayBuffer {
  const packed = compression === PACK_BITS;
  const data = packed ? unpacked(bytes, Math.ceil((width * samples * bits) / 8) * height) : bytes;
  const entries: readonly (readonly [tag: number, value: number])[] = [
    [256, width],
    [257, height],
    [258, bits],
    [259, packed ? NONE : compression],
    // As it is: what the numbers mean is seen to afterwards.
    [262, 1],
    [273, 0],
    [277, samples],
    [278, height],
    [279, data.length],
    [317, predictor],
    [339, float ? 3 : 1],
  ];
  const start = 8 + 2 + entries.length * 12 + 4;
  const file = new ArrayBuffer(start + data.length);
  const view = new DataView(file);
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, entries.length, littleEndian);
  entries.forEach(([tag, value], i) => {
    const at = 10 + i * 12;
    const short = tag === 258 || tag === 259 || tag === 262 || tag === 277 || tag === 317 || tag === 339;
    view.setUint16(at, tag, littleEndian);
    view.setUint16(at + 2, short ? SHORT : LONG, littleEndian);
    view.setUint32(at + 4, 1, littleEndian);
    if (short) view.setUint16(at + 8, value, littleEndian);
    else view.setUint32(at + 8, tag === 273 ? start : value, littleEndian);
  });
  new Uint8Array(file, start).set(data);
  return file;
}

/** Undoes PackBits: a count, then so many bytes, or one byte so many times. @param length bytes, of which none may lack */
export function unpacked(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let to = 0;
  for (let from = 0; to < length; ) {
    const count = bytes[from++];
    if (count === undefined) throw new RangeError('beyond the end of the strip');
    if (count < 128) {
      out.set(bytes.subarray(from, from + Math.min(count + 1, length - to)), to);
      from += count + 1;
      to += count + 1;
    } else if (count > 128) {
      out.fill(bytes[from++] ?? 0, to, to + 257 - count);
      to += 257 - count;
    }
  }
  return out;
}
