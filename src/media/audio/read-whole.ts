import type { FileBytes } from './file-bytes.js';
import type { Decode, Reading } from './reading.js';
import { brokenAfter, noSamples, unreadable } from './refusals.js';
import type { WaveReport } from './wave-report.js';

/** Bytes of a file that is decoded at once. */
const MOST = 1 << 26;
/** Samples in all channels: with four bytes each, what a page can bear. */
const MOST_SAMPLES = 1 << 27;
const USUAL_RATE = 44_100;

export interface WholeFile {
  readonly name: string;
  readonly sampleRate?: number;
  /** Seconds, where it is known. */
  readonly duration?: number | undefined;
}

/** A file that only the browser's own decoder may know: all of it at once, which takes much memory. */
export function readWhole(bytes: FileBytes, file: WholeFile, report: WaveReport, decode: Decode): Reading {
  /** Sixteen bits are enough for what is drawn of it. */
  let kept: Int16Array[] = [];
  return {
    async run() {
      const tooLong = unreadable(
        'it is too long to be decoded at once, as this browser has to; convert it to WAV, FLAC or MP3',
      );
      const seconds = file.duration ?? 0;
      const rate = file.sampleRate ?? USUAL_RATE;
      if (seconds * rate * 2 > MOST_SAMPLES || (bytes.size ?? 0) > MOST) return tooLong;
      const blob = await bytes.whole();
      if (bytes.broken) return brokenAfter(0);
      if (blob.size === 0) return unreadable('the file is empty');
      if (blob.size > MOST) return tooLong;
      const sound = await decode(await blob.arrayBuffer(), rate);
      if (!sound) {
        return unreadable(
          file.name
            ? `this browser cannot decode ${file.name}; convert it to WAV, FLAC or MP3`
            : 'it is damaged, or in a format that this browser does not know',
        );
      }
      const length = sound.planes[0]?.length ?? 0;
      const { sampleRate } = sound;
      if (length === 0) return noSamples;
      const format = file.name || 'unknown';
      report.begin({ format, sampleRate, channels: sound.planes.length, length, asItIs: 'exact' }).add(sound.planes);
      report.finish();
      kept = sound.planes.map((plane) =>
        Int16Array.from(plane, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768)))),
      );
      return undefined;
    },

    async samples(channel, start, end) {
      return Float32Array.from(kept[channel]?.subarray(Math.max(0, start), end) ?? [], (value) => value / 32_768);
    },
  };
}
