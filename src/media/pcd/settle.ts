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
 * @param given x, y, z of each point; changed, and perhaps what is returned
 */
export function settle(given: Coordinates): Pick<PointCloud, 'positions' | 'origin' | 'bounds'> {
  const bounds = boundsOf(given);
  const origin = originOf(given);
  if (origin.some((shift) => shift !== 0)) return { positions: shifted(given, origin), origin, bounds };
  return { positions: given instanceof Float32Array ? given : new Float32Array(given), origin, bounds };
}

/** Of what are points; what is none becomes NaN. */
function boundsOf(given: Coordinates): PointCloud['bounds'] {
  let leastX = Infinity;
  let leastY = Infinity;
  let leastZ = Infinity;
  let mostX = -Infinity;
  let mostY = -Infinity;
  let mostZ = -Infinity;
  for (let k = 0; k < given.length; k += 3) {
    const x = given[k] as number;
    const y = given[k + 1] as number;
    const z = given[k + 2] as number;
    // Nearly all lie within those that came before.
    if (x >= leastX && x <= mostX && y >= leastY && y <= mostY && z >= leastZ && z <= mostZ) continue;
    if (Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST) {
      if (x < leastX) leastX = x;
      if (x > mostX) mostX = x;
      if (y < leastY) leastY = y;
      if (y > mostY) mostY = y;
      if (z < leastZ) leastZ = z;
      if (z > mostZ) mostZ = z;
    } else {
      given[k] = given[k + 1] = given[k + 2] = Number.NaN;
    }
  }
  return leastX <= mostX ? { least: [leastX, leastY, leastZ], most: [mostX, mostY, mostZ] } : undefined;
}

function shifted(given: Coordinates, [ox, oy, oz]: Triple): Float32Array {
  const positions = given instanceof Float32Array ? given : new Float32Array(given.length);
  for (let k = 0; k < given.length; k += 3) {
    positions[k] = (given[k] as number) - ox;
    positions[k + 1] = (given[k + 1] as number) - oy;
    positions[k + 2] = (given[k + 2] as number) - oz;
  }
  return positions;
}

/** The median, in whole metres, of some points: a few strays, or zeros that mean nothing, do not move it. */
function originOf(given: Coordinates): Triple {
  const count = given.length / 3;
  for (const step of new Set([Math.max(1, Math.floor(count / SAMPLE)), 1])) {
    const found: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < count && found[0].length < SAMPLE; i += step) {
      const [x, y, z] = [given[3 * i] as number, given[3 * i + 1] as number, given[3 * i + 2] as number];
      if (Number.isNaN(x)) continue;
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
