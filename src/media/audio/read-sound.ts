import type { Dispose } from '../../contract/surface.js';
import type { Outcome } from '../../model/problem.js';
import type { Remote } from '../remote/remote.js';
import { decodePiece } from './decode-piece.js';
import { PeakPyramid } from './peak-pyramid.js';
import type { SoundFacts } from './reading.js';
import type { Sound } from './sound.js';
import type { SoundMethods, SoundNews } from './sound-methods.js';
import { soundProblem, withoutWorker } from './sound-problem.js';

/** Samples that one look may ask for. */
const MOST_SAMPLES = 1 << 24;

type News<K extends SoundNews['is']> = Extract<SoundNews, { readonly is: K }>;

export interface SoundRoom {
  readonly remote: Remote<SoundMethods>;
  /** Ends the worker. */
  readonly signal: AbortSignal;
  dispose(): void;
}

/** The page's side of a sound that a worker reads. */
export class ReadSound implements Sound {
  readonly format: string;
  readonly channels: number;
  readonly sampleRate: number;
  readonly asItIs: Sound['asItIs'];
  readonly done: Promise<Outcome<void>>;
  readonly finish: (outcome: Outcome<void>) => void;
  readonly #url: string;
  readonly #room: SoundRoom;
  readonly #pyramid: PeakPyramid;
  readonly #listeners = new Set<() => void>();
  #known = 0;
  #length: number;
  #revision = 0;
  #playable: Promise<Outcome<string>> | undefined;
  #copy: string | undefined;

  constructor(url: string, facts: SoundFacts, room: SoundRoom) {
    this.#url = url;
    this.#room = room;
    this.format = facts.format;
    this.channels = facts.channels;
    this.sampleRate = facts.sampleRate;
    this.asItIs = facts.asItIs;
    this.#length = facts.length ?? 0;
    this.#pyramid = new PeakPyramid(facts.channels);
    let finish: (outcome: Outcome<void>) => void = () => {};
    this.done = new Promise((done) => {
      finish = done;
    });
    this.finish = finish;
  }

  get duration(): number {
    return this.#length / this.sampleRate;
  }

  get known(): number {
    return this.#known / this.sampleRate;
  }

  get revision(): number {
    return this.#revision;
  }

  columns(channel: number, start: number, end: number, columns: number): Float32Array {
    return this.#pyramid.columns(channel, start * this.sampleRate, end * this.sampleRate, columns);
  }

  /** Sample i of the answer is that of the second `Math.round(start * sampleRate) + i`, divided by the rate. */
  async samples(channel: number, start: number, end: number, signal: AbortSignal): Promise<Float32Array | undefined> {
    const [first, last] = [start, end].map((time) => Math.round(time * this.sampleRate)) as [number, number];
    if (!(last - first <= MOST_SAMPLES) || channel >= this.channels) return undefined;
    const both = AbortSignal.any([signal, this.#room.signal]);
    const input = { channel, start: first, end: last };
    const { remote, signal: alive } = this.#room;
    const onProgress = (news: SoundNews) => decodePiece(news, remote, alive);
    return remote.call('samples', input, { signal: both, onProgress });
  }

  onChange(listener: () => void): Dispose {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  playable(): Promise<Outcome<string>> {
    this.#playable ??= this.asItIs === 'exact' ? Promise.resolve({ value: this.#url }) : this.#copied();
    return this.#playable;
  }

  dispose(): void {
    this.#room.dispose();
    this.#listeners.clear();
    if (this.#copy !== undefined) URL.revokeObjectURL(this.#copy);
    this.#copy = undefined;
  }

  /** More has become known. */
  learn({ pairs, known, length }: News<'peaks'>): void {
    this.#pyramid.append(pairs);
    this.#known = known;
    this.#length = length ?? known;
    this.#revision++;
    for (const listener of [...this.#listeners]) listener();
  }

  async #copied(): Promise<Outcome<string>> {
    const { remote, signal } = this.#room;
    // A copy of an MP3 is an MP4 file with the same frames in it.
    const asItIs = { value: this.#url };
    if (this.format === 'MP3' && new Audio().canPlayType('audio/mp4; codecs="mp3"') === '') return asItIs;
    await this.done;
    if (signal.aborted) return { problems: [] };
    try {
      const made = await remote.call('playable', undefined, { signal });
      if (made === undefined) return asItIs;
      if ('code' in made) return { problems: [await soundProblem(this.#url, made, false, signal)] };
      this.#copy = URL.createObjectURL(made);
      return { value: this.#copy };
    } catch (reason) {
      return { problems: signal.aborted ? [] : [withoutWorker(this.#url, reason)] };
    }
  }
}
