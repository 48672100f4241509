import type { MediaFacts, ShapeModule } from '../../contract/shape.js';
import { described, type Figure, revised } from '../figures.js';
import type { Rectangle } from '../rectangle/codec.js';
import { pointOn, rectangleShape } from '../rectangle/shape.js';
import { carried, turnedBy } from '../similarity.js';
import { named, sizeInPixels } from '../summary.js';
import { oddSize } from '../suspect.js';
import { type Ellipse, ellipseCodec } from './codec.js';

type Point = readonly [number, number];

/** Corners of the polygon that stands for an ellipse. */
const CORNERS = 64;

const figures: readonly Figure<keyof Ellipse>[] = [
  { name: 'X', key: 'x' },
  { name: 'Y', key: 'y' },
  { name: 'Radius X', key: 'radiusX', is: 'size' },
  { name: 'Radius Y', key: 'radiusY', is: 'size' },
  { name: 'Rotation', key: 'rotation', is: 'turn' },
];

/** Its handles are those of the box it stands in, turned with it. */
export const ellipseShape: ShapeModule<Ellipse, Point> = {
  name: 'ellipse',
  space: 'stage2d',
  codec: ellipseCodec,
  marks: ({ x, y, radiusX, radiusY, rotation }) => [
    {
      draw: 'ellipse',
      centre: [x, y],
      radii: [Math.abs(radiusX), Math.abs(radiusY)],
      ...(rotation !== undefined && { rotation }),
    },
  ],
  handles: (geometry, sight, options) => rectangleShape.handles(boxOf(geometry, sight.facts), sight, options),
  drag(geometry, handle, from, to, sight, options) {
    if (from[0] === to[0] && from[1] === to[1]) return geometry;
    if (handle === 'body') return move(geometry, from, to, sight.facts);
    const box = rectangleShape.drag(boxOf(geometry, sight.facts), handle, from, to, sight, options);
    if (handle === 'rotate') return { ...geometry, rotation: box.rotation ?? 0 };
    const [x, y] = pointOn(box, sight.facts, 0.5, 0.5);
    // What is not dragged keeps its digits.
    const [across, down] = [/[ew]/.test(handle), /[ns]/.test(handle)];
    const turned = Boolean(geometry.rotation);
    return {
      ...geometry,
      ...((across || turned) && { x }),
      ...((down || turned) && { y }),
      ...(across && { radiusX: box.width / 2 }),
      ...(down && { radiusY: box.height / 2 }),
    };
  },
  fault({ radiusX, radiusY }) {
    if (radiusX > 0 && radiusY > 0) return undefined;
    return oddSize('ellipse', { 'horizontal radius': radiusX, 'vertical radius': radiusY });
  },
  summary: ({ radiusX, radiusY }, { facts }) => named('Ellipse', sizeInPixels(2 * radiusX, 2 * radiusY, facts)),
  describe: (geometry) => described(figures, geometry),
  revise: (geometry, figure, value) => revised(figures, geometry, figure, value),
  similar(geometry, change, { facts }) {
    const [x, y] = carried([geometry.x, geometry.y], change, facts);
    const [radiusX, radiusY] = [geometry.radiusX * change.scale, geometry.radiusY * change.scale];
    return { ...geometry, x, y, radiusX, radiusY, ...turnedBy(geometry.rotation, change) };
  },
  /** The ends of its axes. */
  anchors(geometry, { facts }) {
    const box = boxOf(geometry, facts);
    return [
      pointOn(box, facts, 0.5, 0),
      pointOn(box, facts, 1, 0.5),
      pointOn(box, facts, 0.5, 1),
      pointOn(box, facts, 0, 0.5),
    ];
  },
  outline(geometry, { facts }) {
    const box = boxOf(geometry, facts);
    const ring = Array.from({ length: CORNERS }, (_, index) => {
      const angle = (index * 2 * Math.PI) / CORNERS;
      return pointOn(box, facts, (1 + Math.cos(angle)) / 2, (1 + Math.sin(angle)) / 2);
    });
    return [[ring]];
  },
};

/** The box that holds it, turned as it is. */
function boxOf({ x, y, radiusX, radiusY, rotation }: Ellipse, facts: MediaFacts): Rectangle {
  const [width, height] = [Math.abs(radiusX) * 2, Math.abs(radiusY) * 2];
  const about = { x, y, width, height, ...(rotation !== undefined && { rotation }) };
  const [left, top] = pointOn(about, facts, -0.5, -0.5);
  return { ...about, x: left, y: top };
}

/** It stays on the picture; one that sticks out already, no further than it does. */
function move(ellipse: Ellipse, from: Point, to: Point, facts: MediaFacts): Ellipse {
  const reach = reachOf(ellipse, facts);
  const along = (axis: 0 | 1, centre: number) => {
    const least = Math.min(centre, reach[axis]);
    const most = Math.max(centre, 100 - reach[axis]);
    return Math.max(least, Math.min(most, centre + to[axis] - from[axis]));
  };
  return { ...ellipse, x: along(0, ellipse.x), y: along(1, ellipse.y) };
}

/** How far it reaches from its centre, in percent. */
function reachOf({ radiusX, radiusY, rotation = 0 }: Ellipse, { width = 100, height = 100 }: MediaFacts): Point {
  if (rotation === 0) return [Math.abs(radiusX), Math.abs(radiusY)];
  const angle = (rotation * Math.PI) / 180;
  const [a, b] = [radiusX * width, radiusY * height];
  return [
    Math.hypot(a * Math.cos(angle), b * Math.sin(angle)) / width,
    Math.hypot(a * Math.sin(angle), b * Math.cos(angle)) / height,
  ];
}
