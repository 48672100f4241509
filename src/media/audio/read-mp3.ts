import type { FileBytes } from './file-bytes.js';
import { copyOf } from './mp3-copy.js';
import { Mp3Frames } from './mp3-frames.js';
import { Mp3Scan } from './mp3-scan.js';
import { played } from './mp3-tag.js';
import type { PeakCollector } from './peak-collector.js';
import type { Decode, Reading, Refusal } from './reading.js';
import { brokenAfter, cutShort, unreadable } from './refusals.js';
import type { WaveReport } from './wave-report.js';

/** Samples that are decoded at once: few at first, so that something is seen soon. */
const FIRST = 1 << 16;
const AT_ONCE = 1 << 20;
/** Pieces that are decoded side by side. */
const SIDE_BY_SIDE = 2;
/** Frames that may be of padding at the end, which is not known before the end is. */
const MARGIN = 8;

/** An MP3 file: its frames are found here and decoded by the browser in pieces, which takes a tenth of the memory. */
export function readMp3(bytes: FileBytes, start: number, report: WaveReport, decode: Decode): Reading {
  const scan = new Mp3Scan(start);
  const frames = new Mp3Frames(bytes, scan);
  let isScanned = false;
  let news = () => {};
  let wait = new Promise<void>((done) => {
    news = done;
  });
  const said = () => {
    news();
    wait = new Promise((done) => {
      news = done;
    });
  };

  const samplesOf = (): number => scan.first?.samples ?? 0;
  /** What is played of the samples so far. */
  const range = () => played(isScanned ? scan.tag : scan.tag && { ...scan.tag, padding: 0 }, scan.count * samplesOf());

  function expected(): number | undefined {
    if (isScanned) return range().end - range().start;
    const told = scan.tag?.frames;
    const room = bytes.size === undefined ? undefined : bytes.size - scan.offset(0);
    // A tag that does not fit to the file is of another one, or the file was cut.
    const each = (scan.end - scan.offset(0)) / Math.max(1, scan.count);
    const guess = room === undefined ? undefined : Math.round(room / each);
    const count = told && (guess === undefined || told < guess * 4) ? told : guess;
    if (count === undefined) return undefined;
    const { start: from, end } = played(scan.tag, Math.max(count, scan.count) * samplesOf());
    return end - from;
  }

  async function scanAll(): Promise<void> {
    for await (const piece of bytes.stream(start)) {
      scan.push(piece);
      said();
    }
    scan.finish();
    isScanned = true;
    said();
  }

  async function decodeAll(begin: () => PeakCollector): Promise<boolean> {
    const pending: {
      readonly from: number;
      readonly to: number;
      readonly planes: Promise<Float32Array[] | undefined>;
    }[] = [];
    let [next, any] = [0, false];
    for (;;) {
      while (pending.length < SIDE_BY_SIDE) {
        const size = Math.max(
          1,
          Math.floor((next === 0 ? FIRST : AT_ONCE) / samplesOf() / (scan.first?.channels ?? 1)),
        );
        if (!scan.first || (!isScanned && scan.count < next + size + MARGIN)) break;
        const to = Math.min(scan.count, next + size);
        if (to === next) break;
        pending.push({ from: next, to, planes: frames.decode(next, to, decode) });
        next = to;
      }
      const oldest = pending.shift();
      if (!oldest) {
        if (isScanned) return any;
        await wait;
        continue;
      }
      const planes = await oldest.planes;
      any ||= planes !== undefined;
      const collector = begin();
      const { start: skip, end } = range();
      const at = oldest.from * samplesOf();
      const last = Math.min(oldest.to * samplesOf(), end) - at;
      const first = Math.min(last, Math.max(0, skip - at));
      if (planes) collector.add(planes, first, last);
      else collector.silence(last - first);
      report.collected(expected());
    }
  }

  return {
    async run() {
      let collector: PeakCollector | undefined;
      const begin = () => {
        const { sampleRate = 1, channels = 1 } = scan.first ?? {};
        collector ??= report.begin({ format: 'MP3', sampleRate, channels, length: expected(), asItIs: 'inexact' });
        return collector;
      };
      const [any] = await Promise.all([decodeAll(begin), scanAll()]);
      if (report.begun) report.finish();
      return ending(any);
    },

    async samples(channel, from, to, by) {
      const { start: skip, end } = range();
      const [first, last] = [Math.max(0, from) + skip, Math.min(to + skip, end)];
      if (first >= last) return new Float32Array(0);
      const [head, tail] = [Math.floor(first / samplesOf()), Math.ceil(last / samplesOf())];
      const planes = await frames.decode(head, tail, by);
      const plane = planes?.[channel] ?? planes?.[0];
      const at = head * samplesOf();
      return plane?.slice(first - at, last - at);
    },

    async playable() {
      return copyOf(scan, range(), bytes);
    },
  };

  function ending(any: boolean): Refusal | undefined {
    const { first, tag, count } = scan;
    const each = first ? first.samples / first.sampleRate : 0;
    if (bytes.broken) return brokenAfter(count * each);
    if (!first) return unreadable('there is no sound in it: no MP3 frame was found');
    if (!any) return unreadable('this browser cannot decode MP3');
    const told = tag?.frames ?? 0;
    // Some count the frame of the tag itself.
    return told > count + 1 ? cutShort(told * each, count * each) : undefined;
  }
}
