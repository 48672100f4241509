import { filled } from '../../base/fill.js';
import { contours } from '../../base/trace.js';
import type { AreaShape, EllipseShape, PictureShape, Point } from '../pictures.js';
import { alphaOf, hard, type Rings, rasterOf } from './alpha.js';
import { cornersOf } from './boxes.js';
import { type Bounds, boundsOf, turnOf } from './points.js';

/** Corners that stand for an ellipse: its area is kept to an eighth of a percent. */
const CORNERS = 72;

export function ellipseRing({ centre, radii, rotation }: EllipseShape): Point[] {
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: CORNERS }, (_, index): Point => {
    const angle = (index / CORNERS) * 2 * Math.PI;
    const [x, y] = [radii[0] * Math.cos(angle), radii[1] * Math.sin(angle)];
    return [centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos];
  });
}

/** Exactly, not round the corners that stand for it. */
export function ellipseBounds({ centre, radii, rotation }: EllipseShape): Bounds {
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const x = Math.hypot(radii[0] * cos, radii[1] * sin);
  const y = Math.hypot(radii[0] * sin, radii[1] * cos);
  return { x: centre[0] - x, y: centre[1] - y, width: 2 * x, height: 2 * y };
}

/**
 * What a shape covers, as polygons. Masks are traced along the edges of their pixels. Undefined for what covers nothing:
 * lines and points, and for a mask that cannot be read.
 */
export function polygonsOf(shape: PictureShape): readonly Rings[] | undefined {
  switch (shape.kind) {
    case 'box':
      return [[cornersOf(shape)]];
    case 'ellipse':
      return [[ellipseRing(shape)]];
    case 'area':
      return shape.polygons;
    case 'mask': {
      const alpha = shape.alpha();
      return alpha && contours(rasterOf(hard(alpha), shape.width, shape.height));
    }
    default:
      return undefined;
  }
}

/** The smallest upright box; undefined for a mask that is empty or cannot be read. */
export function shapeBounds(shape: PictureShape): Bounds | undefined {
  switch (shape.kind) {
    case 'box':
      return shape.rotation === 0 ? shape : boundsOf(cornersOf(shape));
    case 'ellipse':
      return ellipseBounds(shape);
    case 'area':
      return boundsOf(shape.polygons.flatMap(([outline = []]) => outline));
    case 'line':
      return boundsOf(shape.points);
    case 'keypoint':
      return boundsOf([shape.at]);
    case 'pose':
      return boundsOf(shape.points.map(({ at }) => at));
    case 'mask': {
      const alpha = shape.alpha();
      const bounds = alpha && rasterOf(hard(alpha), shape.width, shape.height).bounds;
      if (!bounds) return undefined;
      const { left, top, right, bottom } = bounds;
      return { x: left, y: top, width: right - left, height: bottom - top };
    }
  }
}

/** Alpha of the pixels whose middles lie in the polygons; a pixel that two of them cover is covered. */
export function rastered({ polygons }: AreaShape, width: number, height: number): Uint8Array {
  const [first, ...rest] = polygons;
  const whole = first ? alphaOf(filled(first, width, height)) : new Uint8Array(width * height);
  for (const polygon of rest) {
    const more = alphaOf(filled(polygon, width, height));
    for (let at = 0; at < whole.length; at++) whole[at] = (whole[at] as number) | (more[at] as number);
  }
  return whole;
}

/**
 * One ring that covers what all the polygons cover: they and their holes are joined by seams, each of which is passed
 * there and back. For formats that know one ring for each object. Outlines run clockwise on the screen, holes against.
 */
export function seamed(polygons: readonly Rings[]): readonly Point[] {
  const rings = polygons.flatMap((polygon) => polygon.map((ring, index) => turned(ring, index === 0)));
  let [path = [], ...rest] = rings.filter((ring) => ring.length > 0);
  for (const ring of rest) {
    const start = ring[0] as Point;
    const near = nearest(path, start);
    path = [...path.slice(0, near + 1), ...ring, start, ...path.slice(near)];
  }
  return path;
}

const turned = (ring: readonly Point[], clockwise: boolean): readonly Point[] =>
  turnOf(ring) > 0 === clockwise ? ring : [...ring].reverse();

function nearest(path: readonly Point[], [x, y]: Point): number {
  let [found, least] = [0, Infinity];
  for (let index = 0; index < path.length; index++) {
    const [px, py] = path[index] as Point;
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance < least) [found, least] = [index, distance];
  }
  return found;
}
