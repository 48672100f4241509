import type { PixelSource, TiledSource } from '../contract/surface.js';
import type { Scope } from '../contract/view.js';
import type { Outcome, Problem } from '../model/problem.js';
import { mayRead, objectionTo } from './address.js';
import { cutPicture, TOO_LARGE, toCut } from './cut-picture.js';
import { isCutShort } from './cut-short.js';
import { decodeImage } from './decode-image.js';
import { answers, fetchBytes } from './fetch-bytes.js';
import { notAsked, notFound, notShared, unreadable } from './picture-problem.js';
import { isPyramid, loadPyramid } from './pyramid.js';
import { isTiff } from './tiff-directory.js';

export interface ImageRequest {
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  /** As long as the picture is wanted. */
  readonly scope: Scope;
  /** Bytes so far and, where the server says, in all. Not called for images whose bytes we may not see. */
  onProgress?(loaded: number, total?: number): void;
  /** Said once, of a picture in tiles when some of them cannot be had; `nothing`: none of it can be shown. */
  onMissing?(problem: Problem, nothing: boolean): void;
}

export type Picture = PixelSource | TiledSource;

const aborted: Outcome<never> = { problems: [] };

const failed = (problem: Problem): Outcome<never> => ({ problems: [problem] });

/**
 * Loads an image, turned upright as its EXIF data say, or the description of one in tiles (Deep Zoom, IIIF). Without a
 * value but with no problems either if it was aborted.
 */
export async function loadImage(url: string, request: ImageRequest): Promise<Outcome<Picture>> {
  const objection = objectionTo(url);
  if (objection) return failed(notAsked(url, objection));
  if (isPyramid(url)) {
    const found = await loadPyramid(url, request);
    if (request.scope.signal.aborted) return aborted;
    if ('picture' in found) return found.picture;
    return 'blob' in found ? decodeBlob(found.blob, url, request) : loadPicture(found.whole, request);
  }
  return loadPicture(url, request);
}

async function loadPicture(url: string, request: ImageRequest): Promise<Outcome<Picture>> {
  const { scope, crossOrigin } = request;
  const { signal } = scope;
  if (mayRead(url, crossOrigin)) {
    const got = await fetchBytes(url, { ...request, signal });
    if (signal.aborted) return aborted;
    if (got.status !== undefined) return failed(notFound(url, `the server answered ${got.status}`));
    if (got.blob) return decodeBlob(got.blob, url, request);
    // A content security policy may forbid to fetch what it allows to show.
  }
  const image = await decodeImage(url, signal, crossOrigin);
  if (signal.aborted) return aborted;
  if (image) return sourceOf(image, url);
  if (url.startsWith('data:')) return failed(unreadable(url, 'what it holds is not a picture'));
  return failed(crossOrigin && (await answers(url, signal)) ? notShared(url) : notFound(url));
}

async function decodeBlob(blob: Blob, url: string, request: ImageRequest): Promise<Outcome<Picture>> {
  const { signal } = request.scope;
  if (isTiff(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))) {
    const { decodeTiff } = await import('./tiff.js');
    return decodeTiff(blob, url, request);
  }
  const local = URL.createObjectURL(blob);
  const image = await decodeImage(local, signal);
  URL.revokeObjectURL(local);
  if (signal.aborted) return aborted;
  if (image && !(await isCutShort(blob))) return sourceOf(image, url, { blob, request });
  return failed(unreadable(url, reasonAgainst(blob)));
}

function reasonAgainst({ size, type }: Blob): string {
  if (size === 0) return 'the file is empty';
  const isPicture = type === '' || type.startsWith('image/') || type === 'application/octet-stream';
  return isPicture ? 'it is damaged, cut short or in a format this browser cannot read' : `it is ${type}`;
}

/** @param file where it may be read: then a picture that is too large for one image is cut into tiles */
function sourceOf(
  image: HTMLImageElement,
  url: string,
  file?: { readonly blob: Blob; readonly request: ImageRequest },
): Outcome<Picture> {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width === 0 || height === 0) {
    return failed(unreadable(url, 'it has no size; give an SVG a width and height'));
  }
  // What is drawn from lines is as sharp and small at any size.
  if (!file || file.blob.type.startsWith('image/svg') || !toCut(width, height)) {
    return { value: { width, height, revision: 0, pixels: () => image } };
  }
  if (width * height > TOO_LARGE) {
    return failed(
      unreadable(
        url,
        `it has ${Math.round((width * height) / 1e6)} megapixels, more than a browser decodes at once; offer it in tiles (Deep Zoom or IIIF)`,
      ),
    );
  }
  const { blob, request } = file;
  const onFailed = () =>
    request.onMissing?.(
      unreadable(
        url,
        'it is damaged, or this device has too little memory for it; offer it in tiles (Deep Zoom or IIIF)',
      ),
      true,
    );
  return { value: cutPicture(() => createImageBitmap(blob), { width, height }, request.scope, onFailed) };
}
