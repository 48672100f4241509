import type { WaveSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';

/** So many samples of each channel; the first of them is the sound's sample number `first`, from 0. */
export interface Samples {
  readonly rate: number;
  readonly first: number;
  readonly channels: readonly Float32Array[];
}
interface Wanted {
  readonly source: WaveSource;
  /** Sample numbers. */
  readonly from: number;
  readonly to: number;
}

/** A stretch is asked for with so much more on both sides, of its own length. */
const MARGIN = 0.5;

/** The samples of a near look: asked for when they are first needed, and given up when the look has moved on. */
export class NearSamples {
  readonly #scope: Scope;
  readonly #changed: () => void;
  #had: (Wanted & { readonly samples: Samples | undefined }) | undefined;
  #loading: (Wanted & { readonly stop: AbortController }) | undefined;

  constructor(scope: Scope, changed: () => void) {
    this.#scope = scope;
    this.#changed = changed;
    scope.add(() => this.#loading?.stop.abort());
  }

  /** Those of a stretch, in seconds, if they are there; if not they are asked for. */
  of(source: WaveSource, start: number, end: number): Samples | undefined {
    const rate = source.sampleRate;
    const most = Math.ceil(source.duration * rate);
    const from = Math.max(0, Math.floor(start * rate) - 1);
    const to = Math.min(most, Math.ceil(end * rate) + 2);
    if (to <= from || !source.samples) return undefined;
    const covers = (wanted: Wanted | undefined) =>
      wanted !== undefined && wanted.source === source && wanted.from <= from && wanted.to >= to;
    if (covers(this.#had)) return this.#had?.samples;
    if (!covers(this.#loading)) {
      const more = Math.ceil((to - from) * MARGIN);
      void this.#load({ source, from: Math.max(0, from - more), to: Math.min(most, to + more) });
    }
    return undefined;
  }

  /** More is known of the sound: what was not to be had may be now. */
  retry(): void {
    const { samples, from, to } = this.#had ?? {};
    const whole = samples?.channels.every(({ length }) => length === (to ?? 0) - (from ?? 0));
    if (!whole) this.#had = undefined;
  }

  async #load(wanted: Wanted): Promise<void> {
    const { source, from, to } = wanted;
    this.#loading?.stop.abort();
    const stop = new AbortController();
    this.#loading = { ...wanted, stop };
    const rate = source.sampleRate;
    const read = (channel: number) => source.samples?.(channel, from / rate, to / rate, stop.signal);
    let channels: readonly (Float32Array | undefined)[];
    try {
      channels = await Promise.all(Array.from({ length: source.channels }, (_, channel) => read(channel)));
    } catch {
      // Given up, or they cannot be read: the wave stays as coarse as it is, and the medium's own tag says what is wrong.
      channels = [];
    }
    if (stop.signal.aborted || this.#scope.signal.aborted) return;
    this.#loading = undefined;
    const found = channels.filter((data) => data !== undefined);
    const samples =
      found.length > 0 && found.length === channels.length ? { rate, first: from, channels: found } : undefined;
    this.#had = { ...wanted, samples };
    this.#changed();
  }
}
