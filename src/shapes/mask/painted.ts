import { filled } from '../../base/fill.js';
import type { Raster } from '../../base/raster.js';
import { shifted } from '../../base/shift.js';
import { simplified } from '../../base/simplify.js';
import { contours } from '../../base/trace.js';
import type { MediaFacts, Outline, Ring, ShapeModule } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { loadPng } from '../bitmask/png.js';
import { named, pixels } from '../summary.js';
import { suspect } from '../suspect.js';
import { unreadable } from './codec.js';
import { type Mask, rasterOf, unpacked } from './mask.js';

type Point = readonly [number, number];

/** The shapes that are made of pixels differ in how they are written, and in nothing else. */
export const painted = ({
  name,
  codec,
}: Pick<ShapeModule<Mask, Point>, 'name' | 'codec'>): ShapeModule<Mask, Point> => ({
  name,
  space: 'stage2d',
  codec,
  load: loadPng,
  marks(mask, { facts }) {
    const raster = rasterOf(mask, facts);
    return raster ? [{ draw: 'mask', raster }] : [];
  },
  handles: () => [],
  drag(mask, handle, from, to, { facts }) {
    const raster = handle === 'body' ? rasterOf(mask, facts) : undefined;
    return raster ? moved(mask, raster, from, to) : mask;
  },
  fault(mask, { facts }) {
    const read = unpacked(mask, facts);
    return read?.fault === undefined ? stretched(name, read?.raster, facts) : unreadable(name, read.fault);
  },
  summary(mask, { facts }) {
    const bounds = unpacked(mask, facts)?.raster?.bounds;
    const kind = name === 'mask' ? 'Mask' : 'Bitmask';
    return named(kind, bounds && pixels(bounds.right - bounds.left, bounds.bottom - bounds.top));
  },
  describe: (mask, { facts }) => figures(mask, facts),
  outline(mask, { facts }) {
    const raster = rasterOf(mask, facts);
    return raster && outlined(raster);
  },
  fromOutline: (outline, { facts }) => fromRings(outline.flat(), facts),
  isEmpty: (mask) => mask.raster !== undefined && !mask.raster.bounds,
});

/** By whole pixels, and no farther than to the edge: what is moved off the picture could not be moved back. */
function moved(mask: Mask, raster: Raster, from: Point, to: Point): Mask {
  const { bounds, width, height } = raster;
  if (!bounds) return mask;
  const by = (axis: 0 | 1, pixels: number, back: number, ahead: number) =>
    Math.max(back, Math.min(ahead, Math.round(((to[axis] - from[axis]) * pixels) / 100))) || 0;
  const dx = by(0, width, -bounds.left, width - bounds.right);
  const dy = by(1, height, -bounds.top, height - bounds.bottom);
  return dx === 0 && dy === 0 ? mask : { raster: shifted(raster, dx, dy) };
}

/** A mask may be made on a larger or smaller version of the picture, but one of other proportions is not its mask. */
function stretched(what: string, raster: Raster | undefined, { width, height }: MediaFacts): Problem | undefined {
  if (!raster || !width || !height) return undefined;
  const off = Math.abs(raster.width * height - raster.height * width);
  if (off <= Math.max(width, height, raster.width, raster.height)) return undefined;
  const sizes = `${raster.width} × ${raster.height} pixels, the picture ${width} × ${height}`;
  return suspect(
    `The ${what} was made on a picture of other proportions and is stretched: it has ${sizes}. Check that it belongs to this picture.`,
  );
}

function figures(mask: Mask, facts: MediaFacts): Dict {
  const read = unpacked(mask, facts);
  if (!read?.raster) return read ? { Mask: `cannot be read: ${read.fault}` } : {};
  const { bounds, covered, width, height } = read.raster;
  return {
    'Area (%)': Number(((covered * 100) / (width * height)).toPrecision(3)),
    'Area (px)': covered,
    'Width (px)': bounds ? bounds.right - bounds.left : 0,
    'Height (px)': bounds ? bounds.bottom - bounds.top : 0,
  };
}

/**
 * Without the steps of the pixels, so that there are few enough corners to be moved by hand: they may be off by a pixel,
 * those of large masks by up to four.
 */
function outlined(raster: Raster): Outline {
  const { bounds, width, height } = raster;
  if (!bounds) return [];
  const size = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top);
  const tolerance = Math.min(4, 1 + size / 500);
  return contours(raster).map((rings) =>
    rings.map((ring): Ring => simplified(ring, tolerance).map(([x, y]) => [(x * 100) / width, (y * 100) / height])),
  );
}

function fromRings(rings: readonly Ring[], { width, height }: MediaFacts): Mask | undefined {
  if (!width || !height) return undefined;
  const raster = filled(
    rings.map((ring) => ring.map(([x, y]) => [(x * width) / 100, (y * height) / 100] as const)),
    width,
    height,
  );
  return raster.bounds ? { raster } : undefined;
}
