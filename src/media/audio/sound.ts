import type { Dispose, WaveSource } from '../../contract/surface.js';
import type { Outcome } from '../../model/problem.js';

/** A sound that is being read. What it tells of itself grows until it is all there. */
export interface Sound extends WaveSource {
  /** As people call it: `WAV`, `MP3`, `MP4 (aac)`. */
  readonly format: string;
  /** A plain number here, raised before listeners are called. */
  readonly revision: number;
  /** Seconds; an estimate until all is read, where the file does not say. */
  readonly duration: number;
  /** Called after more has become known, some twenty times a second at most. */
  onChange(listener: () => void): Dispose;
  /**
   * When all that there is has been read. Problems without a value: something is wrong part-way; what was read before
   * stays. None at all: it was disposed of.
   */
  readonly done: Promise<Outcome<void>>;
  /**
   * What an `<audio>` element makes of the file at its own address. `exact`: plays it. `inexact`: plays it, but after a
   * seek what is heard is not what the wave shows there (MP3: up to seconds; Vorbis: a block). `unplayable`: does not play it.
   */
  readonly asItIs: 'exact' | 'inexact' | 'unplayable';
  /**
   * An address that `<audio>` plays, in step with the wave: the file's own, or that of a copy, which is there when the
   * sound is done: of MP3 the same frames in an MP4 file, of others a WAV file. It is good until the sound is disposed of.
   */
  playable(): Promise<Outcome<string>>;
  /** Also done when the signal aborts. */
  dispose(): void;
}
