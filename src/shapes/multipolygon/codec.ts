import type { Outline, RegionCodec } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { error, type Outcome } from '../../model/problem.js';
import { isRing } from '../rings.js';

/**
 * Polygons with holes, nested as in GeoJSON but with no point repeated. `open`: the last polygon is a ring that is being
 * drawn; results do not say so, in them it is a polygon like the others.
 */
export interface MultiPolygon {
  readonly polygons: Outline;
  readonly open?: true;
}

export const multiPolygonCodec: RegionCodec<MultiPolygon> = {
  keys: ['polygons'],
  decode({ polygons }: Dict): Outcome<MultiPolygon> {
    if (!isOutline(polygons)) {
      const message = 'The polygons of a multi-polygon must be a list of lists of rings, rings of [x, y] in numbers.';
      return { problems: [error('result/unreadable', message)] };
    }
    return { value: { polygons } };
  },
  encode: (geometry) => ({ polygons: isBegun(geometry) ? geometry.polygons.slice(0, -1) : geometry.polygons }),
};

const isOutline = (value: unknown): value is Outline =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing));

/** Whether there is a ring that is no polygon yet beside others, which are a result without it. */
const isBegun = ({ polygons, open }: MultiPolygon): boolean =>
  open === true && polygons.length > 1 && (polygons.at(-1)?.[0]?.length ?? 0) < 3;
