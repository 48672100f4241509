import type { BoxShape, Point } from '../pictures.js';
import { type Bounds, boundsOf } from './points.js';

type Corners = readonly [Point, Point, Point, Point];

/**
 * In pixels, clockwise on the screen from the corner that was the upper left one before the box was turned. A box is
 * turned where pixels are square, never among percents.
 */
export function cornersOf({ x, y, width, height, rotation, pivot }: BoxShape): Corners {
  if (rotation === 0) {
    return [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
  }
  const turn = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  let [left, top] = [x, y];
  if (pivot === 'centre') {
    left += width / 2 - (width * cos - height * sin) / 2;
    top += height / 2 - (width * sin + height * cos) / 2;
  }
  return [
    [left, top],
    [left + width * cos, top + width * sin],
    [left + width * cos - height * sin, top + width * sin + height * cos],
    [left - height * sin, top + height * cos],
  ];
}

/** The smallest upright box round a turned one. */
export const enclosing = (box: BoxShape): Bounds =>
  // There are four points, so there is a box.
  box.rotation === 0 ? box : (boundsOf(cornersOf(box)) as Bounds);

/** Whether the last three of four corners follow the first with right angles, within a thousandth of the sides. */
export function isRectangle([a, b, c, d]: Corners): boolean {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - a[0], d[1] - a[1]];
  const [u, v] = [Math.hypot(ux, uy), Math.hypot(vx, vy)];
  const slack = Math.max(u, v) / 1000;
  const meets = Math.abs(c[0] - a[0] - ux - vx) <= slack && Math.abs(c[1] - a[1] - uy - vy) <= slack;
  return meets && Math.abs(ux * vx + uy * vy) <= (u * v) / 1000;
}

/** The box with these corners, as `cornersOf` gives them; of corners without right angles the nearest one. */
export function boxOfCorners([a, b, c, d]: Corners): BoxShape {
  const [centreX, centreY] = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4];
  const [width, height] = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(d[0] - a[0], d[1] - a[1])];
  const turn = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    kind: 'box',
    x: centreX - (width * cos - height * sin) / 2,
    y: centreY - (width * sin + height * cos) / 2,
    width,
    height,
    rotation: (turn * 180) / Math.PI,
    pivot: 'corner',
  };
}

/** The same box, turned about the other point. */
export function about(pivot: BoxShape['pivot'], box: BoxShape): BoxShape {
  if (box.pivot === pivot) return box;
  if (box.rotation === 0) return { ...box, pivot };
  const [a, , c] = cornersOf(box);
  const [x, y] = pivot === 'corner' ? a : [(a[0] + c[0] - box.width) / 2, (a[1] + c[1] - box.height) / 2];
  return { ...box, x, y, pivot };
}
