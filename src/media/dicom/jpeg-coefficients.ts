import { Damage } from './damage.js';
import { BitReader, type HuffmanTable } from './jpeg-bits.js';
import type { JpegFrame, JpegScan } from './jpeg-markers.js';

/** The coefficients of one colour, blocks of 64 in natural order, row by row of blocks. */
export interface Plane {
  readonly coefficients: Int16Array;
  /** Blocks in a row, those that only fill up the last MCU included. */
  readonly stride: number;
  /** Blocks that there are when the colour is coded by itself. */
  readonly across: number;
  readonly down: number;
}

const zigzag = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48],
  ...[41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15],
  ...[23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/** A table as a stream has it, in natural order. */
export const natural = (table: Uint16Array): Uint16Array => {
  const sorted = new Uint16Array(64);
  for (let i = 0; i < 64; i++) sorted[zigzag[i] as number] = table[i] as number;
  return sorted;
};

/** Decodes all scans of a sequential or progressive stream. Throws a `Damage`. */
export function decodeCoefficients(frame: JpegFrame, scans: readonly JpegScan[]): readonly Plane[] {
  const { width, height, components } = frame;
  const [most, tallest] = [Math.max(...components.map(({ h }) => h)), Math.max(...components.map(({ v }) => v))];
  const [columns, rows] = [Math.ceil(width / (8 * most)), Math.ceil(height / (8 * tallest))];
  const planes = components.map(({ h, v }) => ({
    coefficients: new Int16Array(columns * h * rows * v * 64),
    stride: columns * h,
    across: Math.ceil((width * h) / most / 8),
    down: Math.ceil((height * v) / tallest / 8),
  }));
  const seen = new Set<number>();
  for (const scan of scans) {
    for (const { index } of scan.components) seen.add(index);
    decodeScan(scan, frame, planes, columns, rows);
  }
  if (seen.size < components.length) throw new Damage('it lacks colours');
  return planes;
}

/** One colour of a scan while it is decoded. */
interface Coder {
  readonly plane: Plane;
  readonly h: number;
  readonly v: number;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
  /** The last coefficient for direct current, which the next is told relative to. */
  last: number;
}
/** What bands mean is the same for all blocks of a scan. */
interface Pass extends Pick<JpegScan, 'from' | 'to' | 'high' | 'low'> {
  readonly progressive: boolean;
  /** Blocks that are still to be skipped. */
  skip: number;
}

function decodeScan(scan: JpegScan, frame: JpegFrame, planes: readonly Plane[], columns: number, rows: number): void {
  const { from, to, high, low, restart, stretches } = scan;
  const progressive = frame.process === 2;
  if (to > 63 || from > to || low > 13) throw new Damage('a scan header is damaged');
  const coders = scan.components.map(({ index, dc, ac }): Coder => {
    const component = frame.components[index];
    const plane = planes[index];
    if (!component || !plane) throw new Damage('a scan header is damaged');
    const needsDc = !progressive || (from === 0 && high === 0);
    const needsAc = !progressive || from > 0;
    if ((needsDc && !dc) || (needsAc && !ac)) throw new Damage('it lacks a Huffman table');
    return { plane, h: component.h, v: component.v, dc, ac, last: 0 };
  });
  const [alone] = coders.length === 1 ? coders : [];
  const across = alone ? alone.plane.across : columns;
  const count = across * (alone ? alone.plane.down : rows);
  const interval = restart || count;
  const pass: Pass = { progressive, from, to, high, low, skip: 0 };
  for (let first = 0; first < count; first += interval) {
    const stretch = stretches[first / interval];
    if (!stretch) throw new Damage('it is cut short');
    const reader = new BitReader(stretch);
    pass.skip = 0;
    for (const coder of coders) coder.last = 0;
    for (let unit = first; unit < Math.min(first + interval, count); unit++) {
      const x = unit % across;
      const y = Math.floor(unit / across);
      if (alone) decodeBlock(reader, alone, (y * alone.plane.stride + x) * 64, pass);
      else {
        for (const coder of coders) {
          const { h, v, plane } = coder;
          for (let block = 0; block < h * v; block++) {
            const row = y * v + Math.floor(block / h);
            decodeBlock(reader, coder, (row * plane.stride + x * h + (block % h)) * 64, pass);
          }
        }
      }
      if (x === 0 && reader.isSpent) throw new Damage('it is cut short');
    }
    if (reader.isSpent) throw new Damage('it is cut short');
  }
}

function decodeBlock(reader: BitReader, coder: Coder, at: number, pass: Pass): void {
  if (!pass.progressive) sequential(reader, coder, at);
  else if (pass.from === 0) direct(reader, coder, at, pass);
  else if (pass.high === 0) firstBand(reader, coder, at, pass);
  else refineBand(reader, coder, at, pass);
}

function sequential(reader: BitReader, coder: Coder, at: number): void {
  const { coefficients } = coder.plane;
  coder.last += reader.signed(reader.decode(coder.dc as HuffmanTable) & 15);
  coefficients[at] = coder.last;
  const ac = coder.ac as HuffmanTable;
  for (let k = 1; k < 64; k++) {
    const code = reader.decode(ac);
    const size = code & 15;
    k += code >> 4;
    if (size === 0) {
      // A run of sixteen zeros, or the end of the block.
      if (code >> 4 < 15) return;
      continue;
    }
    if (k > 63) return;
    coefficients[at + (zigzag[k] as number)] = reader.signed(size);
  }
}

function direct(reader: BitReader, coder: Coder, at: number, { high, low }: Pass): void {
  const { coefficients } = coder.plane;
  if (high > 0) {
    coefficients[at] = (coefficients[at] as number) | (reader.bits(1) << low);
    return;
  }
  coder.last += reader.signed(reader.decode(coder.dc as HuffmanTable) & 15);
  coefficients[at] = coder.last << low;
}

function firstBand(reader: BitReader, coder: Coder, at: number, pass: Pass): void {
  if (pass.skip > 0) {
    pass.skip--;
    return;
  }
  const { coefficients } = coder.plane;
  for (let k = pass.from; k <= pass.to; k++) {
    const code = reader.decode(coder.ac as HuffmanTable);
    const [run, size] = [code >> 4, code & 15];
    if (size === 0 && run < 15) {
      pass.skip = (1 << run) - 1 + reader.bits(run);
      return;
    }
    k += run;
    if (k > 63) return;
    if (size > 0) coefficients[at + (zigzag[k] as number)] = reader.signed(size) * (1 << pass.low);
  }
}

/** One bit more of coefficients that are not zero; those that become so are put in between. */
function refineBand(reader: BitReader, coder: Coder, at: number, pass: Pass): void {
  const { coefficients } = coder.plane;
  const unit = 1 << pass.low;
  const refine = (place: number) => {
    const value = coefficients[place] as number;
    if (reader.bits(1) && (Math.abs(value) & unit) === 0) coefficients[place] = value + (value > 0 ? unit : -unit);
  };
  let k = pass.from;
  if (pass.skip === 0) {
    for (; k <= pass.to; k++) {
      const code = reader.decode(coder.ac as HuffmanTable);
      let run = code >> 4;
      let value = 0;
      if ((code & 15) > 0) value = reader.bits(1) ? unit : -unit;
      else if (run < 15) {
        pass.skip = (1 << run) + reader.bits(run);
        break;
      }
      for (; k <= pass.to; k++) {
        const place = at + (zigzag[k] as number);
        if (coefficients[place] !== 0) refine(place);
        else if (run-- === 0) {
          if (value !== 0) coefficients[place] = value;
          break;
        }
      }
    }
  }
  if (pass.skip === 0) return;
  for (; k <= pass.to; k++) {
    const place = at + (zigzag[k] as number);
    if (coefficients[place] !== 0) refine(place);
  }
  pass.skip--;
}
