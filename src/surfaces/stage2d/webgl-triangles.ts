import earcut from 'earcut';

type Points = readonly (readonly number[])[];

/** The inside of closed rings as triangles, by the even-odd rule: six numbers each, in image pixels. @param scale pixels in one percent */
export function trianglesOf(rings: readonly Points[], scale: readonly [number, number]): readonly number[] {
  const triangles: number[] = [];
  for (const polygon of nested(rings)) {
    const flat: number[] = [];
    const holes: number[] = [];
    for (const ring of polygon) {
      if (flat.length > 0) holes.push(flat.length / 2);
      for (const [x = 0, y = 0] of ring) flat.push(x * scale[0], y * scale[1]);
    }
    for (const index of earcut(flat, holes)) triangles.push(flat[2 * index] as number, flat[2 * index + 1] as number);
  }
  return triangles;
}

/** Polygons, the outer ring first and then its holes: a ring within an odd number of others is a hole in the innermost. */
function nested(rings: readonly Points[]): readonly (readonly Points[])[] {
  const closed = rings.filter(({ length }) => length > 2);
  if (closed.length < 2) return closed.map((ring) => [ring]);
  const around = closed.map((ring) =>
    closed.filter((other) => other !== ring && ring[0] !== undefined && isInside(other, ring[0])),
  );
  const polygons = new Map<Points, Points[]>();
  closed.forEach((ring, i) => {
    if ((around[i] as Points[]).length % 2 === 0) polygons.set(ring, [ring]);
  });
  closed.forEach((ring, i) => {
    const outer = around[i] as Points[];
    if (outer.length % 2 === 0) return;
    const innermost = outer.find((other) => (around[closed.indexOf(other)] as Points[]).length === outer.length - 1);
    if (innermost) polygons.get(innermost)?.push(ring);
  });
  return [...polygons.values()];
}

function isInside(ring: Points, [x = 0, y = 0]: readonly number[]): boolean {
  let inside = false;
  let [x1 = 0, y1 = 0] = ring.at(-1) ?? [];
  for (const [x0 = 0, y0 = 0] of ring) {
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    [x1, y1] = [x0, y0];
  }
  return inside;
}
