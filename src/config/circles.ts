/** The circles in a graph; of those that share something only one. It takes time as the graph has edges, and no deep stack. */
export function findCircles<T>(starts: Iterable<T>, next: (from: T) => Iterable<T>): readonly (readonly T[])[] {
  const circles: (readonly T[])[] = [];
  const told = new Set<T>();
  /** Its place on the way, while it is there. */
  const seen = new Map<T, number | undefined>();
  for (const start of starts) {
    if (seen.has(start)) continue;
    const way = [start];
    const open = [next(start)[Symbol.iterator]()];
    seen.set(start, 0);
    while (way.length > 0) {
      const step = open.at(-1)?.next();
      if (!step || step.done) {
        seen.set(way.pop() as T, undefined);
        open.pop();
      } else if (!seen.has(step.value)) {
        seen.set(step.value, way.length);
        way.push(step.value);
        open.push(next(step.value)[Symbol.iterator]());
      } else if (!told.has(step.value)) {
        const place = seen.get(step.value);
        const circle = place === undefined ? [] : way.slice(place);
        if (circle.length === 0 || circle.some((one) => told.has(one))) continue;
        for (const one of circle) told.add(one);
        circles.push(circle);
      }
    }
  }
  return circles;
}
