import type { FileBytes } from './file-bytes.js';
import type { Mp3Scan } from './mp3-scan.js';
import { mp4Head, type Run } from './mp4-of-mp3.js';
import type { Refusal } from './reading.js';
import { unreadable } from './refusals.js';

/** An MP4 file with the frames of an MP3 file. @param played samples, as the frames count them */
export async function copyOf(
  scan: Mp3Scan,
  played: { readonly start: number; readonly end: number },
  bytes: FileBytes,
): Promise<Blob | Refusal> {
  const { first, count } = scan;
  if (!first) return unreadable('there is no sound in it');
  const base = scan.offset(0);
  const file = await bytes.whole();
  const head = mp4Head({
    sampleRate: first.sampleRate,
    channels: first.channels,
    samples: first.samples,
    count,
    length: (frame) => scan.length(frame),
    runs: runsOf(scan),
    ...played,
    bytes: scan.end - base,
  });
  return new Blob([head, file.slice(base, scan.end)], { type: 'audio/mp4' });
}

function runsOf(scan: Mp3Scan): Run[] {
  const runs: { readonly start: number; frames: number }[] = [];
  for (let frame = 0, end = -1; frame < scan.count; frame++) {
    const run = runs.at(-1);
    if (run && scan.offset(frame) === end) run.frames++;
    else runs.push({ start: scan.offset(frame) - scan.offset(0), frames: 1 });
    end = scan.offset(frame) + scan.length(frame);
  }
  return runs;
}
