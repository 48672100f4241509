import { isAlike, type Mp3Frame, mp3Frame } from './mp3-frame.js';
import { type Mp3Tag, mp3Tag } from './mp3-tag.js';

/** Bytes that are wanted behind a place before one decides what is there: those of some frames. */
const LOOK = 12_288;

/** Frames that must follow one another before the first is believed. */
const CHAIN = 3;

/** Where the frames of an MP3 file are, found while it comes. What is between them (tags, pictures, damage) is passed over. */
export class Mp3Scan {
  /** The first frame with sound. */
  first: Mp3Frame | undefined;
  tag: Mp3Tag | undefined;
  /** Frames with sound so far. */
  count = 0;
  #offsets = new Float64Array(1024);
  #lengths = new Uint16Array(1024);
  /** What came and is not yet looked at, and where in the file that is. */
  #rest: Uint8Array = new Uint8Array(0);
  #at: number;
  /** Bytes of a tag that are still to come. */
  #skip = 0;
  /** Whether the last frame ended where we are. */
  #inStep = false;
  #isFirst = true;

  /** @param start where in the file the first bytes will be from */
  constructor(start = 0) {
    this.#at = start;
  }

  push(piece: Uint8Array): void {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    this.#at += skipped;
    this.#look(joined(this.#rest, piece.subarray(skipped)), false);
  }

  /** Nothing more comes. */
  finish(): void {
    this.#look(this.#rest, true);
  }

  /** Where in the file a frame begins. */
  offset(frame: number): number {
    return this.#offsets[frame] ?? 0;
  }

  length(frame: number): number {
    return this.#lengths[frame] ?? 0;
  }

  /** Where the last frame so far ends. */
  get end(): number {
    return this.offset(this.count - 1) + this.length(this.count - 1);
  }

  #look(bytes: Uint8Array, isEnd: boolean): void {
    let at = 0;
    const safe = isEnd ? bytes.length : bytes.length - LOOK;
    while (at < safe) {
      const tag = id3Length(bytes, at);
      const frame = tag > 0 ? undefined : this.#frameAt(bytes, at, isEnd);
      if (frame) this.#take(bytes.subarray(at, at + frame.length), frame, this.#at + at);
      this.#inStep = frame !== undefined;
      at += frame?.length ?? Math.max(1, tag);
    }
    this.#skip += Math.max(0, at - bytes.length);
    this.#at += Math.min(at, bytes.length);
    this.#rest = bytes.slice(at);
  }

  #frameAt(bytes: Uint8Array, at: number, isEnd: boolean): Mp3Frame | undefined {
    const frame = mp3Frame(bytes, at);
    if (!frame || at + frame.length > bytes.length) return undefined;
    if (this.first && !isAlike(frame, this.first)) return undefined;
    if (this.#inStep) return frame;
    // Eleven set bits are met by chance, too; not so with frames behind them.
    let next = at + frame.length;
    for (let count = this.first ? 1 : CHAIN; count > 0; count--) {
      const follower = mp3Frame(bytes, next);
      if (!follower) return isEnd && next >= bytes.length ? frame : undefined;
      if (!isAlike(frame, follower)) return undefined;
      next += follower.length;
    }
    return frame;
  }

  #take(bytes: Uint8Array, frame: Mp3Frame, at: number): void {
    if (this.#isFirst) {
      this.#isFirst = false;
      this.tag = mp3Tag(bytes, frame);
      if (this.tag) return;
    }
    this.first ??= frame;
    if (this.count === this.#offsets.length) {
      const [offsets, lengths] = [this.#offsets, this.#lengths];
      this.#offsets = new Float64Array(this.count * 2);
      this.#offsets.set(offsets);
      this.#lengths = new Uint16Array(this.count * 2);
      this.#lengths.set(lengths);
    }
    this.#offsets[this.count] = at;
    this.#lengths[this.count] = frame.length;
    this.count++;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Bytes of the ID3v2 tag that begins at a place; 0 where there is none. */
export function id3Length(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x49 || bytes[at + 1] !== 0x44 || bytes[at + 2] !== 0x33) return 0;
  const [flags = 0, ...size] = bytes.subarray(at + 5, at + 10);
  // Seven bits a byte, so that nothing in it looks like a frame.
  if (size.length < 4 || size.some((byte) => byte > 127)) return 0;
  const content = size.reduce((sum, byte) => sum * 128 + byte, 0);
  return 10 + content + (flags & 0x10 ? 10 : 0);
}
