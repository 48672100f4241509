import type { RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';

/** Percent of the picture's width and height. */
export type Place = { readonly x: number; readonly y: number };

/** A vertex as it is on the wire, with whatever else stands in it. */
export type Vertex = Dict & {
  readonly x: number;
  readonly y: number;
  readonly id?: Json;
  /** The id of the vertex that this one is joined to; null: it starts a line; absent (old data): the one before it. */
  readonly prevPointId?: Json;
  /** Only then the control points count: the first is for the segment that ends here, the second for those that start here. */
  readonly isBezier?: Json;
  readonly controlPoint1?: Json;
  readonly controlPoint2?: Json;
  /** The control points are moved each by itself. */
  readonly disconnected?: Json;
  readonly isBranching?: Json;
};

/** Lines and curves through vertices, which may branch. */
export interface Vector {
  readonly vertices: readonly Vertex[];
  /** True: the last vertex is joined to the first. */
  readonly closed?: Json;
}

/** Vertices are kept as they are; what they are joined to is told by `links`. */
export const vectorCodec: RegionCodec<Vector> = {
  keys: ['vertices', 'closed'],
  decode({ vertices, closed }: Dict): Outcome<Vector> {
    if (!isList(vertices)) return unreadable('A vector needs a list of vertices.');
    const wrong = vertices.findIndex((vertex) => !isPlace(vertex));
    if (wrong >= 0) return unreadable(`Vertex ${wrong + 1} of the vector needs x and y as numbers.`);
    const bent = (vertices as readonly Vertex[]).findIndex((vertex) => !isBendReadable(vertex));
    if (bent >= 0) return unreadable(`The control points of vertex ${bent + 1} of the vector need x and y as numbers.`);
    return { value: { vertices: vertices as readonly Vertex[], ...(closed !== undefined && { closed }) } };
  },
  encode: ({ vertices, closed }) => ({ vertices, ...(closed !== undefined && { closed }) }),
};

export const isPlace = (value: unknown): value is Place =>
  isDict(value) && Number.isFinite(value.x) && Number.isFinite(value.y);

/** A control point that is missing lies on the vertex. */
const isBendReadable = ({ isBezier, controlPoint1, controlPoint2 }: Vertex): boolean =>
  isBezier !== true || [controlPoint1, controlPoint2].every((point) => (point ?? null) === null || isPlace(point));

const unreadable = (message: string): Outcome<Vector> => ({ problems: [error('result/unreadable', message)] });
