import type { PointCloud } from '../../contract/cloud.js';
import type { Vec3 } from './vector.js';

/** What a cloud's colours and its ground go by. */
export interface Survey {
  /** Between which heights nearly all points lie, and so their colours. Metres in the cloud's own frame. */
  readonly heights: readonly [low: number, high: number];
  /** The same of the intensities; undefined where the cloud has none. */
  readonly intensities: readonly [low: number, high: number] | undefined;
}

/** So many points tell as much as all. */
const SAMPLE = 20_000;
/** Shares of the points below and above, which are mostly faults of the sensor. */
const [LOW, HIGH] = [0.02, 0.98];

/** @param up the axis that heights are measured along */
export function surveyed(cloud: PointCloud, up: Vec3): Survey {
  const { count, positions, origin, intensity } = cloud;
  const step = Math.max(1, Math.ceil(count / SAMPLE));
  const heights = new Float64Array(Math.ceil(count / step));
  const intensities = intensity && new Float64Array(heights.length);
  let n = 0;
  let m = 0;
  for (let i = 0; i < count; i += step) {
    const [x, y, z] = [positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]] as [number, number, number];
    const height = (x + origin[0]) * up[0] + (y + origin[1]) * up[1] + (z + origin[2]) * up[2];
    if (!Number.isFinite(height)) continue;
    heights[n++] = height;
    const strength = intensity?.[i];
    if (intensities && strength !== undefined && Number.isFinite(strength)) intensities[m++] = strength;
  }
  return {
    heights: between(heights.subarray(0, n)),
    intensities: intensities && m > 0 ? between(intensities.subarray(0, m)) : undefined,
  };
}

function between(values: Float64Array): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  values.sort();
  const at = (share: number) => values[Math.round(share * (values.length - 1))] as number;
  return [at(LOW), at(HIGH)];
}
