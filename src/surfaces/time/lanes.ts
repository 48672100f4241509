/** A stretch along the axis. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Before, and what starts together the longer first: the order that lanes are given in. */
export const byStart = (a: Extent, b: Extent): number => a.start - b.start || b.end - a.end;

/** Whether two cannot lie in one lane. Those that only touch can; points in time at the same place cannot. */
export const collide = (a: Extent, b: Extent): boolean => (a.start < b.end && b.start < a.end) || a.start === b.start;

/**
 * Gives each the first lane that has room. As they come by their start, no more lanes are used than there are stretches
 * that lie over one another.
 *
 * @param sorted by `byStart`
 * @returns the lane of each, from 0
 */
export function packLanes(sorted: readonly Extent[]): number[] {
  const last: Extent[] = [];
  return sorted.map((extent) => {
    let lane = 0;
    for (let before = last[lane]; before && collide(before, extent); before = last[lane]) lane++;
    last[lane] = extent;
    return lane;
  });
}

/**
 * Finds room for one among others that stay where they are: where it was, or in the first lane that has room.
 *
 * @param others each with its lane
 */
export function findLane(extent: Extent, others: Iterable<Extent & { readonly row: number }>, was?: number): number {
  const taken = new Set<number>();
  for (const other of others) if (collide(other, extent)) taken.add(other.row);
  if (was !== undefined && !taken.has(was)) return was;
  let lane = 0;
  while (taken.has(lane)) lane++;
  return lane;
}
