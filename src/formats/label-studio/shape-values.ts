import { encodeRle } from '../../base/rle.js';
import type { Dict, Json } from '../../model/json.js';
import { rasterOf } from '../geometry/alpha.js';
import { about } from '../geometry/boxes.js';
import type { PictureShape, Point } from '../pictures.js';

/** What a control draws. */
export type Kind = 'rectangle' | 'polygon' | 'multipolygon' | 'ellipse' | 'brush' | 'vector' | 'keypoint' | 'skeleton';

/** The control that draws it and gives it labels. */
export const tagOf: Readonly<Record<Kind, string>> = {
  rectangle: 'RectangleLabels',
  polygon: 'PolygonLabels',
  multipolygon: 'MultiPolygonLabels',
  ellipse: 'EllipseLabels',
  brush: 'BrushLabels',
  vector: 'VectorLabels',
  keypoint: 'KeyPointLabels',
  skeleton: 'SkeletonLabels',
};

/** The control that draws it, where labels come from `Labels`. */
export const bareTagOf: Readonly<Partial<Record<Kind, string>>> = {
  rectangle: 'Rectangle',
  polygon: 'Polygon',
  ellipse: 'Ellipse',
  brush: 'Brush',
  vector: 'Vector',
  keypoint: 'KeyPoint',
};

export function kindOf(shape: PictureShape): Kind {
  switch (shape.kind) {
    case 'box':
      return 'rectangle';
    case 'area':
      return shape.simple ? 'polygon' : 'multipolygon';
    case 'ellipse':
      return 'ellipse';
    case 'line':
      return 'vector';
    case 'keypoint':
      return 'keypoint';
    case 'pose':
      return 'skeleton';
    case 'mask':
      return 'brush';
  }
}

/** Pixels to percents of a picture; `pointWidth` is the width of keypoints in percent. */
export function percentsOf(
  shape: PictureShape,
  { width, height }: { readonly width: number; readonly height: number },
  pointWidth: number,
): Dict | undefined {
  const across = (x: number) => (x / width) * 100;
  const down = (y: number) => (y / height) * 100;
  const pair = ([x, y]: Point): Json => [across(x), down(y)];
  switch (shape.kind) {
    case 'box': {
      const { x, y, width: wide, height: tall, rotation } = about('corner', shape);
      return { x: across(x), y: down(y), width: across(wide), height: down(tall), rotation };
    }
    case 'area': {
      const [outline] = shape.polygons[0] ?? [];
      if (outline && shape.simple) return { points: outline.map(pair) };
      return { polygons: shape.polygons.map((rings) => rings.map((ring) => ring.map(pair))) };
    }
    case 'ellipse': {
      const { centre, radii, rotation } = shape;
      const size = { radiusX: across(radii[0]), radiusY: down(radii[1]) };
      return { x: across(centre[0]), y: down(centre[1]), ...size, rotation };
    }
    case 'line':
      return { vertices: vertices(shape.points.map(([x, y]) => ({ x: across(x), y: down(y) }))), closed: false };
    case 'keypoint': {
      const { at, visible } = shape;
      return { x: across(at[0]), y: down(at[1]), width: pointWidth, ...(!visible && { hidden: true }) };
    }
    case 'pose':
      return {
        keypoints: shape.points.map(({ name, at, visible }) => ({ name, x: across(at[0]), y: down(at[1]), visible })),
      };
    case 'mask': {
      const alpha = shape.alpha();
      return alpha && { format: 'rle', rle: Array.from(encodeRle(rasterOf(alpha, shape.width, shape.height))) };
    }
  }
}

/** Each is joined to the one before it. */
const vertices = (points: readonly { readonly x: number; readonly y: number }[]): Json[] =>
  points.map((point, index) => ({
    id: `p${index}`,
    prevPointId: index === 0 ? null : `p${index - 1}`,
    ...point,
    isBezier: false,
  }));
