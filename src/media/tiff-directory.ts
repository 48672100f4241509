/** What a TIFF says of its first picture, as far as we need it. */
export interface TiffDirectory {
  readonly littleEndian: boolean;
  readonly width: number;
  readonly height: number;
  /** Of each sample: 1, 8, 16, 32 or 64. */
  readonly bits: number;
  /** Of each pixel. */
  readonly samples: number;
  /** Whether samples are floating-point numbers. */
  readonly float: boolean;
  readonly compression: number;
  readonly predictor: number;
  /** 0 and 1: grey, with white or black as zero; 2: RGB; 3: palette; 5: CMYK. */
  readonly colours: number;
  /** What the samples beyond the colours are: 1 and 2 are alpha, 1 with the colours multiplied by it. */
  readonly extra: readonly number[];
  /** Of the palette: all reds, all greens, all blues, 16 bits each. */
  readonly palette: readonly number[];
  /** 1 to 8, as EXIF has it. */
  readonly orientation: number;
  /** Whether each sample has a plane of its own. */
  readonly planar: boolean;
  /** The pieces it is stored in: strips as wide as the picture, or tiles. */
  readonly pieces: {
    readonly tiled: boolean;
    readonly width: number;
    readonly height: number;
    readonly offsets: readonly number[];
    readonly lengths: readonly number[];
  };
  /** How many pictures the file has; reduced copies do not count. */
  readonly pages: number;
}

const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  colours: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  planar: 284,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  extra: 338,
  format: 339,
} as const;

/** Bytes of a value, by its type: BYTE, SHORT, LONG. Others are of no interest here. */
const widths: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };
const FLOAT = 3;
/** Pixels: what is decoded here takes four bytes for each, twice for a moment. */
const MOST = 150e6;
const LONGEST = 65_000;
const MOST_PAGES = 10_000;

const LITTLE = 0x4949;
const BIG = 0x4d4d;

/** By its first four bytes, whatever it is called. */
export function isTiff(head: Uint8Array): boolean {
  const [a, b, c, d] = head;
  // 43 stands for BigTIFF.
  const isMagic = (low?: number, high?: number) => (low === 42 || low === 43) && high === 0;
  return (a === 0x49 && b === 0x49 && isMagic(c, d)) || (a === 0x4d && b === 0x4d && isMagic(d, c));
}

/** Reads the first directory of a TIFF; or says why we do not decode it. Nothing in it is taken on trust. */
export function readTiffDirectory(file: ArrayBuffer): TiffDirectory | string {
  try {
    return read(new DataView(file));
  } catch (error) {
    // All that a DataView throws is that something lies outside of the file.
    if (error instanceof RangeError) return 'the file is damaged or cut short';
    throw error;
  }
}

function read(file: DataView): TiffDirectory | string {
  const order = file.getUint16(0);
  const littleEndian = order === LITTLE;
  if (order !== LITTLE && order !== BIG) return 'it is no TIFF';
  if (file.getUint16(2, littleEndian) !== 42) return 'it is a BigTIFF, which is not read here';
  const first = file.getUint32(4, littleEndian);
  const entries = new Entries(file, littleEndian, first);
  const [width = 0, height = 0] = [entries.one(TAG.width), entries.one(TAG.height)];
  if (!(width >= 1 && height >= 1)) return 'it has no size';
  if (width * height > MOST || Math.max(width, height) > LONGEST) {
    return `it has ${width} × ${height} pixels, too many for a TIFF here; offer it in tiles (Deep Zoom or IIIF)`;
  }
  const samples = entries.one(TAG.samples) ?? 1;
  const [bits = 1, ...otherBits] = entries.all(TAG.bits);
  const float = entries.all(TAG.format)[0] === FLOAT;
  const colours = entries.one(TAG.colours) ?? 1;
  if (otherBits.some((other) => other !== bits)) return 'its samples have different numbers of bits';
  if (!(float ? [32, 64] : [1, 8, 16]).includes(bits)) return `its samples have ${bits} bits, which is not read here`;
  const least = { 0: 1, 1: 1, 2: 3, 3: 1, 5: 4 }[colours];
  if (least === undefined) return `its colours are coded in a way (${colours}) that is not read here`;
  if (!(samples >= least && samples <= 16)) return `it has ${samples} samples for each pixel`;
  if (entries.one(TAG.fillOrder) === 2) return 'its bits are in reverse order, which is not read here';
  const palette = entries.all(TAG.palette);
  if (colours === 3 && (float || bits > 8 || palette.length < 3 * 2 ** bits)) return 'it lacks its palette';
  const pieces = piecesOf(entries, { width, height });
  const planar = entries.one(TAG.planar) === 2 && samples > 1;
  const across = Math.ceil(width / pieces.width);
  const count = across * Math.ceil(height / pieces.height) * (planar ? samples : 1);
  if (!(pieces.width >= 1 && pieces.height >= 1 && pieces.width * pieces.height <= MOST)) return 'its tiles are absurd';
  if (pieces.offsets.length < count || pieces.lengths.length < count) return 'the file is damaged or cut short';
  return {
    littleEndian,
    width,
    height,
    bits,
    samples,
    float,
    compression: entries.one(TAG.compression) ?? 1,
    predictor: entries.one(TAG.predictor) ?? 1,
    colours,
    extra: entries.all(TAG.extra),
    palette,
    orientation: entries.one(TAG.orientation) ?? 1,
    planar,
    pieces,
    pages: countPages(file, littleEndian, first),
  };
}

function piecesOf(
  entries: Entries,
  { width, height }: { readonly width: number; readonly height: number },
): TiffDirectory['pieces'] {
  const [tileWidth, tileHeight] = [entries.one(TAG.tileWidth), entries.one(TAG.tileHeight)];
  if (tileWidth !== undefined && tileHeight !== undefined) {
    const [offsets, lengths] = [entries.all(TAG.tileOffsets), entries.all(TAG.tileLengths)];
    return { tiled: true, width: tileWidth, height: tileHeight, offsets, lengths };
  }
  const rows = Math.min(height, entries.one(TAG.rowsPerStrip) ?? height);
  const [offsets, lengths] = [entries.all(TAG.stripOffsets), entries.all(TAG.stripLengths)];
  return { tiled: false, width, height: rows, offsets, lengths };
}

function countPages(file: DataView, littleEndian: boolean, first: number): number {
  const seen = new Set<number>();
  let pages = 0;
  for (let at = first; at !== 0 && !seen.has(at) && seen.size < MOST_PAGES; ) {
    seen.add(at);
    if (at + 2 > file.byteLength) break;
    const entries = new Entries(file, littleEndian, at);
    if (((entries.one(TAG.subfile) ?? 0) & 1) === 0) pages++;
    at = entries.next;
  }
  return pages;
}

/** The numbers in one directory. */
class Entries {
  readonly #file: DataView;
  readonly #littleEndian: boolean;
  readonly #places = new Map<number, number>();
  /** Where the next directory is; 0: there is none. */
  readonly next: number;

  constructor(file: DataView, littleEndian: boolean, at: number) {
    this.#file = file;
    this.#littleEndian = littleEndian;
    const count = file.getUint16(at, littleEndian);
    for (let i = 0; i < count; i++) {
      const place = at + 2 + i * 12;
      this.#places.set(file.getUint16(place, littleEndian), place);
    }
    const end = at + 2 + count * 12;
    this.next = end + 4 <= file.byteLength ? file.getUint32(end, littleEndian) : 0;
  }

  one(tag: number): number | undefined {
    return this.all(tag)[0];
  }

  all(tag: number): readonly number[] {
    const place = this.#places.get(tag);
    if (place === undefined) return [];
    const [file, littleEndian] = [this.#file, this.#littleEndian];
    const width = widths[file.getUint16(place + 2, littleEndian)];
    const count = file.getUint32(place + 4, littleEndian);
    if (width === undefined) return [];
    const from = width * count <= 4 ? place + 8 : file.getUint32(place + 8, littleEndian);
    if (from + width * count > file.byteLength) throw new RangeError('beyond the end of the file');
    const value = (at: number) =>
      width === 1
        ? file.getUint8(at)
        : width === 2
          ? file.getUint16(at, littleEndian)
          : file.getUint32(at, littleEndian);
    return Array.from({ length: count }, (_, i) => value(from + i * width));
  }
}
