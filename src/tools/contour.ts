import { simplified } from '../base/simplify.js';
import type { Ring } from '../contract/shape.js';
import { toPixel } from '../shapes/pixel.js';
import type { Env, Point } from './on-picture.js';

/** CSS pixels between the points of a contour, while it is drawn. */
const APART = 5;
/** By so many CSS pixels a contour may be off from what the hand has drawn. */
const OFF = 1;
/** A contour that is less wide and high than this, in CSS pixels, was a click of an unsteady hand. */
const LEAST = 12;
/** Degrees that a line keeps to while Shift is held. */
const TURN = 15;
/** CSS pixels: the sides of the triangle that a double click makes, the radius of what a key makes. */
const SIDE = 30;
const RADIUS = 50;

const onto = (value: number) => Math.max(0, Math.min(100, value));

/** As near to a place outside of the picture as can be on it. */
export const clamped = ([x, y]: Point): Point => [onto(x), onto(y)];

const perPixel = ({ pixel: [across = 1, down = across] }: Env): Point => [across, down];

/** In CSS pixels. */
export function distance(a: Point, b: Point, env: Env): number {
  const [across, down] = perPixel(env);
  return Math.hypot((a[0] - b[0]) / across, (a[1] - b[1]) / down);
}

/** The contour with the place where the pointer is now, if that is far enough from the last. */
export function longer(contour: Ring, at: Point, env: Env): Ring {
  const place = clamped(at);
  const last = contour.at(-1);
  if (last && distance(last, place, env) < APART) return contour;
  return [...contour, env.options.snap === 'pixel' ? toPixel(place, env.sight.facts) : place];
}

/** A contour without the points that are not missed. @param closed it ends where it began */
export function finished(contour: Ring, closed: boolean, env: Env): Ring {
  const [across, down] = perPixel(env);
  return simplified(contour, OFF, { scale: [1 / across, 1 / down], closed });
}

export function isClick(contour: Ring, env: Env): boolean {
  const [first] = contour;
  return first === undefined || contour.every((point) => distance(first, point, env) < LEAST);
}

/** The place in reach of the pointer from which the line runs on from `from` at a whole multiple of 15 degrees. */
export function steered(from: Point, at: Point, env: Env): Point {
  const [across, down] = perPixel(env);
  const [dx, dy] = [(at[0] - from[0]) / across, (at[1] - from[1]) / down];
  const step = (TURN * Math.PI) / 180;
  const angle = Math.round(Math.atan2(dy, dx) / step) * step;
  const length = dx * Math.cos(angle) + dy * Math.sin(angle);
  return [from[0] + length * Math.cos(angle) * across, from[1] + length * Math.sin(angle) * down];
}

/** Equilateral, from its top left corner; at the edge of the picture it keeps its size. */
export function triangle(at: Point, env: Env): Ring {
  const [across, down] = perPixel(env);
  const [width, height] = [SIDE * across, SIDE * Math.sin(Math.PI / 3) * down];
  const [x, y] = [Math.min(at[0], 100 - width), Math.min(at[1], 100 - height)];
  const corners: Ring = [
    [x, y],
    [x + width, y],
    [x + width / 2, y + height],
  ];
  return corners.map(clamped);
}

/** Regular, about a point, as much of it as there is picture. */
export function pentagon([x, y]: Point, env: Env): Ring {
  const [across, down] = perPixel(env);
  return Array.from({ length: 5 }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / 5;
    return clamped([x + RADIUS * Math.sin(angle) * across, y - RADIUS * Math.cos(angle) * down]);
  });
}
