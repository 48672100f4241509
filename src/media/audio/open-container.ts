import {
  ADTS,
  CustomSource,
  type EncodedPacket,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WEBM,
} from 'mediabunny';
import type { ContainerOutcome } from './container.js';
import type { FileBytes } from './file-bytes.js';
import { lastGranule } from './ogg.js';
import { PacketPlaces } from './packet-places.js';
import type { PeakCollector } from './peak-collector.js';
import type { Reading, Refusal } from './reading.js';
import { brokenAfter, cutShort, noSamples, seconds, unreadable } from './refusals.js';
import { interleaved, wavHeader } from './wav-writer.js';
import type { WaveReport } from './wave-report.js';

/** Packets that a decoder may have before it is waited for. */
const QUEUE = 128;
/** Pieces of sound that are held back, for the end not to be played longer than it is. */
const HELD = 3;
/** Bytes of a copy. */
const MOST_COPIED = 1 << 28;
/** Pieces of it that become a blob together. */
const AT_ONCE = 1024;
/** Seconds before a place at which one begins to decode, for what comes there to be as if one had begun at the start. */
const WARM = 0.25;

/** Opens a file that has its sound in packets, to be decoded with WebCodecs. */
export async function openContainer(bytes: FileBytes, report: WaveReport): Promise<ContainerOutcome> {
  const source = new CustomSource({
    getSize: async () => bytes.size ?? (await bytes.whole()).size,
    read: (start, end) => bytes.read(start, end),
    prefetchProfile: 'fileSystem',
  });
  const input = new Input({ formats: [MP4, QTFF, OGG, FLAC, WEBM, MATROSKA, ADTS], source });
  const damaged = (why: unknown) =>
    unreadable(`the file is damaged or cut short${why instanceof Error && why.message ? ` (${why.message})` : ''}`);
  try {
    const track = await input.getPrimaryAudioTrack();
    if (!track) {
      const isFilm = (await input.getTracks()).length > 0;
      return isFilm
        ? { refusal: unreadable('there is no sound in it') }
        : { codec: '', sampleRate: 48_000, duration: undefined };
    }
    const codec = (await track.getCodec()) ?? nameOf(await track.getInternalCodecId());
    const sampleRate = await track.getSampleRate();
    const duration = await durationOf(track, bytes, codec);
    const config = await track.getDecoderConfig();
    const canDecode =
      config !== null &&
      typeof AudioDecoder !== 'undefined' &&
      (await AudioDecoder.isConfigSupported(config).then(
        ({ supported }) => supported === true,
        () => false,
      ));
    if (!canDecode) return { codec, sampleRate, duration };
    const { name } = await input.getFormat();
    return {
      reading: new ContainerReading(bytes, track, config, report, { format: `${name} (${codec})`, codec, duration }),
    };
  } catch (why) {
    return { refusal: damaged(why) };
  }
}

const nameOf = (id: string | number | Uint8Array | null): string =>
  typeof id === 'string' ? id : id === null || typeof id !== 'number' ? 'unknown' : `number ${id}`;

/** Seconds, as far as one can tell before all of the file has come. */
async function durationOf(track: InputAudioTrack, bytes: FileBytes, codec: string): Promise<number | undefined> {
  const told = await track.getDurationFromMetadata();
  if (told !== null) return told;
  const granule = await lastGranule(bytes).catch(() => undefined);
  if (granule === undefined) return undefined;
  const config = codec === 'opus' ? await track.getDecoderConfig() : undefined;
  // Opus counts at 48 kHz, and what a decoder drops at the start too.
  const head = config?.description && viewOf(config.description);
  if (codec === 'opus') return Math.max(0, granule - (head?.getUint16(PRE_SKIP, true) ?? 0)) / 48_000;
  return granule / (await track.getSampleRate());
}

/** Where a header of Opus says how many samples are dropped. */
const PRE_SKIP = 10;

const viewOf = (data: AllowSharedBufferSource): DataView =>
  ArrayBuffer.isView(data) ? new DataView(data.buffer, data.byteOffset, data.byteLength) : new DataView(data);

interface About {
  readonly format: string;
  readonly codec: string;
  readonly duration: number | undefined;
}

interface Heard {
  readonly planes: Float32Array<ArrayBuffer>[];
  readonly sampleRate: number;
  readonly count: number;
}

class ContainerReading implements Reading {
  readonly #bytes: FileBytes;
  readonly #sink: EncodedPacketSink;
  readonly #config: AudioDecoderConfig;
  readonly #report: WaveReport;
  readonly #about: About;
  readonly #places: PacketPlaces;
  #collector: PeakCollector | undefined;
  #rate = 0;
  #channels = 0;
  #isAll = false;

  constructor(bytes: FileBytes, track: InputAudioTrack, config: AudioDecoderConfig, report: WaveReport, about: About) {
    this.#bytes = bytes;
    this.#sink = new EncodedPacketSink(track);
    this.#config = config;
    this.#report = report;
    this.#about = about;
    // A block of Vorbis is heard together with the next one.
    this.#places = new PacketPlaces(about.codec === 'vorbis' ? 1 : 0);
  }

  async run(): Promise<Refusal | undefined> {
    const { codec, duration } = this.#about;
    let problem: unknown;
    // Where the next sound goes, in samples; what is before 0 is not played.
    let place = 0;
    // The last ones wait, as there may be more in them than is played.
    const waiting: Heard[] = [];
    const collect = (end: number): void => {
      const heard = waiting.shift() as Heard;
      const collector = this.#begin(heard);
      if (collector.total === 0 && place > 0) collector.silence(place);
      collector.add(heard.planes, Math.max(0, -place), Math.max(0, Math.min(heard.count, end - place)));
      place += heard.count;
      this.#report.collected(this.#expected());
    };
    try {
      const first = await this.#sink.getFirstPacket();
      if (first) {
        let end: number | undefined;
        const last = await this.#decode(first, undefined, (heard) => {
          if (end === undefined) {
            end = Math.round(first.timestamp * heard.sampleRate);
            place = end;
          }
          end += heard.count;
          this.#places.heard(end);
          waiting.push(heard);
          if (waiting.length > HELD) collect(Infinity);
        });
        const told = Math.round((last.timestamp + last.duration) * (waiting[0]?.sampleRate ?? 0));
        const held = place + waiting.reduce((sum, { count }) => sum + count, 0);
        const played = last.duration > 0 && told > place && told < held ? told : Infinity;
        while (waiting.length > 0) collect(played);
      }
    } catch (why) {
      problem = why;
      while (waiting.length > 0) collect(Infinity);
    }
    this.#isAll = true;
    if (this.#report.begun) this.#report.finish();
    const known = (this.#collector?.total ?? 0) / Math.max(1, this.#rate);
    if (this.#bytes.broken) return brokenAfter(known);
    if (problem) {
      const where = known > 0 ? `after ${seconds(known)} of sound` : 'at its start';
      return unreadable(`it is damaged or cut short ${where}, or its codec (${codec}) is not quite what it says`);
    }
    if (known === 0) return noSamples;
    return duration !== undefined && duration > known + 1 ? cutShort(duration, known) : undefined;
  }

  async samples(channel: number, start: number, end: number): Promise<Float32Array<ArrayBuffer> | undefined> {
    const total = this.#collector?.total ?? 0;
    const [from, to] = [Math.max(0, start), Math.min(total, end)];
    if (from >= to) return new Float32Array(0);
    try {
      const first = (await this.#sink.getPacket(from / this.#rate - WARM)) ?? (await this.#sink.getFirstPacket());
      if (!first) return undefined;
      const parts: Heard[] = [];
      const last = await this.#decode(first, to / this.#rate, (heard) => parts.push(heard));
      // Reckoned from the end, as a decoder that begins in the middle may leave something out at first.
      const count = parts.reduce((sum, part) => sum + part.count, 0);
      const end = this.#places.endOf(last.timestamp, this.#isAll);
      let at = (end ?? Math.round((last.timestamp + last.duration) * this.#rate)) - count;
      const out = new Float32Array(to - from);
      for (const part of parts) {
        const plane = part.planes[channel] ?? part.planes[0];
        const [head, tail] = [Math.max(from, at), Math.min(to, at + part.count)];
        if (plane && head < tail) out.set(plane.subarray(head - at, tail - at), head - from);
        at += part.count;
      }
      return out;
    } catch {
      return undefined;
    }
  }

  /** A WAV file of what browsers play in the wrong place after a seek, unless that is very long. */
  async playable(signal: AbortSignal): Promise<Blob | Refusal | undefined> {
    const channels = this.#channels;
    const total = this.#collector?.total ?? 0;
    const first = this.#about.codec === 'vorbis' && total > 0 ? await this.#sink.getFirstPacket() : undefined;
    if (!first || total * channels * 2 > MOST_COPIED) return undefined;
    let place = Math.round(first.timestamp * this.#rate);
    const parts: Blob[] = [new Blob([wavHeader(channels, this.#rate, total)])];
    let some: Int16Array<ArrayBuffer>[] = [];
    await this.#decode(first, undefined, ({ planes, count }) => {
      signal.throwIfAborted();
      const [from, to] = [Math.max(0, -place), Math.max(0, Math.min(count, total - place))];
      if (from < to) some.push(interleaved(planes.map((plane) => plane.subarray(from, to))));
      place += count;
      if (some.length < AT_ONCE) return;
      parts.push(new Blob(some));
      some = [];
    });
    return new Blob([...parts, ...some], { type: 'audio/wav' });
  }

  #begin({ planes, sampleRate }: Heard): PeakCollector {
    if (this.#collector) return this.#collector;
    // What comes out of the decoder, which may be more than the file says of itself.
    this.#rate = sampleRate;
    this.#channels = planes.length;
    const { format, codec } = this.#about;
    // After a seek, browsers play Vorbis a block early.
    const asItIs = codec === 'vorbis' ? 'inexact' : 'exact';
    const facts = { format, sampleRate, channels: planes.length, length: this.#expected(), asItIs } as const;
    this.#collector = this.#report.begin(facts);
    return this.#collector;
  }

  #expected(): number | undefined {
    const { duration } = this.#about;
    const length = duration === undefined ? undefined : Math.round(duration * this.#rate);
    return length === undefined ? undefined : Math.max(length, this.#collector?.total ?? 0);
  }

  /** Decodes from a packet on up to a time. Returns the last packet that was decoded; throws what the decoder objects to. */
  async #decode(first: EncodedPacket, until: number | undefined, hear: (heard: Heard) => void): Promise<EncodedPacket> {
    let failure: unknown;
    let proceed = () => {};
    const decoder = new AudioDecoder({
      output: (data) => {
        try {
          if (data.numberOfFrames > 0) hear(heardOf(data));
        } catch (why) {
          failure ??= why;
        }
        data.close();
      },
      error: (why) => {
        failure ??= why;
        proceed();
      },
    });
    decoder.ondequeue = () => proceed();
    decoder.configure(this.#config);
    try {
      let last = first;
      for (let packet: EncodedPacket | null = first; packet; packet = await this.#sink.getNextPacket(packet)) {
        if (failure) throw failure;
        if (until !== undefined && packet.timestamp > until + WARM) break;
        if (until === undefined) this.#places.fed(packet.timestamp);
        decoder.decode(packet.toEncodedAudioChunk());
        last = packet;
        while (decoder.decodeQueueSize > QUEUE && !failure) {
          await new Promise<void>((done) => {
            proceed = done;
          });
        }
      }
      await decoder.flush();
      if (failure) throw failure;
      return last;
    } finally {
      if (decoder.state !== 'closed') decoder.close();
    }
  }
}

function heardOf(data: AudioData): Heard {
  const { numberOfFrames: count, numberOfChannels, sampleRate } = data;
  const planes = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(count);
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  return { planes, sampleRate, count };
}
