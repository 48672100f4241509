type Point = readonly [number, number];

/**
 * A ring with fewer corners, from which the left out ones are no farther than the tolerance (Douglas and Peucker). One
 * that would be nothing any more stays as it is.
 */
export function simplified(ring: readonly Point[], tolerance: number): readonly Point[] {
  if (ring.length < 4) return ring;
  const far = farthest(ring, 0, ring.length, 0);
  const kept = new Uint8Array(ring.length);
  kept[0] = 1;
  kept[far.at] = 1;
  const open: [from: number, to: number][] = [
    [0, far.at],
    [far.at, ring.length],
  ];
  for (let span = open.pop(); span; span = open.pop()) {
    const { at, distance } = farthest(ring, ...span, span[1]);
    if (distance <= tolerance) continue;
    kept[at] = 1;
    open.push([span[0], at], [at, span[1]]);
  }
  const found = ring.filter((_, index) => kept[index]);
  return found.length < 3 ? ring : found;
}

/** The corner between two that is farthest from the line between them. @param end where the line ends, round the ring */
function farthest(ring: readonly Point[], from: number, to: number, end: number): { at: number; distance: number } {
  const [ax, ay] = ring[from] as Point;
  const [bx, by] = ring[end % ring.length] as Point;
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  let found = { at: from, distance: 0 };
  for (let at = from + 1; at < to; at++) {
    const [x, y] = ring[at] as Point;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
    const distance = Math.hypot(x - ax - along * dx, y - ay - along * dy);
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}
