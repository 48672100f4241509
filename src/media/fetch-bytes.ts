export interface FetchRequest {
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  readonly signal: AbortSignal;
  onProgress?(loaded: number, total?: number): void;
}

/** A blob; or the status of a server that refused; or neither when nothing came: offline, forbidden, aborted, cut off. */
export interface Fetched {
  readonly blob?: Blob;
  readonly status?: number;
}

/** Fetches a file and says how much of it has come. Never throws. */
export async function fetchBytes(url: string, { crossOrigin, signal, onProgress }: FetchRequest): Promise<Fetched> {
  try {
    const credentials = crossOrigin === 'use-credentials' ? 'include' : 'same-origin';
    const response = await fetch(url, { signal, credentials });
    if (!response.ok) return { status: response.status };
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    // With compression on the way the length is that of what travels, not of what we count.
    const length = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      loaded += part.value.length;
      onProgress?.(loaded, ...(length > 0 ? [length] : []));
    }
    return { blob: new Blob(parts, { type }) };
  } catch {
    return {};
  }
}

/** Whether a server answers at all, to a request whose answer we may not read. Never throws. */
export async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', signal });
    return true;
  } catch {
    return false;
  }
}
