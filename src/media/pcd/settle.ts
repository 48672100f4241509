import type { PointCloud } from '../../contract/cloud.js';

/** Metres; farther away is nothing, but what marks a point as invalid. */
const FARTHEST = 1e9;
/** Metres up to which a float is exact to a tenth of a millimetre, with some to spare. */
const NEAR = 1000;
const SAMPLE = 999;

type Coordinates = Float32Array | Float64Array;
type Triple = readonly [number, number, number];

/**
 * Positions of single precision, less an origin that is chosen so that nothing is lost: near the middle of the cloud
 * where that is far from zero. What is no number, or infinite, becomes NaN in all three.
 * @param given x, y, z of each point; those of single precision are changed in place
 */
export function settle(given: Coordinates): Pick<PointCloud, 'positions' | 'origin' | 'bounds'> {
  const origin = originOf(given);
  const [ox, oy, oz] = origin;
  const positions = given instanceof Float32Array ? given : new Float32Array(given.length);
  let [leastX, leastY, leastZ, mostX, mostY, mostZ] = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let k = 0; k < given.length; k += 3) {
    const x = given[k] as number;
    const y = given[k + 1] as number;
    const z = given[k + 2] as number;
    if (isPoint(x, y, z)) {
      if (x < leastX) leastX = x;
      if (x > mostX) mostX = x;
      if (y < leastY) leastY = y;
      if (y > mostY) mostY = y;
      if (z < leastZ) leastZ = z;
      if (z > mostZ) mostZ = z;
      positions[k] = x - ox;
      positions[k + 1] = y - oy;
      positions[k + 2] = z - oz;
    } else {
      positions[k] = positions[k + 1] = positions[k + 2] = Number.NaN;
    }
  }
  const bounds =
    leastX <= mostX
      ? ({ least: [leastX, leastY, leastZ], most: [mostX, mostY, mostZ] } satisfies PointCloud['bounds'])
      : undefined;
  return { positions, origin, bounds };
}

const isPoint = (x: number, y: number, z: number): boolean =>
  x >= -FARTHEST && x <= FARTHEST && y >= -FARTHEST && y <= FARTHEST && z >= -FARTHEST && z <= FARTHEST;

/** The median, in whole metres, of some points: a few strays, or zeros that mean nothing, do not move it. */
function originOf(given: Coordinates): Triple {
  const count = given.length / 3;
  for (const step of new Set([Math.max(1, Math.floor(count / SAMPLE)), 1])) {
    const found: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < count && found[0].length < SAMPLE; i += step) {
      const [x, y, z] = [given[3 * i] as number, given[3 * i + 1] as number, given[3 * i + 2] as number];
      if (!isPoint(x, y, z)) continue;
      found[0].push(x);
      found[1].push(y);
      found[2].push(z);
    }
    if (found[0].length > 0) return [shiftOf(found[0]), shiftOf(found[1]), shiftOf(found[2])];
  }
  return [0, 0, 0];
}

function shiftOf(values: number[]): number {
  const middle = values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return Math.abs(middle) > NEAR ? Math.round(middle) : 0;
}
