import { type CloudGrid, runsWithin } from './grid.js';
import { heightOf, type Level } from './ground.js';

/** Metres from a click within which something must be. */
const REACH = 1.5;
/** Metres from the click at which a cluster may at most go on: nothing that one draws a box around is longer than twice this. */
const FARTHEST = 12.5;
/** Metres above the ground; what is higher is a roof, a bridge or a tree. */
export const TALLEST = 8;
/** Metres that may part the points of one thing. How dense its points are says which it is. */
const GAPS = { least: 0.09, usual: 0.25, most: 0.8 } as const;
/** By how much closer, as long as it does not fall to pieces: what gap, as a multiple of that distance, one thing bears. */
const CLOSER = 0.6;
const CLOSEST = 1.2;
/** The neighbour that says how dense they are, and the gap as a multiple of its distance. */
const NEIGHBOUR = 8;
const SPARSENESS = 2.5;
/** How much farther apart points may be up and down. */
const RINGS = 1.5;
/** Voxels along a gap, and up and down. */
const STEPS = 3;
const LAYERS = 2;
const FULL = 1;
const REACHED = 2;

/** Where points are taken for ground: so many metres above it or less. */
export const groundHeight = ({ spread }: Level): number => Math.min(Math.max(4 * spread, 0.08), 0.3);

/** What hangs together, without the ground. */
export interface Cluster {
  /** Along, across and up of each point. */
  readonly points: Float64Array;
  /** Whether it goes on farther than anything that one draws a box around. */
  readonly isCut: boolean;
}

/**
 * What hangs together around a place: as the density of its points suggests, and then what lies ever closer together,
 * in case the first is two things, or a car that runs on into a hedge. None where the place is near to no point.
 * @param level the ground; where there is none, a plane below everything
 */
export function* clustersAt(grid: CloudGrid, place: Seed, level: Level): Generator<Cluster> {
  const start = startOf(grid, place, level);
  if (!start) return;
  for (let { gap } = start; gap >= start.least; gap *= CLOSER) {
    const near = grow(grid, start.seed, level, gap, FARTHEST / 3);
    yield near.isCut ? grow(grid, start.seed, level, gap, FARTHEST) : near;
  }
}

type Seed = readonly [along: number, across: number, up: number];

/** Where the nearest point is that is not ground, and the gap that its neighbours suggest. */
function startOf(grid: CloudGrid, place: Seed, level: Level) {
  const seed = nearestTo(grid, place, level, REACH / 10) ?? nearestTo(grid, place, level, REACH);
  if (seed === undefined) return undefined;
  const [along, across, up] = [0, 1, 2].map((axis) => grid.points[seed + axis] as number) as [number, number, number];
  const widest = GAPS.most / SPARSENESS;
  const { distances } = near(grid, [along, across, up], level, widest);
  const distance = distances.sort((a, b) => a - b)[NEIGHBOUR] ?? widest;
  return {
    seed,
    gap: Math.max(GAPS.usual, distance * SPARSENESS),
    least: Math.max(GAPS.least, distance * CLOSEST),
  };
}

function nearestTo(grid: CloudGrid, place: Seed, level: Level, reach: number): number | undefined {
  const { places, distances } = near(grid, place, level, reach);
  let least = 0;
  for (let i = 1; i < places.length; i++) if ((distances[i] as number) < (distances[least] as number)) least = i;
  return places[least];
}

/** Where the points are that are not ground, and how far away. */
function near(grid: CloudGrid, [along, across, up]: Seed, level: Level, reach: number) {
  const { points } = grid;
  const least = groundHeight(level);
  const places: number[] = [];
  const distances: number[] = [];
  for (const [from, to] of runsWithin(grid, [along - reach, across - reach], [along + reach, across + reach])) {
    for (let k = 3 * from; k < 3 * to; k += 3) {
      const x = points[k] as number;
      const y = points[k + 1] as number;
      const z = points[k + 2] as number;
      const away = Math.sqrt((x - along) ** 2 + (y - across) ** 2 + (z - up) ** 2);
      if (away > reach || z - heightOf(level, x, y) <= least) continue;
      places.push(k);
      distances.push(away);
    }
  }
  return { places, distances };
}

/** Goes from voxel to voxel as long as none is farther than a gap away. `isCut`: it went on farther than it may. */
function grow(grid: CloudGrid, start: number, level: Level, gap: number, reach: number): Cluster {
  const { points } = grid;
  const [along, across] = [points[start] as number, points[start + 1] as number];
  const [low, high] = [[along - reach, across - reach] as const, [along + reach, across + reach] as const];
  const runs = [...runsWithin(grid, low, high)];
  const most = runs.reduce((sum, [from, to]) => sum + to - from, 0);
  const places = new Int32Array(most);
  const voxelOf = new Int32Array(most);

  // Scans lie in rings, farther apart up and down than along. All around are voxels to spare, so that steps end nowhere else.
  const [side, tall] = [gap / STEPS, (RINGS * gap) / LAYERS];
  const row = Math.ceil((2 * reach) / side) + 2 * STEPS;
  const layer = row * row;
  const voxels = new Uint8Array(layer * (Math.ceil(TALLEST / tall) + 2 * LAYERS));
  const least = groundHeight(level);
  const { at, slope, height } = level;
  let count = 0;
  let full = 0;
  let seed = 0;
  for (const [from, to] of runs) {
    for (let k = 3 * from; k < 3 * to; k += 3) {
      const x = points[k] as number;
      const y = points[k + 1] as number;
      const z = (points[k + 2] as number) - height - slope[0] * (x - at[0]) - slope[1] * (y - at[1]);
      if (z <= least || z >= TALLEST || Math.abs(x - along) >= reach || Math.abs(y - across) >= reach) continue;
      const column = Math.floor((x - low[0]) / side) + STEPS;
      const line = Math.floor((y - low[1]) / side) + STEPS;
      const voxel = (Math.floor(z / tall) + LAYERS) * layer + line * row + column;
      if (k === start) seed = voxel;
      if (voxels[voxel] !== FULL) full++;
      voxels[voxel] = FULL;
      places[count] = k;
      voxelOf[count++] = voxel;
    }
  }
  flood(voxels, seed, stepsOf(row, layer), full);
  const found = new Float64Array(3 * count);
  let to = 0;
  let isCut = false;
  for (let i = 0; i < count; i++) {
    if (voxels[voxelOf[i] as number] !== REACHED) continue;
    const k = places[i] as number;
    const x = points[k] as number;
    const y = points[k + 1] as number;
    found[to++] = x;
    found[to++] = y;
    found[to++] = points[k + 2] as number;
    isCut ||= Math.max(Math.abs(x - along), Math.abs(y - across)) > reach - gap;
  }
  return { points: found.subarray(0, to), isCut };
}

/** From a voxel to all that are not farther away than a gap. */
function stepsOf(row: number, layer: number): readonly number[] {
  const steps: number[] = [];
  for (let z = -LAYERS; z <= LAYERS; z++) {
    for (let y = -STEPS; y <= STEPS; y++) {
      for (let x = -STEPS; x <= STEPS; x++) {
        const away = (x * x + y * y) / STEPS ** 2 + (z * z) / LAYERS ** 2;
        if (away > 0 && away <= 1) steps.push(z * layer + y * row + x);
      }
    }
  }
  return steps;
}

function flood(voxels: Uint8Array, seed: number, steps: readonly number[], full: number): void {
  const stack = new Int32Array(full + 1);
  let filled = 0;
  voxels[seed] = REACHED;
  stack[filled++] = seed;
  while (filled > 0) {
    const voxel = stack[--filled] as number;
    for (const step of steps) {
      const next = voxel + step;
      if (voxels[next] !== FULL) continue;
      voxels[next] = REACHED;
      stack[filled++] = next;
    }
  }
}
