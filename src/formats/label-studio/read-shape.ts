import { decodeRle } from '../../base/rle.js';
import { type Dict, isDict, isList } from '../../model/json.js';
import { alphaOf } from '../geometry/alpha.js';
import { isNumber } from '../geometry/points.js';
import type { LossCode } from '../losses.js';
import { decodeValues } from '../masks/rle-values.js';
import type { MaskShape, PictureShape, Point, PoseShape } from '../pictures.js';

/** The picture that percents are of, in pixels; 1 by 1 where nothing says its size. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly relative: boolean;
}

/** How a mask in a PNG, given as a data URL, becomes alpha; undefined where that cannot be read. */
export type ReadPng = (
  url: string,
) => { readonly width: number; readonly height: number; readonly alpha: Uint8Array } | undefined;

/** What reading a shape needs besides the value. */
export interface ShapeReading {
  readonly frame: Frame;
  /** Of the result; masks are this large. */
  readonly own?: { readonly width: number; readonly height: number };
  readonly png?: ReadPng;
  tell(code: LossCode, message: string): void;
}

/**
 * The shape in the value of a result, from percents to pixels. Undefined: it has none; `null`: it is broken, which has
 * been told.
 */
export function shapeIn(value: Dict, reading: ShapeReading): PictureShape | null | undefined {
  if (value.rle !== undefined) return maskIn(value.rle, reading);
  if (value.imageDataURL !== undefined) return bitmaskIn(value.imageDataURL, reading);
  if (value.points !== undefined) return polygonIn(value.points, reading);
  if (value.polygons !== undefined) return polygonsIn(value.polygons, reading);
  if (value.keypoints !== undefined) return poseIn(value.keypoints, reading);
  if (value.vertices !== undefined) return vectorIn(value, reading);
  if (value.x === undefined || value.y === undefined) return undefined;
  if (value.radiusX !== undefined) return ellipseIn(value, reading);
  return value.height === undefined ? keypointIn(value, reading) : boxIn(value, reading);
}

function broken({ tell }: ShapeReading, what: string): null {
  tell('invalid', `${what}; it is left out.`);
  return null;
}

const unknownSize = 'is turned, but nothing says how large its picture is';

function boxIn({ x, y, width, height, rotation = 0 }: Dict, reading: ShapeReading): PictureShape | null {
  const { frame } = reading;
  const turn = rotation ?? 0;
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height) || !isNumber(turn)) {
    return broken(reading, 'A box needs x, y, width and height as numbers');
  }
  if (frame.relative && turn !== 0) return broken(reading, `A box ${unknownSize}`);
  return {
    kind: 'box',
    x: (x / 100) * frame.width,
    y: (y / 100) * frame.height,
    width: (width / 100) * frame.width,
    height: (height / 100) * frame.height,
    rotation: turn,
    pivot: 'corner',
  };
}

function ellipseIn({ x, y, radiusX, radiusY, rotation }: Dict, reading: ShapeReading): PictureShape | null {
  const { frame } = reading;
  const turn = rotation ?? 0;
  if (!isNumber(x) || !isNumber(y) || !isNumber(radiusX) || !isNumber(radiusY) || !isNumber(turn)) {
    return broken(reading, 'An ellipse needs x, y, radiusX and radiusY as numbers');
  }
  if (frame.relative && turn !== 0) return broken(reading, `An ellipse ${unknownSize}`);
  const radii = [(radiusX / 100) * frame.width, (radiusY / 100) * frame.height] as const;
  return { kind: 'ellipse', centre: pixel(x, y, frame), radii, rotation: turn };
}

function keypointIn({ x, y, hidden }: Dict, reading: ShapeReading): PictureShape | null {
  if (!isNumber(x) || !isNumber(y)) return broken(reading, 'A keypoint needs x and y as numbers');
  return { kind: 'keypoint', at: pixel(x, y, reading.frame), visible: hidden !== true };
}

const pixel = (x: number, y: number, { width, height }: Frame): Point => [(x / 100) * width, (y / 100) * height];

function ringIn(points: unknown, frame: Frame): Point[] | undefined {
  if (!isList(points)) return undefined;
  const ring: Point[] = [];
  for (const point of points) {
    if (!isList(point)) return undefined;
    const [x, y] = point;
    if (!isNumber(x) || !isNumber(y)) return undefined;
    ring.push(pixel(x, y, frame));
  }
  return ring;
}

function polygonIn(points: unknown, reading: ShapeReading): PictureShape | null {
  const ring = ringIn(points, reading.frame);
  if (!ring) return broken(reading, 'A polygon needs points as pairs of numbers');
  if (ring.length < 3) return broken(reading, 'A polygon needs three points or more');
  return { kind: 'area', polygons: [[ring]], simple: true };
}

function polygonsIn(polygons: unknown, reading: ShapeReading): PictureShape | null {
  const given = isList(polygons) ? polygons : [];
  const read = given.map((rings) => (isList(rings) ? rings.map((ring) => ringIn(ring, reading.frame)) : [undefined]));
  const whole = read.flatMap((rings) => (rings.every((ring) => ring !== undefined) && rings[0] ? [rings] : []));
  if (whole.length === 0 || whole.length < read.length) {
    return broken(reading, 'Multipolygons need lists of rings of pairs of numbers');
  }
  return { kind: 'area', polygons: whole, simple: false };
}

function poseIn(keypoints: unknown, reading: ShapeReading): PictureShape | null {
  const points: PoseShape['points'][number][] = [];
  for (const point of isList(keypoints) ? keypoints : []) {
    // As in COCO 0 says that it is not placed, 1 that it is hidden.
    if (isDict(point) && point.visible === 0) continue;
    if (!isDict(point) || typeof point.name !== 'string' || !isNumber(point.x) || !isNumber(point.y)) {
      return broken(reading, 'The points of a skeleton need a name, x and y');
    }
    const visible = point.visible !== false && point.visible !== 1;
    points.push({ name: point.name, at: pixel(point.x, point.y, reading.frame), visible });
  }
  return { kind: 'pose', points, edges: [] };
}

function vectorIn({ vertices, closed }: Dict, reading: ShapeReading): PictureShape | null {
  const points: Point[] = [];
  for (const vertex of isList(vertices) ? vertices : []) {
    if (!isDict(vertex) || !isNumber(vertex.x) || !isNumber(vertex.y)) {
      return broken(reading, 'The vertices of a vector need x and y as numbers');
    }
    if (vertex.isBezier === true) reading.tell('changed', 'Curves become lines from vertex to vertex.');
    if (vertex.isBranching === true) reading.tell('changed', 'Branches of vectors become one line.');
    points.push(pixel(vertex.x, vertex.y, reading.frame));
  }
  if (points.length < 2) return broken(reading, 'A vector needs two vertices or more');
  if (closed === true && points.length > 2) return { kind: 'area', polygons: [[points]], simple: true };
  return { kind: 'line', points };
}

/** More pixels than this are no mask that anyone could show. */
const MOST = 2 ** 28;

function maskIn(rle: unknown, { own, frame, tell }: ShapeReading): MaskShape | null {
  const { width, height } = own ?? frame;
  const given = isList(rle) ? rle : undefined;
  if (!given || (!own && frame.relative)) {
    tell('invalid', 'A mask needs `rle` as a list of bytes, and the size of its picture; it is left out.');
    return null;
  }
  if (width * height > MOST) {
    tell('invalid', `A mask of ${width} × ${height} pixels is too large; it is left out.`);
    return null;
  }
  let decoded: Uint8Array | undefined | null = null;
  const decode = () => {
    const bytes = Uint8Array.from(given, Number);
    const { raster, fault } = decodeRle(bytes, width, height);
    if (raster) return alphaOf(raster);
    // Values that are no bytes are read one by one.
    const values = decodeValues(bytes, width * height * 4);
    if (values) return Uint8Array.from({ length: width * height }, (_, at) => values[at * 4 + 3] as number);
    tell('invalid', `The bytes of a mask cannot be read: ${fault}; it is left out.`);
    return undefined;
  };
  const alpha = () => {
    if (decoded === null) decoded = decode();
    return decoded;
  };
  return { kind: 'mask', width, height, alpha };
}

function bitmaskIn(url: unknown, { own, frame, png, tell }: ShapeReading): MaskShape | null {
  const read = typeof url === 'string' ? png?.(url) : undefined;
  if (!read) {
    tell('invalid', 'A bitmask must be a PNG picture as a data URL; it is left out.');
    return null;
  }
  const { width, height } = own ?? (frame.relative ? read : frame);
  if (read.width !== width || read.height !== height) {
    tell('invalid', 'A bitmask has another size than its picture; it is left out.');
    return null;
  }
  return { kind: 'mask', width, height, alpha: () => read.alpha };
}
