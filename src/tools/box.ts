import type { Rectangle } from '../shapes/rectangle/codec.js';
import { type Env, inPercent, isTiny, type Point, placed } from './on-picture.js';
import { twoPointTool } from './two-points.js';

/** CSS pixels along the sides of the box that a double click makes, and of the one that a key makes. */
const SIDE = 30;
const KEY_SIDE = 100;

/** Draws a box from corner to corner. */
export const boxTool = twoPointTool<Rectangle>(
  { name: 'box', shape: 'rectangle', title: 'Rectangle', icon: 'square', hotkey: 'r' },
  {
    between: boxBetween,
    handy: handyBox,
    about: boxAbout,
    isTiny: ({ width, height }, env) => isTiny(width, height, env),
  },
);

function boxBetween(from: Point, to: Point): Rectangle {
  return {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(to[0] - from[0]),
    height: Math.abs(to[1] - from[1]),
    rotation: 0,
  };
}

/** A box of the default size, from the point down to the right. */
export function handyBox([x, y]: Point, env: Env): Rectangle {
  const [across, down] = inPercent(SIDE, env);
  return boxBetween([x, y], placed([x + across, y + down], env));
}

/** A box about the point, as much of it as there is picture. */
export function boxAbout([x, y]: Point, env: Env): Rectangle {
  const [across, down] = inPercent(KEY_SIDE / 2, env);
  return boxBetween(placed([x - across, y - down], env), placed([x + across, y + down], env));
}
