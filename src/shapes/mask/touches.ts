import { drawn, type Spot } from '../../base/capsule.js';
import type { Raster } from '../../base/raster.js';
import { isDict, isList, type Json } from '../../model/json.js';

/**
 * A mask with the strokes that a draft of Label Studio may have beside it, which are not in its RLE yet. Their points are
 * in percent (`relativePoints`) and once more in pixels of the view (`points`), which tells how wide `strokeWidth` is.
 */
export const withTouches = (mask: Raster, touches: readonly Json[]): Raster => touches.reduce<Raster>(withTouch, mask);

function withTouch(mask: Raster, touch: Json): Raster {
  if (!isDict(touch)) return mask;
  const relative = numbersIn(touch.relativePoints);
  const radius = (strokeWidth(touch, relative) * mask.width) / 200;
  if (!(radius > 0)) return mask;
  const erases = touch.type === 'eraser' || touch.compositeOperation === 'destination-out';
  const spots: Spot[] = [];
  for (let at = 0; at + 1 < relative.length; at += 2) {
    spots.push([((relative[at] ?? 0) * mask.width) / 100, ((relative[at + 1] ?? 0) * mask.height) / 100]);
  }
  return spots.reduce((raster, to, index) => drawn(raster, spots[index - 1] ?? to, to, { radius, erases }), mask);
}

/** Percent of the picture's width. */
function strokeWidth(touch: { readonly [key: string]: Json }, relative: readonly number[]): number {
  if (typeof touch.relativeStrokeWidth === 'number') return touch.relativeStrokeWidth;
  const points = numbersIn(touch.points);
  const place = relative.findIndex((value, at) => at % 2 === 0 && value > 0 && (points[at] ?? 0) > 0);
  if (place < 0 || typeof touch.strokeWidth !== 'number') return 0;
  return (touch.strokeWidth * (relative[place] as number)) / (points[place] as number);
}

const numbersIn = (list: Json | undefined): readonly number[] =>
  isList(list) && list.every((value) => typeof value === 'number') ? (list as readonly number[]) : [];
