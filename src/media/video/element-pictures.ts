import type { Outcome } from '../../model/problem.js';
import { onVideoFrames } from '../remote/video-frames.js';
import type { Pictures } from './film.js';
import { bytesOf } from './film-image.js';
import type { FilmImage } from './film-messages.js';
import { lostFrame } from './film-problem.js';
import type { FrameTable } from './frame-table.js';
import { PictureCache } from './picture-cache.js';
import { endVideo } from './video-element.js';

/** How many seeks are tried for one frame. */
const TRIES = 7;
/** Milliseconds to wait for each. */
const PATIENCE = 15_000;
/** Frames before the one that is played to, and how fast. */
const RUN_UP = 2;
const SLOWLY = 0.25;

/**
 * Pictures that a `<video>` is made to show, where frames cannot be decoded one by one. A seek is believed only when
 * the browser says that the frame on show is the one that was meant.
 */
export class ElementPictures implements Pictures {
  readonly #video: HTMLVideoElement;
  readonly #frames: FrameTable;
  readonly #exact: boolean;
  readonly #life: AbortSignal;
  readonly #cache: PictureCache<FilmImage>;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param exact whether the table's times are those of the file, so that what is shown can be checked */
  constructor(video: HTMLVideoElement, frames: FrameTable, exact: boolean, life: AbortSignal) {
    this.#video = video;
    this.#frames = frames;
    this.#exact = exact;
    this.#life = life;
    this.#cache = new PictureCache(video.videoWidth * video.videoHeight * 4, bytesOf);
  }

  get kept(): number {
    return this.#cache.size;
  }

  frame(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>> {
    const either = AbortSignal.any([signal, this.#life]);
    // One after the other: there is one element. Those that were given up meanwhile end at once.
    const mine = this.#turn.then(() => this.#pictureOf(frame, either));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** Would move the element away from what is wanted. */
  prefetch(): void {}

  hold(frame: number): void {
    this.#cache.hold(frame);
  }

  release(frame: number): void {
    this.#cache.release(frame);
  }

  dispose(): void {
    this.#cache.clear();
    endVideo(this.#video);
  }

  async #pictureOf(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>> {
    signal.throwIfAborted();
    const there = this.#cache.get(frame);
    if (there) return { value: there };
    const picture = (await this.#seekTo(frame, signal)) ?? (await this.#playTo(frame, signal));
    if (signal.aborted) picture?.close();
    signal.throwIfAborted();
    if (!picture) {
      return { problems: [lostFrame(frame, this.#video.error?.code === MediaError.MEDIA_ERR_NETWORK)] };
    }
    this.#cache.put(frame, picture);
    return { value: picture };
  }

  /**
   * A seek shows the first frame that has not ended by the duration its packet claims, which need not be when the next
   * one starts: so the time to seek to is looked for.
   */
  async #seekTo(frame: number, signal: AbortSignal): Promise<ImageBitmap | undefined> {
    let time = this.#frames.middleOf(frame);
    if (!this.#exact) return (await this.#seek(time, signal)) === undefined ? undefined : this.#taken();
    let step = this.#frames.endOf(frame) - this.#frames.timeOf(frame);
    let [early, late] = [0, Number.POSITIVE_INFINITY];
    for (let tried = 0; tried < TRIES; tried++) {
      const shown = await this.#seek(time, signal);
      if (shown === undefined) return undefined;
      const found = this.#frames.frameAt(shown);
      if (found === frame) return this.#taken();
      if (found < frame) early = time;
      else late = time;
      time = late === Number.POSITIVE_INFINITY ? time + step : (early + late) / 2;
      step *= 2;
    }
    return undefined;
  }

  /** The time of the frame that is shown after a seek; undefined where none comes. Rejects if it is aborted. */
  #seek(time: number, signal: AbortSignal): Promise<number | undefined> {
    return this.#watch(signal, (video, done, limit) => {
      let [sought, shown] = [false, undefined as number | undefined];
      const look = () => sought && shown !== undefined && done(shown);
      const tells = onVideoFrames(
        video,
        (mediaTime) => {
          shown = mediaTime;
          look();
        },
        limit,
      );
      video.onseeked = () => {
        sought = true;
        // Where the browser does not tell, this has to do.
        if (!tells) shown = time;
        look();
      };
      // To seek to where it is already does nothing.
      video.currentTime = Math.abs(video.currentTime - time) < 1e-5 ? time + 2e-5 : time;
    });
  }

  /** Some frames cannot be sought, but all can be come by. */
  async #playTo(frame: number, signal: AbortSignal): Promise<ImageBitmap | undefined> {
    if (!this.#exact || (await this.#seek(this.#frames.timeOf(frame - RUN_UP), signal)) === undefined) return undefined;
    const came = await this.#watch<Promise<ImageBitmap | undefined>>(signal, (video, done, limit) => {
      const look = (mediaTime: number) => {
        const found = this.#frames.frameAt(mediaTime);
        if (found < frame) return;
        done(found === frame ? this.#taken() : Promise.resolve(undefined));
      };
      onVideoFrames(video, look, limit);
      video.playbackRate = SLOWLY;
      video.play().catch(() => done(undefined));
    });
    this.#video.pause();
    return came;
  }

  #taken(): Promise<ImageBitmap | undefined> {
    return createImageBitmap(this.#video).catch(() => undefined);
  }

  /** Waits for what a video does, so long as it is alive and one has patience. */
  #watch<T>(
    signal: AbortSignal,
    start: (video: HTMLVideoElement, done: (value: T | undefined) => void, limit: AbortSignal) => void,
  ): Promise<T | undefined> {
    const video = this.#video;
    const over = new AbortController();
    const limit = AbortSignal.any([signal, over.signal, AbortSignal.timeout(PATIENCE)]);
    return new Promise<T | undefined>((done, fail) => {
      limit.onabort = () => (signal.aborted ? fail(signal.reason) : done(undefined));
      video.onerror = () => done(undefined);
      start(video, done, limit);
    }).finally(() => {
      over.abort();
      video.onseeked = null;
      video.onerror = null;
    });
  }
}
