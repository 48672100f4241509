import type { Player, Stretch } from '../../contract/surface.js';

/** Holds the place of a player that is not there yet: one can seek, but nothing plays. */
export class StillPlayer implements Player {
  time = 0;
  readonly duration: number;

  constructor(duration: number) {
    this.duration = duration;
  }

  play(): Promise<void> {
    return Promise.reject(new DOMException('The sound is not there yet.', 'InvalidStateError'));
  }

  pause(): void {}

  seek(time: number): void {
    this.time = time;
  }

  setRate(): void {}
}

/** How a stretch is played to the sample, where that can be had. */
export interface ExactPlayer {
  /** Whether it plays now; its time, in seconds of the sound. */
  readonly time: number | undefined;
  /** Resolves to whether it could. */
  play(stretch: Stretch, loudness: { readonly volume: number; readonly muted: boolean }): Promise<boolean>;
  stop(): void;
}

/** An `<audio>` element as what a clock drives; stretches go to who can play them to the sample. */
export class AudioPlayer implements Player {
  readonly #element: HTMLAudioElement;
  readonly #exact: ExactPlayer;
  readonly #refused: (reason: unknown) => void;
  readonly duration: number;
  /** Counts what was asked for: what is ready too late does not play. */
  #asked = 0;

  /** @param duration seconds, as the wave says, so that both end together */
  constructor(
    element: HTMLAudioElement,
    { duration, exact, refused }: { duration: number; exact: ExactPlayer; refused: (reason: unknown) => void },
  ) {
    this.#element = element;
    this.duration = duration;
    this.#exact = exact;
    this.#refused = refused;
  }

  get time(): number {
    return this.#exact.time ?? this.#element.currentTime;
  }

  async play(stretch?: Stretch): Promise<void> {
    const asked = ++this.#asked;
    this.#exact.stop();
    // At another speed the element keeps the pitch of voices.
    if (stretch && this.#element.playbackRate === 1) {
      this.#element.pause();
      const { volume, muted } = this.#element;
      if (await this.#exact.play(stretch, { volume, muted })) return;
      if (asked !== this.#asked) return;
    }
    try {
      await this.#element.play();
    } catch (reason) {
      // A pause that came before the sound did is no failure.
      if (reason instanceof DOMException && reason.name === 'AbortError') return;
      this.#refused(reason);
      throw reason;
    }
  }

  pause(): void {
    this.#asked++;
    const { time } = this.#exact;
    this.#exact.stop();
    this.#element.pause();
    if (time !== undefined) this.#element.currentTime = time;
  }

  seek(time: number): void {
    const played = this.#exact.time !== undefined;
    this.#exact.stop();
    this.#element.currentTime = time;
    // Out of the stretch it goes on.
    if (played) void this.play().catch(() => {});
  }

  setRate(rate: number): void {
    // Outside of what the browser can do it would throw.
    this.#element.playbackRate = Math.max(0.0625, Math.min(16, rate));
  }
}
