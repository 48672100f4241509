import type { PixelSource, TiledSource } from '../../contract/surface.js';

/** Beyond so many pixels they are not read: 64 million take 256 MB. */
const MOST = 64e6;

/** What was read last of a source; with it goes the memory. */
const known = new WeakMap<PixelSource, { readonly revision: number; readonly pixels: ImageData | undefined }>();

/** A picture's pixels at natural size; undefined where it is too large, or of an origin whose pixels are kept from us. */
export function readPixels(source: PixelSource | TiledSource | undefined): ImageData | undefined {
  if (!source || !('pixels' in source)) return undefined;
  const before = known.get(source);
  if (before && before.revision === source.revision) return before.pixels;
  const pixels = read(source);
  known.set(source, { revision: source.revision, pixels });
  return pixels;
}

function read(source: PixelSource): ImageData | undefined {
  const { width, height } = source;
  if (width * height > MOST) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  try {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(source.pixels(), 0, 0, width, height);
    return context?.getImageData(0, 0, width, height);
  } catch {
    // Pixels of another origin, without CORS.
    return undefined;
  } finally {
    canvas.width = 0;
  }
}
