import { EncodedPacketSink, type VideoSample, VideoSampleSink } from 'mediabunny';
import type { Demuxed } from './demux.js';

/** What a fresh decoder costs, in frames that it could decode meanwhile. */
const RESTART = 10;
/** Seconds by which a decoded time may differ from the listed one. */
const ROUNDING = 1e-6;
/** A walk that stands still may hold some forty decoded pictures; where they would take more bytes, it does not stand. */
const LARGEST_STANDING = 512 * 2 ** 20;
const HELD = 40;

interface Step {
  readonly index: number;
  readonly sample: VideoSample;
}

/**
 * One open decoder that goes forward through a film. To go back, or far ahead, it starts again at a key frame. Indices
 * count from 0, in the order in which frames are shown, hidden ones included.
 */
export class SampleWalk {
  readonly #times: Float64Array;
  readonly #demuxed: Demuxed;
  readonly #packets: EncodedPacketSink;
  /** Which key frames decoding can really start at, by the time of those that the file calls so. */
  readonly #realKeys = new Map<number, number>();
  #samples: AsyncGenerator<VideoSample, void, unknown> | undefined;
  /** The index that comes next, as far as nothing is missing. */
  #next = 0;
  /** Came, but its taker was gone. */
  #kept: Step | undefined;
  #hardware = true;

  constructor(demuxed: Demuxed) {
    this.#demuxed = demuxed;
    this.#times = demuxed.shown.times;
    this.#packets = new EncodedPacketSink(demuxed.track);
  }

  /** Goes to where `next` gives this frame, or one before it that is as near. Whether it started anew for that. */
  async moveTo(index: number): Promise<boolean> {
    if (await this.#isOnTheWay(index)) return false;
    await this.startAt(index);
    return true;
  }

  /** Starts at the last key frame up to a frame. */
  async startAt(index: number): Promise<void> {
    await this.#startFrom(await this.#realKey(this.#times[index] as number));
  }

  /**
   * Starts once more, a key frame earlier and without the help of hardware: what is left to try where a frame did not
   * come.
   */
  async startBefore(index: number): Promise<void> {
    this.#hardware = false;
    const key = await this.#realKey(this.#times[index] as number);
    await this.#startFrom(key === undefined ? undefined : await this.#realKey(key - ROUNDING));
  }

  /** The next frame; undefined at the end, which is also where the file breaks off. */
  async next(): Promise<Step | undefined> {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept) return kept;
    const result = await this.#samples?.next();
    if (!result?.value) {
      await this.close();
      return undefined;
    }
    const sample = result.value;
    // Of several at one time it is the one after the last that came.
    const due = this.#times[this.#next];
    const index =
      due !== undefined && Math.abs(sample.timestamp - due) < ROUNDING ? this.#next : this.#indexAt(sample.timestamp);
    this.#next = index + 1;
    return { index, sample };
  }

  /** Takes a frame back, to be the next once more. */
  keep(step: Step): void {
    this.#kept = step;
  }

  /** Lets go of what it waits for, unless that is on the way to a frame. */
  interrupt(index: number): void {
    if (index < (this.#kept?.index ?? this.#next)) void this.#samples?.return();
  }

  /** Says that nothing more is wanted for now. */
  async rest(): Promise<void> {
    const { codedWidth, codedHeight } = await this.#codedSize();
    if (codedWidth * codedHeight * 1.5 * HELD > LARGEST_STANDING) await this.close();
  }

  async close(): Promise<void> {
    this.#kept?.sample.close();
    this.#kept = undefined;
    const samples = this.#samples;
    this.#samples = undefined;
    await samples?.return();
  }

  /** @param key the time of a key frame; undefined: the first there is */
  async #startFrom(key: number | undefined): Promise<void> {
    await this.close();
    const options = this.#hardware ? {} : ({ hardwareAcceleration: 'prefer-software' } as const);
    // All from there on, though many are not wanted: so each step is short, and a later wish may find itself on the way.
    this.#samples = new VideoSampleSink(this.#demuxed.track, options).samples(key);
    this.#next = key === undefined ? 0 : this.#indexAt(key);
  }

  async #isOnTheWay(index: number): Promise<boolean> {
    const next = this.#kept?.index ?? this.#next;
    if (!this.#samples || next > index) return false;
    if (index - next <= RESTART) return true;
    const key = await this.#realKey(this.#times[index] as number);
    // A key frame between here and there saves the way to it.
    return key === undefined || this.#indexAt(key) <= next + RESTART;
  }

  /** The time of the last frame, up to a time, at which decoding can start: a file may call more key frames than are. */
  async #realKey(time: number): Promise<number | undefined> {
    const said = await this.#packets.getKeyPacket(time, { metadataOnly: true });
    if (!said) return undefined;
    const known = this.#realKeys.get(said.timestamp);
    if (known !== undefined) return known;
    const real = await this.#packets.getKeyPacket(time, { verifyKeyPackets: true });
    if (real) this.#realKeys.set(said.timestamp, real.timestamp);
    return real?.timestamp;
  }

  /** The first frame at a time, or the first after it. */
  #indexAt(time: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] as number) < time - ROUNDING) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async #codedSize() {
    const { track } = this.#demuxed;
    return { codedWidth: await track.getCodedWidth(), codedHeight: await track.getCodedHeight() };
  }
}
