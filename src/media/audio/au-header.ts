import type { HeaderBytes } from './chunks.js';
import { type Header, objectionTo, type PcmFormat } from './pcm.js';

const codings: Readonly<Record<number, Pick<PcmFormat, 'encoding' | 'bytes'>>> = {
  1: { encoding: 'ulaw', bytes: 1 },
  2: { encoding: 'int', bytes: 1 },
  3: { encoding: 'int', bytes: 2 },
  4: { encoding: 'int', bytes: 3 },
  5: { encoding: 'int', bytes: 4 },
  6: { encoding: 'float', bytes: 4 },
  7: { encoding: 'float', bytes: 8 },
  27: { encoding: 'alaw', bytes: 1 },
};

const names: Readonly<Record<number, string>> = {
  23: 'G.721 ADPCM',
  24: 'G.722',
  25: 'G.723 ADPCM',
  26: 'G.723 ADPCM',
};

/** The header of an AU file (Sun, NeXT). */
export async function readAuHeader(file: HeaderBytes): Promise<Header> {
  const bytes = await file.read(0, 24);
  if (bytes.length < 24) return { why: 'its header is cut short' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [start, size, number] = [view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  const coding = codings[number];
  if (!coding) {
    return {
      why: `its codec, ${names[number] ?? `number ${number}`}, is none that browsers decode; convert it to PCM, FLAC or MP3`,
    };
  }
  if (start < 24) return { why: 'its header says that the sound begins inside of the header' };
  const format: PcmFormat = {
    ...coding,
    littleEndian: false,
    sampleRate: view.getUint32(16),
    channels: view.getUint32(20),
  };
  const why = objectionTo(format);
  if (why) return { why };
  return { pcm: { ...format, container: 'AU', start, end: size === 0xffff_ffff ? undefined : start + size } };
}
