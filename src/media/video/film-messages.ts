import type { Call } from '../remote/remote.js';
import type { Unfit } from './demux.js';
import type { Refusal } from './film-bytes.js';

/** What the page asks of the worker that reads and decodes a film. */
export type FilmMethods = {
  open(request: { readonly url: string; readonly credentials: RequestCredentials }, call: Call): Promise<OpenedFilm>;
  /**
   * Decodes pictures and hands them over as they come, by `progress`, as `FilmPicturePart`. A later call ends it after
   * the picture it is at.
   */
  decode(wish: DecodeWish, call: Call): Promise<Decoded>;
};

/** Frames count from 0 and with those that are hidden: an index into `times`. */
export interface FilmListing {
  readonly times: Float64Array<ArrayBuffer>;
  readonly hidden: number;
  /** Seconds. */
  readonly end: number;
  /** As it is shown, turned upright. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which the stored pictures were turned for that. */
  readonly rotation: number;
  readonly hasSound: boolean;
  /** Whether its frames are shown one after the other, each once. */
  readonly isPlain: boolean;
  readonly codec: string;
  readonly decodable: boolean;
  readonly lostFrom: number | undefined;
  /** The whole file, where its server does not answer ranges. */
  readonly blob: Blob | undefined;
}

export type OpenedFilm = FilmListing | Refusal | Unfit;

/** Pictures `from` to `to` are wanted, `target` most of all; those before `from` are not converted. A negative `target`: none is. */
export interface DecodeWish {
  readonly from: number;
  readonly target: number;
  readonly to: number;
}

/** The picture of a frame. To be closed. */
export type FilmImage = VideoFrame | ImageBitmap;

export interface FilmPicturePart {
  readonly index: number;
  readonly picture: FilmImage;
}

/** How it ended: all are there, a later wish came, or the target cannot be had. */
export type Decoded =
  | { readonly is: 'done' }
  | { readonly is: 'superseded' }
  /** `network`: its bytes could not be loaded. */
  | { readonly is: 'failed'; readonly network: boolean };
