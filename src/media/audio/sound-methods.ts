import type { Call } from '../remote/remote.js';
import { readAiffHeader } from './aiff-header.js';
import { readAuHeader } from './au-header.js';
import type { Containers } from './container.js';
import { download } from './download.js';
import type { FileBytes } from './file-bytes.js';
import { id3Length } from './mp3-scan.js';
import { readMp3 } from './read-mp3.js';
import { readPcm } from './read-pcm.js';
import { readWhole } from './read-whole.js';
import type { Decode, Decoded, Reading, Refusal } from './reading.js';
import { brokenAfter, unreadable } from './refusals.js';
import { sniff } from './sniff.js';
import { readWavHeader } from './wav-header.js';
import { type WaveNews, WaveReport } from './wave-report.js';

/** What the page hears while a call runs. */
export type SoundNews =
  | WaveNews
  | { readonly is: 'loaded'; readonly loaded: number; readonly total: number | undefined }
  /** To be decoded by the page, as only it can; the answer comes by `decoded`. */
  | { readonly is: 'piece'; readonly id: number; readonly bytes: ArrayBuffer; readonly sampleRate: number };

export interface OpenInput {
  /** Whole. */
  readonly url: string;
  readonly credentials: RequestCredentials;
  /** Where the part is that reads containers. */
  readonly containers: string;
}

/** Bytes that are looked at to see what a file is. */
const HEAD = 16_384;
/** Milliseconds between two words on how much has come. */
const PAUSE = 100;

let reading: Reading | undefined;
const pieces = new Map<number, (sound: Decoded | undefined) => void>();
let last = 0;

const decodeBy =
  (call: Call): Decode =>
  (bytes, sampleRate) =>
    new Promise((done) => {
      if (call.signal.aborted) return done(undefined);
      const id = ++last;
      pieces.set(id, done);
      // Nobody answers to a call that was given up.
      call.signal.onabort = () => {
        pieces.delete(id);
        done(undefined);
      };
      call.progress({ is: 'piece', id, bytes, sampleRate } satisfies SoundNews, [bytes]);
    });

/** What the worker of one sound does. */
export const soundMethods = {
  /** Reads a file to its end; answers what was wrong, if anything. */
  async open({ url, credentials, containers }: OpenInput, call: Call): Promise<Refusal | undefined> {
    let told = -Infinity;
    const onLoaded = (loaded: number, total: number | undefined) => {
      if (loaded !== total && performance.now() - told < PAUSE) return;
      told = performance.now();
      call.progress({ is: 'loaded', loaded, total } satisfies SoundNews);
    };
    const bytes = await download({ url, credentials, onLoaded });
    if (bytes === undefined) return { code: 'media/not-found', why: '' };
    if (typeof bytes === 'number') return { code: 'media/not-found', why: `the server answered ${bytes}` };
    const report = new WaveReport((news, transfer) => call.progress(news, transfer));
    const opened = await readingOf(bytes, report, decodeBy(call), containers);
    if ('code' in opened) return opened;
    reading = opened;
    return reading.run();
  },

  /** The page's answer to a piece; without `sound` where it cannot be decoded. */
  decoded({ id, sound }: { readonly id: number; readonly sound?: Decoded | undefined }): void {
    pieces.get(id)?.(sound);
    pieces.delete(id);
  },

  async samples(
    { channel, start, end }: { readonly channel: number; readonly start: number; readonly end: number },
    call: Call,
  ): Promise<Float32Array | undefined> {
    const samples = await reading?.samples(channel, start, end, decodeBy(call), call.signal);
    if (samples) call.transfer(samples.buffer);
    return samples;
  },

  async playable(_: undefined, call: Call): Promise<Blob | Refusal | undefined> {
    return reading?.playable?.(call.signal);
  },
};

export type SoundMethods = typeof soundMethods;

async function readingOf(
  bytes: FileBytes,
  report: WaveReport,
  decode: Decode,
  containers: string,
): Promise<Reading | Refusal> {
  let head = await bytes.read(0, HEAD);
  if (head.length === 0) {
    return bytes.broken ? brokenAfter(0) : unreadable('the file is empty');
  }
  // Tags may stand before anything, and hold pictures.
  let start = 0;
  for (let tag = id3Length(head, 0); tag > 0; tag = id3Length(head, 0)) {
    start += tag;
    head = await bytes.read(start, start + HEAD);
  }
  if (head.length === 0) return unreadable('there is no sound in it, only tags');
  const found = sniff(head);
  if ('foreign' in found) return unreadable(`it is ${found.foreign}`);
  const { kind, name } = found;
  if (kind === 'mp3') return readMp3(bytes, start, report, decode);
  if (kind === 'whole') return readWhole(bytes, { name }, report, decode);
  if (kind === 'container') {
    const { openContainer } = (await import(containers)) as Containers;
    const opened = await openContainer(bytes, report);
    if ('refusal' in opened) return opened.refusal;
    if ('reading' in opened) return opened.reading;
    const { codec, sampleRate, duration } = opened;
    return readWhole(
      bytes,
      { name: codec ? `${name} with the codec ${codec}` : name, sampleRate, duration },
      report,
      decode,
    );
  }
  const header = await { wav: readWavHeader, aiff: readAiffHeader, au: readAuHeader }[kind](bytes);
  if ('why' in header) return bytes.broken ? brokenAfter(0) : unreadable(header.why);
  return 'pcm' in header ? readPcm(bytes, header.pcm, report) : readMp3(bytes, header.mp3At, report, decode);
}
