import { simplified } from '../../base/simplify.js';
import type { Handle, ShapeModule, ShapeOperation, Sight } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import {
  areaOf,
  boxOf,
  carrier,
  dragged,
  grainOf,
  middleOf,
  nearestOn,
  type Point,
  scaleOf,
  smoothed,
  spliced,
} from '../rings.js';
import { carried } from '../similarity.js';
import { named, points } from '../summary.js';
import { suspect } from '../suspect.js';
import { type Polygon, polygonCodec } from './codec.js';

export const isOpen = ({ closed }: Polygon): boolean => closed === false;

const operations: readonly ShapeOperation<Polygon>[] = [
  {
    name: 'close',
    title: 'Close the outline',
    apply: (geometry) => (isOpen(geometry) && geometry.points.length >= 3 ? { ...geometry, closed: true } : undefined),
  },
  {
    name: 'simplify',
    title: 'Simplify',
    apply: (geometry, { facts }: Sight) =>
      changed(
        geometry,
        simplified(geometry.points, grainOf(facts), { scale: scaleOf(facts), closed: !isOpen(geometry) }),
      ),
  },
  {
    name: 'smooth',
    title: 'Smooth',
    apply: (geometry, { facts }: Sight) =>
      isOpen(geometry) || geometry.points.length < 3 ? undefined : changed(geometry, smoothed(geometry.points, facts)),
  },
];

export const polygonShape: ShapeModule<Polygon, Point> = {
  name: 'polygon',
  space: 'stage2d',
  codec: polygonCodec,
  marks(geometry) {
    const { points } = geometry;
    const [first] = points;
    if (first && points.length === 1) return [{ draw: 'dot', at: first }];
    return [{ draw: 'path', points, closed: !isOpen(geometry) }];
  },
  handles: (geometry) => [...vertices(geometry), ...midpoints(geometry)],
  drag(geometry, handle, from, to, { facts }, options) {
    if (from[0] === to[0] && from[1] === to[1]) return geometry;
    const { points } = geometry;
    const snap = options.snap === 'pixel';
    if (handle === 'body') return { ...geometry, points: carrier(points, from, to, facts, snap)(points) };
    const index = Number(handle.slice(1));
    const at = points[index];
    const next = points[(index + 1) % points.length];
    if (!at || !next) return geometry;
    if (handle.startsWith('v'))
      return { ...geometry, points: spliced(points, index, 1, dragged(at, from, to, facts, snap)) };
    const inserted = dragged(middleOf(at, next), from, to, facts, snap);
    return { ...geometry, points: spliced(points, index + 1, 0, inserted) };
  },
  fault(geometry) {
    const { length } = geometry.points;
    if (length > 2 || isOpen(geometry)) return undefined;
    return suspect(`The polygon is closed, but has ${length} of the three points it takes. Add points, or delete it.`);
  },
  summary: (geometry) => named('Polygon', points(geometry.points.length)),
  describe(geometry): Dict {
    const { points } = geometry;
    const [[x, y]] = boxOf(points);
    return { X: x, Y: y, Points: points.length, ...(!isOpen(geometry) && { 'Area (%)': areaOf(points) }) };
  },
  revise(geometry, figure, value, { facts }) {
    const axis = ['X', 'Y'].indexOf(figure);
    if (axis < 0 || typeof value !== 'number') return undefined;
    const { points } = geometry;
    const [from] = boxOf(points);
    const to: Point = axis === 0 ? [value, from[1]] : [from[0], value];
    return { ...geometry, points: carrier(points, from, to, facts, false)(points) };
  },
  insert(geometry, at, { facts }) {
    const { points } = geometry;
    const found = nearestOn(points, at, facts, !isOpen(geometry));
    return found && { ...geometry, points: spliced(points, found.after + 1, 0, found.at) };
  },
  /** One that is closed keeps three points, one that is not a single one. */
  erase(geometry, handle) {
    const { points } = geometry;
    const index = Number(handle.slice(1));
    if (!handle.startsWith('v') || !points[index] || points.length <= (isOpen(geometry) ? 1 : 3)) return undefined;
    return { ...geometry, points: spliced(points, index, 1) };
  },
  similar: (geometry, change, { facts }) => ({
    ...geometry,
    points: geometry.points.map((point) => carried(point, change, facts)),
  }),
  anchors: ({ points }) => points,
  outline: (geometry) => (isOpen(geometry) || geometry.points.length < 3 ? undefined : [[geometry.points]]),
  fromOutline(outline) {
    const [[ring, ...holes] = [], ...others] = outline;
    return ring && ring.length >= 3 && holes.length === 0 && others.length === 0
      ? { points: ring, closed: true }
      : undefined;
  },
  operations,
};

/** While it is drawn a click on the first one closes it. */
function vertices(geometry: Polygon): Handle<Point>[] {
  const closes = isOpen(geometry) && geometry.points.length >= 3;
  return geometry.points.map((at, index) => ({
    id: `v${index}`,
    at,
    cursor: closes && index === 0 ? 'pointer' : 'move',
    title: 'Move the point',
  }));
}

/** None while it is being drawn: they would be in the way. */
const midpoints = (geometry: Polygon): readonly Handle<Point>[] =>
  isOpen(geometry)
    ? []
    : geometry.points.map((at, index, points) => ({
        id: `m${index}`,
        at: middleOf(at, points[(index + 1) % points.length] ?? at),
        cursor: 'copy',
        title: 'Insert a point',
      }));

const changed = (geometry: Polygon, points: Polygon['points']): Polygon | undefined =>
  points === geometry.points ? undefined : { ...geometry, points };
