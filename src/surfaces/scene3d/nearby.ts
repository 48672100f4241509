import type { PointCloud } from '../../contract/cloud.js';
import { minus, type Vec3 } from './vector.js';

/** Points that lie within a ball, so that the views of one box need not draw all others. */
export interface Nearby {
  readonly centre: Vec3;
  readonly radius: number;
  readonly indices: Uint32Array;
}

/** So much farther than is needed is looked, so that a box that moves a little needs no other look. */
const SPARE = 1.5;
/** A ball that many times as large as is needed is too large. */
const TOO_LARGE = 4;

/** @param known what was found before, which may do */
export function nearbyOf(cloud: PointCloud, centre: Vec3, radius: number, known: Nearby | undefined): Nearby {
  const off = known && Math.hypot(...minus(centre, known.centre));
  if (known && off !== undefined && off + radius <= known.radius && known.radius <= TOO_LARGE * radius) return known;
  const { positions, count } = cloud;
  const [cx, cy, cz] = minus(centre, cloud.origin);
  const reach = radius * SPARE;
  let indices = new Uint32Array(1024);
  let n = 0;
  for (let i = 0, k = 0; i < count; i++, k += 3) {
    const x = (positions[k] as number) - cx;
    // What is not a number is not within.
    if (!(x <= reach && x >= -reach)) continue;
    const [y, z] = [(positions[k + 1] as number) - cy, (positions[k + 2] as number) - cz];
    if (!(x * x + y * y + z * z <= reach * reach)) continue;
    if (n === indices.length) {
      const larger = new Uint32Array(2 * n);
      larger.set(indices);
      indices = larger;
    }
    indices[n++] = i;
  }
  return { centre, radius: reach, indices: indices.subarray(0, n) };
}
