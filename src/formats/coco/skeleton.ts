/** Pairs of names as COCO has them: pairs of places among the points, from 1. */
export function skeletonOf(
  points: readonly string[],
  edges: readonly (readonly [from: string, to: string])[] = [],
): [number, number][] {
  const places = new Map(points.map((name, index) => [name, index + 1]));
  return edges.flatMap(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a !== undefined && b !== undefined ? [[a, b]] : [];
  });
}
