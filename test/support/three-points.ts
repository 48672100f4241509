import type { Rectangle } from '../../src/shapes/rectangle/codec.js';

type Point = readonly [x: number, y: number];

interface Box {
  /** Both ends of an edge, and one on the opposite one; percent of a picture that is as wide as it is high. */
  readonly points: readonly Point[];
  readonly drawn: Required<Rectangle>;
}

const box = (rotation: number, points: readonly Point[], [x, y]: Point, [width, height]: Point): Box => ({
  points,
  drawn: { x, y, width, height, rotation },
});
const across = Math.hypot(20, 20);

/** Boxes by three points, turned all the way round: the first edge goes to the right, down, left, up, and in between. */
// biome-ignore format: one box a line
export const boxesByThreePoints: readonly Box[] = [
  box(0, [[10, 10], [20, 10], [20, 20]], [10, 10], [10, 10]),
  box(45, [[30, 20], [50, 40], [30, 60]], [30, 20], [across, across]),
  box(90, [[80, 20], [80, 80], [20, 80]], [80, 20], [60, 60]),
  box(135, [[70, 20], [50, 40], [30, 20]], [70, 20], [across, across]),
  box(180, [[60, 60], [40, 60], [40, 40]], [60, 60], [20, 20]),
  box(225, [[40, 80], [20, 60], [40, 40]], [40, 80], [across, across]),
  box(270, [[10, 20], [10, 10], [20, 10]], [10, 20], [10, 10]),
  box(315, [[40, 60], [60, 40], [80, 60]], [40, 60], [across, across]),
];
