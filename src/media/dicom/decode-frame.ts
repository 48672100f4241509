import type { Codec, Encoding } from './codec.js';
import { type Colours, fromPalette, fromRgb, fromYbr, interleaved, widened } from './colour.js';
import { Damage } from './damage.js';
import { type ImageHeader, nativeBits } from './image-header.js';
import { inflateFirst } from './inflate.js';
import { decodeRle } from './rle.js';
import type { SlicePixels, StoredValues } from './slice.js';
import { storedValues, swapBytes, unpackBits } from './stored-values.js';
import { readStreamHeader } from './stream-header.js';

export interface FrameBytesAndPlace {
  /** Of this frame only; they may be written to. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bits of the first byte that belong to the frame before. */
  readonly skip: number;
}
type Codecs = (coding: Encoding) => Promise<Codec>;
type Samples = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array;

/** Samples of a pixel side by side. */
interface Decoded {
  readonly samples: Samples;
  /** How colours are told, where the stream knows better than the header. */
  readonly differences?: boolean;
  /** Bits below the stored ones. */
  readonly shift?: number;
}

/** The pixels of one frame. Throws where it is damaged or cut short; the message says what is wrong. */
export async function decodeFrame(image: ImageHeader, frame: FrameBytesAndPlace, codecs: Codecs): Promise<SlicePixels> {
  const { columns: width, rows: height, samples: count, palette } = image;
  if (image.numbers !== 'integer') return { kind: 'grey', width, height, values: floats(image, frame.bytes) };
  const decoded = await samplesOf(image, frame, codecs);
  if (decoded.samples.length < width * height * count) throw new Damage('it is cut short');
  if (count === 3) return { kind: 'colour', width, height, values: coloursOf(image, decoded) };
  const values = storedValues(decoded.samples.subarray(0, width * height), image, decoded.shift);
  if (!palette) return { kind: 'grey', width, height, values };
  return { kind: 'colour', width, height, values: fromPalette(values, palette.first, palette.colours) };
}

async function samplesOf(image: ImageHeader, frame: FrameBytesAndPlace, codecs: Codecs): Promise<Decoded> {
  const { coding } = image;
  if (coding === 'native') return native(image, frame);
  if (coding === 'deflate') {
    const bytes = await inflateFirst(frame.bytes, Math.ceil(nativeBits(image) / 8));
    if (!bytes) throw new Damage('it is cut short');
    return native(image, { bytes, skip: 0 });
  }
  if (coding === 'rle') {
    const { rows, columns, samples, bitsAllocated } = image;
    const bytes = decodeRle(frame.bytes, rows * columns, samples, bitsAllocated / 8);
    if (!bytes) throw new Damage('its run lengths are damaged or cut short');
    // Planes are put together already, and numbers are little-endian.
    return native({ ...image, planar: false, bigEndian: false }, { bytes, skip: 0 });
  }
  return encoded(image, coding, frame.bytes, codecs);
}

async function encoded(image: ImageHeader, coding: Encoding, bytes: Uint8Array, codecs: Codecs): Promise<Decoded> {
  // What is written in other languages takes memory for whatever a stream says; ours looks itself.
  const header = coding === 'jpeg' ? undefined : readStreamHeader(bytes);
  if (header) agree(image, header);
  else if (coding !== 'jpeg') throw new Damage('its code stream has no head');
  const decode = await codecs(coding);
  const picture = await decode(bytes);
  agree(image, picture);
  // Which transform it was is said by the DICOM header too, but not all writers know.
  const differences = header?.transformed ? false : picture.differences;
  return { samples: picture.samples, ...(differences !== undefined && { differences }) };
}

/** What a stream holds must be what is said of it. */
function agree(
  { columns, rows, samples }: ImageHeader,
  { width, height, components }: { readonly width: number; readonly height: number; readonly components: number },
): void {
  if (width !== columns || height !== rows || components !== samples) {
    throw new Damage(
      `it is ${width} × ${height} pixels of ${components} samples and not, as is said of it, ${columns} × ${rows} of ${samples}`,
    );
  }
}

function native(image: ImageHeader, { bytes, skip }: FrameBytesAndPlace): Decoded {
  const { rows, columns, samples, bitsAllocated, bitsStored, highBit, bigEndian, words, photometric, planar } = image;
  const pixels = rows * columns;
  if (bytes.length * 8 < nativeBits(image)) throw new Damage('it is cut short');
  if (bitsAllocated === 1) return { samples: unpackBits(bytes, pixels, skip) };
  if (bigEndian) swapBytes(bytes, bitsAllocated > 8 ? bitsAllocated / 8 : words ? 2 : 1);
  if (bitsAllocated === 32) return { samples: new Uint32Array(aligned(bytes, 4)), shift: highBit + 1 - bitsStored };
  const all = bitsAllocated === 16 ? new Uint16Array(aligned(bytes, 2)) : bytes;
  const shift = highBit + 1 - bitsStored;
  if (photometric === 'YBR_FULL_422') {
    const size = pixels * 3;
    return {
      samples: widened(all, all instanceof Uint16Array ? new Uint16Array(size) : new Uint8Array(size), columns, rows),
      shift,
    };
  }
  return { samples: planar && samples === 3 ? interleaved(all.subarray(0, pixels * 3), pixels) : all, shift };
}

/** Memory that begins with the bytes, and is whole numbers of `width`. */
function aligned(bytes: Uint8Array<ArrayBuffer>, width: number): ArrayBuffer {
  if (bytes.byteOffset === 0 && bytes.buffer.byteLength % width === 0) return bytes.buffer;
  return bytes.slice(0, bytes.length - (bytes.length % width)).buffer;
}

function floats({ rows, columns, numbers, bigEndian }: ImageHeader, bytes: Uint8Array<ArrayBuffer>): StoredValues {
  const width = numbers === 'float' ? 4 : 8;
  if (bytes.length < rows * columns * width) throw new Damage('it is cut short');
  if (bigEndian) swapBytes(bytes, width);
  const memory = aligned(bytes, width);
  return numbers === 'float'
    ? new Float32Array(memory, 0, rows * columns)
    : new Float64Array(memory, 0, rows * columns);
}

function coloursOf(image: ImageHeader, { samples, differences, shift = 0 }: Decoded): Colours {
  const { rows, columns, bitsStored, photometric, coding } = image;
  const narrow = Math.max(0, bitsStored - 8) + shift;
  const told = photometric.startsWith('YBR_FULL');
  // Of JPEG that says nothing itself the header says it; what JPEG 2000 does not transform is as the header has it.
  const convert = differences ?? (coding === 'jpeg-2000' || coding === 'htj2k' ? told : photometric.startsWith('YBR'));
  return (convert ? fromYbr : fromRgb)(samples as ArrayLike<number>, rows * columns, narrow);
}
