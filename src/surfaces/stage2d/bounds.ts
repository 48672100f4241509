import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Rect, Size } from './camera.js';

const STRIDE = 4;

/** The upright box round a mark, in percent; `picture` gives the proportions that rotations turn in. */
export function markBounds(mark: Mark, { width, height }: Size): Rect | undefined {
  switch (mark.draw) {
    case 'box':
      return boxBounds(mark, width / height);
    case 'ellipse': {
      const [cx, cy] = mark.centre;
      const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
      const [cos, sin, aspect] = [Math.cos(angle), Math.sin(angle), width / height];
      const rx = Math.hypot(mark.radii[0] * cos, (mark.radii[1] / aspect) * sin);
      const ry = Math.hypot(mark.radii[0] * aspect * sin, mark.radii[1] * cos);
      return { left: cx - rx, top: cy - ry, right: cx + rx, bottom: cy + ry };
    }
    case 'path':
      return around(mark.points);
    case 'dot':
      return { left: mark.at[0], top: mark.at[1], right: mark.at[0], bottom: mark.at[1] };
    case 'area':
      return mark.rings.reduce<Rect | undefined>((all, ring) => union(all, around(ring)), undefined);
    case 'mask':
      return inPercent(mark.raster, mark.raster.bounds);
    default:
      return undefined;
  }
}

function boxBounds(mark: Mark & { draw: 'box' }, aspect: number): Rect | undefined {
  const { x, y, width, height, rotation } = mark;
  if (!rotation) {
    return {
      left: Math.min(x, x + width),
      top: Math.min(y, y + height),
      right: Math.max(x, x + width),
      bottom: Math.max(y, y + height),
    };
  }
  return around(boxCorners(mark, aspect));
}

/** The corners of a box in percent, from the one it is turned about, clockwise. @param aspect width / height */
export function boxCorners(mark: Mark & { draw: 'box' }, aspect: number): readonly (readonly [number, number])[] {
  const { x, y, width, height, rotation = 0 } = mark;
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [ux, uy] = [width * cos, width * sin * aspect];
  const [vx, vy] = [(-height * sin) / aspect, height * cos];
  return [
    [x, y],
    [x + ux, y + uy],
    [x + ux + vx, y + uy + vy],
    [x + vx, y + vy],
  ];
}

/** Pixels of a mask as percent of the picture that it is stretched over. */
export const inPercent = ({ width, height }: Size, pixels: Rect | undefined): Rect | undefined =>
  pixels && {
    left: (pixels.left * 100) / width,
    top: (pixels.top * 100) / height,
    right: (pixels.right * 100) / width,
    bottom: (pixels.bottom * 100) / height,
  };

function around(points: readonly (readonly number[])[]): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    const [x = Number.NaN, y = Number.NaN] = point;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return left <= right && top <= bottom ? { left, top, right, bottom } : undefined;
}

export const union = (a: Rect | undefined, b: Rect | undefined): Rect | undefined =>
  a && b
    ? {
        left: Math.min(a.left, b.left),
        top: Math.min(a.top, b.top),
        right: Math.max(a.right, b.right),
        bottom: Math.max(a.bottom, b.bottom),
      }
    : (a ?? b);

export const meets = (a: Rect, b: Rect): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;

export function layerBounds({ marks }: Layer, picture: Size): Rect | undefined {
  // Nearly every region is one mark: no list is made for it.
  if (marks.length === 1 && marks[0]) return markBounds(marks[0], picture);
  return marks.reduce<Rect | undefined>((all, mark) => union(all, markBounds(mark, picture)), undefined);
}

/** How many layers are the same objects at the beginning and at the end. */
export function commonEnds(before: readonly Layer[], after: readonly Layer[]): readonly [head: number, tail: number] {
  const shorter = Math.min(before.length, after.length);
  if (before === after) return [shorter, 0];
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [head, tail];
}

/**
 * The bounds of all layers, in percent, in one typed array: ten thousand are scanned in some microseconds, and only those
 * of layers that are other objects than before are computed anew. A frame lies nowhere: only its handles can be met.
 */
export class BoundsIndex {
  #values = new Float64Array(0);
  #layers: readonly Layer[] = [];
  #picture: Size = { width: 1, height: 1 };

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** @param ends how many layers are the same objects as before at the beginning and at the end */
  update(layers: readonly Layer[], picture: Size, ends = commonEnds(this.#layers, layers)): void {
    const known = this.#picture.width === picture.width && this.#picture.height === picture.height;
    const before = known ? this.#layers : [];
    const old = this.#values;
    const values = old.length >= layers.length * STRIDE ? old : new Float64Array(layers.length * STRIDE * 2);
    // What follows a layer that came or went has only moved along.
    const [head, tail] = known ? ends : [0, 0];
    const [from, to] = [before.length - tail, layers.length - tail];
    if (values !== old) values.set(old.subarray(0, head * STRIDE));
    if (tail > 0 && (values !== old || from !== to)) {
      values.set(old.slice(from * STRIDE, before.length * STRIDE), to * STRIDE);
    }
    for (let i = head; i < to; i++) {
      const layer = layers[i] as Layer;
      if (layer !== before[i] || values !== old) {
        this.#write(values, i, layer.frame ? undefined : layerBounds(layer, picture));
      }
    }
    this.#values = values;
    this.#layers = layers;
    this.#picture = picture;
  }

  #write(values: Float64Array, index: number, bounds: Rect | undefined): void {
    const at = index * STRIDE;
    values[at] = bounds?.left ?? Number.NaN;
    values[at + 1] = bounds?.top ?? Number.NaN;
    values[at + 2] = bounds?.right ?? Number.NaN;
    values[at + 3] = bounds?.bottom ?? Number.NaN;
  }

  /** The bounds of the layer at `index`, in percent; undefined for one with nothing to draw. */
  at(index: number): Rect | undefined {
    const at = index * STRIDE;
    const [left, top, right, bottom] = this.#values.subarray(at, at + STRIDE);
    if (index >= this.#layers.length || left === undefined || Number.isNaN(left)) return undefined;
    return { left, top: top as number, right: right as number, bottom: bottom as number };
  }

  /** Calls `visit` for each layer whose bounds meet the box, the undermost first. */
  each(box: Rect, visit: (layer: Layer, index: number) => void): void {
    const values = this.#values;
    const { left, top, right, bottom } = box;
    const layers = this.#layers;
    for (let i = 0, at = 0; i < layers.length; i++, at += STRIDE) {
      if (
        (values[at] as number) <= right &&
        (values[at + 2] as number) >= left &&
        (values[at + 1] as number) <= bottom &&
        (values[at + 3] as number) >= top
      ) {
        visit(layers[i] as Layer, i);
      }
    }
  }
}
