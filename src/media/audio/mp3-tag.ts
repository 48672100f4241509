import type { Mp3Frame } from './mp3-frame.js';

/** What a first frame without sound says of the others (Xing, Info, VBRI). */
export interface Mp3Tag {
  /** Frames of sound; undefined where it does not say. */
  readonly frames: number | undefined;
  /** Samples that the encoder put before the sound; undefined where a player keeps them. */
  readonly delay: number | undefined;
  /** Samples that it put after it. */
  readonly padding: number;
}

/** Samples by which a decoder is late. */
const DECODER = 529;

const ascii = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** @param bytes one whole frame */
export function mp3Tag(bytes: Uint8Array, frame: Mp3Frame): Mp3Tag | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Fraunhofer's is always at the same place.
  if (bytes.length >= 54 && ascii(bytes, 36) === 'VBRI') {
    return { frames: view.getUint32(50), delay: undefined, padding: 0 };
  }
  // A check sum does not shift it.
  const start = 4 + (frame.version === 1 ? (frame.channels === 1 ? 17 : 32) : frame.channels === 1 ? 9 : 17);
  if (bytes.length < start + 8 || !/^(Xing|Info)$/.test(ascii(bytes, start))) return undefined;
  const flags = view.getUint32(start + 4);
  let at = start + 8;
  const has = (bit: number, length: number): boolean => {
    if (!(flags & bit)) return false;
    at += length;
    return at <= bytes.length;
  };
  const frames = has(1, 4) ? view.getUint32(at - 4) : undefined;
  has(2, 4);
  has(4, 100);
  has(8, 4);
  const isExact = at + 24 <= bytes.length && /^(LAME|Lavf|Lavc)$/.test(ascii(bytes, at));
  if (!isExact) return { frames, delay: undefined, padding: 0 };
  const both = ((bytes[at + 21] ?? 0) << 16) | ((bytes[at + 22] ?? 0) << 8) | (bytes[at + 23] ?? 0);
  return { frames, delay: both >> 12, padding: both & 0xfff };
}

/** What is played of the samples that the frames decode to. */
export function played(tag: Mp3Tag | undefined, decoded: number): { readonly start: number; readonly end: number } {
  if (tag?.delay === undefined) return { start: 0, end: decoded };
  // The decoder is late by as much at the end, so that of a short padding nothing is there to be cut off.
  const end = Math.max(0, decoded - Math.max(0, tag.padding - DECODER));
  const start = Math.min(end, tag.delay + DECODER);
  return { start, end };
}
