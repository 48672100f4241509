import type { DecodedPng } from 'fast-png';

export type Png = typeof import('fast-png');

let library: Promise<Png> | undefined;

/** Fetches what reads and writes PNG. */
export function loadPng(): Promise<Png> {
  library ??= import('fast-png');
  return library;
}

/** A picture of grey values or of numbers of colours. */
export interface Greys {
  readonly width: number;
  readonly height: number;
  /** One byte for each pixel, row by row: the grey value, or the number of the colour in the palette. */
  readonly values: Uint8Array;
}

/** More pixels than this are no picture that anyone could show. */
const MOST = 2 ** 28;

/** Width and height of a PNG, from its head; undefined for what is none. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 24 || bytes[0] !== 0x89 || bytes[1] !== 0x50) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Reads a PNG; a clause that says what is wrong with it otherwise. */
export function decodePng(png: Png, bytes: Uint8Array): DecodedPng | string {
  const size = pngSize(bytes);
  if (!size || size.width * size.height > MOST) return 'it is no PNG picture, or too large';
  try {
    return png.decode(bytes, { checkCrc: true });
  } catch (reason) {
    return `the PNG picture is damaged (${reason instanceof Error ? reason.message : String(reason)})`;
  }
}

/** Gives one of the samples of a pixel, as it is stored. */
export function sampleOf({ width, channels, depth, data }: DecodedPng): (pixel: number, channel: number) => number {
  if (depth >= 8) return (pixel, channel) => data[pixel * channels + channel] as number;
  const perByte = 8 / depth;
  const stride = Math.ceil(width / perByte);
  const mask = 2 ** depth - 1;
  return (pixel) => {
    const [y, x] = [Math.floor(pixel / width), pixel % width];
    const byte = data[y * stride + Math.floor(x / perByte)] as number;
    return (byte >> (8 - depth * ((x % perByte) + 1))) & mask;
  };
}

/** Colours as one number each, `0xRRGGBB`, by pixel. */
export function coloursOf(decoded: DecodedPng): (pixel: number) => number {
  const { channels, depth, palette } = decoded;
  const sample = sampleOf(decoded);
  const most = 2 ** depth - 1;
  const byte = (value: number) => (depth === 8 ? value : Math.round((value / most) * 255));
  if (palette) {
    const colours = palette.map(([r = 0, g = 0, b = 0]) => (r << 16) | (g << 8) | b);
    return (pixel) => colours[sample(pixel, 0)] ?? 0;
  }
  if (channels < 3) return (pixel) => byte(sample(pixel, 0)) * 0x010101;
  return (pixel) => (byte(sample(pixel, 0)) << 16) | (byte(sample(pixel, 1)) << 8) | byte(sample(pixel, 2));
}

/** As people see it: colours by how bright each part looks (ITU-R BT.601). */
export function greysOf(decoded: DecodedPng): Greys {
  const { width, height } = decoded;
  const colour = coloursOf(decoded);
  const values = new Uint8Array(width * height);
  for (let pixel = 0; pixel < values.length; pixel++) {
    const rgb = colour(pixel);
    const [r, g, b] = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
    values[pixel] = r === g && g === b ? r : (r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16;
  }
  return { width, height, values };
}

/** Alpha of a bitmask's PNG in a data URL; of one without a transparent pixel its brightness, if it is not all black. */
export function maskOfDataUrl(png: Png) {
  return (url: string): { width: number; height: number; alpha: Uint8Array } | undefined => {
    const data = /^data:image\/png;base64,/i.exec(url)?.[0];
    if (data === undefined) return undefined;
    const bytes = bytesOfBase64(url.slice(data.length));
    const decoded = bytes && decodePng(png, bytes);
    if (!decoded || typeof decoded === 'string') return undefined;
    const { width, height, channels, depth, palette } = decoded;
    const sample = sampleOf(decoded);
    const alpha = new Uint8Array(width * height).fill(255);
    if (palette) for (let at = 0; at < alpha.length; at++) alpha[at] = palette[sample(at, 0)]?.[3] ?? 255;
    else if (channels === 2 || channels === 4) {
      const shift = depth === 16 ? 8 : 0;
      for (let at = 0; at < alpha.length; at++) alpha[at] = sample(at, channels - 1) >> shift;
    }
    if (alpha.some((value) => value !== 255)) return { width, height, alpha };
    const { values } = greysOf(decoded);
    return { width, height, alpha: values.some((value) => value > 0) ? values : alpha };
  };
}

/** Undefined where it is no Base64. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** A picture of one byte of grey for each pixel. */
export const encodeGrey = (png: Png, data: Uint8Array, width: number, height: number): Uint8Array =>
  png.encode({ width, height, data, channels: 1, depth: 8 }, { zlib: { level: 6 } });
