import type { Player } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Problem } from '../../model/problem.js';
import { ElementPlayback } from './element-playback.js';
import type { Film } from './film.js';
import type { FilmPicture } from './film-picture.js';
import { FramePlayback } from './frame-playback.js';
import type { Playback, PlaybackEvents } from './playback.js';

/** What browsers play at. */
const LEAST_RATE = 0.1;
const MOST_RATE = 16;
/** Nearer to the end than this, in seconds, is at the end. */
const AT_END = 0.002;

export interface FilmPlayerEvents {
  /** Another frame is on show: `FilmPicture` has its picture. Frames count from 1. */
  onFrame?(frame: number): void;
  /** A frame cannot be shown, or the film not be played. What was on show stays. */
  onProblem?(problem: Problem): void;
}

/**
 * Plays a film and shows it in a `FilmPicture`: a `<video>`'s picture while it plays, the exact picture of the frame
 * while it stands. Where no `<video>` plays the file, frames are shown one by one as the table says, without sound.
 */
export class FilmPlayer implements Player {
  readonly #film: Film;
  readonly #picture: FilmPicture;
  readonly #scope: Scope;
  readonly #events: FilmPlayerEvents;
  readonly #element: ElementPlayback;
  #frames: FramePlayback | undefined;
  /** What plays right now. */
  #playing: Playback | undefined;
  /** Where it stands while it does not play. */
  #time = 0;
  /** Whether the `<video>` was given up. */
  #isBroken = false;
  #rate = 1;
  #volume = 1;
  #muted = false;
  #wish: AbortController | undefined;

  constructor(film: Film, picture: FilmPicture, scope: Scope, events: FilmPlayerEvents = {}) {
    this.#film = film;
    this.#picture = picture;
    this.#scope = scope;
    this.#events = events;
    this.#element = new ElementPlayback(
      film,
      scope,
      this.#listening(() => this.#element),
    );
    scope.add(() => this.#wish?.abort());
  }

  /** While it plays it is within the frame that is on show; while it stands it is where it was put. */
  get time(): number {
    return this.#playing?.time ?? this.#time;
  }

  get duration(): number {
    return this.#film.frames.duration;
  }

  /** The frame on show, from 1. */
  get frame(): number {
    return this.#film.frames.frameAt(this.time);
  }

  get playing(): boolean {
    return this.#playing !== undefined;
  }

  /** 0 to 1. */
  get volume(): number {
    return this.#volume;
  }

  set volume(volume: number) {
    this.#volume = Math.min(Math.max(0, volume), 1) || 0;
    this.#element.setSound(this.#volume, this.#muted);
  }

  get muted(): boolean {
    return this.#muted;
  }

  set muted(muted: boolean) {
    this.#muted = muted;
    this.#element.setSound(this.#volume, muted);
  }

  /** Whether there is sound to be heard now: none where frames are shown one by one. */
  get sounds(): boolean {
    return this.#film.hasSound && !this.#isBroken && !this.#element.isDead;
  }

  async play(): Promise<void> {
    if (this.#playing) return;
    const from = this.#time >= this.duration - AT_END ? 0 : this.#time;
    const needsFrames = this.#isBroken || this.#element.isDead || !this.#element.reaches(from);
    await this.#playBy(needsFrames && this.#film.decodes ? this.#byFrames() : this.#element, from);
  }

  pause(): void {
    const playing = this.#playing;
    if (!playing) return;
    // First the time: to a player that stands it is something else.
    this.#time = playing.time;
    this.#playing = undefined;
    playing.pause();
    this.#show(this.frame);
  }

  seek(time: number): void {
    if (!Number.isFinite(time)) return;
    this.#time = Math.min(Math.max(0, time), this.duration);
    if (this.#playing) this.#playing.seek(this.#time);
    else this.#show(this.frame);
  }

  setRate(rate: number): void {
    if (!(rate > 0)) return;
    this.#rate = Math.min(Math.max(LEAST_RATE, rate), MOST_RATE);
    this.#element.setRate(this.#rate);
    this.#frames?.setRate(this.#rate);
  }

  #byFrames(): FramePlayback {
    if (!this.#frames) {
      this.#frames = new FramePlayback(
        this.#film,
        this.#scope,
        this.#listening(() => this.#frames),
      );
      this.#frames.setRate(this.#rate);
    }
    return this.#frames;
  }

  async #playBy(playback: Playback, from: number): Promise<void> {
    this.#wish?.abort();
    this.#playing = playback;
    try {
      await playback.play(from);
    } catch (reason) {
      if (this.#playing === playback) {
        this.#playing = undefined;
        this.#time = from;
      }
      throw reason;
    }
  }

  /** @param source whose events they are: only what plays is listened to */
  #listening(source: () => Playback | undefined): PlaybackEvents {
    const isPlaying = () => this.#playing !== undefined && this.#playing === source();
    return {
      onFrame: (frame, video) => {
        if (!isPlaying()) return;
        if (!video) return this.#show(frame);
        this.#picture.showPlaying(video);
        this.#events.onFrame?.(frame);
      },
      onEnd: (time) => {
        if (!isPlaying()) return;
        const { frames } = this.#film;
        // A file that starts late has frames that its `<video>` does not come to.
        const isWhole = frames.frameAt(time) >= frames.count;
        if (!isWhole && this.#playing === this.#element && this.#film.decodes) {
          return void this.#playBy(this.#byFrames(), time);
        }
        this.#playing = undefined;
        this.#time = this.duration;
        this.#show(this.frame);
      },
      onFailure: (time) => {
        if (!isPlaying()) return;
        const wasElement = this.#playing === this.#element;
        this.#isBroken ||= wasElement;
        if (wasElement && this.#film.decodes) return void this.#playBy(this.#byFrames(), time);
        this.#playing = undefined;
        this.#time = time;
        this.#show(this.frame);
      },
    };
  }

  /** The exact picture; only that which was asked for last. */
  #show(frame: number): void {
    if (this.#scope.signal.aborted) return;
    this.#wish?.abort();
    const wish = new AbortController();
    this.#wish = wish;
    this.#picture.show(frame, wish.signal).then(
      (problem) => {
        if (this.#wish !== wish) return;
        if (problem) this.#events.onProblem?.(problem);
        else this.#events.onFrame?.(frame);
      },
      () => {},
    );
  }
}
