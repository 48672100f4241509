import type { Raster } from './raster.js';
import { RunWriter } from './run-writer.js';

type Point = readonly [number, number];

/** A side of a polygon, from the upper to the lower end. */
interface Side {
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
  readonly slope: number;
}

/**
 * A raster of the pixels whose middles lie in the rings, of which those inside another are holes (even-odd). Points are in
 * pixels; those that are no numbers are passed over.
 */
export function filled(rings: readonly (readonly Point[])[], width: number, height: number): Raster {
  const sides = rings.flatMap(sidesOf).sort((a, b) => a.y - b.y);
  const out = new RunWriter(width, height);
  let next = 0;
  let active: Side[] = [];
  const top = Math.max(0, Math.floor(sides[0]?.y ?? height));
  for (let y = top; y < height; y++) {
    const middle = y + 0.5;
    if (active.length === 0 && next === sides.length) break;
    while (next < sides.length && (sides[next] as Side).y <= middle) active.push(sides[next++] as Side);
    active = active.filter(({ bottom }) => bottom > middle);
    const crossings = active.map(({ x, y: from, slope }) => x + (middle - from) * slope).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const left = pixelAt(crossings[i] as number, width);
      const right = pixelAt(crossings[i + 1] as number, width);
      if (left >= right) continue;
      out.run(y * width + left, 0);
      out.run(y * width + right, 255);
    }
  }
  return out.done();
}

/** The first pixel of a row whose middle is not to the left. */
const pixelAt = (x: number, width: number): number => Math.max(0, Math.min(width, Math.ceil(x - 0.5)));

function sidesOf(ring: readonly Point[]): readonly Side[] {
  const points = ring.filter((point) => point.every(Number.isFinite));
  return points.flatMap((a, index) => {
    const b = points[(index + 1) % points.length] as Point;
    if (a[1] === b[1]) return [];
    const [upper, lower] = a[1] < b[1] ? [a, b] : [b, a];
    return [{ x: upper[0], y: upper[1], bottom: lower[1], slope: (lower[0] - upper[0]) / (lower[1] - upper[1]) }];
  });
}
