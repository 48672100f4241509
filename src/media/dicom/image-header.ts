import type { ByteRange } from './data-set.js';
import { encapsulatedFrames, type FrameBytes } from './encapsulated-frames.js';
import type { DicomFile } from './parse-dicom.js';
import { tags } from './tags.js';
import type { Coding } from './transfer-syntax.js';

/** A colour table: three bytes each, from the stored value `first` on. */
export interface Palette {
  readonly first: number;
  readonly colours: Uint8Array;
}

/** All that is needed to make stored values of a frame's bytes. */
export interface ImageHeader {
  readonly coding: Coding;
  readonly rows: number;
  readonly columns: number;
  /** 1 or 3 */
  readonly samples: number;
  readonly photometric: string;
  /** Whether each colour has a plane of its own; of native pixels only. */
  readonly planar: boolean;
  readonly numbers: 'integer' | 'float' | 'double';
  /** 1, 8, 16, 32 or, of `double`, 64 */
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  readonly bigEndian: boolean;
  /** Whether bytes lie in words of 16 bits, which matters where those are big-endian. */
  readonly words: boolean;
  /** Whether each frame begins with a byte of its own, as it does in fragments. */
  readonly encapsulated: boolean;
  readonly palette?: Palette;
}

/** An image and where its frames lie. */
export interface ImageFrames {
  readonly image: ImageHeader;
  /** As many as there are whole. */
  readonly frames: readonly FrameBytes[];
  /** How many there are said to be. */
  readonly claimed: number;
}

/** Bytes of one decoded frame. */
const LARGEST_FRAME = 2 ** 29;
const MOST_FRAMES = 100_000;
const PHOTOMETRIC = /^(MONOCHROME[12]|PALETTE COLOR|RGB|YBR_FULL(_422)?|YBR_(ICT|RCT))$/;

const REPORTS = /^(SR|KO|PR|RTSTRUCT|RTPLAN|REG|DOC|FID|AU|ECG|HD|PLAN)$/;

/**
 * What pixels a file has; or why they cannot be shown.
 * @param size bytes of the whole file, where only its head is at hand
 */
export function readImage(file: DicomFile, size = file.bytes.length): ImageFrames | string {
  const { set, pixels, syntax, broken } = file;
  if (!pixels) {
    if (broken) return 'it is damaged or cut short before its pixels';
    const modality = set.text(tags.Modality);
    return `it holds no pixels${modality && REPORTS.test(modality) ? ` (it is a ${modality})` : ''}`;
  }
  const { coding } = syntax;
  if (!coding) return `its pixels are in ${syntax.name}, which is not read; convert it, e.g. with gdcmconv --raw`;
  const us = (tag: number) => set.number(tag, 'US');
  const [rows = 0, columns = 0, samples = 1] = [us(tags.Rows), us(tags.Columns), us(tags.SamplesPerPixel)];
  const numbers =
    pixels.tag === tags.FloatPixelData ? 'float' : pixels.tag === tags.DoubleFloatPixelData ? 'double' : 'integer';
  const bitsAllocated = numbers === 'float' ? 32 : numbers === 'double' ? 64 : (us(tags.BitsAllocated) ?? 8);
  const bitsStored = Math.min(us(tags.BitsStored) ?? bitsAllocated, bitsAllocated) || bitsAllocated;
  const highBit = Math.min(us(tags.HighBit) ?? bitsStored - 1, bitsAllocated - 1);
  const photometric = set.text(tags.PhotometricInterpretation) ?? (samples === 3 ? 'RGB' : 'MONOCHROME2');
  const image: ImageHeader = {
    coding,
    rows,
    columns,
    samples,
    photometric,
    planar: us(tags.PlanarConfiguration) === 1,
    numbers,
    bitsAllocated,
    bitsStored,
    highBit: Math.max(highBit, bitsStored - 1),
    signed: us(tags.PixelRepresentation) === 1,
    bigEndian: set.bigEndian,
    words: pixels.vr === 'OW',
    encapsulated: pixels.fragments !== undefined,
  };
  const objection = objectionTo(image);
  if (objection) return objection;
  const palette = photometric === 'PALETTE COLOR' ? readPalette(file, image) : undefined;
  if (typeof palette === 'string') return palette;
  const claimed = Math.min(MOST_FRAMES, Math.max(1, set.number(tags.NumberOfFrames, 'IS') ?? 1));
  const whole = palette ? { ...image, palette } : image;
  const frames = pixels.fragments
    ? encapsulatedFrames(set, pixels.fragments, claimed)
    : nativeFrames(image, [pixels.start, Math.min(pixels.start + (pixels.length ?? 0), size)], claimed);
  // Some writers say that they encoded what they did not.
  const native = !pixels.fragments && coding !== 'native';
  return { image: native ? { ...whole, coding: 'native' } : whole, frames: frames.slice(0, MOST_FRAMES), claimed };
}

function objectionTo(image: ImageHeader): string | undefined {
  const { rows, columns, samples, bitsAllocated, photometric, numbers } = image;
  if (rows === 0 || columns === 0) return 'it says no rows or no columns';
  if (![1, 8, 16, 32].includes(bitsAllocated) && numbers === 'integer') {
    return `it has pixels of ${bitsAllocated} bits, and only 1, 8, 16 and 32 are read`;
  }
  if (!PHOTOMETRIC.test(photometric)) return `its colours are ${photometric}, which is not read`;
  const expected = /^(MONO|PAL)/.test(photometric) ? 1 : 3;
  if (samples !== expected) return `it says ${samples} samples a pixel and ${photometric}, which do not go together`;
  if (samples === 3 && bitsAllocated !== 8 && bitsAllocated !== 16) {
    return `it has colours of ${bitsAllocated} bits, and only 8 and 16 are read`;
  }
  if (photometric === 'PALETTE COLOR' && bitsAllocated > 16) return `its palette has ${bitsAllocated} bits`;
  if (decodedBytes(image) > LARGEST_FRAME) return `it says ${columns} × ${rows} pixels, more than are decoded at once`;
  return undefined;
}

const decodedBytes = ({ rows, columns, samples, bitsAllocated }: ImageHeader): number =>
  rows * columns * (samples === 3 ? 4 : Math.max(1, bitsAllocated / 8));

/** Bits of a frame as it is stored without encoding. */
export function nativeBits({ rows, columns, samples, bitsAllocated, photometric }: ImageHeader): number {
  // Two pixels share their colour differences.
  if (photometric === 'YBR_FULL_422') return Math.ceil(columns / 2) * 2 * rows * 2 * bitsAllocated;
  return rows * columns * samples * bitsAllocated;
}

/** Frames follow without a gap, those of single bits even within a byte. */
function nativeFrames(image: ImageHeader, [start, end]: ByteRange, claimed: number): readonly FrameBytes[] {
  const bits = nativeBits(image);
  const count = Math.min(claimed, Math.floor(((end - start) * 8) / bits));
  return Array.from({ length: count }, (_, i) => [
    [start + Math.floor((i * bits) / 8), start + Math.ceil(((i + 1) * bits) / 8)],
  ]);
}

/** Bits of a frame's first byte that belong to the frame before. */
export const bitsBefore = (image: ImageHeader, frame: number): number =>
  image.bitsAllocated === 1 && !image.encapsulated ? (nativeBits(image) * frame) % 8 : 0;

function readPalette({ set }: DicomFile, { signed }: ImageHeader): Palette | string {
  const [entries = 0, first = 0, bits = 16] = set.numbers(
    tags.RedPaletteColorLookupTableDescriptor,
    signed ? 'SS' : 'US',
  );
  // The number of entries is never negative, and zero says 65536.
  const size = entries < 0 ? entries + 65_536 : entries || 65_536;
  const colours = new Uint8Array(size * 3);
  for (let colour = 0; colour < 3; colour++) {
    const element = set.elements.get(tags.RedPaletteColorLookupTableData + colour);
    if (!element) return 'its colour table is missing or in segments, which are not read';
    const bytes = set.value(element);
    if (bytes.length < size) return 'its colour table is cut short';
    const words = bytes.length >= size * 2;
    const [low, high] = set.bigEndian ? [1, 0] : [0, 1];
    // Some tables of 8 bits lie in words, and some of 16 bits use the lower half only.
    let narrow = bits <= 8;
    if (words && !narrow) {
      narrow = true;
      for (let i = 0; i < size; i++) if (bytes[i * 2 + high] !== 0) narrow = false;
    }
    for (let i = 0; i < size; i++) {
      colours[i * 3 + colour] = (words ? bytes[i * 2 + (narrow ? low : high)] : bytes[i]) ?? 0;
    }
  }
  return { first, colours };
}
