import { ascii, chunks, type HeaderBytes } from './chunks.js';
import { type Header, objectionTo, type PcmFormat } from './pcm.js';

type Coding = Pick<PcmFormat, 'encoding' | 'littleEndian'> & { readonly bytes?: number };

const big = { encoding: 'int', littleEndian: false } as const;
const little = { encoding: 'int', littleEndian: true } as const;
const float = { encoding: 'float', littleEndian: false } as const;

/** What the compressions of AIFC are that compress nothing, or by table. */
const codings: Readonly<Record<string, Coding>> = {
  NONE: big,
  twos: big,
  sowt: little,
  'raw ': { encoding: 'unsigned', littleEndian: false, bytes: 1 },
  in24: { ...big, bytes: 3 },
  in32: { ...big, bytes: 4 },
  '42ni': { ...little, bytes: 3 },
  '23ni': { ...little, bytes: 4 },
  fl32: { ...float, bytes: 4 },
  FL32: { ...float, bytes: 4 },
  fl64: { ...float, bytes: 8 },
  FL64: { ...float, bytes: 8 },
  alaw: { encoding: 'alaw', littleEndian: false, bytes: 1 },
  ALAW: { encoding: 'alaw', littleEndian: false, bytes: 1 },
  ulaw: { encoding: 'ulaw', littleEndian: false, bytes: 1 },
  ULAW: { encoding: 'ulaw', littleEndian: false, bytes: 1 },
};

/** The header of an AIFF or AIFC file, whose chunks may come in any order. */
export async function readAiffHeader(file: HeaderBytes): Promise<Header> {
  let format: (PcmFormat & { readonly frames: number }) | undefined;
  let data: { readonly start: number; readonly end: number | undefined } | undefined;
  for await (const { id, at, size } of chunks(file, 12, false)) {
    if (id === 'COMM') {
      const read = formatOf(await file.read(at, at + Math.min(size, 22)));
      if (typeof read === 'string') return { why: read };
      format = read;
    } else if (id === 'SSND') {
      const head = await file.read(at, at + 8);
      const offset = head.length < 4 ? 0 : new DataView(head.buffer, head.byteOffset).getUint32(0);
      // What writes to a pipe leaves the size open.
      const end = size < 8 || size >= 0x7fff_0000 ? undefined : at + size;
      data = { start: at + 8 + offset, end };
    }
    if (format && data) break;
  }
  if (!format) return { why: 'it has no description of its format (COMM chunk); the file is damaged or cut short' };
  if (!data) {
    if (format.frames === 0) return { pcm: { ...format, container: 'AIFF', start: 0, end: 0 } };
    return { why: 'there is no sound in it (SSND chunk); the file is damaged or cut short' };
  }
  const { frames, ...pcm } = format;
  const counted = data.start + frames * pcm.bytes * pcm.channels;
  const end = frames > 0 && frames < 0xffff_ffff ? Math.min(counted, data.end ?? counted) : data.end;
  return { pcm: { ...pcm, container: 'AIFF', start: data.start, end } };
}

function formatOf(bytes: Uint8Array): (PcmFormat & { frames: number }) | string {
  if (bytes.length < 18) return 'the description of its format is cut short';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const compression = bytes.length >= 22 ? ascii(bytes, 18, 22) : 'NONE';
  const coding = codings[compression];
  if (!coding) {
    return `its codec, "${compression.trim()}", is none that browsers decode; convert it to PCM, FLAC or MP3`;
  }
  const format: PcmFormat = {
    bytes: Math.ceil(view.getUint16(6) / 8),
    ...coding,
    channels: view.getUint16(0),
    sampleRate: extended(view, 8),
  };
  return objectionTo(format) ?? { ...format, frames: view.getUint32(2) };
}

/** A number of 80 bits: sign and exponent, then 64 bits with the one before the point. */
function extended(view: DataView, at: number): number {
  const exponent = view.getUint16(at) & 0x7fff;
  const value = (view.getUint32(at + 2) * 2 ** 32 + view.getUint32(at + 6)) * 2 ** (exponent - 16_383 - 63);
  return view.getUint16(at) & 0x8000 ? -value : value;
}
