import type { Bytes, FileBytes } from './file-bytes.js';
import { decodePcm, type PcmFile } from './pcm.js';
import type { PeakCollector } from './peak-collector.js';
import type { Reading, Refusal } from './reading.js';
import { brokenAfter, cutShort, noSamples, unreadable } from './refusals.js';
import { interleaved, MOST_WAV, wavHeader } from './wav-writer.js';
import type { WaveReport } from './wave-report.js';

/** Frames that are converted at once. */
const AT_ONCE = 1 << 18;

const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** A sound without compression. */
export function readPcm(bytes: FileBytes, file: PcmFile, report: WaveReport): Reading {
  const frame = file.bytes * file.channels;
  const inFile = Math.min(file.end ?? Infinity, bytes.size ?? Infinity);
  const expected = Number.isFinite(inFile) ? Math.max(0, Math.floor((inFile - file.start) / frame)) : undefined;
  const claimed = file.end === undefined ? undefined : Math.floor((file.end - file.start) / frame);
  let length = 0;

  return {
    async run() {
      const asItIs =
        file.container !== 'WAV' || (file.encoding === 'float' && file.bytes === 8) ? 'unplayable' : 'exact';
      const { sampleRate, channels, container: format } = file;
      let collector: PeakCollector | undefined;
      const isPlain = file.encoding === 'int' && file.bytes === 2 && file.littleEndian === isLittle;
      const collect = (whole: Bytes) => {
        collector ??= report.begin({ format, sampleRate, channels, length: expected, asItIs });
        if (isPlain) collector.addInterleaved(wordsOf(whole));
        else collector.add(decodePcm(file, whole));
        length = collector.total;
      };
      bytes.forget();
      let rest = new Uint8Array(0);
      let left = file.end === undefined ? Infinity : file.end - file.start;
      for await (const piece of bytes.stream(file.start)) {
        let part = left < piece.length ? piece.subarray(0, left) : piece;
        left -= part.length;
        if (rest.length > 0) {
          const missing = part.subarray(0, frame - rest.length);
          const joined = new Uint8Array([...rest, ...missing]);
          part = part.subarray(missing.length);
          if (joined.length < frame) {
            rest = joined;
            continue;
          }
          collect(joined);
        }
        const whole = part.length - (part.length % frame);
        for (let at = 0; at < whole; at += AT_ONCE * frame)
          collect(part.subarray(at, Math.min(whole, at + AT_ONCE * frame)));
        rest = part.slice(whole);
        report.collected(expected === undefined ? undefined : Math.max(expected, length));
        if (left <= 0) break;
      }
      if (report.begun) report.finish();
      return ending(bytes, length, claimed, file.sampleRate);
    },

    async samples(channel, start, end) {
      const [first, last] = [Math.max(0, start), Math.min(length, end)];
      if (first >= last) return new Float32Array(0);
      const part = await bytes.read(file.start + first * frame, file.start + last * frame).catch(() => undefined);
      return part && decodePcm(file, part)[channel];
    },

    async playable(signal) {
      const size = length * file.channels * 2;
      if (size > MOST_WAV)
        return unreadable('it is too long to be made into what this browser plays; convert it to FLAC or MP3');
      const parts: Blob[] = [];
      for (let at = 0; at < length; at += AT_ONCE) {
        signal.throwIfAborted();
        const last = Math.min(length, at + AT_ONCE);
        const part = await bytes.read(file.start + at * frame, file.start + last * frame).catch(() => undefined);
        if (!part) return unreadable('a part of it could not be loaded again');
        parts.push(new Blob([interleaved(decodePcm(file, part))]));
      }
      return new Blob([wavHeader(file.channels, Math.round(file.sampleRate), length), ...parts], { type: 'audio/wav' });
    },
  };
}

/** Words begin at even places only. */
function wordsOf(bytes: Bytes): Int16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Int16Array(even.buffer, even.byteOffset, even.length / 2);
}

function ending(bytes: FileBytes, length: number, claimed: number | undefined, rate: number): Refusal | undefined {
  if (bytes.broken) return brokenAfter(length / rate);
  if (claimed !== undefined && claimed > length) return cutShort(claimed / rate, length / rate);
  return length === 0 ? noSamples : undefined;
}
