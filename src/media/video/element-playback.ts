import type { Scope } from '../../contract/view.js';
import { onVideoFrames } from '../remote/video-frames.js';
import type { Film } from './film.js';
import type { Playback, PlaybackEvents } from './playback.js';
import { endVideo, makeVideo } from './video-element.js';

/** How often a video that died is made anew, before it is given up. */
const LIVES = 2;
/** Seconds before a frame's end that are still in it, however they are rounded. */
const INSIDE = 1e-5;
/** Seconds after which a video is not waited for any more to say which frame it shows (a page in the background). */
const SILENCE = 0.5;
/** Seconds before its end from which a video would rather start again than play. */
const END = 0.01;
/** Seconds off that nobody hears when it plays on. */
const NEAR = 0.1;

/** A `<video>`, with sound. It knows which frame is on show, and is made anew when the browser's player breaks down. */
export class ElementPlayback implements Playback {
  readonly #film: Film;
  readonly #scope: Scope;
  readonly #events: PlaybackEvents;
  #life: Scope;
  #video: HTMLVideoElement;
  #tells = false;
  #deaths = 0;
  #playing = false;
  #rate = 1;
  #sound = { volume: 1, muted: false };
  /** The frame on show, as far as the browser tells; undefined from a seek until it does. */
  #shown: number | undefined;
  /** What was sought and is not reached yet. */
  #sought: number | undefined;

  constructor(film: Film, scope: Scope, events: PlaybackEvents) {
    this.#film = film;
    this.#scope = scope;
    this.#events = events;
    this.#life = scope.child();
    this.#video = this.#make();
  }

  get time(): number {
    const { frames } = this.#film;
    if (this.#sought !== undefined) return this.#sought;
    const { currentTime } = this.#video;
    if (!this.#tells || this.#shown === undefined) return currentTime;
    const [start, end] = [frames.timeOf(this.#shown), frames.endOf(this.#shown)];
    if (currentTime > end + SILENCE * Math.max(1, this.#rate)) return currentTime;
    return Math.max(start, Math.min(currentTime, end - INSIDE));
  }

  /** Whether it was given up. */
  get isDead(): boolean {
    return this.#deaths > LIVES;
  }

  /** Whether its own end is not before a time: that of a file which starts late is. */
  reaches(time: number): boolean {
    const { duration } = this.#video;
    return Number.isNaN(duration) || time < duration - END;
  }

  async play(from: number): Promise<void> {
    this.#playing = true;
    const { frames } = this.#film;
    const isThere = Math.abs(from - this.time) < NEAR && frames.frameAt(from) === frames.frameAt(this.time);
    if (!isThere) this.seek(from);
    await this.#start();
  }

  pause(): void {
    this.#playing = false;
    this.#video.pause();
  }

  seek(time: number): void {
    this.#shown = undefined;
    this.#sought = time;
    this.#video.currentTime = time;
  }

  setRate(rate: number): void {
    this.#rate = rate;
    this.#video.playbackRate = rate;
    this.#video.defaultPlaybackRate = rate;
  }

  setSound(volume: number, muted: boolean): void {
    this.#sound = { volume, muted };
    this.#video.volume = volume;
    this.#video.muted = muted;
  }

  async #start(): Promise<void> {
    const video = this.#video;
    try {
      await video.play();
    } catch (reason) {
      // Paused before it began, or dead: then it plays on elsewhere.
      if (!this.#playing || this.#video !== video || video.error) return;
      this.#playing = false;
      throw reason;
    }
  }

  #make(): HTMLVideoElement {
    const life = this.#life;
    const video = makeVideo({ ...this.#film, preload: 'metadata' });
    life.add(() => endVideo(video));
    video.volume = this.#sound.volume;
    video.muted = this.#sound.muted;
    video.playbackRate = this.#rate;
    video.defaultPlaybackRate = this.#rate;
    life.listen(video, 'error', () => this.#die());
    life.listen(video, 'ended', () => {
      if (this.#playing) this.#events.onEnd(this.time);
    });
    life.listen(video, 'seeked', () => {
      if (!this.#tells) this.#sought = undefined;
    });
    this.#tells = onVideoFrames(video, (mediaTime) => this.#see(mediaTime), life.signal);
    if (!this.#tells) life.listen(video, 'timeupdate', () => this.#see(video.currentTime));
    return video;
  }

  #see(mediaTime: number): void {
    const video = this.#video;
    // A frame of before the seek.
    if (video.seeking) return;
    this.#sought = undefined;
    // What comes after a pause was on its way: the picture of the frame at the pause takes its place.
    if (!this.#playing) return;
    this.#shown = this.#film.frames.frameAt(mediaTime);
    this.#events.onFrame(this.#shown, video);
  }

  /** Chromium's player breaks down for good in files whose key frames are not what they seem. */
  #die(): void {
    const { time } = this;
    this.#life.dispose();
    if (++this.#deaths > LIVES) {
      const wasPlaying = this.#playing;
      this.#playing = false;
      if (wasPlaying) this.#events.onFailure(time);
      return;
    }
    this.#life = this.#scope.child();
    this.#video = this.#make();
    this.seek(time);
    if (this.#playing) this.#start().catch(() => this.#events.onFailure(time));
  }
}
