/** What the four bytes before a frame of MPEG audio say. */
export interface Mp3Frame {
  /** 1, 2, or 2.5 */
  readonly version: number;
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples of each channel in it. */
  readonly samples: number;
  /** Bytes in all. */
  readonly length: number;
  /** Bytes before the sound itself: header, check sum and side information. */
  readonly overhead: number;
}

const rates = [44_100, 48_000, 32_000];
const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const kilobitsOfVersion2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** The layer that a header speaks of; undefined where there is none. */
export function mpegLayer(bytes: Uint8Array, at: number): 1 | 2 | 3 | undefined {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const layer = 4 - ((second >> 1) & 3);
  const known = (second & 0x18) !== 0x08 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
  return known && layer < 4 ? (layer as 1 | 2 | 3) : undefined;
}

/** The MP3 frame whose header is at a place; undefined where there is none, or of a length that it does not say. */
export function mp3Frame(bytes: Uint8Array, at: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length || mpegLayer(bytes, at) !== 3) return undefined;
  const [second = 0, third = 0, fourth = 0] = [bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  const id = (second >> 3) & 3;
  const version = id === 3 ? 1 : id === 2 ? 2 : 2.5;
  const rate = (version === 1 ? kilobits : kilobitsOfVersion2)[third >> 4] ?? 0;
  if (rate === 0) return undefined;
  const sampleRate = (rates[(third >> 2) & 3] ?? 0) / (version === 1 ? 1 : version === 2 ? 2 : 4);
  const samples = version === 1 ? 1152 : 576;
  const channels = fourth >> 6 === 3 ? 1 : 2;
  const side = version === 1 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  return {
    version,
    sampleRate,
    channels,
    samples,
    length: Math.floor(((samples / 8) * rate * 1000) / sampleRate) + ((third >> 1) & 1),
    overhead: 4 + ((second & 1) === 0 ? 2 : 0) + side,
  };
}

/** Whether two frames can be of one stream. */
export const isAlike = (a: Mp3Frame, b: Mp3Frame): boolean => a.version === b.version && a.sampleRate === b.sampleRate;
