import { type Lens, type Point, project } from './lens.js';
import { cornersOf, EDGES, type Solid } from './solid.js';
import { along, dot, minus, type Vec3 } from './vector.js';

/** CSS pixels of the surface. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The edges of a box as a lens shows them; what is behind the eye is left out. CSS pixels of the surface. */
export function edgesOf(lens: Lens, solid: Solid): readonly (readonly [Point, Point])[] {
  const corners = cornersOf(solid);
  return EDGES.flatMap(([a, b]) => {
    const seen = before(lens, corners[a] as Vec3, corners[b] as Vec3);
    if (!seen) return [];
    const [[ax, ay], [bx, by]] = [project(lens, seen[0]), project(lens, seen[1])];
    return [
      [
        [ax, ay],
        [bx, by],
      ] as const,
    ];
  });
}

/** The upright rectangle round a box as a lens shows it; undefined where all of it is behind the eye. */
export function boxOf(lens: Lens, solid: Solid): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const edge of edgesOf(lens, solid)) {
    for (const [x, y] of edge) {
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
  }
  return left <= right ? { left, top, right, bottom } : undefined;
}

/** How near a place comes to the edges of a box, in CSS pixels. */
export function distanceToEdges(lens: Lens, solid: Solid, at: Point): number {
  return Math.min(Infinity, ...edgesOf(lens, solid).map(([a, b]) => distanceTo(a, b, at)));
}

/** The part of a line that is before the eye. */
function before(lens: Lens, a: Vec3, b: Vec3): readonly [Vec3, Vec3] | undefined {
  if (!lens.perspective) return [a, b];
  const [da, db] = [a, b].map((at) => -dot(minus(at, lens.eye), lens.back) - lens.near) as [number, number];
  if (da < 0 && db < 0) return undefined;
  const met = () => along(a, minus(b, a), da / (da - db));
  return da < 0 ? [met(), b] : db < 0 ? [a, met()] : [a, b];
}

function distanceTo([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
  return Math.hypot(ax + share * dx - x, ay + share * dy - y);
}
