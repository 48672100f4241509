import { type Bytes, bytesOf, type FileBytes } from './file-bytes.js';
import { KeptBytes } from './kept-bytes.js';

/** A larger file is asked for again in ranges instead of being kept, where the server gives ranges. */
const KEEP = 1 << 24;
/** What is so far ahead of the stream is not waited for. */
const AHEAD = 1 << 20;
/** So much is asked for at least, as one look is followed by one beside it. */
const RANGE = 1 << 19;
const RANGES = 12;

export interface DownloadRequest {
  readonly url: string;
  readonly credentials: RequestCredentials;
  onLoaded(loaded: number, total: number | undefined): void;
}

/** Begins to load a file. A number is the status of a server that refused; undefined: nothing came at all. */
export async function download(request: DownloadRequest): Promise<FileBytes | number | undefined> {
  const { url, credentials } = request;
  try {
    const response = await fetch(url, { credentials });
    if (!response.ok) return response.status;
    if (url.startsWith('blob:')) return bytesOf(await response.blob());
    const body = response.body?.getReader();
    return body ? new Download(request, response.headers, body) : undefined;
  } catch {
    return undefined;
  }
}

class Download implements FileBytes {
  readonly #request: DownloadRequest;
  readonly #body: ReadableStreamDefaultReader<Bytes>;
  readonly #kept = new KeptBytes();
  readonly #ranges: { readonly start: number; readonly bytes: Bytes }[] = [];
  #givesRanges: boolean;
  #keeps = true;
  /** Whether what is kept may go as soon as it has been streamed. */
  #isToForget = false;
  #loaded = 0;
  #ended = false;
  #pending: Promise<Bytes | undefined> | undefined;
  size: number | undefined;
  broken = false;

  constructor(request: DownloadRequest, headers: Headers, body: ReadableStreamDefaultReader<Bytes>) {
    this.#request = request;
    this.#body = body;
    // With compression on the way the length is that of what travels, and ranges are of that too.
    const plain = !headers.has('content-encoding');
    const length = plain ? Number(headers.get('content-length') ?? 0) : 0;
    this.size = length > 0 ? length : undefined;
    this.#givesRanges = plain && length > 0 && headers.get('accept-ranges') === 'bytes';
  }

  async read(start: number, end: number): Promise<Bytes> {
    if (end <= start) return new Uint8Array(0);
    const isFar = start > this.#loaded + AHEAD;
    if (this.#givesRanges && !this.#ended && isFar) {
      const found = await this.#range(start, end).catch(() => undefined);
      if (found) return found;
    }
    while (this.#keeps && this.#loaded < end && (await this.#next())) {}
    return this.#keeps ? this.#kept.read(start, end) : this.#range(start, end);
  }

  async *stream(start: number): AsyncGenerator<Bytes> {
    let at = start;
    while (this.#keeps && at < this.#loaded) {
      const piece = await this.#kept.read(at, at + AHEAD);
      at += piece.length;
      yield piece;
    }
    if (this.#isToForget) {
      this.#keeps = false;
      this.#kept.clear();
    }
    for (;;) {
      const from = this.#loaded;
      const piece = await this.#next();
      if (!piece) return;
      const skipped = Math.max(0, at - from);
      if (skipped < piece.length) yield skipped > 0 ? piece.subarray(skipped) : piece;
    }
  }

  forget(): void {
    this.#isToForget = this.#givesRanges && (this.size ?? 0) > KEEP;
  }

  async whole(): Promise<Blob> {
    while (await this.#next()) {}
    return this.#kept.blob();
  }

  /** The next piece of the stream; all who wait get the same. */
  #next(): Promise<Bytes | undefined> {
    this.#pending ??= this.#pull().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #pull(): Promise<Bytes | undefined> {
    if (this.#ended) return undefined;
    const { value } = await this.#body.read().catch(() => {
      this.broken = true;
      return { value: undefined };
    });
    if (!value) {
      this.#ended = true;
      this.broken ||= this.#loaded < (this.size ?? 0);
      if (!this.broken) this.size = this.#loaded;
      return undefined;
    }
    this.#loaded += value.length;
    if (this.#keeps) this.#kept.push(value);
    this.#request.onLoaded(this.#loaded, this.size);
    return value;
  }

  async #range(start: number, end: number): Promise<Bytes> {
    const size = this.size ?? Infinity;
    const last = Math.min(end, size);
    if (last <= start) return new Uint8Array(0);
    const held = this.#ranges.find(({ start: from, bytes }) => from <= start && last <= from + bytes.length);
    if (held) return held.bytes.slice(start - held.start, last - held.start);
    const from = Math.floor(start / RANGE) * RANGE;
    const to = Math.min(size, Math.max(last, Math.ceil(last / RANGE) * RANGE));
    const { url, credentials } = this.#request;
    const response = await fetch(url, { credentials, headers: { range: `bytes=${from}-${to - 1}` } });
    const bytes = response.status === 206 ? new Uint8Array(await response.arrayBuffer()) : undefined;
    if (bytes?.length !== to - from) {
      this.#givesRanges = false;
      await response.body?.cancel().catch(() => {});
      throw new Error('The server does not give a part of the file.');
    }
    if (bytes.length <= RANGE * 2) this.#ranges.push({ start: from, bytes });
    if (this.#ranges.length > RANGES) this.#ranges.shift();
    return bytes.slice(start - from, last - from);
  }
}
