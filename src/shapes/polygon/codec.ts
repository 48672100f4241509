import type { RegionCodec, Ring } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';
import { isPoint, isRing } from '../rings.js';

/** Points in percent, in the order drawn. `closed` is false while it is being drawn; absent, as in old results, it is closed. */
export interface Polygon {
  readonly points: Ring;
  readonly closed?: boolean;
}

/** Numbers are kept as they are, points off the picture and closed polygons of two points included. */
export const polygonCodec: RegionCodec<Polygon> = {
  keys: ['points', 'closed'],
  decode({ points, closed }: Dict): Outcome<Polygon> {
    if (!isRing(points)) {
      const wrong = Array.isArray(points) ? points.findIndex((point) => !isPoint(point)) + 1 : 0;
      const which = wrong > 0 ? `; point ${wrong} is not` : '';
      return unreadable(`The points of a polygon must be a list of [x, y] in numbers${which}.`);
    }
    if (closed === undefined) return { value: { points } };
    if (typeof closed !== 'boolean') return unreadable('Whether a polygon is closed must be true or false.');
    return { value: { points, closed } };
  },
  encode: ({ points, closed }) => ({ points, ...(closed !== undefined && { closed }) }),
};

const unreadable = (message: string): Outcome<Polygon> => ({ problems: [error('result/unreadable', message)] });
