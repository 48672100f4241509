import type { PixelSource } from '../../contract/surface.js';
import type { Problem } from '../../model/problem.js';
import type { Film } from './film.js';
import { isClosed } from './film-image.js';
import type { FilmImage } from './film-messages.js';

/**
 * What a stage shows of a film: one frame, or a `<video>` that plays. `revision` is raised with each change; the stage
 * looks at it when it is told to `show` the picture again.
 */
export class FilmPicture implements PixelSource {
  readonly width: number;
  readonly height: number;
  readonly #film: Film;
  readonly #blank = document.createElement('canvas');
  #revision = 0;
  #pixels: FilmImage | HTMLVideoElement | undefined;
  /** The frame whose picture is held. */
  #held: number | undefined;
  /** Counts the wishes, so that an older one does not come after a later one. */
  #wish = 0;

  constructor(film: Film) {
    this.#film = film;
    this.width = film.width;
    this.height = film.height;
  }

  get revision(): number {
    return this.#revision;
  }

  /** The frame that was put on show by `show`; undefined before the first, and while a `<video>` is on show. */
  get frame(): number | undefined {
    return this.#held;
  }

  pixels(): FilmImage | HTMLVideoElement | HTMLCanvasElement {
    const pixels = this.#pixels;
    // Closed with its film.
    const isGone = pixels === undefined || (!(pixels instanceof HTMLVideoElement) && isClosed(pixels));
    return isGone ? this.#blank : pixels;
  }

  /**
   * Puts a frame on show. Resolves when it is, or when a later wish came before it; with a problem where it cannot be
   * had, and then what was on show stays. Rejects with the signal's reason.
   */
  async show(frame: number, signal: AbortSignal): Promise<Problem | undefined> {
    const wish = ++this.#wish;
    if (frame === this.#held) return undefined;
    this.#film.hold(frame);
    try {
      const { value, problems } = await this.#film.frame(frame, signal);
      if (wish !== this.#wish) return undefined;
      if (!value) return problems[0];
      this.#film.hold(frame);
      this.#put(value, frame);
      return undefined;
    } finally {
      this.#film.release(frame);
    }
  }

  /** Puts on show what a `<video>` shows right now. */
  showPlaying(video: HTMLVideoElement): void {
    this.#wish++;
    this.#put(video, undefined);
  }

  #put(pixels: FilmImage | HTMLVideoElement, frame: number | undefined): void {
    if (this.#held !== undefined) this.#film.release(this.#held);
    this.#held = frame;
    this.#pixels = pixels;
    this.#revision++;
  }
}
