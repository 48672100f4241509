/** Bytes of sound files, written for tests. */
import type { HeaderBytes } from '../../../../src/media/audio/chunks.js';

export type Content = readonly (number | string | readonly number[] | Uint8Array)[];

/** Text as its characters' codes; numbers as bytes. */
export const bytesOf = (...content: Content): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    content.flatMap((part) =>
      typeof part === 'string'
        ? [...part].map((letter) => letter.charCodeAt(0))
        : typeof part === 'number'
          ? [part]
          : [...part],
    ),
  );

export const le16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
export const le32 = (value: number): number[] => [...le16(value & 0xffff), ...le16(value >>> 16)];
export const be16 = (value: number): number[] => le16(value).reverse();
export const be32 = (value: number): number[] => le32(value).reverse();

export const fileOf = (bytes: Uint8Array<ArrayBuffer>, size: number | undefined = bytes.length): HeaderBytes => ({
  size,
  read: async (start, end) => bytes.slice(start, end),
});

export interface Fmt {
  readonly tag?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly align?: number;
  readonly bits?: number;
  readonly more?: Content;
}
export const fmt = ({
  tag = 1,
  channels = 1,
  rate = 16_000,
  bits = 16,
  align = (channels * bits) / 8,
  more = [],
}: Fmt = {}) => bytesOf(le16(tag), le16(channels), le32(rate), le32(rate * align), le16(align), le16(bits), ...more);

export const riffChunk = (id: string, content: Uint8Array, size = content.length): Uint8Array<ArrayBuffer> =>
  bytesOf(id, le32(size), content, content.length % 2 ? [0] : []);
export const wav = (...chunks: Uint8Array[]): Uint8Array<ArrayBuffer> => bytesOf('RIFF', le32(0), 'WAVE', ...chunks);

export const iffChunk = (id: string, content: Uint8Array, size = content.length): Uint8Array<ArrayBuffer> =>
  bytesOf(id, be32(size), content, content.length % 2 ? [0] : []);

/** A frame of MPEG-1 layer III, 44.1 kHz, 128 kbit/s: 417 bytes, or 418 with `padded`. */
export function mp3Frame({
  mono = false,
  padded = false,
  fill = 0,
  content = [] as Content,
} = {}): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(417 + (padded ? 1 : 0)).fill(fill);
  frame.set([0xff, 0xfb, 0x90 | (padded ? 2 : 0), mono ? 0xc0 : 0x40]);
  frame.set(bytesOf(...content), 4 + (mono ? 17 : 32));
  return frame;
}
