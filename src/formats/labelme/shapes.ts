import type { Dict, Json } from '../../model/json.js';
import { cornersOf } from '../geometry/boxes.js';
import { ellipseRing, seamed, shapeBounds } from '../geometry/rings.js';
import type { LossCode } from '../losses.js';
import type { Picture, PictureShape, Point } from '../pictures.js';

/** A shape of labelme: its kind, its points in pixels, and what else the kind needs. */
export interface LabelmeShape {
  readonly shape_type: string;
  readonly points: readonly Point[];
  /** Of a mask: its box cut out, black and white, as a PNG in Base64. */
  readonly mask?: string;
  /** Of the points of a body. */
  readonly label?: string;
  /** A point that is known, but not seen. */
  readonly hidden?: boolean;
}

export interface LabelmeShaping {
  /** Black and white in rows; absent where masks become polygons. */
  readonly png?: (alpha: Uint8Array, width: number, height: number) => string;
  tell(code: LossCode, message: string): void;
}

/** Several where parts lie apart, and for bodies; they belong together by `group_id`. */
export function labelmeShapes(picture: Picture, shape: PictureShape, shaping: LabelmeShaping): readonly LabelmeShape[] {
  const { tell } = shaping;
  switch (shape.kind) {
    case 'box': {
      const [a, , c] = cornersOf(shape);
      if (shape.rotation === 0) return [{ shape_type: 'rectangle', points: [a, c] }];
      tell('changed', 'Turned boxes become polygons of their corners.');
      return [{ shape_type: 'polygon', points: cornersOf(shape) }];
    }
    case 'area':
      if (shape.polygons.some((rings) => rings.length > 1)) {
        tell('changed', 'Polygons of labelme have no holes; holes are joined to the outlines by seams.');
      }
      return shape.polygons.map((rings) => ({
        shape_type: 'polygon',
        points: rings.length > 1 ? seamed([rings]) : (rings[0] ?? []),
      }));
    case 'ellipse': {
      const { centre, radii } = shape;
      if (Math.abs(radii[0] - radii[1]) <= 1e-9 * Math.abs(radii[0])) {
        return [{ shape_type: 'circle', points: [centre, [centre[0] + radii[0], centre[1]]] }];
      }
      tell('changed', 'Of ellipses labelme has circles only; others become polygons.');
      return [{ shape_type: 'polygon', points: ellipseRing(shape) }];
    }
    case 'line':
      return [{ shape_type: shape.points.length === 2 ? 'line' : 'linestrip', points: shape.points }];
    case 'keypoint':
      return [{ shape_type: 'point', points: [shape.at], hidden: !shape.visible }];
    case 'pose':
      if (shape.edges.length > 0) tell('not-carried', 'How the points of skeletons are joined is not in labelme.');
      return shape.points.map(({ name, at, visible }) => ({
        shape_type: 'point',
        points: [at],
        label: name,
        hidden: !visible,
      }));
    case 'mask':
      return maskShapes(picture, shape, shaping);
  }
}

function maskShapes(picture: Picture, shape: Extract<PictureShape, { kind: 'mask' }>, { png, tell }: LabelmeShaping) {
  if (shape.width !== picture.width || shape.height !== picture.height) {
    tell('invalid', 'A mask has another size than its picture; it is left out.');
    return [];
  }
  const alpha = shape.alpha();
  const bounds = alpha && shapeBounds(shape);
  if (!alpha || !bounds || !png) {
    if (alpha) tell('incomplete', 'A mask is empty; it is left out.');
    return [];
  }
  const { x, y, width, height } = bounds;
  const cut = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * shape.width + x;
    cut.set(alpha.subarray(from, from + width), row * width);
  }
  // The last point is the last pixel, not what is behind it.
  const points: Point[] = [
    [x, y],
    [x + width - 1, y + height - 1],
  ];
  return [{ shape_type: 'mask', points, mask: png(cut, width, height) }];
}

/** Answers that are yes or no are flags; labelme keeps keys that it does not know. */
export function flagsOf(attributes: Dict | undefined): { readonly flags: Dict; readonly rest?: Dict } {
  const flags: [string, Json][] = [];
  const rest: [string, Json][] = [];
  for (const entry of Object.entries(attributes ?? {})) (typeof entry[1] === 'boolean' ? flags : rest).push(entry);
  return { flags: Object.fromEntries(flags), ...(rest.length > 0 && { rest: Object.fromEntries(rest) }) };
}
