/** What is known of a sound before all of it is. */
export interface SoundFacts {
  /** As people call it: `WAV`, `MP3`, `MP4 (aac)`. */
  readonly format: string;
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples of each channel; an estimate while it is read, and undefined while there is nothing to estimate it by. */
  readonly length: number | undefined;
  /**
   * What an `<audio>` element makes of the file: plays it, and where it seeks it is exact; plays it, but is off after a
   * seek; or does not play it.
   */
  readonly asItIs: 'exact' | 'inexact' | 'unplayable';
}

/** Why there is no sound, or not all of it. */
export interface Refusal {
  readonly code: 'media/not-found' | 'media/unreadable';
  /** Completes "The sound … cannot be read: "; empty where nothing came at all, not even a refusal. */
  readonly why: string;
}

export interface Decoded {
  readonly planes: readonly Float32Array<ArrayBuffer>[];
  readonly sampleRate: number;
}

/** Has the page decode a whole file, or what is like one; undefined where the browser cannot. */
export type Decode = (bytes: ArrayBuffer, sampleRate: number) => Promise<Decoded | undefined>;

/** A file that is being read, in the worker. Places are in samples of one channel. */
export interface Reading {
  /** Reads to the end; what is wrong then does not take back what came before. */
  run(): Promise<Refusal | undefined>;
  /** Real samples of one channel; undefined where they cannot be had. */
  samples(
    channel: number,
    start: number,
    end: number,
    decode: Decode,
    signal: AbortSignal,
  ): Promise<Float32Array<ArrayBuffer> | undefined>;
  /** Something that `<audio>` plays exactly, made of what it does not; once all is read. Undefined: nothing better. */
  playable?(signal: AbortSignal): Promise<Blob | Refusal | undefined>;
}
