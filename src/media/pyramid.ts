import type { TiledSource } from '../contract/surface.js';
import { type Outcome, warning } from '../model/problem.js';
import { mayRead, resolved } from './address.js';
import { decodeImage } from './decode-image.js';
import { readDeepZoom } from './deep-zoom.js';
import { fetchBytes } from './fetch-bytes.js';
import { readIiif } from './iiif.js';
import type { ImageRequest } from './image.js';
import { notFound, unreadable } from './picture-problem.js';
import type { Layout } from './tile-layout.js';

/** What a description can turn out to be: a pyramid (or no good); another picture after all; one that is had whole. */
export type Described =
  | { readonly picture: Outcome<TiledSource> }
  | { readonly blob: Blob }
  | { readonly whole: string };

/** Bytes of a description, which takes some hundreds. */
const MOST_BYTES = 1_000_000;

/** By its name, an address may be that of a Deep Zoom or IIIF description. */
export const isPyramid = (url: string): boolean =>
  /(\.(dzi|xml)|\/info\.json)$/i.test(resolved(url)?.pathname ?? '') && /^https?:/.test(resolved(url)?.protocol ?? '');

export async function loadPyramid(url: string, request: ImageRequest): Promise<Described> {
  const { signal } = request.scope;
  const { blob, status } = await fetchBytes(url, { ...request, signal });
  const refused = status === undefined ? undefined : `the server answered ${status}`;
  if (!blob) return { picture: { problems: [notFound(url, refused)] } };
  const address = resolved(url) as URL;
  const said = blob.size > MOST_BYTES ? '' : await blob.text();
  const read = /\.json$/i.test(address.pathname) ? readIiif(said, address) : readDeepZoom(said, address);
  if (read === 'other') return { blob };
  if (typeof read === 'string') return { picture: { problems: [unreadable(url, read)] } };
  return 'whole' in read ? read : { picture: await sourceOf(read, url, request) };
}

/** A pyramid is there if one of its tiles is. */
async function sourceOf(layout: Layout, url: string, request: ImageRequest): Promise<Outcome<TiledSource>> {
  const { width, height, levels, tileSize } = layout;
  const { signal } = request.scope;
  const fetch = (level: number, column: number, row: number, until: AbortSignal) =>
    fetchTile(layout, { level, column, row }, until, request.crossOrigin);
  const arrives = async (level: number): Promise<boolean> => {
    const tile = await fetch(level, 0, 0, signal).catch(() => undefined);
    tile?.close();
    return tile !== undefined;
  };
  const isThere = (await arrives(levels.length - 1)) || (!signal.aborted && (await arrives(0)));
  if (signal.aborted) return { problems: [] };
  if (!isThere) return { problems: [notFound(layout.addressOf(levels.length - 1, 0, 0), 'this tile is not there')] };
  let told = false;
  const tell = (missing: string) => {
    if (told) return;
    told = true;
    const message = `Parts of the image ${url} are missing: the tile ${missing} could not be loaded. What there is of it is shown.`;
    request.onMissing?.(warning('media/not-found', message), false);
  };
  const tile: TiledSource['tile'] = async (level, column, row, until) => {
    try {
      return await fetch(level, column, row, until);
    } catch (error) {
      if (!until.aborted && !signal.aborted) tell(layout.addressOf(level, column, row));
      throw error;
    }
  };
  return { value: { width, height, levels, tileSize, revision: 0, tile } };
}

/** As an image element: that may be shown even where its bytes may not be read. */
async function fetchTile(
  { levels, tileSize, overlap, addressOf }: Layout,
  { level, column, row }: { readonly level: number; readonly column: number; readonly row: number },
  signal: AbortSignal,
  crossOrigin: ImageRequest['crossOrigin'],
): Promise<ImageBitmap> {
  const address = addressOf(level, column, row);
  const asks = mayRead(address, crossOrigin) ? (crossOrigin ?? 'anonymous') : undefined;
  const image = await decodeImage(address, signal, asks);
  signal.throwIfAborted();
  const size = levels[level];
  if (!image || !size) throw new Error('There is no such tile.');
  const width = Math.min(tileSize, size.width - column * tileSize);
  const height = Math.min(tileSize, size.height - row * tileSize);
  return createImageBitmap(image, column > 0 ? overlap : 0, row > 0 ? overlap : 0, width, height);
}
