import type { Handle, Mark, MediaFacts, ShapeModule } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { carrier, dragged, type Point, scaleOf } from '../rings.js';
import { carried } from '../similarity.js';
import { named, points } from '../summary.js';
import { suspect } from '../suspect.js';
import { type Vector, type Vertex, vectorCodec } from './codec.js';
import { controlOf, cubicOf, flatten, pointAt, pointOf } from './curve.js';
import { insert, insertNear, mapped, movedTo, pulled, straightened, without } from './edit.js';
import { joinsOf, type Links, linksOf, pathsOf } from './links.js';
import { leastOf, mostOf, vectorOperations } from './operations.js';

/** What a handle's id says: a vertex, the first or second control point of one, or the middle of the join that leads to it. */
type Part = 'v' | 'c1' | 'c2' | 'm';

export const vectorShape: ShapeModule<Vector, Point> = {
  name: 'vector',
  space: 'stage2d',
  codec: vectorCodec,
  marks: (vector, { facts }) =>
    pathsOf(linksOf(vector)).map(({ through, closed }): Mark => {
      const points = drawn(vector, through, closed, facts);
      const [only] = points;
      return only && points.length === 1 ? { draw: 'dot', at: only } : { draw: 'path', points, closed };
    }),
  handles(vector, sight) {
    const links = linksOf(vector);
    const room = vector.vertices.length < mostOf(sight);
    return [
      ...vertexHandles(vector, links),
      ...(room ? middleHandles(vector, links) : []),
      ...controlHandles(vector, links),
    ];
  },
  drag(vector, handle, from, to, { facts }, options) {
    if (from[0] === to[0] && from[1] === to[1]) return vector;
    const snap = options.snap === 'pixel';
    if (handle === 'body') return moveAll(vector, from, to, facts, snap);
    const [part, key] = readHandle(handle);
    const links = linksOf(vector);
    const index = links.keys.indexOf(key);
    const vertex = vector.vertices[index];
    if (!vertex) return vector;
    const put = (one: Vertex) => movedTo(one, dragged(pointOf(one), from, to, facts, snap));
    if (part === 'v') return replaced(vector, index, put(vertex));
    if (part !== 'm') {
      const which = part === 'c1' ? 1 : 2;
      const [x, y] = controlOf(vertex, which);
      return replaced(vector, index, pulled(vertex, which, [x + to[0] - from[0], y + to[1] - from[1]], facts));
    }
    const join = joinsOf(links).find((each) => each[1] === index);
    if (!join) return vector;
    const { vector: longer, key: added } = insert(vector, join, 0.5);
    const place = longer.vertices.findIndex(({ id }) => id === added);
    return replaced(longer, place, put(longer.vertices[place] as Vertex));
  },
  insert: (vector, at, sight) =>
    vector.vertices.length < mostOf(sight) ? insertNear(vector, at, sight.facts) : undefined,
  erase(vector, handle, sight) {
    const [part, key] = readHandle(handle);
    const index = linksOf(vector).keys.indexOf(key);
    const vertex = vector.vertices[index];
    if (!vertex || part === 'm') return undefined;
    if (part === 'v') return vector.vertices.length > leastOf(sight) ? without(vector, index) : undefined;
    // First the two control points part company, then they go.
    const corner = vertex.disconnected === true ? straightened(vertex) : { ...vertex, disconnected: true };
    return replaced(vector, index, corner);
  },
  similar: (vector, change, { facts }) => ({
    ...vector,
    vertices: vector.vertices.map((vertex) => mapped(vertex, (at) => carried(at, change, facts))),
  }),
  anchors: ({ vertices }) => vertices.map(pointOf),
  fault: strange,
  summary: ({ vertices }) => named('Vector', points(vertices.length)),
  describe: (vector, { facts }): Dict => ({
    Points: vector.vertices.length,
    'Length (px)': Math.round(lengthOf(vector, facts) * 10) / 10,
    Closed: vector.closed === true,
  }),
  operations: vectorOperations,
  isEmpty: ({ vertices }) => vertices.length === 0,
};

/** Ids that lead nowhere, or round in a circle where no line is closed. */
function strange(vector: Vector): Problem | undefined {
  const { vertices } = vector;
  if (vertices.length === 0) return suspect('The vector has no vertices, so that it cannot be seen. Delete it.');
  const { keys, rings } = linksOf(vector);
  const known = new Set(keys);
  const lost = vertices.findIndex(({ prevPointId = null }) => prevPointId !== null && !known.has(String(prevPointId)));
  if (lost >= 0) {
    return suspect(
      `Vertex ${lost + 1} of the vector is joined to "${vertices[lost]?.prevPointId}", which there is not; a line starts there. Mend its prevPointId.`,
    );
  }
  const circle = rings.find(([from, to]) => from !== vertices.length - 1 || to !== 0);
  if (!circle) return undefined;
  return suspect(
    `The vertices of the vector are joined in a circle (prevPointId), at vertex ${circle[1] + 1}; it is drawn as one. Let one of them be null if it is none.`,
  );
}

/** The points of a line, with those of its curves. */
function drawn(vector: Vector, through: readonly number[], closed: boolean, facts: MediaFacts): readonly Point[] {
  const [first] = through;
  if (first === undefined) return [];
  const points: Point[] = [pointOf(vector.vertices[first] as Vertex)];
  through.slice(1).forEach((to, place) => {
    points.push(...flatten(cubicOf(vector, [through[place] as number, to]), facts));
  });
  if (closed) points.push(...flatten(cubicOf(vector, [through.at(-1) as number, first]), facts).slice(0, -1));
  return points;
}

const vertexHandles = ({ vertices }: Vector, { keys }: Links): readonly Handle<Point>[] =>
  vertices.map((vertex, index) => ({
    id: `v${keys[index]}`,
    at: pointOf(vertex),
    cursor: 'move',
    title: 'Move this point',
  }));

function middleHandles(vector: Vector, links: Links): readonly Handle<Point>[] {
  const seen = new Set<number>();
  return joinsOf(links).flatMap((join): Handle<Point>[] => {
    if (seen.has(join[1])) return [];
    seen.add(join[1]);
    const at = pointAt(cubicOf(vector, join), 0.5);
    return [{ id: `m${links.keys[join[1]]}`, at, cursor: 'copy', title: 'Add a point here' }];
  });
}

const controlHandles = ({ vertices }: Vector, { keys }: Links): readonly Handle<Point>[] =>
  vertices.flatMap((vertex, index) =>
    vertex.isBezier !== true
      ? []
      : ([1, 2] as const).map((which) => ({
          id: `c${which}${keys[index]}`,
          at: controlOf(vertex, which),
          from: pointOf(vertex),
          cursor: 'crosshair',
          title: 'Bend the curve',
        })),
  );

function readHandle(handle: string): readonly [Part, key: string] {
  const part = /^(?:c1|c2|v|m)/.exec(handle)?.[0] ?? 'v';
  return [part as Part, handle.slice(part.length)];
}

const replaced = (vector: Vector, index: number, vertex: Vertex): Vector => ({
  ...vector,
  vertices: vector.vertices.map((each, place) => (place === index ? vertex : each)),
});

function moveAll(vector: Vector, from: Point, to: Point, facts: MediaFacts, snap: boolean): Vector {
  const points = pathsOf(linksOf(vector)).flatMap(({ through, closed }) => drawn(vector, through, closed, facts));
  const [by = [0, 0]] = carrier(points, from, to, facts, snap)([[0, 0]]);
  return { ...vector, vertices: vector.vertices.map((vertex) => mapped(vertex, ([x, y]) => [x + by[0], y + by[1]])) };
}

/** In pixels of the picture. */
function lengthOf(vector: Vector, facts: MediaFacts): number {
  const [sx, sy] = scaleOf(facts);
  let length = 0;
  for (const join of joinsOf(linksOf(vector))) {
    const cubic = cubicOf(vector, join);
    let [x0, y0] = cubic[0];
    for (const [x, y] of flatten(cubic, facts)) {
      length += Math.hypot((x - x0) * sx, (y - y0) * sy);
      [x0, y0] = [x, y];
    }
  }
  return length;
}
