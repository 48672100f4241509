import { BlobSource, type Source, UrlSource } from 'mediabunny';
import type { ReadBytes } from './edit-list.js';
import { readAhead } from './read-ahead.js';

const MEGABYTE = 2 ** 20;
/** What is read of a file by ranges and kept. */
const CACHE = 32 * MEGABYTE;
/** The largest file that is loaded whole, from a server that does not answer ranges. */
export const LARGEST_WHOLE = 1024 * MEGABYTE;
/** Enough to see what a file is. */
const HEAD = 1024;
const TRIES = 3;

/** Why there are no bytes. `network`: nothing came: offline, or the server does not allow this page to read. */
export type Refusal =
  | { readonly why: 'status'; readonly status: number }
  | { readonly why: 'network' }
  | { readonly why: 'empty' }
  | { readonly why: 'type'; readonly type: string }
  | { readonly why: 'size'; readonly size: number };

export interface FilmBytes {
  readonly source: Source;
  /** Reads single pieces beside it. */
  readonly read: ReadBytes;
  /** The whole file, where its server does not answer ranges: it is played from here too. */
  readonly blob?: Blob;
}

export interface BytesRequest {
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal;
  onProgress(loaded: number, total?: number): void;
}

/** Reads by ranges where the server has them, else the whole file. Rejects only if it is aborted. */
export async function openBytes(url: string, request: BytesRequest): Promise<FilmBytes | Refusal> {
  const { credentials, signal } = request;
  const remote = /^https?:/.test(url);
  try {
    const headers: HeadersInit = remote ? { range: `bytes=0-${HEAD - 1}` } : {};
    const response = await fetch(url, { credentials, signal, headers });
    // There is no first byte.
    if (response.status === 416) return { why: 'empty' };
    if (!response.ok) return { why: 'status', status: response.status };
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (response.status !== 206) return await readWhole(response, type, request);
    const page = await isPage(await response.blob());
    if (page) return { why: 'type', type: type || 'text/html' };
    const source = new UrlSource(url, {
      maxCacheSize: CACHE,
      requestInit: { credentials },
      getRetryDelay: (tried) => (tried < TRIES ? 0.3 * 2 ** tried : null),
      // Each read fails for itself; one in advance may.
      handleUnhandledError: () => {},
    });
    let loaded = 0;
    source.on('read', ({ start, end }) => {
      loaded += end - start;
      request.onProgress(loaded);
    });
    return { source, read: readAhead(readRange(url, request)) };
  } catch {
    signal.throwIfAborted();
    return { why: 'network' };
  }
}

function readRange(url: string, { credentials, signal }: BytesRequest): ReadBytes {
  return async (offset, length) => {
    try {
      const headers = { range: `bytes=${offset}-${offset + length - 1}` };
      const response = await fetch(url, { credentials, signal, headers });
      if (response.status === 206) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
    } catch {
      signal.throwIfAborted();
    }
    return undefined;
  };
}

async function readWhole(response: Response, type: string, { onProgress }: BytesRequest): Promise<FilmBytes | Refusal> {
  const length = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  if (length > LARGEST_WHOLE) {
    await response.body?.cancel();
    return { why: 'size', size: length };
  }
  const parts: BlobPart[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let [loaded, held] = [0, 0];
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    pending.push(part.value);
    loaded += part.value.length;
    held += part.value.length;
    if (loaded > LARGEST_WHOLE) {
      await reader?.cancel();
      return { why: 'size', size: loaded };
    }
    // A blob may lie on disk, where bytes of ours may not.
    if (held > 16 * MEGABYTE) {
      parts.push(new Blob(pending));
      pending = [];
      held = 0;
    }
    onProgress(loaded, ...(length > 0 ? [length] : []));
  }
  const blob = new Blob([...parts, ...pending], { type });
  if (blob.size === 0) return { why: 'empty' };
  if (await isPage(blob)) return { why: 'type', type: type || 'text/html' };
  const read: ReadBytes = async (offset, length) =>
    new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  return { source: new BlobSource(blob), read: readAhead(read), blob };
}

/** Whether it is a web page (a login, an error) or another text in angle brackets. */
async function isPage(blob: Blob): Promise<boolean> {
  return /^\s*<[!?a-z]/i.test(await blob.slice(0, HEAD).text());
}
