import type { PointCloud } from '../../contract/cloud.js';
import { type Frame, frames, type Local, toLocal, type Up } from './frame.js';

/** Metres along a cell where points are not dense. */
const WIDEST = 0.5;
/** Points in a cell where they are. */
const POINTS = 16;
const MOST_CELLS = 1 << 21;
const SAMPLE = 2000;

/** The points of a cloud, sorted into the cells of a grid that lies on the ground. Points that are no numbers are left out. */
export interface CloudGrid {
  readonly frame: Frame;
  /** Along, across, up of each point, cell by cell and row by row, in metres less `origin`. */
  readonly points: Float32Array;
  /** The index in the cloud of each of `points`. */
  readonly indices: Uint32Array;
  /** Where in `points` each cell begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly origin: Local;
  readonly columns: number;
  readonly rows: number;
  /** Metres along a cell's side. */
  readonly cell: number;
  /** The corner of the first cell, less `origin`. The cells at the edge hold all that is farther out. */
  readonly corner: readonly [along: number, across: number];
}

const made = new WeakMap<PointCloud, Map<Up, CloudGrid>>();

/** The grid of a cloud; made when it is first asked for. */
export function gridOf(cloud: PointCloud, up: Up = 'z'): CloudGrid {
  const grids = made.get(cloud) ?? new Map<Up, CloudGrid>();
  made.set(cloud, grids);
  const grid = grids.get(up) ?? makeGrid(cloud, frames[up]);
  grids.set(up, grid);
  return grid;
}

/** Any grid of a cloud, where it does not matter which axis is up. */
export const anyGridOf = (cloud: PointCloud): CloudGrid => made.get(cloud)?.values().next().value ?? gridOf(cloud, 'z');

/** A place of the cloud's own frame in a grid's coordinates. */
export function localTo({ frame, origin }: CloudGrid, at: readonly [number, number, number]): Local {
  const [along, across, up] = toLocal(frame, at);
  return [along - origin[0], across - origin[1], up - origin[2]];
}

function makeGrid(cloud: PointCloud, frame: Frame): CloudGrid {
  const { positions, count } = cloud;
  const { axes, sign } = frame;
  const [left, right] = spanOf(positions, count, axes[0], 1);
  const [near, far] = spanOf(positions, count, axes[1], sign);
  const [width, depth] = [Math.max(right - left, 1e-3), Math.max(far - near, 1e-3)];
  const fitting = Math.sqrt((POINTS * width * depth) / Math.max(count, 1));
  const least = Math.sqrt((width * depth) / Math.min(MOST_CELLS, Math.max(4096, 4 * count)));
  const cell = Math.max(Math.min(WIDEST, fitting), least, Math.max(width, depth) / MOST_CELLS);
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(depth / cell)];
  const cells = cellsOf(cloud, frame, { corner: [left, near], cell, columns, rows });
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < count; i++) {
    const at = cells[i] as number;
    starts[at] = (starts[at] as number) + 1;
  }
  // The last one is no cell, but holds those that lie nowhere: it becomes where the last cell ends.
  starts[columns * rows] = 0;
  // What was how many becomes where each cell ends; filling from behind makes it where each begins.
  let sum = 0;
  for (let at = 0; at < starts.length; at++) {
    sum += starts[at] as number;
    starts[at] = sum;
  }
  const sorted = sortedInto(cloud, frame, cells, starts);
  return { frame, ...sorted, starts, origin: toLocal(frame, cloud.origin), columns, rows, cell, corner: [left, near] };
}

/** The cell that each point is in; one behind the last for those that are no numbers. */
function cellsOf(
  { positions, count }: PointCloud,
  { axes: [a, b, c], sign }: Frame,
  { corner, cell, columns, rows }: Pick<CloudGrid, 'corner' | 'cell' | 'columns' | 'rows'>,
): Uint32Array {
  const [left, near] = corner;
  const cells = new Uint32Array(count);
  for (let i = 0, k = 0; i < count; i++, k += 3) {
    const along = positions[k + a] as number;
    const across = (positions[k + b] as number) * sign;
    const up = positions[k + c] as number;
    const column = Math.min(Math.max(Math.floor((along - left) / cell), 0), columns - 1);
    const row = Math.min(Math.max(Math.floor((across - near) / cell), 0), rows - 1);
    const isPoint = along - along + (across - across) + (up - up) === 0;
    cells[i] = isPoint ? row * columns + column : columns * rows;
  }
  return cells;
}

/** @param ends where each cell ends; when it is done, where each begins */
function sortedInto(
  { positions, count }: PointCloud,
  { axes: [a, b, c], sign }: Frame,
  cells: Uint32Array,
  ends: Uint32Array,
): Pick<CloudGrid, 'points' | 'indices'> {
  const nowhere = ends.length - 1;
  const all = ends[nowhere] as number;
  const points = new Float32Array(3 * all);
  const indices = new Uint32Array(all);
  for (let i = count - 1; i >= 0; i--) {
    const at = cells[i] as number;
    if (at === nowhere) continue;
    const place = (ends[at] as number) - 1;
    ends[at] = place;
    indices[place] = i;
    points[3 * place] = positions[3 * i + a] as number;
    points[3 * place + 1] = (positions[3 * i + b] as number) * sign;
    points[3 * place + 2] = positions[3 * i + c] as number;
  }
  return { points, indices };
}

/** What most of the points lie in, with room to spare: a few strays far out would make all cells too large. */
function spanOf(positions: Float32Array, count: number, axis: number, sign: number): readonly [number, number] {
  const values: number[] = [];
  for (const step of new Set([Math.max(1, Math.floor(count / SAMPLE)), 1])) {
    for (let i = 0; i < count && values.length < SAMPLE; i += step) {
      const value = (positions[3 * i + axis] as number) * sign;
      if (value - value === 0) values.push(value);
    }
    if (values.length > 0) break;
  }
  values.sort((p, q) => p - q);
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const low = values[Math.floor(values.length * 0.01)] ?? 0;
  const high = values[Math.ceil(values.length * 0.99) - 1] ?? 0;
  const room = (high - low) / 2;
  // A sample misses the outermost points: they are in the cells at the edge.
  return [Math.max(first, low - room), Math.min(last, high + room)];
}

/** The runs of `points`, from and up to but not including, that hold all within a rectangle; and some around it. */
export function* runsWithin(
  { starts, columns, rows, cell, corner }: CloudGrid,
  [left, near]: readonly [number, number],
  [right, far]: readonly [number, number],
): Generator<readonly [from: number, to: number]> {
  const column = (along: number) => Math.min(Math.max(Math.floor((along - corner[0]) / cell), 0), columns - 1);
  const row = (across: number) => Math.min(Math.max(Math.floor((across - corner[1]) / cell), 0), rows - 1);
  // A point on the very edge may have been rounded into the cell before.
  const slack = 1e-3 * cell;
  const [first, last] = [column(left - slack), column(right + slack)];
  for (let r = row(near - slack); r <= row(far + slack); r++) {
    const from = starts[r * columns + first] as number;
    const to = starts[r * columns + last + 1] as number;
    if (to > from) yield [from, to];
  }
}
