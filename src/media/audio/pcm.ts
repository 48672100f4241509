/** How samples stand in a file without compression. */
export interface PcmFormat {
  /** `unsigned` is of one byte, with silence at 128; whole numbers fill their bytes from the top. */
  readonly encoding: 'int' | 'unsigned' | 'float' | 'alaw' | 'ulaw';
  /** Bytes of one sample. */
  readonly bytes: number;
  readonly littleEndian: boolean;
  readonly channels: number;
  /** Samples a second, of each channel. */
  readonly sampleRate: number;
}

/** Where in a file the samples are. */
export interface PcmFile extends PcmFormat {
  readonly container: 'WAV' | 'AIFF' | 'AU';
  readonly start: number;
  /** As the header has it; undefined where it leaves that open. */
  readonly end: number | undefined;
}

/** What a header says: samples; or MP3 frames from a place on; or that we cannot read it, and why. */
export type Header = { readonly pcm: PcmFile } | { readonly mp3At: number } | { readonly why: string };

const MOST_CHANNELS = 64;
const MOST_RATE = 10_000_000;

/** What is impossible about a format that a header claims; undefined if nothing is. */
export function objectionTo({ channels, sampleRate, bytes, encoding }: PcmFormat): string | undefined {
  if (!(sampleRate >= 1 && sampleRate <= MOST_RATE))
    return `its header says that it has ${sampleRate} samples a second`;
  if (!(channels >= 1 && channels <= MOST_CHANNELS)) return `its header says that it has ${channels} channels`;
  const widths = { int: [1, 2, 3, 4], unsigned: [1], float: [4, 8], alaw: [1], ulaw: [1] }[encoding];
  if (!widths.includes(bytes)) return `its header says that a sample has ${bytes * 8} bits, which is not possible here`;
  return undefined;
}

/** One sample of 8 bits after another, as telephones send them (ITU-T G.711). */
const companded = (expand: (byte: number) => number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, i) => expand(i));

const alaw = companded((byte) => {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + 8;
  const size = exponent === 0 ? step : (step + 256) << (exponent - 1);
  return (bits & 128 ? size : -size) / 32_768;
});

const ulaw = companded((byte) => {
  const bits = ~byte & 255;
  const size = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return (bits & 128 ? -size : size) / 32_768;
});

/** From -1 to 1, for each channel. @param bytes whole frames */
export function decodePcm(format: PcmFormat, bytes: Uint8Array): Float32Array<ArrayBuffer>[] {
  const { channels } = format;
  const frame = format.bytes * channels;
  const frames = Math.floor(bytes.length / frame);
  const read = reader(format, bytes);
  return Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(frames);
    for (let i = 0, at = channel * format.bytes; i < frames; i++, at += frame) plane[i] = read(at);
    return plane;
  });
}

function reader({ encoding, bytes: width, littleEndian }: PcmFormat, bytes: Uint8Array): (at: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (encoding === 'unsigned') return (at) => ((bytes[at] as number) - 128) / 128;
  if (encoding === 'alaw') return (at) => alaw[bytes[at] as number] as number;
  if (encoding === 'ulaw') return (at) => ulaw[bytes[at] as number] as number;
  if (encoding === 'float' && width === 8) return (at) => view.getFloat64(at, littleEndian);
  if (encoding === 'float') return (at) => view.getFloat32(at, littleEndian);
  if (width === 1) return (at) => view.getInt8(at) / 128;
  if (width === 2) return (at) => view.getInt16(at, littleEndian) / 32_768;
  if (width === 4) return (at) => view.getInt32(at, littleEndian) / 2 ** 31;
  const [low, high] = littleEndian ? [0, 1] : [2, 0];
  return (at) => ((view.getInt16(at + high, littleEndian) << 8) | view.getUint8(at + low)) / 2 ** 23;
}
