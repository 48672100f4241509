import type { PointCloud } from '../../contract/cloud.js';
import type { Cuboid } from './cuboid.js';
import { listOf, toLocal } from './frame.js';
import { anyGridOf, type CloudGrid, localTo, runsWithin } from './grid.js';
import { columnOf, rotationOf } from './rotation.js';

/** How many points of a cloud lie in a cuboid or on its faces. */
export function pointsInside(cloud: PointCloud, cuboid: Cuboid): number {
  let count = 0;
  eachInside(anyGridOf(cloud), cuboid, () => {
    count++;
  });
  return count;
}

/** The indices of these points, in the order of the file. */
export function indicesInside(cloud: PointCloud, cuboid: Cuboid): Uint32Array {
  const grid = anyGridOf(cloud);
  const found: number[] = [];
  eachInside(grid, cuboid, (place) => found.push(grid.indices[place] as number));
  return Uint32Array.from(found).sort();
}

/** Calls back with the place in `grid.points` of each point in a cuboid. */
export function eachInside(grid: CloudGrid, cuboid: Cuboid, found: (place: number) => void): void {
  const { frame, points } = grid;
  const [m0, m1, m2] = localTo(grid, listOf(cuboid.position));
  const rotation = rotationOf(cuboid.rotation);
  const [u0, u1, u2] = toLocal(frame, columnOf(rotation, 0));
  const [v0, v1, v2] = toLocal(frame, columnOf(rotation, 1));
  const [w0, w1, w2] = toLocal(frame, columnOf(rotation, 2));
  const [hu, hv, hw] = [cuboid.size.x / 2, cuboid.size.y / 2, cuboid.size.z / 2];
  const along = Math.abs(u0) * hu + Math.abs(v0) * hv + Math.abs(w0) * hw;
  const across = Math.abs(u1) * hu + Math.abs(v1) * hv + Math.abs(w1) * hw;
  for (const [from, to] of runsWithin(grid, [m0 - along, m1 - across], [m0 + along, m1 + across])) {
    for (let place = from, k = 3 * from; place < to; place++, k += 3) {
      const x = (points[k] as number) - m0;
      const y = (points[k + 1] as number) - m1;
      const z = (points[k + 2] as number) - m2;
      if (
        Math.abs(x * u0 + y * u1 + z * u2) <= hu &&
        Math.abs(x * v0 + y * v1 + z * v2) <= hv &&
        Math.abs(x * w0 + y * w1 + z * w2) <= hw
      ) {
        found(place);
      }
    }
  }
}
