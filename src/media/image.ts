import type { PixelSource } from '../contract/surface.js';
import { error, type Outcome } from '../model/problem.js';
import { isCutShort } from './cut-short.js';
import { fetchBytes } from './fetch-bytes.js';

export interface ImageRequest {
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  readonly signal: AbortSignal;
  /** Bytes so far and, where the server says, in all. Not called for images whose bytes we may not see. */
  onProgress?(loaded: number, total?: number): void;
}

type Failed = Outcome<never>;

/**
 * Loads and decodes an image, turned upright as its EXIF data say. Without a value but with no problems either if it was
 * aborted.
 */
export async function loadImage(url: string, request: ImageRequest): Promise<Outcome<PixelSource>> {
  const { signal, crossOrigin } = request;
  if (mayRead(url, crossOrigin)) {
    const got = await fetchBytes(url, request);
    if (signal.aborted) return { problems: [] };
    if (got.status !== undefined) return notFound(url, `the server answered ${got.status}`);
    if (got.blob) return decodeBlob(got.blob, url, signal);
    // A content security policy may forbid to fetch what it allows to show.
  }
  const image = await decode(url, signal, crossOrigin);
  if (signal.aborted) return { problems: [] };
  if (image) return sourceOf(image, url);
  return url.startsWith('data:') ? unreadable(url, 'what it holds is not a picture') : notFound(url);
}

async function decodeBlob(blob: Blob, url: string, signal: AbortSignal): Promise<Outcome<PixelSource>> {
  const { type, size } = blob;
  const local = URL.createObjectURL(blob);
  const image = await decode(local, signal);
  URL.revokeObjectURL(local);
  if (signal.aborted) return { problems: [] };
  if (image && !(await isCutShort(blob))) return sourceOf(image, url);
  if (size === 0) return unreadable(url, 'the file is empty');
  const isPicture = type === '' || type.startsWith('image/') || type === 'application/octet-stream';
  return unreadable(
    url,
    isPicture ? 'it is damaged, cut short or in a format this browser cannot read' : `it is ${type}`,
  );
}

/** The bytes of other origins are seen only with CORS, which is asked for by `crossOrigin`. */
function mayRead(url: string, crossOrigin: ImageRequest['crossOrigin']): boolean {
  const { protocol, origin } = URL.canParse(url, document.baseURI)
    ? new URL(url, document.baseURI)
    : new URL('invalid:');
  if (protocol === 'data:' || protocol === 'blob:') return true;
  return /^https?:$/.test(protocol) && (crossOrigin !== undefined || origin === location.origin);
}

async function decode(
  url: string,
  signal: AbortSignal,
  crossOrigin?: ImageRequest['crossOrigin'],
): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  if (crossOrigin) image.crossOrigin = crossOrigin;
  image.draggable = false;
  image.src = url;
  // Stops the download, and with it the decoding.
  signal.onabort = () => {
    image.src = '';
  };
  try {
    await image.decode();
    return image;
  } catch {
    return undefined;
  } finally {
    signal.onabort = null;
  }
}

function sourceOf(image: HTMLImageElement, url: string): Outcome<PixelSource> {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) return unreadable(url, 'it has no size; give an SVG a width and height');
  return { value: { width, height, revision: 0, pixels: () => image } };
}

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);

const notFound = (
  url: string,
  why = 'it is not there, or the server does not allow this page to have it (CORS)',
): Failed => ({
  problems: [
    error(
      'media/not-found',
      `The image ${shortened(url)} could not be loaded: ${why}. Check the address, that it opens in this browser, and the connection.`,
    ),
  ],
});

const unreadable = (url: string, why: string): Failed => ({
  problems: [error('media/unreadable', `The image ${shortened(url)} cannot be shown: ${why}.`)],
});
