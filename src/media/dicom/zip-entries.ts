/** A file of an archive as it lies there. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is, 8: deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}

export interface ZipBounds {
  readonly entries: number;
  /** Bytes of one entry as it lies in the archive. */
  readonly entryBytes: number;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const PK = 0x4b50;
const HEAD = 30;
/** Bytes behind a candidate for the end of an entry that are looked at. */
const LOOK = 26;

/**
 * Splits an archive into its entries while it comes in, by their local headers. Where a header does not tell the length,
 * the entry ends where what stands behind it says just the length that it has.
 */
export class ZipEntries {
  readonly #onEntry: (entry: ZipEntry) => void;
  readonly #bounds: ZipBounds;
  #count = 0;
  /** What came, but is not used yet. */
  #pending: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #entry: { readonly head: Omit<ZipEntry, 'parts'>; parts: Uint8Array<ArrayBuffer>[]; left: number } | undefined;
  #open: Unmeasured | undefined;
  #ended = false;

  constructor(bounds: ZipBounds, onEntry: (entry: ZipEntry) => void) {
    this.#bounds = bounds;
    this.#onEntry = onEntry;
  }

  /** Entries so far. */
  get count(): number {
    return this.#count;
  }

  /** Takes the next bytes; the chunk may be kept. What is wrong with the archive is the answer; then it is at its end. */
  push(chunk: Uint8Array<ArrayBuffer>): string | undefined {
    let rest: Uint8Array<ArrayBuffer> | undefined = chunk;
    while (rest && !this.#ended) {
      const next: Uint8Array<ArrayBuffer> | string | undefined = this.#entry
        ? this.#measured(rest)
        : this.#open
          ? this.#unmeasured(rest)
          : this.#header(rest);
      if (typeof next === 'string') {
        this.#ended = true;
        return next;
      }
      rest = next;
    }
    return undefined;
  }

  /** To be called when there is no more. */
  end(): string | undefined {
    return this.#ended ? undefined : 'it is cut short';
  }

  /** What is left of the bytes; undefined when there are not enough. */
  #header(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | string | undefined {
    const bytes = appended(this.#pending, chunk);
    this.#pending = bytes;
    if (bytes.length < 4) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(0, true) !== LOCAL) {
      // The list of all entries, or the record of an archive that has none.
      if (view.getUint16(0, true) !== PK) return 'there is something between its files';
      this.#ended = true;
      return undefined;
    }
    if (bytes.length < HEAD) return undefined;
    const [nameSize, extraSize] = [view.getUint16(26, true), view.getUint16(28, true)];
    const start = HEAD + nameSize + extraSize;
    if (bytes.length < start) return undefined;
    if (++this.#count > this.#bounds.entries) return `it has more than ${this.#bounds.entries} files`;
    const flags = view.getUint16(6, true);
    const name = new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(
      bytes.subarray(HEAD, HEAD + nameSize),
    );
    const head = { name, method: view.getUint16(8, true), encrypted: (flags & 1) !== 0 };
    this.#pending = new Uint8Array(0);
    const rest = bytes.subarray(start);
    if (flags & 8) {
      this.#open = new Unmeasured(head);
      return rest;
    }
    const size = sizeOf(view, HEAD + nameSize, extraSize);
    if (size > this.#bounds.entryBytes) return `${name} in it has ${Math.round(size / 2 ** 20)} MB, more than are read`;
    this.#entry = { head, parts: [], left: size };
    return rest;
  }

  #measured(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
    const entry = this.#entry;
    if (!entry) return bytes;
    const part = bytes.subarray(0, entry.left);
    if (part.length > 0) entry.parts.push(part);
    entry.left -= part.length;
    if (entry.left > 0) return undefined;
    this.#entry = undefined;
    this.#onEntry({ ...entry.head, parts: entry.parts });
    return bytes.subarray(part.length);
  }

  #unmeasured(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | string | undefined {
    const open = this.#open;
    if (!open) return bytes;
    const rest = open.push(bytes);
    if (open.size > this.#bounds.entryBytes) return `${open.head.name} in it is larger than is read`;
    if (!rest) return undefined;
    this.#open = undefined;
    this.#onEntry({ ...open.head, parts: [open.data] });
    return rest;
  }
}

/** The length of an entry's data; a long one stands in an extra field (Zip64). */
function sizeOf(view: DataView, extra: number, extraSize: number): number {
  const size = view.getUint32(18, true);
  if (size !== 0xffffffff) return size;
  for (let at = extra; at + 4 <= extra + extraSize; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1 && at + 20 <= extra + extraSize) return Number(view.getBigUint64(at + 12, true));
  }
  return size;
}

/** An entry whose length stands behind it. */
class Unmeasured {
  readonly head: Omit<ZipEntry, 'parts'>;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 16);
  #filled = 0;
  #seen = 0;
  #size: number | undefined;

  constructor(head: Omit<ZipEntry, 'parts'>) {
    this.head = head;
  }

  get size(): number {
    return this.#size ?? this.#filled;
  }

  get data(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#size);
  }

  /** What is left when the entry has ended. */
  push(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
    const filled = this.#filled + chunk.length;
    if (filled > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(filled, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#filled));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#filled);
    this.#filled = filled;
    const bytes = this.#bytes.subarray(0, filled);
    const view = new DataView(bytes.buffer, 0, filled);
    for (;;) {
      const at = bytes.indexOf(0x50, this.#seen);
      if (at < 0 || at + LOOK > filled) {
        this.#seen = at < 0 ? filled : at;
        return undefined;
      }
      this.#seen = at + 1;
      if (bytes[at + 1] !== 0x4b) continue;
      const end = endAt(view, at);
      if (!end) continue;
      this.#size = end.size;
      return bytes.slice(end.next);
    }
  }
}

/** Whether an entry ends at or shortly before a candidate, because the length that stands there is that of it. */
function endAt(view: DataView, at: number): { readonly size: number; readonly next: number } | undefined {
  const signature = view.getUint32(at, true);
  if (signature === DESCRIPTOR) {
    if (view.getUint32(at + 8, true) !== at) return undefined;
    // Two lengths of four bytes each, or of eight; of an empty file both fit, and what follows decides.
    const long = view.getUint16(at + 16, true) !== PK && Number(view.getBigUint64(at + 8, true)) === at;
    return { size: at, next: at + (long ? 24 : 16) };
  }
  if (signature !== LOCAL && signature !== 0x02014b50) return undefined;
  // A descriptor may lack its signature.
  if (at >= 20 && Number(view.getBigUint64(at - 16, true)) === at - 20) return { size: at - 20, next: at };
  return at >= 12 && view.getUint32(at - 8, true) === at - 12 ? { size: at - 12, next: at } : undefined;
}

function appended(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
