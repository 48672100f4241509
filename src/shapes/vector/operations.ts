import { simplified } from '../../base/simplify.js';
import type { ShapeOperation, Sight } from '../../contract/shape.js';
import { grainOf, scaleOf } from '../rings.js';
import type { Vector, Vertex } from './codec.js';
import { type Point, pointOf } from './curve.js';
import { named, placeOf, straightened } from './edit.js';
import { joinsOf, linksOf, pathsOf } from './links.js';

/** What can be done to a vector at once, as far as the config lets one. */
export const vectorOperations: readonly ShapeOperation<Vector>[] = [
  { name: 'close', title: 'Close the outline', apply: close },
  {
    name: 'open',
    title: 'Open the outline',
    apply: (vector) => (vector.closed === true ? { ...vector, closed: false } : undefined),
  },
  { name: 'curve', title: 'Make a curve of it', apply: curve },
  { name: 'straighten', title: 'Make straight lines of it', apply: straighten },
  { name: 'simplify', title: 'Simplify', apply: simplify },
];

/** How many vertices have to stay. */
export function leastOf({ control }: Sight, least = 2): number {
  const given = control?.attributes.minPoints;
  return typeof given === 'number' ? Math.max(least, given) : least;
}

/** How many vertices there may be. */
export function mostOf({ control }: Sight): number {
  const given = control?.attributes.maxPoints;
  return typeof given === 'number' ? given : Infinity;
}

function close(vector: Vector, sight: Sight): Vector | undefined {
  const closable = sight.control?.attributes.closable === true;
  if (!closable || vector.closed === true || vector.vertices.length < leastOf(sight, 3)) return undefined;
  return { ...vector, closed: true };
}

/** Bends every vertex that is not, along the line from the one before it to the one behind it. */
function curve(vector: Vector, { control }: Sight): Vector | undefined {
  if (control?.attributes.curves !== true || vector.vertices.length < 2) return undefined;
  if (vector.vertices.every(({ isBezier }) => isBezier === true)) return undefined;
  const joins = joinsOf(linksOf(vector));
  const before = new Map([...joins].reverse().map(([from, to]) => [to, vector.vertices[from] as Vertex]));
  const behind = new Map([...joins].reverse().map(([from, to]) => [from, vector.vertices[to] as Vertex]));
  const vertices = vector.vertices.map((vertex, index): Vertex => {
    if (vertex.isBezier === true) return vertex;
    const [a, b] = [before.get(index), behind.get(index)];
    // At an end the curve sets out straight to the next vertex.
    const share = a && b ? 6 : 3;
    const [from, to] = [a ?? vertex, b ?? vertex];
    const [dx, dy] = [(to.x - from.x) / share, (to.y - from.y) / share];
    return {
      ...vertex,
      isBezier: true,
      controlPoint1: placeOf([vertex.x - dx, vertex.y - dy]),
      controlPoint2: placeOf([vertex.x + dx, vertex.y + dy]),
    };
  });
  return { ...vector, vertices };
}

function straighten(vector: Vector): Vector | undefined {
  if (!vector.vertices.some(({ isBezier }) => isBezier === true)) return undefined;
  return { ...vector, vertices: vector.vertices.map((each) => (each.isBezier === true ? straightened(each) : each)) };
}

/** Without vertices that hardly make a difference to the eye; those of curves, ends and branches stay. */
function simplify(vector: Vector, sight: Sight): Vector | undefined {
  const { vertices } = named(vector);
  const links = linksOf(vector);
  const stays = (index: number) =>
    vertices[index]?.isBezier === true ||
    links.children[index]?.length !== 1 ||
    links.parents[index] === undefined ||
    links.rings.some((ring) => ring.includes(index));
  const gone = new Set<number>();
  for (const { through } of pathsOf(links)) {
    let start = 0;
    for (let end = 1; end < through.length; end++) {
      if (!stays(through[end] as number)) continue;
      const run = through.slice(start, end + 1);
      const points = run.map((index) => pointOf(vertices[index] as Vertex));
      const kept = new Set(simplified(points, grainOf(sight.facts), { scale: scaleOf(sight.facts), closed: false }));
      run.forEach((index, place) => {
        if (!kept.has(points[place] as Point)) gone.add(index);
      });
      start = end;
    }
  }
  if (gone.size === 0 || vertices.length - gone.size < leastOf(sight, vector.closed === true ? 3 : 2)) return undefined;
  const left = vertices.flatMap((vertex, index) => {
    if (gone.has(index)) return [];
    let parent = links.parents[index];
    if (parent === undefined || !gone.has(parent)) return vertex;
    while (parent !== undefined && gone.has(parent)) parent = links.parents[parent];
    return { ...vertex, prevPointId: parent === undefined ? null : (vertices[parent]?.id ?? null) };
  });
  return { ...vector, vertices: left };
}
