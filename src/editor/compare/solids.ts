import type { Mark } from '../../contract/shape.js';
import { type Bounds, boundsOf, type Shared } from './extents.js';

type Box = Extract<Mark, { draw: 'box3d' }>;
type Vector = readonly [number, number, number];
type Face = readonly Vector[];

/** All points whose product with `out` is at most `most`. */
interface HalfSpace {
  readonly out: Vector;
  readonly most: number;
}

/** A box in space, turned any way. Metres. */
export interface Solid {
  readonly kind: 'solid';
  readonly bounds: Bounds;
  readonly size: number;
  readonly faces: readonly Face[];
  readonly sides: readonly HalfSpace[];
}

/** The corners of each side, in turn round it; each number has a bit for each axis. */
const sidesOfCube = [
  [0, 2, 6, 4],
  [1, 3, 7, 5],
  [0, 1, 5, 4],
  [2, 3, 7, 6],
  [0, 1, 3, 2],
  [4, 5, 7, 6],
] as const;

export function solidOf({ centre, size, rotation }: Box): Solid {
  const axes = axesOf(rotation);
  const half = size.map((length) => Math.abs(length) / 2);
  const corners = Array.from({ length: 8 }, (_, corner) =>
    axes.reduce<Vector>(
      (at, axis, index) => plus(at, axis, (corner & (1 << index) ? 1 : -1) * (half[index] ?? 0)),
      centre,
    ),
  );
  const sides = axes.flatMap((axis, index) => {
    const middle = dot(axis, centre);
    const back: Vector = [-axis[0], -axis[1], -axis[2]];
    return [
      { out: axis, most: middle + (half[index] ?? 0) },
      { out: back, most: (half[index] ?? 0) - middle },
    ];
  });
  return {
    kind: 'solid',
    bounds: boundsOf(corners) ?? { low: centre, high: centre },
    size: size.reduce((volume, length) => volume * Math.abs(length), 1),
    faces: sidesOfCube.map((side) => side.map((corner) => corners[corner] as Vector)),
    sides,
  };
}

/** What is left of one box when all outside of the other is cut off. */
export function sharedSolid(a: Solid, b: Solid): Shared {
  if (isSame(a, b)) return { shared: a.size, one: a.size, other: b.size };
  let faces: readonly Face[] = a.faces;
  for (const side of b.sides) {
    faces = cut(faces, side);
    if (faces.length === 0) break;
  }
  return { shared: volumeOf(faces), one: a.size, other: b.size };
}

const isSame = (a: Solid, b: Solid): boolean =>
  a.faces.every((face, side) =>
    face.every((at, corner) => at.every((x, axis) => x === b.faces[side]?.[corner]?.[axis])),
  );

/** A convex body without what is beyond a plane; where it was cut it gets a new face. */
function cut(faces: readonly Face[], { out, most }: HalfSpace): readonly Face[] {
  const left: Face[] = [];
  const edge: Vector[] = [];
  let removed = false;
  for (const face of faces) {
    const kept: Vector[] = [];
    face.forEach((at, index) => {
      const next = face[(index + 1) % face.length] ?? at;
      const [here, there] = [dot(out, at) - most, dot(out, next) - most];
      if (here <= 0) kept.push(at);
      else removed = true;
      if (here === 0) edge.push(at);
      if (here < 0 === there < 0 || here === 0 || there === 0) return;
      const crossing = plus(at, minus(next, at), here / (here - there));
      kept.push(crossing);
      edge.push(crossing);
    });
    if (kept.length > 2) left.push(kept);
  }
  const cap = removed ? around(edge, out) : [];
  return cap.length > 2 ? [...left, cap] : left;
}

/** Points of a plane in turn round their middle. */
function around(points: readonly Vector[], out: Vector): Face {
  const middle = middleOf(points);
  const [first] = points;
  if (!first) return [];
  const far = points.reduce((found, at) => (lengthOf(minus(at, middle)) > lengthOf(minus(found, middle)) ? at : found));
  const along = minus(far, middle);
  const across = cross(out, along);
  const turn = (at: Vector) => Math.atan2(dot(minus(at, middle), across), dot(minus(at, middle), along));
  return [...points].sort((a, b) => turn(a) - turn(b));
}

/** As pyramids from a point inside to each face. */
function volumeOf(faces: readonly Face[]): number {
  if (faces.length === 0) return 0;
  const inside = middleOf(faces.flat());
  let volume = 0;
  for (const face of faces) {
    const [first, ...rest] = face.map((at) => minus(at, inside));
    let pyramid = 0;
    for (let index = 1; index < rest.length; index++)
      pyramid += dot(first as Vector, cross(rest[index - 1] as Vector, rest[index] as Vector));
    volume += Math.abs(pyramid) / 6;
  }
  return volume;
}

/** A box's own axes, by Euler XYZ in radians: the turn about z comes first. */
function axesOf([x, y, z]: Vector): readonly Vector[] {
  const [cx, cy, cz] = [Math.cos(x), Math.cos(y), Math.cos(z)];
  const [sx, sy, sz] = [Math.sin(x), Math.sin(y), Math.sin(z)];
  return [
    [cy * cz, cx * sz + sx * sy * cz, sx * sz - cx * sy * cz],
    [-cy * sz, cx * cz - sx * sy * sz, sx * cz + cx * sy * sz],
    [sy, -sx * cy, cx * cy],
  ];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const plus = (a: Vector, b: Vector, times: number): Vector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const lengthOf = (a: Vector): number => Math.hypot(...a);
const middleOf = (points: readonly Vector[]): Vector =>
  points.reduce<Vector>((sum, at) => plus(sum, at, 1 / points.length), [0, 0, 0]);
