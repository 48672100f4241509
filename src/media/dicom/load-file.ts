import type { Problem } from '../../model/problem.js';
import { incomplete, unreadable } from './dicom-problem.js';
import type { FrameBytes } from './encapsulated-frames.js';
import { type ImageFrames, type ImageHeader, readImage } from './image-header.js';
import { type DicomFile, parseDicom } from './parse-dicom.js';
import { readSlices } from './read-slices.js';
import type { Slice } from './slice.js';

/** A file of which the head is read. Its bytes are in a blob, which the browser may put on disk. */
export interface LoadedFile {
  readonly name: string;
  readonly blob: Blob;
  /** Whether the blob is a raw deflate stream, as it lay in an archive; places are those in what it inflates to. */
  readonly packed: boolean;
  /** Bytes up to the pixels. */
  readonly head: number;
  readonly image: ImageHeader;
  readonly frames: readonly FrameBytes[];
  /** One for each frame. */
  readonly slices: readonly Slice[];
}

export interface FileFindings {
  readonly file?: LoadedFile;
  readonly problem?: Problem;
  /** Whether the problem is only that the file has no pictures, as reports among the pictures of a study have not. */
  readonly aside?: boolean;
}

/** Reads a whole file. */
export function loadFile(bytes: Uint8Array<ArrayBuffer>, name: string): FileFindings {
  const parsed = parseDicom(bytes);
  if (typeof parsed === 'string') return { problem: unreadable(name, parsed) };
  const found = readImage(parsed);
  if (typeof found === 'string') {
    return { problem: unreadable(name, found), aside: !parsed.pixels && !parsed.broken };
  }
  const { frames, claimed } = found;
  if (frames.length === 0) return { problem: unreadable(name, 'it is cut short within its pixels') };
  const file = fileOf(parsed, found, name, new Blob([parsed.bytes]), false);
  if (frames.length >= claimed) return { file };
  return { file, problem: incomplete(name, `it is cut short, ${frames.length} of ${claimed} frames are there`) };
}

export function fileOf(parsed: DicomFile, found: ImageFrames, name: string, blob: Blob, packed: boolean): LoadedFile {
  const head = parsed.pixels?.start ?? parsed.bytes.length;
  const { image, frames } = found;
  return { name, blob, packed, head, image, frames, slices: readSlices(parsed, found, name) };
}
