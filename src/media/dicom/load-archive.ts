import { incomplete, unreadable } from './dicom-problem.js';
import { nativeBits, readImage } from './image-header.js';
import { inflate, joined } from './inflate.js';
import { type FileFindings, fileOf, loadFile } from './load-file.js';
import { isDicom, MOST_INFLATED, parseDicom } from './parse-dicom.js';
import { ZipEntries, type ZipEntry } from './zip-entries.js';

/** How much is taken from an archive; beyond it, it is called malicious or too large, and what came before is shown. */
export interface ArchiveBounds {
  readonly entries: number;
  /** Bytes of the archive and of one entry in it. */
  readonly bytes: number;
  readonly entryBytes: number;
  /** Bytes of one entry, and of all together, that have to be inflated as a whole. */
  readonly inflatedEntry: number;
  readonly inflated: number;
  /** Times that an entry may grow, once it is larger than `grown` bytes. */
  readonly ratio: number;
  readonly grown: number;
}

export const bounds: ArchiveBounds = {
  entries: 100_000,
  bytes: 2 ** 32,
  entryBytes: 2 ** 30,
  inflatedEntry: MOST_INFLATED,
  inflated: 2 ** 32,
  ratio: 250,
  grown: 2 ** 26,
};

/** Bytes of a file within which its head is looked for, before it is inflated as a whole. */
const HEADS = [1 << 12, 1 << 15, 1 << 18];
/** What archives hold besides. A name is only a name: nothing is ever stored by it. */
const ASIDE = /(^|\/)(__MACOSX\/|\.[^/]*$|DICOMDIR$|Thumbs\.db$|desktop\.ini$)|\/$/i;

/**
 * Reads the files of a zip archive while it comes in. A picture that is one native frame stays deflated until it is
 * decoded: its head is enough to know where it belongs.
 */
export class Archive {
  readonly #name: string;
  readonly #bounds: ArchiveBounds;
  readonly #onFound: (found: FileFindings) => void;
  readonly #entries: ZipEntries;
  #loaded = 0;
  #inflated = 0;
  #files = 0;
  #archives = 0;
  #stopped = false;

  constructor(name: string, onFound: (found: FileFindings) => void, limits = bounds) {
    this.#name = name;
    this.#bounds = limits;
    this.#onFound = onFound;
    this.#entries = new ZipEntries(limits, (entry) => this.#entry(entry));
  }

  /** Whether more is wanted. */
  push(chunk: Uint8Array<ArrayBuffer>): boolean {
    if (this.#stopped) return false;
    this.#loaded += chunk.length;
    if (this.#loaded > this.#bounds.bytes) this.#stop('it is larger than is read');
    const objection = this.#entries.push(chunk);
    if (objection) this.#stop(objection);
    return !this.#stopped;
  }

  end(): void {
    if (this.#stopped) return;
    const objection = this.#entries.end();
    if (objection) this.#stop(objection);
    else if (this.#files === 0) {
      const others = this.#archives > 0 ? ', but other archives, which are not opened' : '';
      this.#stop(`there is no DICOM file in it${others}`);
    }
  }

  #stop(why: string): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#onFound({ problem: (this.#files > 0 ? incomplete : unreadable)(this.#name, why) });
  }

  #entry(entry: ZipEntry): void {
    const { name, method, encrypted, parts } = entry;
    if (this.#stopped || ASIDE.test(name) || parts.length === 0) return;
    if (encrypted) return this.#stop('its files are encrypted; unpack it, and give what is in it');
    if (method !== 0 && method !== 8) {
      return this.#stop(`its files are compressed by method ${method}; zip it again with Deflate, as is usual`);
    }
    const found = method === 0 ? this.#stored(entry) : this.#deflated(entry);
    if (!found) {
      if (/\.(zip|7z|rar|t?gz|tar)$/i.test(name)) this.#archives++;
      return;
    }
    this.#files++;
    this.#onFound(found);
  }

  #stored({ name, parts }: ZipEntry): FileFindings | undefined {
    const bytes = joined(parts, sizeOf(parts));
    return isDicom(bytes) ? loadFile(bytes, name) : undefined;
  }

  #deflated(entry: ZipEntry): FileFindings | undefined {
    const { name, parts } = entry;
    for (const limit of HEADS) {
      const some = inflate(parts, limit);
      if (!some) return { problem: incomplete(this.#name, `${name} in it is damaged`) };
      if (some.bytes.length < limit) return isDicom(some.bytes) ? loadFile(some.bytes, name) : undefined;
      if (!isDicom(some.bytes)) return undefined;
      const found = stillPacked(some.bytes, entry);
      if (found) return found;
    }
    return this.#whole(entry);
  }

  #whole({ name, parts }: ZipEntry): FileFindings | undefined {
    const { grown, ratio, inflated, inflatedEntry } = this.#bounds;
    const most = Math.min(inflatedEntry, inflated - this.#inflated, Math.max(grown, sizeOf(parts) * ratio));
    const some = inflate(parts, most);
    if (!some) return { problem: incomplete(this.#name, `${name} in it is damaged`) };
    this.#inflated += some.bytes.length;
    if (some.bytes.length >= most) {
      this.#stop(
        `${name} in it becomes more than ${Math.floor(most / 2 ** 20)} MB when it is unpacked, as files do that are made to fill memory`,
      );
      return undefined;
    }
    return loadFile(some.bytes, name);
  }
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** A file of which only the head is inflated, if that is enough. */
function stillPacked(head: Uint8Array<ArrayBuffer>, { name, parts }: ZipEntry): FileFindings | undefined {
  const parsed = parseDicom(head);
  if (typeof parsed === 'string' || parsed.syntax.deflated || parsed.pixels?.length === undefined) return undefined;
  const found = readImage(parsed, Number.POSITIVE_INFINITY);
  // What it objects to would not be better with more of the file.
  if (typeof found === 'string') return { problem: unreadable(name, found) };
  if (found.claimed > 1) return undefined;
  if (parsed.pixels.length * 8 < nativeBits(found.image)) {
    return { problem: unreadable(name, 'it is cut short within its pixels') };
  }
  return { file: fileOf(parsed, found, name, new Blob([...parts]), true) };
}
