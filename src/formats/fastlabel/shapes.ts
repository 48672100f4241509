import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { about } from '../geometry/boxes.js';
import { flat, isNumber, opened, paired, turnOf } from '../geometry/points.js';
import { ellipseRing, polygonsOf } from '../geometry/rings.js';
import type { LossCode } from '../losses.js';
import type { BoxShape, MaskShape, PictureShape, Point, PoseShape } from '../pictures.js';
import { tidied } from './tidy.js';

/*
 * Where FastLabel's annotations are on pictures: pixels from the upper left corner.
 * https://github.com/fastlabel/fastlabel-python-sdk
 */

export type Tell = (code: LossCode, message: string) => void;

/** What there is of an annotation besides its place; of tracks the place is that of one frame. */
export type Placed = Pick<Dict, 'type' | 'rotation' | 'keypoints'>;

/** Undefined: the type has no place on a picture, or none that can be read; the latter has been told. */
export function shapeOf(annotation: Dict, points: Json | undefined, tell: Tell): PictureShape | undefined {
  switch (annotation.type) {
    case 'bbox':
      return boxIn(points, annotation.rotation, tell);
    case 'polygon': {
      const ring = pairsIn(points);
      if (ring && opened(ring).length > 2) return { kind: 'area', polygons: [[opened(ring)]], simple: true };
      return broken(tell, 'A polygon needs points as a list of six numbers or more');
    }
    case 'line': {
      const along = pairsIn(points);
      if (along && along.length > 1) return { kind: 'line', points: along };
      return broken(tell, 'A line needs points as a list of four numbers or more');
    }
    case 'keypoint': {
      const at = pairsIn(points)?.[0];
      return at ? { kind: 'keypoint', at, visible: true } : broken(tell, 'A keypoint needs points as [x, y]');
    }
    case 'circle': {
      const [x, y, radius] = isList(points) ? points : [];
      if (!isNumber(x) || !isNumber(y) || !isNumber(radius))
        return broken(tell, 'A circle needs points as [x, y, radius]');
      return { kind: 'ellipse', centre: [x, y], radii: [radius, radius], rotation: 0 };
    }
    case 'segmentation':
      return regionsIn(points, tell);
    case 'pose_estimation':
      return poseIn(annotation.keypoints, tell);
    default:
      return undefined;
  }
}

function broken(tell: Tell, what: string): undefined {
  tell('invalid', `${what}; it is left out.`);
  return undefined;
}

function pairsIn(points: Json | undefined): Point[] | undefined {
  return isList(points) ? paired(points) : undefined;
}

/** Corners in any order; it is turned about its middle, clockwise. */
function boxIn(points: Json | undefined, rotation: Json | undefined, tell: Tell): BoxShape | undefined {
  const [x1, y1, x2, y2] = isList(points) ? points : [];
  if (!isNumber(x1) || !isNumber(y1) || !isNumber(x2) || !isNumber(y2)) {
    return broken(tell, 'A box needs points as [x1, y1, x2, y2]');
  }
  const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
  const size = { width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  return { kind: 'box', x, y, ...size, rotation: isNumber(rotation) ? rotation : 0, pivot: 'centre' };
}

function regionsIn(points: Json | undefined, tell: Tell): PictureShape | undefined {
  const polygons: (readonly (readonly Point[])[])[] = [];
  for (const region of isList(points) ? points : []) {
    const rings = (isList(region) ? region : [region]).map(pairsIn);
    const whole = rings.flatMap((ring) => (ring && opened(ring).length > 2 ? [opened(ring)] : []));
    if (whole.length < rings.length)
      tell('invalid', 'A ring of a segmentation needs six numbers or more; it is left out.');
    // Without its outline a region has no holes either.
    if (rings[0] && whole[0] && whole[0].length === opened(rings[0]).length) polygons.push(whole);
  }
  if (polygons.length > 0) return { kind: 'area', polygons, simple: false };
  return broken(tell, 'A segmentation needs points as a list of regions, each a list of rings');
}

function poseIn(keypoints: Json | undefined, tell: Tell): PoseShape | undefined {
  if (!isList(keypoints)) return broken(tell, 'A pose needs a list of keypoints');
  const points: PoseShape['points'][number][] = [];
  const edges: (readonly [string, string])[] = [];
  for (const point of keypoints) {
    const key = isDict(point) ? point.key : undefined;
    if (!isDict(point) || typeof key !== 'string') {
      tell('invalid', 'A keypoint of a pose needs a key; it is left out.');
      continue;
    }
    for (const other of isList(point.edges) ? point.edges : []) {
      if (typeof other !== 'string' || edges.some(([a, b]) => (a === other && b === key) || (a === key && b === other)))
        continue;
      edges.push([key, other]);
    }
    const [x, y, visible] = isList(point.value) ? point.value : [];
    // No value: nobody has placed it.
    if (x === undefined || x === null) continue;
    if (isNumber(x) && isNumber(y)) points.push({ name: key, at: [x, y], visible: visible !== 0 });
    else tell('invalid', 'A keypoint of a pose needs value as [x, y, visible]; it is left out.');
  }
  return { kind: 'pose', points, edges };
}

/** All points of a class's bodies, with the names that people see, and which of them are joined. */
export interface Body {
  readonly points: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  readonly titles?: ReadonlyMap<string, string>;
}

/** Type, points or keypoints, and rotation of an annotation; undefined for an empty mask, which is told. */
export function placedOf(shape: PictureShape, tell: Tell, body?: Body): Dict | undefined {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, rotation } = about('centre', shape);
      return { type: 'bbox', points: [x, y, x + width, y + height].map(tidied), rotation: tidied(rotation) };
    }
    case 'area': {
      const [outline = []] = shape.polygons[0] ?? [];
      if (shape.simple) return { type: 'polygon', points: flat(outline).map(tidied) };
      return { type: 'segmentation', points: shape.polygons.map(regionOf) };
    }
    case 'line':
      return { type: 'line', points: flat(shape.points).map(tidied) };
    case 'keypoint':
      if (!shape.visible)
        tell('not-carried', 'Whether a keypoint is hidden is only in poses; it is written as visible.');
      return { type: 'keypoint', points: shape.at.map(tidied) };
    case 'ellipse': {
      const { centre, radii } = shape;
      if (Math.abs(radii[0] - radii[1]) <= 1e-9 * Math.abs(radii[0])) {
        return { type: 'circle', points: [...centre, radii[0]].map(tidied) };
      }
      tell('changed', 'FastLabel has no ellipses but circles; others become polygons.');
      return { type: 'polygon', points: flat(ellipseRing(shape)).map(tidied) };
    }
    case 'pose':
      return { type: 'pose_estimation', keypoints: keypointsOf(shape, body) };
    case 'mask':
      return maskOf(shape, tell);
  }
}

function maskOf(shape: MaskShape, tell: Tell): Dict | undefined {
  const alpha = shape.alpha();
  if (!alpha) return undefined;
  if (alpha.some((value) => value !== 0 && value !== 255)) {
    tell('changed', 'Masks become segmentations along the edges of their pixels, without soft edges.');
  }
  const polygons = polygonsOf(shape) ?? [];
  if (polygons.length > 0) return { type: 'segmentation', points: polygons.map(regionOf) };
  tell('incomplete', 'A mask is empty; it is left out.');
  return undefined;
}

/** The outline runs clockwise on the screen, holes against; each is closed by its first point. */
function regionOf(rings: readonly (readonly Point[])[]): Json {
  return rings.map((ring, index) => {
    const way = turnOf(ring) >= 0 === (index === 0) ? ring : [ring[0] as Point, ...ring.slice(1).reverse()];
    return flat([...way, ...way.slice(0, 1)]).map(tidied);
  });
}

/** Points of the class in its order, then others; what is not placed has no value. */
export function keypointsOf({ points, edges }: PoseShape, body: Body = { points: [], edges }): Json[] {
  const placed = new Map(points.map((point) => [point.name, point]));
  const keys = new Set([...body.points, ...placed.keys()]);
  const joined = body.edges.length > 0 ? body.edges : edges;
  return [...keys].map((key) => {
    const point = placed.get(key);
    const others = joined.flatMap(([a, b]) => (a === key ? [b] : b === key ? [a] : []));
    return {
      key,
      name: body.titles?.get(key) ?? key,
      value: point ? [...point.at.map(tidied), point.visible ? 1 : 0] : [],
      edges: [...new Set(others)],
    };
  });
}
