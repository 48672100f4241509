import type { Player } from '../../contract/surface.js';

/** An `<audio>` element as what a clock drives. */
export class ElementPlayer implements Player {
  readonly #element: HTMLAudioElement;
  readonly #refused: (reason: unknown) => void;

  constructor(element: HTMLAudioElement, refused: (reason: unknown) => void) {
    this.#element = element;
    this.#refused = refused;
  }

  get time(): number {
    return this.#element.currentTime;
  }

  /** Of a stream it is not known. */
  get duration(): number {
    const { duration } = this.#element;
    return Number.isNaN(duration) ? 0 : duration;
  }

  async play(): Promise<void> {
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
    this.#element.pause();
  }

  seek(time: number): void {
    if (this.#element.currentTime !== time) this.#element.currentTime = time;
  }

  setRate(rate: number): void {
    // Outside of what browsers can do it would throw.
    this.#element.playbackRate = Math.max(0.0625, Math.min(16, rate));
  }
}
