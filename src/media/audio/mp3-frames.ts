import type { Bytes, FileBytes } from './file-bytes.js';
import type { Mp3Scan } from './mp3-scan.js';
import type { Decode } from './reading.js';

/** A frame's sound may begin so many bytes before it. */
const RESERVOIR = 512;
/** Frames until a decoder that begins in the middle sounds as if it had not. */
const WARM = 2;

/** The frames of an MP3 file, to be decoded from anywhere. */
export class Mp3Frames {
  readonly #bytes: FileBytes;
  readonly #scan: Mp3Scan;

  constructor(bytes: FileBytes, scan: Mp3Scan) {
    this.#bytes = bytes;
    this.#scan = scan;
  }

  /** All samples of the frames `from` up to `to`, for each channel; undefined where they cannot be had. */
  async decode(from: number, to: number, decode: Decode): Promise<Float32Array<ArrayBuffer>[] | undefined> {
    const { first } = this.#scan;
    if (!first) return undefined;
    const file = await this.#cut(this.#warm(from), to).catch(() => undefined);
    const sound = file && (await decode(file.buffer, first.sampleRate));
    const count = (to - from) * first.samples;
    // Reckoned from the end, as what a decoder leaves out is at its beginning.
    return sound?.planes.map((plane) => {
      if (plane.length >= count) return plane.subarray(plane.length - count);
      const padded = new Float32Array(count);
      padded.set(plane, count - plane.length);
      return padded;
    });
  }

  /** The frame with which to begin for another one to be right. */
  #warm(frame: number): number {
    const overhead = this.#scan.first?.overhead ?? 0;
    let [from, held] = [frame, 0];
    while (from > 0 && held < RESERVOIR) {
      from--;
      held += Math.max(0, this.#scan.length(from) - overhead);
    }
    return Math.max(0, from - WARM);
  }

  /** The bytes of frames, without what may lie between them. */
  async #cut(from: number, to: number): Promise<Bytes> {
    const scan = this.#scan;
    const base = scan.offset(from);
    const part = await this.#bytes.read(base, scan.offset(to - 1) + scan.length(to - 1));
    let size = 0;
    for (let i = from; i < to; i++) {
      const at = scan.offset(i) - base;
      if (at !== size) part.copyWithin(size, at, at + scan.length(i));
      size += scan.length(i);
    }
    return size === part.length ? part : part.slice(0, size);
  }
}
