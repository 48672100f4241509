import type { TagContext } from '../../contract/view.js';
import { type Cloud, type CloudReader, cloudReader } from '../../media/pcd/cloud.js';
import { observable, runInAction } from '../../reactive/index.js';
import type { MediaState } from '../parts/media-state.js';

/** Bytes of clouds that are kept. */
const MEMORY = 400e6;

/** One frame of a sequence, or the only cloud. */
export interface CloudFrame {
  readonly state: MediaState;
  readonly cloud: Cloud | undefined;
}

const waiting: CloudFrame = { state: { is: 'loading', loaded: 0 }, cloud: undefined };

/** The clouds of a tag: read when they are looked at, the next ones ahead, and those long unseen forgotten. Observable. */
export class CloudStore {
  readonly urls: readonly string[];
  readonly #context: TagContext;
  readonly #reader: CloudReader;
  readonly #frames = observable.map<number, CloudFrame>();
  /** Frames that are read or being read, the one looked at last behind. */
  readonly #reading = new Map<number, Promise<void>>();
  readonly #forget = new Map<number, () => void>();

  constructor(context: TagContext, urls: readonly string[]) {
    this.#context = context;
    this.urls = urls;
    this.#reader = cloudReader(context.scope.signal);
  }

  /** @param frame from 1 */
  at(frame: number): CloudFrame {
    return this.#frames.get(frame) ?? waiting;
  }

  /** Reads a frame if it is not there, and its neighbours ahead. Settles when it can be shown, or when it failed. */
  async want(frame: number): Promise<void> {
    await this.#read(frame);
    this.#bound(frame);
    for (const next of [frame + 1, frame + 2, frame - 1]) {
      if (this.#context.scope.signal.aborted || this.#bytes > MEMORY / 2) return;
      await this.#read(next);
    }
  }

  retry(frame: number): void {
    this.#forget.get(frame)?.();
    this.#reading.delete(frame);
    void this.want(frame);
  }

  #read(frame: number): Promise<void> {
    const url = this.urls[frame - 1];
    if (url === undefined) return Promise.resolve();
    const known = this.#reading.get(frame);
    this.#reading.delete(frame);
    const reading = known ?? this.#load(frame, url);
    this.#reading.set(frame, reading);
    return reading;
  }

  async #load(frame: number, url: string): Promise<void> {
    const { scope, node } = this.#context;
    const set = (state: CloudFrame) => runInAction(() => this.#frames.set(frame, state));
    set(waiting);
    try {
      const { value, problems = [] } = await this.#reader.read(url, {
        signal: scope.signal,
        onProgress: (loaded, total) =>
          set({ state: { is: 'loading', loaded, ...(total !== undefined && { total }) }, cloud: undefined }),
      });
      if (scope.signal.aborted) return;
      const placed = problems.map((problem) => ({ ...problem, at: node.at }));
      const takeBack = placed.map((problem) => this.#context.report(problem));
      this.#forget.set(frame, () => {
        for (const back of takeBack) back();
      });
      const [first] = placed;
      if (value) set({ state: { is: 'shown' }, cloud: value });
      else if (first) set({ state: { is: 'failed', problem: first, url }, cloud: undefined });
    } catch (reason) {
      if (!scope.signal.aborted) throw reason;
    }
  }

  get #bytes(): number {
    let sum = 0;
    for (const { cloud } of this.#frames.values()) sum += cloud ? sizeOf(cloud) : 0;
    return sum;
  }

  /** Forgets what was looked at longest ago, as long as there is too much. */
  #bound(kept: number): void {
    for (const frame of [...this.#reading.keys()]) {
      if (this.#bytes <= MEMORY) return;
      if (frame === kept || !this.#frames.get(frame)?.cloud) continue;
      this.#reading.delete(frame);
      runInAction(() => this.#frames.delete(frame));
    }
  }
}

function sizeOf({ positions, intensity, colours, labels }: Cloud): number {
  return [positions, intensity, colours, labels].reduce((sum, part) => sum + (part?.byteLength ?? 0), 0);
}
