import { HALF, type Raster } from './raster.js';

/** Corners in whole pixels, each but once: `x0, y0, x1, y1 …`. */
export type Contour = readonly (readonly [x: number, y: number])[];

/** Pixels of a row that lie side by side. */
interface Run {
  readonly left: number;
  readonly right: number;
  /** The run that stands for all that are connected with this one. */
  parent: Run;
  traced: boolean;
  /** Of a run that stands for others: the rings round them. */
  outer?: Contour;
  holes?: Contour[];
}

/**
 * The outlines of what is at least half covered, along the edges of the pixels: polygons, of each the outer ring first,
 * then its holes. Pixels that only touch at a corner are not connected.
 */
export function contours(raster: Raster): readonly (readonly Contour[])[] {
  const { bounds } = raster;
  if (!bounds) return [];
  const rows: Run[][] = [];
  for (let y = bounds.top; y < bounds.bottom; y++) {
    const row = runsIn(raster, y, bounds.left, bounds.right);
    connect(rows.at(-1) ?? [], row);
    rows.push(row);
  }
  const roots: Run[] = [];
  rows.forEach((row, index) => {
    for (const run of row) {
      if (run.traced) continue;
      const ring = follow(raster, run.left, index + bounds.top, (x, y) => {
        const met = runAt(rows[y - bounds.top] ?? [], x);
        if (met) met.traced = true;
      });
      const root = rootOf(run);
      // The first ring met from above is the outer one.
      if (root.outer) root.holes?.push(ring);
      else {
        root.outer = ring;
        root.holes = [];
        roots.push(root);
      }
    }
  });
  return roots.map(({ outer = [], holes = [] }) => [outer, ...holes]);
}

function runsIn(raster: Raster, y: number, left: number, right: number): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let x = left; x <= right; x++) {
    const inside = x < right && raster.at(x, y) >= HALF;
    if (inside === start >= 0) continue;
    if (inside) start = x;
    else {
      const run = { left: start, right: x, traced: false } as Run;
      run.parent = run;
      runs.push(run);
      start = -1;
    }
  }
  return runs;
}

function connect(above: readonly Run[], below: readonly Run[]): void {
  let first = 0;
  for (const run of below) {
    while (first < above.length && (above[first] as Run).right <= run.left) first++;
    for (let i = first; i < above.length && (above[i] as Run).left < run.right; i++) {
      rootOf(run).parent = rootOf(above[i] as Run);
    }
  }
}

function rootOf(run: Run): Run {
  let root = run;
  while (root.parent !== root) root = root.parent;
  for (let at = run; at !== root; ) {
    const next = at.parent;
    at.parent = root;
    at = next;
  }
  return root;
}

/** The run that begins here. */
function runAt(row: readonly Run[], left: number): Run | undefined {
  let [from, to] = [0, row.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const run = row[middle] as Run;
    if (run.left === left) return run;
    if (run.left < left) from = middle + 1;
    else to = middle - 1;
  }
  return undefined;
}

/** North, east, south, west. */
const steps = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;
/** The pixels ahead of a corner, to the left and to the right of the way, from the corner's own pixel. */
const ahead = [
  [-1, -1, 0, -1],
  [0, -1, 0, 0],
  [0, 0, -1, 0],
  [-1, 0, -1, -1],
] as const;

/**
 * Walks round along the edges, what is inside on the right hand, from the left edge of a pixel upwards.
 * @param climbed told of each pixel whose left edge is passed
 */
function follow(raster: Raster, left: number, top: number, climbed: (x: number, y: number) => void): Contour {
  const inside = (x: number, y: number) => raster.at(x, y) >= HALF;
  const ring: (readonly [number, number])[] = [];
  let [x, y, way] = [left, top + 1, 0];
  do {
    const [dx, dy] = steps[way] as (typeof steps)[number];
    x += dx;
    y += dy;
    if (way === 0) climbed(x, y);
    const [lx, ly, rx, ry] = ahead[way] as (typeof ahead)[number];
    const turn = !inside(x + rx, y + ry) ? 1 : inside(x + lx, y + ly) ? 3 : 0;
    if (turn !== 0) {
      ring.push([x, y]);
      way = (way + turn) & 3;
    }
  } while (x !== left || y !== top + 1 || way !== 0);
  return ring;
}
