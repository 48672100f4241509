import type { Stretch, WaveSource } from '../../contract/surface.js';
import type { ExactPlayer } from './audio-player.js';

/** Seconds: what is longer is left to the element, as its samples would fill the memory. */
const LONGEST = 90;

/** Plays a stretch from its samples, so that it begins and ends to the sample and is looped without a gap. */
export class ExactStretch implements ExactPlayer {
  readonly #wave: WaveSource;
  #context: AudioContext | undefined;
  #playing: { readonly source: AudioBufferSourceNode; readonly stretch: Stretch; readonly since: number } | undefined;
  #getting: AbortController | undefined;

  constructor(wave: WaveSource) {
    this.#wave = wave;
  }

  get time(): number | undefined {
    const { stretch, since } = this.#playing ?? {};
    if (!stretch || since === undefined || !this.#context) return undefined;
    const gone = Math.max(0, this.#context.currentTime - since);
    const length = stretch.end - stretch.start;
    return stretch.start + (stretch.loop ? gone % length : Math.min(gone, length));
  }

  async play(stretch: Stretch, { volume, muted }: { volume: number; muted: boolean }): Promise<boolean> {
    this.stop();
    const { channels, sampleRate } = this.#wave;
    if (!this.#wave.samples || stretch.end - stretch.start > LONGEST || stretch.end <= stretch.start) return false;
    const getting = new AbortController();
    this.#getting = getting;
    const planes = await Promise.all(
      Array.from({ length: channels }, (_, channel) =>
        this.#wave.samples?.(channel, stretch.start, stretch.end, getting.signal),
      ),
    ).catch(() => []);
    const length = planes[0]?.length ?? 0;
    if (getting.signal.aborted) return true;
    if (length === 0 || sampleRate < 3000 || sampleRate > 768_000) return false;
    this.#context ??= new AudioContext();
    await this.#context.resume();
    if (getting.signal.aborted) return true;
    const buffer = this.#context.createBuffer(channels, length, sampleRate);
    planes.forEach((plane, channel) => {
      if (plane) buffer.copyToChannel(plane as Float32Array<ArrayBuffer>, channel);
    });
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.loop = stretch.loop === true;
    const gain = this.#context.createGain();
    gain.gain.value = muted ? 0 : volume;
    source.connect(gain).connect(this.#context.destination);
    source.start();
    this.#playing = { source, stretch, since: this.#context.currentTime };
    return true;
  }

  stop(): void {
    this.#getting?.abort();
    this.#getting = undefined;
    if (!this.#playing) return;
    this.#playing.source.stop();
    this.#playing.source.disconnect();
    this.#playing = undefined;
  }

  dispose(): void {
    this.stop();
    void this.#context?.close();
    this.#context = undefined;
  }
}
