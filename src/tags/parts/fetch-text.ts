import { error, type Outcome } from '../../model/problem.js';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Bytes; no `total`: the server did not say. */
  readonly onProgress: (loaded: number, total?: number) => void;
  /** HTML is what is asked for. */
  readonly markup?: true;
}

/** The text behind a URL, always read as UTF-8. A page of HTML in its place (a login, an error) counts as not found. */
export async function fetchText(url: string, { signal, onProgress, markup }: FetchOptions): Promise<Outcome<string>> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch {
    const message =
      'There was no answer. The address may be wrong, the network down, or the server may not allow other sites to read it (CORS).';
    return { problems: [error('media/not-found', message)] };
  }
  if (!response.ok) {
    const message = `The server answered ${response.status}${response.statusText && ` ${response.statusText}`}. Check the address and who may read it.`;
    return { problems: [error('media/not-found', message)] };
  }
  let text: string;
  try {
    text = await readAll(response, onProgress);
  } catch {
    return { problems: [error('media/not-found', 'The connection broke off while the text was loading.')] };
  }
  if (!markup && /^\s*(<!doctype html|<html)/i.test(text)) {
    const message =
      'The server sent an HTML page where the text should be: a login or an error page, or the wrong address.';
    return { problems: [error('media/unreadable', message)] };
  }
  return { value: text };
}

async function readAll(response: Response, onProgress: FetchOptions['onProgress']): Promise<string> {
  if (!response.body) return response.text();
  // A compressed body is longer than the header says, so its share of the whole is not known.
  const length = response.headers.get('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    loaded += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (length > 0) onProgress(loaded, length);
    else onProgress(loaded);
  }
}
