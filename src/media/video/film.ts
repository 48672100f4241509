import type { Outcome } from '../../model/problem.js';
import type { FilmImage } from './film-messages.js';
import type { FrameTable } from './frame-table.js';

/** Where pictures of frames come from. Frames count from 1. */
export interface Pictures {
  /** How many are in memory. */
  readonly kept: number;
  frame(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>>;
  prefetch(frame: number): void;
  hold(frame: number): void;
  release(frame: number): void;
  dispose(): void;
}

/** What is known of a film beside its pictures. */
export interface FilmFacts {
  readonly frames: FrameTable;
  /** Pixels, as it is shown: turned upright, pixels square. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which the stored pictures are turned for that. */
  readonly rotation: number;
  readonly hasSound: boolean;
  /** Whether frame numbers are those of the file; else they are reckoned from a frame rate, and a problem says why. */
  readonly exact: boolean;
  /** For a `<video>` that plays it. */
  readonly address: string;
  /** What that `<video>` needs for its pixels to be read; undefined where they may not be. */
  readonly crossOrigin: 'anonymous' | 'use-credentials' | undefined;
  /** Whether frames come fast enough, without a `<video>`, to be played from. */
  readonly decodes: boolean;
}

/** A film whose every frame can be shown for itself. */
export class Film implements FilmFacts {
  readonly frames: FrameTable;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly hasSound: boolean;
  readonly exact: boolean;
  readonly address: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | undefined;
  readonly decodes: boolean;
  readonly #pictures: Pictures;
  readonly #end: () => void;

  constructor(facts: FilmFacts, pictures: Pictures, end: () => void) {
    this.frames = facts.frames;
    this.width = facts.width;
    this.height = facts.height;
    this.rotation = facts.rotation;
    this.hasSound = facts.hasSound;
    this.exact = facts.exact;
    this.address = facts.address;
    this.crossOrigin = facts.crossOrigin;
    this.decodes = facts.decodes;
    this.#pictures = pictures;
    this.#end = end;
  }

  /** How many pictures are in memory; they are bounded by number and bytes. */
  get kept(): number {
    return this.#pictures.kept;
  }

  /**
   * The picture of a frame, or why it cannot be had. It is the film's own, and closed when others need its room: who
   * wants to keep it `hold`s the frame. Rejects with the signal's reason.
   */
  frame(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>> {
    return this.#pictures.frame(this.frames.clamp(frame), signal);
  }

  /** Says which frame is likely to be wanted next; done where there is nothing else to do. */
  prefetch(frame: number): void {
    this.#pictures.prefetch(this.frames.clamp(frame));
  }

  /** Keeps a frame's picture, once it is there, until it is released. */
  hold(frame: number): void {
    this.#pictures.hold(frame);
  }

  release(frame: number): void {
    this.#pictures.release(frame);
  }

  dispose(): void {
    this.#pictures.dispose();
    this.#end();
  }
}
