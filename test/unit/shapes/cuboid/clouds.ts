import type { PointCloud } from '../../../../src/contract/cloud.js';
import type { Cuboid, Triple } from '../../../../src/shapes/cuboid/cuboid.js';

export type Point = readonly [x: number, y: number, z: number];

/** A cloud of these points, less an origin. */
export function cloudOf(points: readonly Point[], origin: Point = [0, 0, 0]): PointCloud {
  const positions = Float32Array.from(
    points.flatMap((point) => point.map((value, i) => value - (origin[i] as number))),
  );
  return { count: points.length, positions, origin, bounds: undefined };
}

/** Numbers from 0 to 1, the same in each run. */
export function random(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of a normal distribution. */
export const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

export const upright = (x: number, y: number, z: number, yaw: number, size: Point): Cuboid => ({
  position: { x, y, z },
  rotation: { x: 0, y: 0, z: yaw },
  size: tripleOf(size),
});

export const tripleOf = ([x, y, z]: Point): Triple => ({ x, y, z });

/** A point of the cloud in a box' own axes, from its middle: turned back about x, then y, then z. */
export function inOwnAxes({ position, rotation }: Cuboid, [x, y, z]: Point): Point {
  let [a, b, c] = [x - position.x, y - position.y, z - position.z];
  [b, c] = [b * Math.cos(rotation.x) + c * Math.sin(rotation.x), c * Math.cos(rotation.x) - b * Math.sin(rotation.x)];
  [a, c] = [a * Math.cos(rotation.y) - c * Math.sin(rotation.y), c * Math.cos(rotation.y) + a * Math.sin(rotation.y)];
  [a, b] = [a * Math.cos(rotation.z) + b * Math.sin(rotation.z), b * Math.cos(rotation.z) - a * Math.sin(rotation.z)];
  return [a, b, c];
}

/** What a scanner with 64 beams, two metres above flat ground at (0, 0), sees of upright boxes. Ranges are off by some 2 cm. */
export function scan(boxes: readonly Cuboid[], noise = 0.02): readonly Point[] {
  const next = random(7);
  const points: Point[] = [];
  for (let beam = 0; beam < 64; beam++) {
    const down = ((2 - beam * 0.42) * Math.PI) / 180;
    for (let step = 0; step < 1800; step++) {
      const around = (step * Math.PI) / 900;
      const ray: Point = [Math.cos(down) * Math.cos(around), Math.cos(down) * Math.sin(around), Math.sin(down)];
      let away = ray[2] < 0 ? -2 / ray[2] : Infinity;
      for (const box of boxes) away = Math.min(away, hit(box, ray));
      if (away > 70) continue;
      const range = away + normal(next) * noise;
      points.push([ray[0] * range, ray[1] * range, 2 + ray[2] * range]);
    }
  }
  return points;
}

function hit(box: Cuboid, ray: Point): number {
  const from = inOwnAxes(box, [0, 0, 2]);
  const along = inOwnAxes({ ...box, position: { x: 0, y: 0, z: 0 } }, ray);
  let [enter, leave] = [0, Infinity];
  [box.size.x, box.size.y, box.size.z].forEach((size, axis) => {
    const [start, slope] = [from[axis] as number, along[axis] as number];
    const [a, b] = [(-size / 2 - start) / slope, (size / 2 - start) / slope];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  });
  return enter < leave ? enter : Infinity;
}

/** Points all over the faces of a box but the lowest. */
export function surfaceOf(box: Cuboid, count: number, next = random(5)): Point[] {
  return Array.from({ length: count }, () => {
    const own: [number, number, number] = [next() - 0.5, next() - 0.5, next() - 0.5];
    const face = Math.floor(next() * 5);
    if (face === 4) own[2] = 0.5;
    else own[face >> 1] = (face & 1) - 0.5;
    const [x, y, z] = [own[0] * box.size.x, own[1] * box.size.y, own[2] * box.size.z];
    const [cos, sin] = [Math.cos(box.rotation.z), Math.sin(box.rotation.z)];
    return [box.position.x + x * cos - y * sin, box.position.y + x * sin + y * cos, box.position.z + z];
  });
}
