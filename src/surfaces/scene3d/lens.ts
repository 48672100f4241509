import { add, along, cross, dot, minus, times, unit, type Vec3 } from './vector.js';

/** CSS pixels of the surface, from its top left corner. */
export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** Where a view looks from and how: all that turns metres into CSS pixels of its panel, and back. */
export interface Lens {
  readonly panel: Panel;
  readonly eye: Vec3;
  /** The axes of the picture, of length 1; `back` points at who looks. */
  readonly right: Vec3;
  readonly up: Vec3;
  readonly back: Vec3;
  readonly perspective: boolean;
  /** CSS pixels in a metre; in perspective, at a distance of one metre. */
  readonly scale: number;
  /** How far before the eye what is drawn begins and ends. Metres; without perspective they may lie behind it. */
  readonly near: number;
  readonly far: number;
}

/** From a point along a direction of length 1. */
export interface Ray {
  readonly from: Vec3;
  readonly way: Vec3;
}

export interface Plane {
  readonly through: Vec3;
  /** Of length 1. */
  readonly normal: Vec3;
}

/** CSS pixels of the surface, and how far before the eye. What is behind the eye in perspective has a depth below 0. */
export function project(
  { panel, eye, right, up, back, perspective, scale }: Lens,
  at: Vec3,
): readonly [...Point, number] {
  const way = minus(at, eye);
  const depth = -dot(way, back);
  const shrunk = perspective ? scale / Math.max(Math.abs(depth), 1e-9) : scale;
  return [
    panel.left + panel.width / 2 + dot(way, right) * shrunk,
    panel.top + panel.height / 2 - dot(way, up) * shrunk,
    depth,
  ];
}

/** What lies under a point of the surface in CSS pixels. */
export function rayThrough({ panel, eye, right, up, back, perspective, scale }: Lens, [x, y]: Point): Ray {
  const across = (x - panel.left - panel.width / 2) / scale;
  const down = (y - panel.top - panel.height / 2) / scale;
  const aside = add(times(right, across), times(up, -down));
  return perspective ? { from: eye, way: unit(minus(aside, back)) } : { from: add(eye, aside), way: times(back, -1) };
}

/** Metres in one CSS pixel, at a distance before the eye. */
export const metresInPixel = ({ perspective, scale }: Lens, depth: number): number =>
  perspective ? Math.max(depth, 1e-9) / scale : 1 / scale;

/** Where a ray meets a plane; undefined where it is parallel to it, or the plane lies behind. */
export function meeting({ from, way }: Ray, { through, normal }: Plane): Vec3 | undefined {
  const slope = dot(way, normal);
  if (Math.abs(slope) < 1e-9) return undefined;
  const distance = dot(minus(through, from), normal) / slope;
  return distance >= 0 ? along(from, way, distance) : undefined;
}

/** Where the line through a ray meets a plane, before or behind; without perspective all is before who looks. */
export function crossing({ from, way }: Ray, { through, normal }: Plane): Vec3 | undefined {
  const slope = dot(way, normal);
  return Math.abs(slope) < 1e-9 ? undefined : along(from, way, dot(minus(through, from), normal) / slope);
}

export const isIn = ({ left, top, width, height }: Panel, [x, y]: Point): boolean =>
  x >= left && y >= top && x < left + width && y < top + height;

/** The axes of a picture seen along `-back`, `up` being upward in it as far as it can be. */
export function facing(back: Vec3, up: Vec3): Pick<Lens, 'right' | 'up' | 'back'> {
  const right = unit(cross(up, back));
  return { right, up: cross(back, right), back };
}

/**
 * The matrices that graphics take, column by column, for points less `origin`: to the eye's axes, and from there to the
 * clip space of the panel.
 */
export function matricesOf(
  lens: Lens,
  origin: Vec3,
): { readonly view: readonly number[]; readonly lens: readonly number[] } {
  const { right, up, back, panel, scale, perspective, near, far } = lens;
  const eye = minus(lens.eye, origin);
  const [x, y] = [(2 * scale) / panel.width, (2 * scale) / panel.height];
  const deep = far - near;
  return {
    view: [
      ...[right[0], up[0], back[0], 0],
      ...[right[1], up[1], back[1], 0],
      ...[right[2], up[2], back[2], 0],
      ...[-dot(right, eye), -dot(up, eye), -dot(back, eye), 1],
    ],
    lens: perspective
      ? [x, 0, 0, 0, 0, y, 0, 0, 0, 0, -(far + near) / deep, -1, 0, 0, (-2 * far * near) / deep, 0]
      : [x, 0, 0, 0, 0, y, 0, 0, 0, 0, -2 / deep, 0, 0, 0, -(far + near) / deep, 1],
  };
}
