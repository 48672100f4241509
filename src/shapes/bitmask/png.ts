import type { DecodedPng } from 'fast-png';
import { HALF, type Raster, TILE } from '../../base/raster.js';
import type { Unpacked } from '../../base/rle.js';
import { RunWriter } from '../../base/run-writer.js';

let library: typeof import('fast-png') | undefined;

/** Fetches what reads and writes PNG. */
export async function loadPng(): Promise<void> {
  library = await import('fast-png');
}

/** Whether it is here. */
export const hasPng = (): boolean => library !== undefined;

/** Gives the alpha of a pixel, counted from the top left corner. */
type AlphaOf = (pixel: number) => number;

const PREFIX = /^data:image\/png;base64,/i;
/** Where width and height stand. */
const HEAD = 24;
/** More pixels than this are no mask that anyone could show. */
const MOST = 2 ** 29;

/**
 * Reads the mask in a PNG: its alpha.
 * @param hard pixels are covered or not, from half on
 * @param bright of a picture without a transparent pixel its brightness is the mask
 */
export function readPng(url: string, { hard = false, bright = false } = {}): Unpacked {
  if (!library) return { fault: 'what reads PNG pictures could not be loaded' };
  if (!PREFIX.test(url)) return { fault: 'it must be a data URL of a PNG picture (data:image/png;base64,…)' };
  try {
    const bytes = bytesOf(url.replace(PREFIX, ''));
    const pixels = sizeIn(bytes);
    if (!(pixels > 0 && pixels <= MOST)) return { fault: 'it has no size that a picture can have' };
    const png = library.decode(bytes, { checkCrc: true });
    if (hard && png.palette && png.depth === 1) return { raster: rasterOfBits(png, png.palette) };
    const alpha = alphaOf(png);
    const opaque = bright && isAll(png, alpha, 255);
    return { raster: rasterOf(png, opaque ? brightnessOf(png) : alpha, hard) };
  } catch (reason) {
    return { fault: `the PNG picture is damaged (${reason instanceof Error ? reason.message : String(reason)})` };
  }
}

/** Black where the mask is, transparent elsewhere: one bit for a pixel. Undefined where what writes it is not here. */
export function writePng(raster: Raster): string | undefined {
  if (!library) return undefined;
  const { width, height } = raster;
  const palette = [
    [0, 0, 0, 0],
    [0, 0, 0, 255],
  ];
  const png = { width, height, data: packed(raster), channels: 1, depth: 1, palette } as const;
  return `data:image/png;base64,${base64(library.encode(png, { zlib: { level: 6 } }))}`;
}

/** Eight pixels in a byte, the first in the highest bit; each row begins with a byte of its own. */
function packed({ width, height, columns, tiles }: Raster): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bytes = new Uint8Array(stride * height);
  tiles.forEach((tile, index) => {
    if (tile === 0) return;
    const left = (index % columns) * TILE;
    const top = Math.floor(index / columns) * TILE;
    for (let y = top; y < Math.min(top + TILE, height); y++) {
      for (let x = left; x < Math.min(left + TILE, width); x++) {
        const alpha = typeof tile === 'number' ? tile : (tile[((y & 255) << 8) | (x & 255)] as number);
        if (alpha >= HALF) bytes[y * stride + (x >> 3)] = (bytes[y * stride + (x >> 3)] as number) | (128 >> (x & 7));
      }
    }
  });
  return bytes;
}

function rasterOf({ width, height }: DecodedPng, alpha: AlphaOf, hard: boolean): Raster {
  const out = new RunWriter(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = alpha(pixel);
    out.run(pixel + 1, hard ? (value >= HALF ? 255 : 0) : value);
  }
  return out.done();
}

/** The hard pixels of a picture such as we write: eight at a time where they are alike. */
function rasterOfBits({ width, height, data }: DecodedPng, palette: readonly (readonly number[])[]): Raster {
  const alphas = [palette[0]?.[3] ?? 255, palette[1]?.[3] ?? 255].map((alpha) => (alpha >= HALF ? 255 : 0));
  const stride = Math.ceil(width / 8);
  const out = new RunWriter(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 8) {
      const byte = data[y * stride + (x >> 3)] as number;
      const end = Math.min(8, width - x);
      if (byte === 0 || byte === 255) out.run(y * width + x + end, alphas[byte & 1] as number);
      else for (let i = 0; i < end; i++) out.run(y * width + x + i + 1, alphas[(byte >> (7 - i)) & 1] as number);
    }
  }
  return out.done();
}

function alphaOf(png: DecodedPng): AlphaOf {
  const { channels, depth, palette, transparency, data } = png;
  const sample = sampleOf(png);
  if (palette) {
    const alphas = Uint8Array.from({ length: 256 }, (_, index) => palette[index]?.[3] ?? 255);
    return (pixel) => alphas[sample(pixel, 0)] as number;
  }
  if (channels === 4 || channels === 2) {
    const last = channels - 1;
    const shift = depth === 16 ? 8 : 0;
    return (pixel) => (data[pixel * channels + last] as number) >> shift;
  }
  if (!transparency) return () => 255;
  const clear = Array.from(transparency);
  return (pixel) => (clear.every((value, channel) => sample(pixel, channel) === value) ? 0 : 255);
}

function brightnessOf(png: DecodedPng): AlphaOf {
  const sample = sampleOf(png);
  const { palette, depth } = png;
  if (palette) return (pixel) => palette[sample(pixel, 0)]?.[0] ?? 0;
  const most = 2 ** depth - 1;
  return (pixel) => Math.round((sample(pixel, 0) * 255) / most);
}

/** Gives a value of a pixel; those of less than a byte are packed, each row from a byte of its own on. */
function sampleOf({ width, channels, depth, data }: DecodedPng): (pixel: number, channel: number) => number {
  if (depth >= 8) return (pixel, channel) => data[pixel * channels + channel] as number;
  const stride = Math.ceil((width * channels * depth) / 8);
  const mask = (1 << depth) - 1;
  let [row, start] = [0, 0];
  return (pixel, channel) => {
    if (pixel < start || pixel >= start + width) {
      row = Math.floor(pixel / width);
      start = row * width;
    }
    const bit = ((pixel - start) * channels + channel) * depth;
    return ((data[row * stride + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & mask;
  };
}

function isAll({ width, height }: DecodedPng, of: AlphaOf, value: number): boolean {
  for (let pixel = 0; pixel < width * height; pixel++) if (of(pixel) !== value) return false;
  return true;
}

function sizeIn(bytes: Uint8Array): number {
  if (bytes.length < HEAD) return 0;
  const view = new DataView(bytes.buffer);
  return view.getUint32(HEAD - 8) * view.getUint32(HEAD - 4);
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** In pieces that may be the arguments of one call. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
