import type { Unzip, UnzipFile } from 'fflate';
import type { Report } from './fault.js';

/** A file in an archive, at its turn: its bytes are there once, and before the next entry is asked for. */
export interface ArchiveEntry {
  /** With `/` between folders. */
  readonly path: string;
  bytes(): AsyncIterable<Uint8Array>;
}

/** Small pieces go in, as each may be a thousand times as much when it comes out. */
const PIECE = 16_384;

/**
 * The files of a ZIP archive that is read piece by piece, in their order in it. What is broken is reported, and ends it.
 *
 * @param isWanted others are not unpacked
 */
export async function* zipEntries(
  bytes: AsyncIterable<Uint8Array>,
  isWanted: (path: string) => boolean,
  report: Report,
): AsyncGenerator<ArchiveEntry> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  const stream = new EntryStream(unzip, bytes, isWanted, report);
  for (let event = await stream.next(); event; event = await stream.next()) {
    if (event.kind !== 'entry') continue;
    let isOpen = true;
    async function* content() {
      while (isOpen) {
        const part = await stream.next();
        isOpen = part?.kind === 'bytes' && !part.isLast;
        if (part?.kind === 'bytes' && part.bytes.length > 0) yield part.bytes;
      }
    }
    yield { path: event.path, bytes: content };
    for await (const _ of content()) {
      // What nobody read is passed over.
    }
  }
}

type Event =
  | { readonly kind: 'entry'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly isLast: boolean };

/** Turns the unzipper's calls into what can be waited for. */
class EntryStream {
  readonly #unzip: Unzip;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #report: Report;
  readonly #events: Event[] = [];
  #piece: Uint8Array = new Uint8Array(0);
  #isFirst = true;
  #isEnded = false;
  readonly #tail = new Tail();

  constructor(unzip: Unzip, source: AsyncIterable<Uint8Array>, isWanted: (path: string) => boolean, report: Report) {
    this.#unzip = unzip;
    this.#source = source[Symbol.asyncIterator]();
    this.#report = report;
    unzip.onfile = (file) => {
      if (isWanted(slashed(file.name))) this.#open(file);
    };
  }

  /** Undefined at the end. */
  async next(): Promise<Event | undefined> {
    while (this.#events.length === 0 && !this.#isEnded) await this.#pump();
    return this.#events.shift();
  }

  #open(file: UnzipFile): void {
    const path = slashed(file.name);
    this.#events.push({ kind: 'entry', path });
    file.ondata = (fault, bytes, isLast) => {
      if (fault) this.#fail(`"${path}" in the archive cannot be unpacked; it is broken, or encrypted.`);
      else this.#events.push({ kind: 'bytes', bytes, isLast });
    };
    try {
      file.start();
    } catch {
      this.#fail(`"${path}" in the archive is compressed in a way that is not read here; only "deflate" is.`);
    }
  }

  async #pump(): Promise<void> {
    if (this.#piece.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) return this.#push(new Uint8Array(0), true);
      this.#piece = value;
      if (value.length === 0) return;
    }
    if (this.#isFirst && (this.#piece[0] !== 0x50 || (this.#piece.length > 1 && this.#piece[1] !== 0x4b))) {
      return this.#fail('This is no ZIP archive.');
    }
    this.#isFirst = false;
    const piece = this.#piece.subarray(0, PIECE);
    this.#piece = this.#piece.subarray(piece.length);
    this.#push(piece, false);
  }

  #push(piece: Uint8Array, isLast: boolean): void {
    if (isLast && this.#isFirst) return this.#fail('The archive is empty.');
    this.#tail.add(piece);
    try {
      this.#unzip.push(piece, isLast);
      if (isLast && !this.#tail.hasDirectory) this.#fail('The archive is not complete.');
      this.#isEnded ||= isLast;
    } catch {
      this.#fail('The archive is broken, or not complete.');
    }
  }

  #fail(message: string): void {
    if (!this.#isEnded) this.#report({ message });
    this.#isEnded = true;
  }
}

/** A comment of the archive, which stands behind the end of its list of files, and that end. */
const LONGEST_TAIL = 65_557;

/** The last bytes of an archive: without the list of its files there, it was cut off. */
class Tail {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    for (let first = this.#pieces[0]; first && this.#length - first.length >= LONGEST_TAIL; first = this.#pieces[0]) {
      this.#pieces.shift();
      this.#length -= first.length;
    }
  }

  get hasDirectory(): boolean {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    for (let mark = bytes.lastIndexOf(0x50); mark > -1; mark = mark > 0 ? bytes.lastIndexOf(0x50, mark - 1) : -1) {
      if (bytes[mark + 1] === 0x4b && bytes[mark + 2] === 5 && bytes[mark + 3] === 6) return true;
    }
    return false;
  }
}

/** Some programs write folders with backslashes. */
const slashed = (name: string): string => name.replaceAll('\\', '/');
