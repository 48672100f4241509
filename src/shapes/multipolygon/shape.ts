import { simplified } from '../../base/simplify.js';
import type { Handle, Mark, Outline, Ring, ShapeModule, ShapeOperation, Sight } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';
import { loadClip } from '../clip.js';
import {
  areaOf,
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
import { type MultiPolygon, multiPolygonCodec } from './codec.js';

/** The ring that is being drawn: one that says so, or one that came with too few points to be a polygon. */
export function pendingOf({ polygons, open }: MultiPolygon): Ring | undefined {
  const [ring, ...holes] = polygons.at(-1) ?? [];
  return ring && holes.length === 0 && (open || ring.length < 3) ? ring : undefined;
}

/** The polygons that are drawn to the end. */
export const finished = (geometry: MultiPolygon): Outline =>
  pendingOf(geometry) ? geometry.polygons.slice(0, -1) : geometry.polygons;

const operations: readonly ShapeOperation<MultiPolygon>[] = [
  {
    name: 'simplify',
    title: 'Simplify',
    apply: (geometry, { facts }: Sight) =>
      changed(geometry, (ring) => simplified(ring, grainOf(facts), { scale: scaleOf(facts) })),
  },
  {
    name: 'smooth',
    title: 'Smooth',
    apply: (geometry, { facts }: Sight) => changed(geometry, (ring) => smoothed(ring, facts)),
  },
  {
    name: 'fill-holes',
    title: 'Fill holes',
    apply: (geometry) =>
      geometry.polygons.some((polygon) => polygon.length > 1)
        ? { ...geometry, polygons: geometry.polygons.map((polygon) => polygon.slice(0, 1)) }
        : undefined,
  },
];

export const multiPolygonShape: ShapeModule<MultiPolygon, Point> = {
  name: 'multipolygon',
  space: 'stage2d',
  codec: multiPolygonCodec,
  /** What adds and cuts. */
  load: async () => void (await loadClip()),
  marks(geometry) {
    const pending = pendingOf(geometry);
    const [first] = pending ?? [];
    const areas = finished(geometry).map((rings): Mark => ({ draw: 'area', rings }));
    if (!pending || !first) return areas;
    return [...areas, pending.length === 1 ? { draw: 'dot', at: first } : { draw: 'path', points: pending }];
  },
  /** `v0.1.2` is the point 2 of ring 1 (a hole) of polygon 0, `m0.1.2` the middle between that and the next. */
  handles(geometry) {
    const pending = pendingOf(geometry);
    if (pending) return vertices(pending, pendingId(geometry));
    return geometry.polygons.flatMap((polygon, p) =>
      polygon.flatMap((ring, r) => [...vertices(ring, `${p}.${r}`), ...midpoints(ring, `${p}.${r}`)]),
    );
  },
  drag(geometry, handle, from, to, { facts }, options) {
    if (from[0] === to[0] && from[1] === to[1]) return geometry;
    const snap = options.snap === 'pixel';
    if (handle === 'body') {
      const carry = carrier(geometry.polygons.flat(2), from, to, facts, snap);
      return { ...geometry, polygons: geometry.polygons.map((polygon) => polygon.map(carry)) };
    }
    const found = find(geometry, handle);
    const next = found?.ring[(found.index + 1) % found.ring.length];
    if (!found || !next) return geometry;
    const { ring, index } = found;
    const at = ring[index] as Point;
    const points = handle.startsWith('v')
      ? spliced(ring, index, 1, dragged(at, from, to, facts, snap))
      : spliced(ring, index + 1, 0, dragged(middleOf(at, next), from, to, facts, snap));
    return withRing(geometry, found, points);
  },
  fault({ polygons, open }) {
    const short = (open ? polygons.slice(0, -1) : polygons).flat().filter((ring) => ring.length < 3).length;
    if (short === 0) return undefined;
    return suspect(`Rings of the multi-polygon have less than three points (${short}). Add points, or delete them.`);
  },
  summary: (geometry) => named('Multi-polygon', points(geometry.polygons.flat(2).length)),
  describe(geometry): Dict {
    const polygons = finished(geometry);
    return {
      Polygons: polygons.length,
      Holes: polygons.flat().length - polygons.length,
      Points: polygons.flat(2).length,
      'Area (%)': polygons.reduce((sum, polygon) => sum + areaWithin(polygon), 0),
    };
  },
  insert(geometry, at, { facts }) {
    const nearest = geometry.polygons
      .flatMap((polygon, p) => polygon.map((ring, r) => ({ polygon: p, inPolygon: r, ring })))
      .flatMap((place) => ({ ...place, ...(nearestOn(place.ring, at, facts, true) ?? { distance: Infinity }) }))
      .reduce((best, next) => (next.distance < best.distance ? next : best));
    if (!('after' in nearest)) return undefined;
    return withRing(geometry, nearest, spliced(nearest.ring, nearest.after + 1, 0, nearest.at));
  },
  /** A hole that has less than three points left goes, and a polygon with all of its holes; the last polygon stays. */
  erase(geometry, handle) {
    const found = handle.startsWith('v') ? find(geometry, handle) : undefined;
    if (!found) return undefined;
    const { polygon, inPolygon, ring, index } = found;
    const rest = spliced(ring, index, 1);
    if (rest.length >= (pendingOf(geometry) ? 1 : 3)) return withRing(geometry, found, rest);
    const { polygons } = geometry;
    if (inPolygon > 0) {
      const rings = spliced(polygons[polygon] ?? [], inPolygon, 1);
      return { ...geometry, polygons: spliced(polygons, polygon, 1, rings) };
    }
    if (polygons.length === 1) return undefined;
    return { polygons: spliced(polygons, polygon, 1) };
  },
  similar: (geometry, change, { facts }) => ({
    ...geometry,
    polygons: geometry.polygons.map((polygon) =>
      polygon.map((ring) => ring.map((point) => carried(point, change, facts))),
    ),
  }),
  anchors: ({ polygons }) => polygons.flat(2),
  operations,
  outline(geometry) {
    const polygons = finished(geometry);
    return polygons.length > 0 ? polygons : undefined;
  },
  fromOutline: (outline) =>
    outline.length > 0 && outline.flat().every((ring) => ring.length >= 3) ? { polygons: outline } : undefined,
  isEmpty: ({ polygons }) => polygons.length === 0,
};

/** What the ids of the handles of the ring that is being drawn begin with, after their first letter. */
export const pendingId = ({ polygons }: MultiPolygon): string => `${polygons.length - 1}.0`;

const vertices = (ring: Ring, id: string): readonly Handle<Point>[] =>
  ring.map((at, index) => ({ id: `v${id}.${index}`, at, cursor: 'move', title: 'Move the point' }));

const midpoints = (ring: Ring, id: string): readonly Handle<Point>[] =>
  ring.map((at, index) => ({
    id: `m${id}.${index}`,
    at: middleOf(at, ring[(index + 1) % ring.length] ?? at),
    cursor: 'copy',
    title: 'Insert a point',
  }));

interface Found {
  readonly polygon: number;
  readonly inPolygon: number;
  readonly ring: Ring;
  readonly index: number;
}

function find({ polygons }: MultiPolygon, handle: string): Found | undefined {
  const [polygon = 0, inPolygon = 0, index = 0] = handle.slice(1).split('.').map(Number);
  const ring = polygons[polygon]?.[inPolygon];
  return ring?.[index] ? { polygon, inPolygon, ring, index } : undefined;
}

function withRing(geometry: MultiPolygon, { polygon, inPolygon }: Omit<Found, 'index'>, ring: Ring): MultiPolygon {
  const rings = spliced(geometry.polygons[polygon] ?? [], inPolygon, 1, ring);
  return { ...geometry, polygons: spliced(geometry.polygons, polygon, 1, rings) };
}

function areaWithin([outer = [], ...holes]: readonly Ring[]): number {
  return holes.reduce((left, hole) => left - areaOf(hole), areaOf(outer));
}

/** With every ring changed; undefined if none is another than before. */
function changed(geometry: MultiPolygon, change: (ring: Ring) => Ring): MultiPolygon | undefined {
  const polygons = geometry.polygons.map((polygon) => polygon.map((ring) => (ring.length < 3 ? ring : change(ring))));
  const same = polygons.every((polygon, p) => polygon.every((ring, r) => ring === geometry.polygons[p]?.[r]));
  return same ? undefined : { ...geometry, polygons };
}
