import { Damage } from './damage.js';
import { BitReader, type HuffmanTable } from './jpeg-bits.js';
import type { JpegScan, JpegStream } from './jpeg-markers.js';

type Samples = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** Decodes process 14: differences from predicted samples (ITU T.81 annex H). Throws a `Damage`. */
export function decodeLossless({ frame, scans }: JpegStream): Samples {
  const { width, height, components, precision } = frame;
  if (components.some(({ h, v }) => h !== components[0]?.h || v !== components[0]?.v)) {
    throw new Damage('it has colours of different size, with which lossless JPEG is not read');
  }
  const size = width * height * components.length;
  const out = precision > 8 ? new Uint16Array(size) : new Uint8Array(size);
  const seen = new Set<number>();
  for (const scan of scans) {
    for (const { index } of scan.components) seen.add(index);
    decodeScan(scan, out, { width, height, samples: components.length, precision });
  }
  if (seen.size < components.length) throw new Damage('it lacks colours');
  return out;
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly precision: number;
}

/** Samples are kept without the point transform until all are there. */
function decodeScan(scan: JpegScan, out: Samples, { width, height, samples, precision }: Raster): void {
  const { components, from: predictor, low: shift, restart, stretches } = scan;
  if (predictor < 1 || predictor > 7) throw new Damage(`it has a predictor ${predictor}, which there is not`);
  if (shift >= precision || restart % width !== 0) throw new Damage('a scan header is damaged');
  const row = width * samples;
  const initial = 1 << (precision - shift - 1);
  const tables = components.map(({ index, dc }) => {
    if (!dc) throw new Damage('it lacks a Huffman table');
    return { index, table: dc };
  });
  const interval = restart > 0 ? restart / width : height;
  for (let first = 0; first < height; first += interval) {
    const stretch = stretches[first / interval];
    if (!stretch) throw new Damage('it is cut short');
    const reader = new BitReader(stretch);
    for (let y = first; y < Math.min(first + interval, height); y++) {
      // Above the first row, and after a restart, there is nothing to predict from.
      const isFirst = y === first;
      for (const { index, table } of tables) {
        const at = y * row + index;
        out[at] = (isFirst ? initial : (out[at - row] as number)) + difference(reader, table);
        // Of several colours a pixel's samples come one after the other.
        if (tables.length === 1)
          decodeRow(reader, table, out, { at, row, samples, predictor: isFirst ? 1 : predictor });
      }
      if (tables.length > 1) {
        for (let x = 1; x < width; x++) {
          for (const { index, table } of tables) {
            const at = y * row + x * samples + index;
            out[at] = predict(isFirst ? 1 : predictor, out, at, row, samples) + difference(reader, table);
          }
        }
      }
      if (reader.isSpent) throw new Damage('it is cut short');
    }
  }
  if (shift === 0) return;
  for (const { index } of tables) {
    for (let at = index; at < out.length; at += samples) out[at] = (out[at] as number) << shift;
  }
}

function decodeRow(
  reader: BitReader,
  table: HuffmanTable,
  out: Samples,
  {
    at,
    row,
    samples,
    predictor,
  }: { readonly at: number; readonly row: number; readonly samples: number; readonly predictor: number },
): void {
  const end = at + row;
  if (predictor === 1) {
    for (let to = at + samples; to < end; to += samples) {
      out[to] = (out[to - samples] as number) + difference(reader, table);
    }
  } else {
    for (let to = at + samples; to < end; to += samples) {
      out[to] = predict(predictor, out, to, row, samples) + difference(reader, table);
    }
  }
}

function difference(reader: BitReader, table: HuffmanTable): number {
  const category = reader.decode(table);
  return category < 16 ? reader.signed(category) : 32_768;
}

/** From the samples to the left (a), above (b), and above to the left (c). */
function predict(predictor: number, out: Samples, at: number, row: number, samples: number): number {
  const a = out[at - samples] as number;
  const b = out[at - row] as number;
  const c = out[at - row - samples] as number;
  switch (predictor) {
    case 1:
      return a;
    case 2:
      return b;
    case 3:
      return c;
    case 4:
      return a + b - c;
    case 5:
      return a + ((b - c) >> 1);
    case 6:
      return b + ((a - c) >> 1);
    default:
      return (a + b) >> 1;
  }
}
