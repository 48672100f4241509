import type { ToolEnv } from '../contract/tool.js';

export type Point = readonly [number, number];
export type Env = ToolEnv<unknown, Point>;

/** Below so many CSS pixels a shape was not meant. */
const LEAST = 3;

export const onPicture = ([x, y]: Point): boolean => x >= 0 && x <= 100 && y >= 0 && y <= 100;

const inside = (value: number) => Math.max(0, Math.min(100, value));

/** Where a point is set: snapped, and on the picture. */
export function placed(at: Point, env: Env): Point {
  const [x, y] = env.snap(at);
  return [inside(x), inside(y)];
}

/** So many CSS pixels in percent, per axis. */
export const inPercent = (pixels: number, { pixel }: Env): Point => {
  const [across = 0, down = across] = pixel;
  return [pixels * across, pixels * down];
};

/** Whether it is less wide or high than a hand can mean. */
export function isTiny(width: number, height: number, env: Env): boolean {
  const [least, leastDown] = inPercent(LEAST, env);
  return width < least || height < leastDown;
}
