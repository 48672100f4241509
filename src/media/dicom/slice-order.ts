import type { Slice } from './slice.js';

/** Slices of one acquisition, in the order they are looked through. */
export interface Series {
  readonly uid: string;
  readonly description?: string;
  readonly number?: number;
  readonly modality: string;
  readonly slices: readonly Slice[];
}

/** Parts of a millimetre that positions are compared in: writers round. */
const PARTS = 1000;
/** How much directions of slices may differ that are parallel. */
const PARALLEL = 1e-2;

/** What a slice's place among others is told by; `order` is that in which it came. */
interface Placed {
  readonly slice: Slice;
  readonly order: number;
  readonly along: number;
}

/** The direction that slices lie one behind the other in. @param orientation six numbers */
export function normalOf(orientation: readonly number[]): readonly [number, number, number] {
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = orientation;
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

/** Sorted along the normal, then by instance number, then as they are given. Without common geometry by the latter two. */
export function sortedSlices(slices: readonly Slice[]): readonly Slice[] {
  const first = slices[0]?.orientation;
  const placed = slices.map(({ orientation, position }) => {
    const parallel = first && orientation?.every((part, i) => Math.abs(part - (first[i] ?? 0)) < PARALLEL);
    return parallel && position ? position : undefined;
  });
  const normal = first && placed.every(Boolean) ? normalOf(first) : undefined;
  const along = (position: readonly number[] | undefined) =>
    normal && position ? Math.round(PARTS * normal.reduce((sum, part, i) => sum + part * (position[i] ?? 0), 0)) : 0;
  return slices
    .map((slice, order): Placed => ({ slice, order, along: along(placed[order]) }))
    .sort((a, b) => a.along - b.along || numberOf(a) - numberOf(b) || a.order - b.order)
    .map(({ slice }) => slice);
}

/** Those without a number come last. */
const numberOf = ({ slice }: Placed): number => slice.instanceNumber ?? Number.MAX_SAFE_INTEGER;

/** Groups slices by series, that with the most first; of as many that which came first. */
export function seriesOf(slices: readonly Slice[]): readonly Series[] {
  const groups = new Map<string, Slice[]>();
  for (const slice of slices) {
    const group = groups.get(slice.seriesUid);
    if (group) group.push(slice);
    else groups.set(slice.seriesUid, [slice]);
  }
  return [...groups.values()]
    .map((group): Series => {
      const { seriesUid: uid, seriesDescription, seriesNumber, modality = '' } = group[0] as Slice;
      return {
        uid,
        modality,
        ...(seriesDescription !== undefined && { description: seriesDescription }),
        ...(seriesNumber !== undefined && { number: seriesNumber }),
        slices: sortedSlices(group),
      };
    })
    .sort((a, b) => b.slices.length - a.slices.length);
}
