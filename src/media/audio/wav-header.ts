import { ascii, chunks, type HeaderBytes } from './chunks.js';
import { type Header, objectionTo, type PcmFile, type PcmFormat } from './pcm.js';

const PCM = 0x0001;
const FLOAT = 0x0003;
const ALAW = 0x0006;
const ULAW = 0x0007;
const MPEG = 0x0050;
const MP3 = 0x0055;
const EXTENSIBLE = 0xfffe;

/** Codecs that are met in WAV files and that browsers do not decode. */
const names: Readonly<Record<number, string>> = {
  2: 'Microsoft ADPCM',
  17: 'IMA ADPCM',
  34: 'TrueSpeech',
  49: 'GSM 6.10',
  [MPEG]: 'MPEG layer I or II',
  69: 'G.726 ADPCM',
  97: 'Duck ADPCM',
  255: 'AAC',
  352: 'Windows Media Audio',
  353: 'Windows Media Audio 2',
  8192: 'AC-3',
};

/** Sizes that mean nothing: what writes to a pipe cannot come back to put the true one. */
const ENDLESS = 0x7fff_0000;

interface Format extends PcmFormat {
  readonly tag: number;
}

/** The header of a WAV file (RIFF, RF64, BW64). */
export async function readWavHeader(file: HeaderBytes): Promise<Header> {
  let format: Format | undefined;
  let data: { readonly at: number; readonly size: number } | undefined;
  let large: number | undefined;
  for await (const { id, at, size } of chunks(file, 12, true)) {
    const view = async (most: number) => {
      const bytes = await file.read(at, at + Math.min(size, most));
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    };
    if (id === 'ds64') {
      const sizes = await view(28);
      // The second number is the size of the data.
      if (sizes.byteLength >= 16) large = Number(sizes.getBigUint64(8, true));
    } else if (id === 'fmt ') {
      const read = formatOf(await view(64));
      if (typeof read === 'string') return { why: read };
      format = read;
    } else if (id === 'data') {
      data = { at, size: size === 0xffff_ffff && large !== undefined ? large : size };
    }
    if (format && data) break;
  }
  if (!format) return { why: 'it has no description of its format ("fmt " chunk); the file is damaged or cut short' };
  if (!data) return { why: 'there is no sound in it ("data" chunk); the file is damaged or cut short' };
  if (format.tag === MP3) return { mp3At: data.at };
  const { tag: _, ...pcm } = format;
  return { pcm: { ...pcm, container: 'WAV', start: data.at, end: await dataEnd(file, data) } satisfies PcmFile };
}

async function dataEnd(file: HeaderBytes, { at, size }: { readonly at: number; readonly size: number }) {
  if (size >= ENDLESS && size <= 0xffff_ffff && at + size > (file.size ?? 0)) return undefined;
  if (size > 0) return at + size;
  // A recorder that was stopped hard left no size; but a sound without samples has none either.
  const next = ascii(await file.read(at, at + 4), 0, 4);
  return /^(LIST|fact|cue |bext|id3 |ID3 |iXML|smpl|JUNK|PEAK)$/.test(next) ? at : undefined;
}

function formatOf(view: DataView): Format | string {
  if (view.byteLength < 14) return 'the description of its format is cut short';
  const channels = view.getUint16(2, true);
  const align = view.getUint16(12, true);
  const bits = view.byteLength >= 16 ? view.getUint16(14, true) : 8;
  const first = view.getUint16(0, true);
  // There the true one is the beginning of a longer identifier.
  const tag = first === EXTENSIBLE && view.byteLength >= 26 ? view.getUint16(24, true) : first;
  const width = align > 0 && align % channels === 0 ? align / channels : Math.ceil(bits / 8);
  const format = { tag, channels, bytes: width, littleEndian: true, sampleRate: view.getUint32(4, true) };
  const encoding = encodingOf(tag, width);
  if (tag === MP3) return { ...format, encoding: 'int' };
  if (!encoding) {
    const name = names[tag] ?? `number ${tag}`;
    return `its codec, ${name}, is none that browsers decode; convert it to PCM, FLAC or MP3`;
  }
  return objectionTo({ ...format, encoding }) ?? { ...format, encoding };
}

function encodingOf(tag: number, width: number): PcmFormat['encoding'] | undefined {
  if (tag === PCM) return width === 1 ? 'unsigned' : 'int';
  if (tag === FLOAT) return 'float';
  if (tag === ALAW) return 'alaw';
  return tag === ULAW ? 'ulaw' : undefined;
}
