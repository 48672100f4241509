type Point = readonly [number, number];
type Line = readonly Point[];

/**
 * A line or ring with fewer corners, from which the left out ones are no farther than the tolerance (Douglas and
 * Peucker). A ring that would be nothing any more stays as it is.
 * @param scale of both axes, to the units of the tolerance
 */
export function simplified(
  line: Line,
  tolerance: number,
  { closed = true, scale: [sx, sy] = [1, 1] }: { readonly closed?: boolean; readonly scale?: Point } = {},
): Line {
  if (line.length <= (closed ? 3 : 2)) return line;
  const points = line.map(([x, y]): Point => [x * sx, y * sy]);
  // A ring ends with its first corner once more, and is cut where it is widest.
  if (closed) points.push(points[0] as Point);
  const end = points.length - 1;
  const kept = new Uint8Array(points.length);
  kept[0] = 1;
  kept[end] = 1;
  const cut = closed ? farthest(points, 0, end).at : end;
  kept[cut] = 1;
  const open: [from: number, to: number][] = [
    [0, cut],
    [cut, end],
  ];
  for (let span = open.pop(); span; span = open.pop()) {
    const { at, distance } = farthest(points, ...span);
    if (distance <= tolerance) continue;
    kept[at] = 1;
    open.push([span[0], at], [at, span[1]]);
  }
  const found = line.filter((_, index) => kept[index]);
  return found.length === line.length || found.length < (closed ? 3 : 2) ? line : found;
}

/** The corner between two that is farthest from the line between them. */
function farthest(points: Line, from: number, to: number): { at: number; distance: number } {
  const [ax, ay] = points[from] as Point;
  const [bx, by] = points[to] as Point;
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  let found = { at: from, distance: 0 };
  for (let at = from + 1; at < to; at++) {
    const [x, y] = points[at] as Point;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
    const distance = Math.hypot(x - ax - along * dx, y - ay - along * dy);
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}
