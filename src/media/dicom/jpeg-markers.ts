import { Damage } from './damage.js';
import { type HuffmanTable, huffmanTable } from './jpeg-bits.js';

export interface JpegComponent {
  readonly id: number;
  /** Sampling factors. */
  readonly h: number;
  readonly v: number;
  readonly quantization: number;
}
export interface JpegFrame {
  /** Of the marker SOFn: 0 baseline, 1 extended, 2 progressive, 3 lossless. */
  readonly process: number;
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: readonly JpegComponent[];
}
export interface JpegScan {
  readonly components: readonly {
    /** In the frame's list. */
    readonly index: number;
    readonly dc: HuffmanTable | undefined;
    readonly ac: HuffmanTable | undefined;
  }[];
  /** Spectral selection; for lossless the first is the predictor. */
  readonly from: number;
  readonly to: number;
  /** Successive approximation; for lossless the second is the point transform. */
  readonly high: number;
  readonly low: number;
  /** MCUs between restart markers, or 0. */
  readonly restart: number;
  /** What lies between markers. */
  readonly stretches: readonly Uint8Array[];
}
export interface JpegStream {
  readonly frame: JpegFrame;
  readonly scans: readonly JpegScan[];
  /** In zigzag order. As they were last defined. */
  readonly quantization: readonly (Uint16Array | undefined)[];
  readonly jfif: boolean;
  /** Of Adobe's marker: 0 none, 1 YCbCr. */
  readonly adobe: number | undefined;
}

/** Decoded bytes of a frame. */
const LARGEST = 2 ** 29;
const MOST_SCANS = 1000;

/** Takes a code stream apart. Throws a `Damage`. */
export function readJpeg(bytes: Uint8Array): JpegStream {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const huffman: (HuffmanTable | undefined)[] = [];
  const quantization: (Uint16Array | undefined)[] = [];
  const scans: JpegScan[] = [];
  let frame: JpegFrame | undefined;
  let restart = 0;
  let jfif = false;
  let adobe: number | undefined;
  let at = 2;
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Damage('it does not begin like a JPEG');
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Damage('it has something between its parts');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw new Damage('it is cut short');
    const body = bytes.subarray(at + 4, end);
    at = end;
    if (marker === 0xc4) defineHuffman(body, huffman);
    else if (marker === 0xdb) defineQuantization(body, quantization);
    else if (marker === 0xdd) restart = (body[0] ?? 0) * 256 + (body[1] ?? 0);
    else if (marker === 0xe0) jfif ||= asText(body, 4) === 'JFIF';
    else if (marker === 0xee) adobe = asText(body, 5) === 'Adobe' ? body[11] : adobe;
    else if (marker === 0xda) {
      if (!frame) throw new Damage('it has no frame header');
      if (scans.length >= MOST_SCANS) throw new Damage('it has too many scans');
      const stretches: Uint8Array[] = [];
      at = readStretches(bytes, at, stretches);
      scans.push(scanOf(body, frame, huffman, restart, stretches));
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      if (frame) throw new Damage('it has two frames');
      frame = frameOf(marker - 0xc0, body);
    }
  }
  if (!frame || scans.length === 0) throw new Damage('it is cut short');
  return { frame, scans, quantization, jfif, adobe };
}

const asText = (bytes: Uint8Array, length: number): string => String.fromCharCode(...bytes.subarray(0, length));

function frameOf(process: number, body: Uint8Array): JpegFrame {
  if (process > 3) throw new Damage(`it is coded by a process that is not read (SOF${process})`);
  const [precision = 0, high = 0, low = 0, left = 0, right = 0, count = 0] = body;
  const [height, width] = [high * 256 + low, left * 256 + right];
  const components = Array.from({ length: count }, (_, i) => {
    const [id = 0, factors = 0, table = 0] = body.subarray(6 + i * 3);
    return { id, h: factors >> 4, v: factors & 15, quantization: table };
  });
  const bits = process === 3 ? precision >= 2 && precision <= 16 : precision === 8 || (process > 0 && precision === 12);
  if (!bits) throw new Damage(`it has samples of ${precision} bits`);
  if (width === 0 || height === 0) throw new Damage('it has no size');
  if (body.length < 6 + count * 3 || count === 0 || count > 4) throw new Damage('it has no components that make sense');
  if (components.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) throw new Damage('its sampling makes no sense');
  if (width * height * count * 2 > LARGEST) throw new Damage('it is larger than is decoded at once');
  return { process, precision, width, height, components };
}

function defineHuffman(body: Uint8Array, tables: (HuffmanTable | undefined)[]): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const place = body[at] ?? 0;
    const counts = body.subarray(at + 1, at + 17);
    const size = counts.reduce((sum, count) => sum + count, 0);
    at += 17;
    if (at + size > body.length || size > 256 || place > 0x1f) throw new Damage('its Huffman tables are damaged');
    const table = huffmanTable(counts, body.slice(at, at + size));
    if (!table) throw new Damage('its Huffman tables are damaged');
    tables[place] = table;
    at += size;
  }
}

function defineQuantization(body: Uint8Array, tables: (Uint16Array | undefined)[]): void {
  for (let at = 0; at < body.length; ) {
    const place = body[at++] ?? 0;
    const wide = place >> 4 === 1;
    if (at + (wide ? 128 : 64) > body.length) throw new Damage('its quantization tables are damaged');
    const table = new Uint16Array(64);
    for (let i = 0; i < 64; i++) {
      table[i] = wide ? (body[at + i * 2] ?? 0) * 256 + (body[at + i * 2 + 1] ?? 0) : (body[at + i] ?? 0);
    }
    tables[place & 15] = table;
    at += wide ? 128 : 64;
  }
}

function scanOf(
  body: Uint8Array,
  { components }: JpegFrame,
  huffman: readonly (HuffmanTable | undefined)[],
  restart: number,
  stretches: readonly Uint8Array[],
): JpegScan {
  const count = body[0] ?? 0;
  if (body.length < 4 + count * 2 || count === 0 || count > 4) throw new Damage('a scan header is damaged');
  const chosen = Array.from({ length: count }, (_, i) => {
    const [id = 0, place = 0] = body.subarray(1 + i * 2);
    const index = components.findIndex((component) => component.id === id);
    if (index < 0) throw new Damage('a scan has a component that the frame does not have');
    return { index, dc: huffman[place >> 4], ac: huffman[0x10 + (place & 15)] };
  });
  const [from = 0, to = 0, approximation = 0] = body.subarray(1 + count * 2);
  return { components: chosen, from, to, high: approximation >> 4, low: approximation & 15, restart, stretches };
}

/** Entropy-coded data up to the next marker that is no restart. */
function readStretches(bytes: Uint8Array, start: number, stretches: Uint8Array[]): number {
  let from = start;
  for (let at = start; ; ) {
    const marker = bytes.indexOf(0xff, at);
    const code = marker < 0 ? undefined : bytes[marker + 1];
    if (code === undefined) {
      stretches.push(bytes.subarray(from));
      return bytes.length;
    }
    at = marker + 2;
    if (code === 0) continue;
    if (code === 0xff) {
      at = marker + 1;
      continue;
    }
    stretches.push(bytes.subarray(from, marker));
    if (code < 0xd0 || code > 0xd7) return marker;
    from = at;
  }
}
