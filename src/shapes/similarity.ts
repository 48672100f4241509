import type { MediaFacts, Similarity } from '../contract/shape.js';

type Point = readonly [number, number];

/** Where a point goes, in percent. */
export function carried([x, y]: Point, { about, scale, degrees, by }: Similarity, facts: MediaFacts): Point {
  if (scale === 1 && degrees === 0) return [x + by[0], y + by[1]];
  const { width = 100, height = 100 } = facts;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [dx, dy] = [(x - about[0]) * width, (y - about[1]) * height];
  return [about[0] + (cos * dx - sin * dy) / width + by[0], about[1] + (sin * dx + cos * dy) / height + by[1]];
}

/** Degrees from 0 up to 360. */
export const turnOf = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** The angle of what was turned; none where there was none and nothing turns. */
export const turnedBy = (rotation: number | undefined, { degrees }: Similarity): { readonly rotation?: number } =>
  degrees === 0 ? { ...(rotation !== undefined && { rotation }) } : { rotation: turnOf((rotation ?? 0) + degrees) };
