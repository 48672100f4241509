import type { WaveSource } from '../../contract/surface.js';
import type { Sound } from '../../media/audio/sound.js';
import { observable, runInAction } from '../../reactive/index.js';

/** A sound whose growth can be observed: who draws it draws again when more of it is known. */
export class ObservedWave implements WaveSource {
  readonly #sound: Sound;
  readonly #revision = observable.box(0);
  readonly stop: () => void;

  constructor(sound: Sound) {
    this.#sound = sound;
    this.stop = sound.onChange(() => runInAction(() => this.#revision.set(sound.revision)));
  }

  get revision(): number {
    return this.#revision.get();
  }

  get duration(): number {
    this.#revision.get();
    return this.#sound.duration;
  }

  get known(): number {
    this.#revision.get();
    return this.#sound.known;
  }

  get channels(): number {
    return this.#sound.channels;
  }

  get sampleRate(): number {
    return this.#sound.sampleRate;
  }

  columns(channel: number, start: number, end: number, columns: number): Float32Array {
    return this.#sound.columns(channel, start, end, columns);
  }

  async samples(channel: number, start: number, end: number, signal: AbortSignal): Promise<Float32Array | undefined> {
    return this.#sound.samples?.(channel, start, end, signal);
  }
}
