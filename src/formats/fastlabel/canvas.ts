import { filled } from '../../base/fill.js';
import { alphaOf, type Rings } from '../geometry/alpha.js';
import { boundsOf } from '../geometry/points.js';
import type { Point } from '../pictures.js';

export type Colour = readonly [red: number, green: number, blue: number];

/** Undefined for what is no `#rrggbb` or `#rgb`. */
export function colourOf(text: unknown): Colour | undefined {
  const [, digits = ''] = typeof text === 'string' ? (/^#((?:[\da-f]{3}){1,2})$/i.exec(text) ?? []) : [];
  if (digits === '') return undefined;
  const size = digits.length / 3;
  const part = (at: number) =>
    Number.parseInt(digits.slice(at * size, at * size + size).padEnd(2, digits[at * size]), 16);
  return [part(0), part(1), part(2)];
}

/** A picture that is drawn on: three bytes for each pixel, row by row. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  constructor(width: number, height: number, data?: Uint8Array) {
    this.width = width;
    this.height = height;
    this.data = data ?? new Uint8Array(width * height * 3).fill(255);
  }

  /**
   * Lays a colour over the pixels whose middles lie in one of the polygons, once wherever several of them are.
   *
   * @param opacity 0 to 1
   */
  lay(polygons: readonly Rings[], colour: Colour, opacity: number): void {
    const bounds = boundsOf(polygons.flatMap(([outline = []]) => outline));
    if (!bounds) return;
    const [left, top] = [Math.max(0, Math.floor(bounds.x)), Math.max(0, Math.floor(bounds.y))];
    const width = Math.min(this.width, Math.ceil(bounds.x + bounds.width)) - left;
    const height = Math.min(this.height, Math.ceil(bounds.y + bounds.height)) - top;
    if (width <= 0 || height <= 0) return;
    const covered = new Uint8Array(width * height);
    for (const rings of polygons) {
      const moved = rings.map((ring) => ring.map(([x, y]): Point => [x - left, y - top]));
      const alpha = alphaOf(filled(moved, width, height));
      for (let at = 0; at < alpha.length; at++) if (alpha[at] !== 0) covered[at] = 1;
    }
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (covered[y * width + x] === 0) continue;
        const at = ((top + y) * this.width + left + x) * 3;
        for (let part = 0; part < 3; part++) {
          const below = this.data[at + part] as number;
          this.data[at + part] = Math.round(below + ((colour[part] as number) - below) * opacity);
        }
      }
    }
  }
}

/** Corners that stand for a disc. */
const CORNERS = 32;

export const disc = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: CORNERS }, (_, index): Point => {
    const angle = (index / CORNERS) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

/** A line through points as polygons: a bar for each part of it, and discs where they meet if it is thick enough to see. */
export function stroke(points: readonly Point[], width: number, isClosed: boolean): Rings[] {
  const ends = isClosed && points[0] ? [...points, points[0]] : points;
  const polygons: Rings[] = [];
  ends.forEach((to, index) => {
    const from = ends[index - 1];
    if (!from) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length === 0) return;
    const [x, y] = [((from[1] - to[1]) / length) * (width / 2), ((to[0] - from[0]) / length) * (width / 2)];
    polygons.push([
      [
        [from[0] + x, from[1] + y],
        [to[0] + x, to[1] + y],
        [to[0] - x, to[1] - y],
        [from[0] - x, from[1] - y],
      ],
    ]);
    if (width > 1) polygons.push([disc(to, width / 2)], [disc(from, width / 2)]);
  });
  return polygons;
}
