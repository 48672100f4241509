import type { MediaFacts } from '../../contract/shape.js';
import { isPlace, type Place, type Vector, type Vertex } from './codec.js';
import { controlOf, cubicOf, isStraight, nearestOn, type Point, pointOf, split } from './curve.js';
import { type Join, joinsOf, linksOf } from './links.js';

export const placeOf = ([x, y]: Point): Place => ({ x, y });

/** A vertex on top of a vector, joined to the one with the key `after`. */
export function append(vector: Vector, at: Point, after: string | undefined): Vector {
  const { vertices } = named(vector);
  const { keys, children } = linksOf({ vertices });
  const from = after === undefined ? -1 : keys.indexOf(after);
  const branches = (children[from]?.length ?? 0) > 0;
  const vertex: Vertex = {
    id: freeId(vertices),
    prevPointId: vertices[from]?.id ?? null,
    ...placeOf(at),
    isBezier: false,
    ...(branches && { isBranching: true }),
  };
  return { ...vector, vertices: [...vertices, vertex] };
}

/** With a vertex more, on a join; the line keeps its form, unless the curve starts where others do. */
export function insert(vector: Vector, [from, to]: Join, t: number): { readonly vector: Vector; readonly key: string } {
  const { vertices } = named(vector);
  const cubic = cubicOf(vector, [from, to]);
  const [first, second] = split(cubic, t);
  const [start, end] = [vertices[from] as Vertex, vertices[to] as Vertex];
  const links = linksOf(vector);
  const id = freeId(vertices);
  const vertex: Vertex = {
    id,
    prevPointId: start.id ?? null,
    ...placeOf(first[3]),
    isBezier: !isStraight(cubic),
    ...(!isStraight(cubic) && { controlPoint1: placeOf(first[2]), controlPoint2: placeOf(second[1]) }),
  };
  const alone = joinsOf(links).filter((join) => join[0] === from).length === 1;
  const changed = vertices.map((each, index): Vertex => {
    let next = each;
    if (index === from && alone && start.isBezier === true && !isStraight(cubic)) {
      next = { ...next, controlPoint2: placeOf(first[1]) };
    }
    if (index === to && end.isBezier === true && !isStraight(cubic)) {
      next = { ...next, controlPoint1: placeOf(second[2]) };
    }
    if (index === to && end.prevPointId === start.id) next = { ...next, prevPointId: id };
    return next;
  });
  // On the way from the last vertex back to the first, it is the last from now on.
  const place = links.parents[to] === from ? Math.max(1, to) : changed.length;
  return { vector: { ...vector, vertices: [...changed.slice(0, place), vertex, ...changed.slice(place)] }, key: id };
}

/** With a vertex more where the line comes nearest to a place; undefined where there is no line. */
export function insertNear(vector: Vector, at: Point, facts: MediaFacts): Vector | undefined {
  let best: { readonly join: Join; readonly t: number; readonly distance: number } | undefined;
  for (const join of joinsOf(linksOf(vector))) {
    const found = nearestOn(cubicOf(vector, join), at, facts);
    if (!best || found.distance < best.distance) best = { join, ...found };
  }
  return best && insert(vector, best.join, best.t).vector;
}

/** Without a vertex: what was joined to it is joined to the one before it; of a start's branches the first starts. */
export function without(vector: Vector, index: number): Vector {
  const { vertices } = named(vector);
  const gone = vertices[index];
  if (!gone) return vector;
  const { children } = linksOf({ vertices });
  const heir = vertices[children[index]?.[0] ?? -1];
  const before = vertices.find(({ id }) => id === gone.prevPointId)?.id;
  const onto = (vertex: Vertex) => {
    const id = before ?? heir?.id ?? null;
    return id === vertex.id ? null : id;
  };
  const left = vertices.flatMap((vertex, place) => {
    if (place === index) return [];
    return vertex.prevPointId === gone.id ? { ...vertex, prevPointId: onto(vertex) } : vertex;
  });
  return { ...vector, vertices: left, ...(vector.closed === true && left.length < 3 && { closed: false }) };
}

/** The vertex at a place, its control points moved along. */
export function movedTo(vertex: Vertex, [x, y]: Point): Vertex {
  const [dx, dy] = [x - vertex.x, y - vertex.y];
  return { ...mapped(vertex, (at) => [at[0] + dx, at[1] + dy]), x, y };
}

/** The vertex and its control points, each put somewhere else. */
export function mapped(vertex: Vertex, change: (at: Point) => Point): Vertex {
  const { controlPoint1, controlPoint2 } = vertex;
  const put = (place: Place) => ({ ...place, ...placeOf(change(pointOf(place))) });
  return {
    ...vertex,
    ...placeOf(change(pointOf(vertex))),
    ...(isPlace(controlPoint1) && { controlPoint1: put(controlPoint1) }),
    ...(isPlace(controlPoint2) && { controlPoint2: put(controlPoint2) }),
  };
}

/** A vertex of a curve, whose control points lie opposite to each other. */
export const bent = (vertex: Vertex, control: Point): Vertex => ({
  ...vertex,
  isBezier: true,
  controlPoint1: placeOf([2 * vertex.x - control[0], 2 * vertex.y - control[1]]),
  controlPoint2: placeOf(control),
});

/** A vertex of straight lines. */
export function straightened(vertex: Vertex): Vertex {
  const { controlPoint1, controlPoint2, disconnected, ...rest } = vertex;
  return { ...rest, isBezier: false } as Vertex;
}

/**
 * A control point moved. The other one follows as far as it went along before: as a mirror image, or in the same line at
 * its own distance. It stays where the two make a corner.
 */
export function pulled(vertex: Vertex, which: 1 | 2, to: Point, facts: MediaFacts): Vertex {
  const [own, other] =
    which === 1 ? (['controlPoint1', 'controlPoint2'] as const) : (['controlPoint2', 'controlPoint1'] as const);
  const put = (name: typeof own, at: Point) => {
    const point = vertex[name];
    return { [name]: { ...(isPlace(point) && point), ...placeOf(at) } };
  };
  const follower = vertex.disconnected === true ? undefined : follow(vertex, which, to, facts);
  return { ...vertex, ...put(own, to), ...(follower && put(other, follower)) } as Vertex;
}

function follow(vertex: Vertex, which: 1 | 2, to: Point, { width = 100, height = 100 }: MediaFacts): Point | undefined {
  const arm = (at: Point): Point => [(at[0] - vertex.x) * width, (at[1] - vertex.y) * height];
  const before = arm(controlOf(vertex, which));
  const other = arm(controlOf(vertex, which === 1 ? 2 : 1));
  const now = arm(to);
  const [long, far] = [Math.hypot(...before), Math.hypot(...other)];
  const slack = 1e-6 * (long + far);
  const back = (scale: number): Point => [vertex.x - (now[0] * scale) / width, vertex.y - (now[1] * scale) / height];
  if (Math.hypot(before[0] + other[0], before[1] + other[1]) <= slack) return back(1);
  const crosses = before[0] * other[1] - before[1] * other[0];
  const opposite = before[0] * other[0] + before[1] * other[1] < 0;
  if (!opposite || Math.abs(crosses) > slack * Math.max(long, far)) return undefined;
  const reach = Math.hypot(...now);
  return reach === 0 ? undefined : back(far / reach);
}

/** Every vertex with an id of its own, and with the one that it is joined to: old data goes by the order alone. */
export function named(vector: Vector): Vector {
  const { keys, parents } = linksOf({ vertices: vector.vertices });
  const isNamed = ({ id, prevPointId }: Vertex, index: number) => keys[index] === id && prevPointId !== undefined;
  if (vector.vertices.every(isNamed)) return vector;
  const vertices = vector.vertices.map((vertex, index): Vertex => {
    const { prevPointId } = vertex;
    const parent = parents[index];
    const joined = prevPointId === undefined ? (parent === undefined ? null : (keys[parent] ?? null)) : prevPointId;
    return { ...vertex, id: keys[index] ?? '', prevPointId: joined === null ? null : String(joined) };
  });
  return { ...vector, vertices };
}

/** The first of `p1`, `p2`, … that no vertex has. */
function freeId(vertices: readonly Vertex[]): string {
  const taken = new Set(vertices.map(({ id }) => String(id)));
  let number = vertices.length + 1;
  while (taken.has(`p${number}`)) number++;
  return `p${number}`;
}
