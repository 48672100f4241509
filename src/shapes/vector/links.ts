import type { Vector, Vertex } from './codec.js';

/** From one vertex to another, by their places in the list. */
export type Join = readonly [from: number, to: number];

/** How the vertices hang together. Vertices are told by their places in the list. */
export interface Links {
  /** What each vertex is called: its id, or a stand-in where it has none of its own. */
  readonly keys: readonly string[];
  /** What each vertex is joined to; undefined for one that starts a line. The chain of these never runs in a ring. */
  readonly parents: readonly (number | undefined)[];
  /** In the order of the list. */
  readonly children: readonly (readonly number[])[];
  /** Joins that close a ring: the last vertex to the first, or ids that name each other in a circle. */
  readonly rings: readonly Join[];
}

/** A line from vertex to vertex; a closed one ends where it starts, which is not repeated. */
export interface Path {
  readonly through: readonly number[];
  readonly closed: boolean;
}

export function linksOf({ vertices, closed }: Vector): Links {
  const keys = keysOf(vertices);
  const byKey = new Map(keys.map((key, index) => [key, index]));
  const named = vertices.map(({ prevPointId }, index) => {
    if (prevPointId === undefined) return index === 0 ? undefined : index - 1;
    // A name that nobody has is no join: the line starts anew.
    const parent = prevPointId === null ? undefined : byKey.get(String(prevPointId));
    return parent === index ? undefined : parent;
  });
  const rings = circlesIn(named);
  const cut = new Set(rings.map(([, to]) => to));
  const parents = named.map((parent, index) => (cut.has(index) ? undefined : parent));
  const last = vertices.length - 1;
  const isJoined = parents[0] === last || rings.some(([from, to]) => from === last && to === 0);
  if (closed === true && last > 0 && !isJoined) rings.push([last, 0]);
  const children: number[][] = vertices.map(() => []);
  parents.forEach((parent, index) => {
    if (parent !== undefined) children[parent]?.push(index);
  });
  return { keys, parents, children, rings };
}

/** All joins, those between neighbours first. */
export const joinsOf = ({ parents, rings }: Links): readonly Join[] => [
  ...parents.flatMap((parent, index): Join[] => (parent === undefined ? [] : [[parent, index]])),
  ...rings,
];

/** The lines to draw: from each start along the first children, and one for each branch and each ring that is left. */
export function pathsOf({ parents, children, rings }: Links): readonly Path[] {
  const lines: number[][] = [];
  const open = parents.flatMap((parent, index) => (parent === undefined ? [[index]] : [])).reverse();
  for (let line = open.pop(); line; line = open.pop()) {
    for (let at = line.at(-1); at !== undefined; at = line.at(-1)) {
      const [next, ...branches] = children[at] ?? [];
      for (const branch of branches.reverse()) open.push([at, branch]);
      if (next === undefined) break;
      line.push(next);
    }
    lines.push(line);
  }
  const left = [...rings];
  const paths = lines.map((through) => {
    const ring = left.findIndex(([from, to]) => through.length > 1 && through[0] === to && through.at(-1) === from);
    if (ring >= 0) left.splice(ring, 1);
    return { through, closed: ring >= 0 };
  });
  return [...paths, ...left.map((through) => ({ through, closed: false }))];
}

function keysOf(vertices: readonly Vertex[]): readonly string[] {
  const taken = new Set<string>();
  return vertices.map(({ id }, index) => {
    let key = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
    while (key === '' || taken.has(key)) key += `#${index}`;
    taken.add(key);
    return key;
  });
}

/** Of each circle of parents the join that leads to its first vertex. */
function circlesIn(parents: readonly (number | undefined)[]): Join[] {
  const rings: Join[] = [];
  const seenBy = new Map<number, number>();
  parents.forEach((_, start) => {
    let at: number | undefined = start;
    while (at !== undefined && !seenBy.has(at)) {
      seenBy.set(at, start);
      at = parents[at];
    }
    if (at === undefined || seenBy.get(at) !== start) return;
    let first = at;
    for (let next = parents[at]; next !== undefined && next !== at; next = parents[next]) first = Math.min(first, next);
    rings.push([parents[first] as number, first]);
  });
  return rings;
}
