import type { FileBytes } from './file-bytes.js';
import type { Reading, Refusal } from './reading.js';
import type { WaveReport } from './wave-report.js';

/** What the part exports that reads MP4, Ogg, FLAC, WebM and AAC files. It is large, and loaded when such a file comes. */
export interface Containers {
  openContainer(bytes: FileBytes, report: WaveReport): Promise<ContainerOutcome>;
}

/** `codec`: a track is there, but must be decoded in another way, if at all. */
export type ContainerOutcome =
  | { readonly reading: Reading }
  | { readonly refusal: Refusal }
  | { readonly codec: string; readonly sampleRate: number; readonly duration: number | undefined };
