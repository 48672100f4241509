import type { Mark, MediaFacts } from '../contract/shape.js';
import { corners } from './rectangle/shape.js';

type Point = readonly number[];

/** The upright box round marks on a `stage2d`, in percent, from its top left to its bottom right corner. */
export function boundsOf(marks: readonly Mark[], facts: MediaFacts): readonly [Point, Point] | undefined {
  const points = marks.flatMap((mark) => outline(mark, facts));
  if (points.length === 0) return undefined;
  const least = (axis: 0 | 1) => points.reduce((found, point) => Math.min(found, point[axis] ?? found), Infinity);
  const most = (axis: 0 | 1) => points.reduce((found, point) => Math.max(found, point[axis] ?? found), -Infinity);
  return [
    [least(0), least(1)],
    [most(0), most(1)],
  ];
}

function outline(mark: Mark, facts: MediaFacts): readonly Point[] {
  switch (mark.draw) {
    case 'box':
      return corners(mark, facts);
    case 'path':
      return mark.points;
    case 'dot':
      return [mark.at];
    case 'area':
      return mark.rings.flat();
    case 'mask': {
      const { bounds, width, height } = mark.raster;
      if (!bounds) return [];
      const { left, top, right, bottom } = bounds;
      return [
        [(left * 100) / width, (top * 100) / height],
        [(right * 100) / width, (bottom * 100) / height],
      ];
    }
    case 'ellipse': {
      const { width = 100, height = 100 } = facts;
      const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
      const [a, b] = [mark.radii[0] * width, mark.radii[1] * height];
      const rx = Math.hypot(a * Math.cos(angle), b * Math.sin(angle)) / width;
      const ry = Math.hypot(a * Math.sin(angle), b * Math.cos(angle)) / height;
      const [x, y] = mark.centre;
      return [
        [x - rx, y - ry],
        [x + rx, y + ry],
      ];
    }
    default:
      return [];
  }
}
