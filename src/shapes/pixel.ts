import type { MediaFacts } from '../contract/shape.js';

type Point = readonly [number, number];

/** Percent rounded to whole pixels of the picture; as it is while the picture's size is not known. */
export function toPixel([x, y]: Point, { width, height }: MediaFacts): Point {
  return [
    width ? (Math.round((x * width) / 100) * 100) / width : x,
    height ? (Math.round((y * height) / 100) * 100) / height : y,
  ];
}
