import { HALF } from '../../../base/raster.js';
import type { Json } from '../../../model/json.js';
import type { InFile } from '../../files.js';
import { decodePng, greysOf, loadPng } from '../../masks/png.js';
import { byPath, bytesOf } from '../../pictures/read-file.js';
import { placedOf } from '../shapes.js';
import type { FromContext, FromOptions, NamedAnnotations } from './named-annotations.js';

/** Masks, brighter than half, as segmentations along the edges of their pixels; each by its own path. */
export async function* annotationsOfMasks(
  files: readonly InFile[],
  { lose }: FromContext,
  { label = 'mask' }: Partial<FromOptions>,
): AsyncGenerator<NamedAnnotations> {
  for (const file of byPath(files)) {
    if (!/\.png$/i.test(file.path)) continue;
    const points = await segmentationOf(await bytesOf(file));
    if (typeof points === 'string')
      lose({ code: 'invalid', message: `A mask cannot be read: ${points}.`, file: file.path });
    else
      yield {
        name: file.path,
        annotations: points.length === 0 ? [] : [{ value: label, type: 'segmentation', points }],
      };
  }
}

/** Regions of rings of a PNG; an empty list where all is dark. A clause that says what is wrong with it otherwise. */
export async function segmentationOf(png: Uint8Array): Promise<readonly Json[] | string> {
  const decoded = decodePng(await loadPng(), png);
  if (typeof decoded === 'string') return decoded;
  const { width, height, values } = greysOf(decoded);
  const alpha = values.map((value) => (value >= HALF ? 255 : 0));
  const placed = placedOf({ kind: 'mask', width, height, alpha: () => alpha }, () => {});
  return (placed?.points as readonly Json[] | undefined) ?? [];
}
