import type { Mark, ShapeModule } from '../../contract/shape.js';
import { described, type Figure, revised } from '../figures.js';
import { toPixel } from '../pixel.js';
import { carried } from '../similarity.js';
import { type KeyPoint, keyPointCodec } from './codec.js';

type Point = readonly [number, number];

const figures: readonly Figure<keyof KeyPoint>[] = [
  { name: 'X', key: 'x' },
  { name: 'Y', key: 'y' },
  { name: 'Width', key: 'width', is: 'size' },
];

/** A dot that can be seen at any zoom, in a circle of its width, which the dot hides while it is the larger of the two. */
export const keyPointShape: ShapeModule<KeyPoint, Point> = {
  name: 'keypoint',
  space: 'stage2d',
  codec: keyPointCodec,
  marks({ x, y, width = 0 }, { facts }) {
    const dot: Mark = { draw: 'dot', at: [x, y] };
    if (width === 0) return [dot];
    const across = Math.abs(width) / 2;
    const down = (across * (facts.width ?? 100)) / (facts.height ?? 100);
    return [{ draw: 'ellipse', centre: [x, y], radii: [across, down] }, dot];
  },
  handles: () => [],
  drag(geometry, handle, from, to, { facts }, options) {
    if (handle !== 'body' || (from[0] === to[0] && from[1] === to[1])) return geometry;
    // It stays on the picture; one beside it already goes no further out.
    const along = (axis: 0 | 1, at: number) =>
      Math.max(Math.min(at, 0), Math.min(Math.max(at, 100), at + to[axis] - from[axis]));
    const place: Point = [along(0, geometry.x), along(1, geometry.y)];
    const [x, y] = options.snap === 'pixel' ? toPixel(place, facts) : place;
    return { ...geometry, x, y };
  },
  summary({ x, y }, { facts: { width, height } }) {
    return width && height
      ? `Keypoint at ${Math.round((x * width) / 100)}, ${Math.round((y * height) / 100)} px`
      : 'Keypoint';
  },
  describe: (geometry) => described(figures, geometry),
  revise: (geometry, figure, value) => revised(figures, geometry, figure, value),
  similar(geometry, change, { facts }) {
    const [x, y] = carried([geometry.x, geometry.y], change, facts);
    return { ...geometry, x, y, ...(geometry.width !== undefined && { width: geometry.width * change.scale }) };
  },
  anchors: ({ x, y }) => [[x, y]],
};
