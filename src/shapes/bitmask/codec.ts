import type { Raster } from '../../base/raster.js';
import type { RegionCodec } from '../../contract/shape.js';
import { maskReader } from '../mask/codec.js';
import { type Mask, rasterOf } from '../mask/mask.js';
import { writePng } from './png.js';

const keys = ['imageDataURL'];

/** `imageDataURL`: a PNG as a data URL, of the size of the picture, black where the mask is and transparent elsewhere. */
export const bitmaskCodec: RegionCodec<Mask> = {
  keys,
  decode: maskReader(keys, 'bitmask'),
  encode(mask, facts) {
    if (mask.wire) return mask.wire;
    const raster = rasterOf(mask, facts);
    const imageDataURL = raster && written(raster);
    return imageDataURL === undefined ? {} : { imageDataURL };
  },
};

const urls = new WeakMap<Raster, string>();

function written(raster: Raster): string | undefined {
  const url = urls.get(raster) ?? writePng(raster);
  if (url !== undefined) urls.set(raster, url);
  return url;
}
