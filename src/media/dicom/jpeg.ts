import type { CodecPicture } from './codec.js';
import { decodeDct } from './jpeg-dct.js';
import { decodeLossless } from './jpeg-lossless.js';
import { type JpegStream, readJpeg } from './jpeg-markers.js';

export interface JpegPicture extends CodecPicture {
  /** Bits of a sample. */
  readonly precision: number;
  readonly samples: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

/** Decodes a JPEG with Huffman coding: baseline, extended (12 bits too), progressive, lossless. Throws a `Damage`. */
export function decodeJpeg(bytes: Uint8Array): JpegPicture {
  const stream = readJpeg(bytes);
  const { width, height, precision, components, process } = stream.frame;
  const samples = process === 3 ? decodeLossless(stream) : decodeDct(stream);
  return { width, height, precision, components: components.length, samples, differences: differencesIn(stream) };
}

function differencesIn({ frame, adobe, jfif }: JpegStream): boolean | undefined {
  // Lossless coding transforms no colours, whatever markers a library puts in front.
  if (frame.process === 3 || frame.components.length !== 3) return undefined;
  if (adobe !== undefined) return adobe === 1;
  if (jfif) return true;
  const ids = String.fromCharCode(...frame.components.map(({ id }) => id));
  return ids === 'RGB' ? false : undefined;
}
