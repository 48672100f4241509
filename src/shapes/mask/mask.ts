import type { Raster } from '../../base/raster.js';
import { decodeRle, pixelsInRle, type Unpacked } from '../../base/rle.js';
import type { MediaFacts } from '../../contract/shape.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import { readPng } from '../bitmask/png.js';
import { withTouches } from './touches.js';

/** The pixels that belong to a region, each with an alpha. Of `wire` and `raster` it has one. */
export interface Mask {
  /** What a result says of it, for as long as nobody has changed it. It is read once the size of the picture is known. */
  readonly wire?: Dict;
  readonly raster?: Raster;
  /** Where the last stroke of a brush ended, in percent: a straight line goes on from there. */
  readonly strokeEnd?: readonly [number, number];
}

/** What was read of a mask that nobody has changed, for a picture of this size. */
interface Reading {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly read: Unpacked | undefined;
}

const readings = new WeakMap<Mask, Reading>();

/** Its pixels; undefined while the size of the picture is not known, and where they cannot be read. */
export const rasterOf = (mask: Mask, facts: MediaFacts): Raster | undefined => unpacked(mask, facts)?.raster;

/** What can be read of a mask; undefined where it takes the size of the picture. */
export function unpacked(mask: Mask, facts: MediaFacts): Unpacked | undefined {
  if (mask.raster) return { raster: mask.raster };
  const { width, height } = facts;
  const known = readings.get(mask);
  // Once its pixels are there a picture of another size does not change them: they are stretched over it.
  if (known && (known.read?.raster || (known.width === width && known.height === height))) return known.read;
  const read = unpack(mask.wire ?? {}, facts);
  readings.set(mask, { width, height, read });
  return read;
}

function unpack(wire: Dict, { width, height }: MediaFacts): Unpacked | undefined {
  const { rle, maskDataURL, imageDataURL, touches } = wire;
  if (typeof imageDataURL === 'string') return readPng(imageDataURL, { hard: true });
  const size = width && height ? { width, height } : undefined;
  const strokes = isList(touches) ? touches : [];
  if (rle !== undefined && rle !== null && !isList(rle)) return { fault: 'its RLE is no list of bytes' };
  if (isList(rle) && rle.length > 0) {
    const fault = misfit(rle, size);
    if (fault !== undefined) return { fault };
    const bytes = bytesOf(rle);
    if (!bytes) return { fault: 'its RLE is no list of bytes, whole numbers from 0 to 255' };
    if (!size) return undefined;
    const read = decodeRle(bytes, size.width, size.height);
    if (read.fault !== undefined) return { fault: `its RLE cannot be read: ${read.fault}` };
    return { raster: withTouches(read.raster, strokes) };
  }
  if (typeof maskDataURL === 'string') {
    const read = readPng(maskDataURL, { bright: true });
    return read.fault === undefined ? { raster: withTouches(read.raster, strokes) } : read;
  }
  return { fault: 'it has no pixels: neither "rle" nor "maskDataURL" nor "imageDataURL"' };
}

/** Why a mask cannot be one on a picture of this size. */
function misfit(rle: readonly Json[], size: { readonly width: number; readonly height: number } | undefined) {
  const pixels = pixelsInRle(rle);
  if (pixels === undefined) return 'its RLE does not begin with the number of its values';
  if (!size || pixels === size.width * size.height) return undefined;
  const picture = `${size.width} × ${size.height} pixels, ${size.width * size.height} in all`;
  return `it is of another size than the picture: the mask has ${pixels} pixels, the picture ${picture}`;
}

function bytesOf(list: readonly Json[]): Uint8Array | undefined {
  const bytes = new Uint8Array(list.length);
  for (let at = 0; at < list.length; at++) {
    const value = list[at];
    if (typeof value !== 'number' || (value & 255) !== value) return undefined;
    bytes[at] = value;
  }
  return bytes;
}
