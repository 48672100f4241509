/** Bytes; or the status of a server that refused; or what was lacking: an answer that we may read, its end, or memory. */
export type Downloaded =
  | { readonly bytes: Uint8Array }
  | { readonly status: number }
  | { readonly failed: 'answer' | 'end' | 'memory' };

export interface DownloadRequest {
  readonly credentials: RequestCredentials;
  readonly signal: AbortSignal;
  onProgress(loaded: number, total: number | undefined): void;
}

const FIRST_ROOM = 1 << 20;

/** Fetches a file into one piece of memory. Never throws. */
export async function download(url: string, request: DownloadRequest): Promise<Downloaded> {
  let response: Response | undefined;
  try {
    response = await fetch(url, { signal: request.signal, credentials: request.credentials });
    if (!response.ok) {
      await response.body?.cancel();
      return { status: response.status };
    }
    return { bytes: await bytesOf(response, request) };
  } catch (fault) {
    return { failed: fault instanceof RangeError ? 'memory' : response ? 'end' : 'answer' };
  }
}

async function bytesOf(response: Response, { onProgress }: DownloadRequest): Promise<Uint8Array> {
  // With compression on the way the length is that of what travels, not of what we count.
  const said = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  const total = said > 0 ? said : undefined;
  let bytes = new Uint8Array(total ?? FIRST_ROOM);
  let loaded = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    if (loaded + part.value.length > bytes.length) {
      const larger = new Uint8Array(Math.max(2 * bytes.length, loaded + part.value.length));
      larger.set(bytes.subarray(0, loaded));
      bytes = larger;
    }
    bytes.set(part.value, loaded);
    loaded += part.value.length;
    onProgress(loaded, total);
  }
  return bytes.subarray(0, loaded);
}
