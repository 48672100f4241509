import type { Handle, MediaFacts, ShapeModule } from '../../contract/shape.js';
import { described, type Figure, revised } from '../figures.js';
import { toPixel } from '../pixel.js';
import { carried, turnedBy, turnOf } from '../similarity.js';
import { sizeInPixels } from '../summary.js';
import { oddSize } from '../suspect.js';
import { type Rectangle, rectangleCodec } from './codec.js';
import { rectangleAround } from './outline.js';

type Point = readonly [number, number];

/** CSS pixels between the box and its rotation handle. */
const stemLength = 24;

/** Each handle's place on the box, in its own width and height from the top left corner, and what it does. */
const grips = [
  { id: 'nw', along: 0, down: 0, title: 'Resize from the top left corner' },
  { id: 'n', along: 0.5, down: 0, title: 'Resize from the top edge' },
  { id: 'ne', along: 1, down: 0, title: 'Resize from the top right corner' },
  { id: 'e', along: 1, down: 0.5, title: 'Resize from the right edge' },
  { id: 'se', along: 1, down: 1, title: 'Resize from the bottom right corner' },
  { id: 's', along: 0.5, down: 1, title: 'Resize from the bottom edge' },
  { id: 'sw', along: 0, down: 1, title: 'Resize from the bottom left corner' },
  { id: 'w', along: 0, down: 0.5, title: 'Resize from the left edge' },
] as const;

const figures: readonly Figure<keyof Rectangle>[] = [
  { name: 'X', key: 'x' },
  { name: 'Y', key: 'y' },
  { name: 'Width', key: 'width', is: 'size' },
  { name: 'Height', key: 'height', is: 'size' },
  { name: 'Rotation', key: 'rotation', is: 'turn' },
];

export const rectangleShape: ShapeModule<Rectangle, Point> = {
  name: 'rectangle',
  space: 'stage2d',
  codec: rectangleCodec,
  marks(geometry, { facts }) {
    const { x, y, width, height, rotation } = upright(geometry, facts);
    // Each key by itself: of ten thousand, a spread would take most of the time.
    return [
      rotation === undefined ? { draw: 'box', x, y, width, height } : { draw: 'box', x, y, width, height, rotation },
    ];
  },
  handles(geometry, { facts }, options) {
    const box = upright(geometry, facts);
    const seen = (box.rotation ?? 0) + (facts.rotation ?? 0);
    const resize = grips.map<Handle<Point>>(({ id, along, down, title }) => ({
      id,
      at: pointOn(box, facts, along, down),
      cursor: resizeCursor(seen + (Math.atan2(along - 0.5, 0.5 - down) * 180) / Math.PI),
      title,
    }));
    if (options.canRotate === false) return resize;
    const { along } = axes(box);
    const stem = [along[1] * stemLength, -along[0] * stemLength] as const;
    return [...resize, { id: 'rotate', at: pointOn(box, facts, 0.5, 0), stem, cursor: 'grab', title: 'Rotate' }];
  },
  drag(geometry, handle, from, to, { facts }, options) {
    if (from[0] === to[0] && from[1] === to[1]) return geometry;
    const snap = options.snap === 'pixel';
    if (handle === 'body') return move(geometry, from, to, facts, snap);
    const box = upright(geometry, facts);
    if (handle === 'rotate') return turn(box, from, to, facts);
    return box.rotation ? resizeTurned(box, handle, from, to, facts, snap) : resize(box, handle, from, to, facts, snap);
  },
  fault: ({ width, height }) => (width > 0 && height > 0 ? undefined : oddSize('rectangle', { width, height })),
  summary: ({ width, height }, { facts }) => sizeInPixels(width, height, facts) ?? 'Rectangle',
  describe: (geometry) => described(figures, geometry),
  revise: (geometry, figure, value) => revised(figures, geometry, figure, value),
  similar(geometry, change, { facts }) {
    const [x, y] = carried([geometry.x, geometry.y], change, facts);
    const [width, height] = [geometry.width * change.scale, geometry.height * change.scale];
    return { ...geometry, x, y, width, height, ...turnedBy(geometry.rotation, change) };
  },
  anchors: (geometry, { facts }) => corners(geometry, facts),
  outline: (geometry, { facts }) => [[corners(upright(geometry, facts), facts)]],
  fromOutline: (outline, { facts }) => rectangleAround(outline, facts),
};

/** The four corners in percent, clockwise from the one the box is turned about. */
export function corners(geometry: Rectangle, facts: MediaFacts): readonly [Point, Point, Point, Point] {
  const at = (along: number, down: number) => pointOn(geometry, facts, along, down);
  return [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
}

/** The same box with positive sizes. */
function upright(box: Rectangle, facts: MediaFacts): Rectangle {
  if (box.width >= 0 && box.height >= 0) return box;
  const [x, y] = pointOn(box, facts, box.width < 0 ? 1 : 0, box.height < 0 ? 1 : 0);
  return { ...box, x, y, width: Math.abs(box.width), height: Math.abs(box.height) };
}

/** Pixels in one percent. A picture of unknown size is taken for a square. */
const pixels = ({ width, height }: MediaFacts): Point => [(width ?? 100) / 100, (height ?? 100) / 100];

/** Unit vectors, in pixels, along the box's width and down its height. */
function axes({ rotation = 0 }: Rectangle): { readonly along: Point; readonly down: Point } {
  const angle = (rotation * Math.PI) / 180;
  const along: Point = [Math.cos(angle), Math.sin(angle)];
  return { along, down: [-along[1], along[0]] };
}

/** The point at `u` of the width and `v` of the height, in percent. */
export function pointOn(box: Rectangle, facts: MediaFacts, u: number, v: number): Point {
  if (!box.rotation) return [box.x + u * box.width, box.y + v * box.height];
  const [sx, sy] = pixels(facts);
  const { along, down } = axes(box);
  const [w, h] = [u * box.width * sx, v * box.height * sy];
  return [box.x + (along[0] * w + down[0] * h) / sx, box.y + (along[1] * w + down[1] * h) / sy];
}

/** @param angle degrees clockwise from straight up at which the handle is seen from the middle. */
function resizeCursor(angle: number): string {
  const sector = Math.round((((angle % 180) + 180) % 180) / 45) % 4;
  return ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'][sector] as string;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** A box stays on the picture; one that sticks out already, no further than it does. */
function move(box: Rectangle, from: Point, to: Point, facts: MediaFacts, snap: boolean): Rectangle {
  const free: Point = [box.x + to[0] - from[0], box.y + to[1] - from[1]];
  const wanted = snap ? toPixel(free, facts) : free;
  const ends = corners(box, facts);
  const along = (axis: 0 | 1, start: number) => {
    const places = ends.map((corner) => corner[axis]);
    const [back, ahead] = [Math.min(0, -Math.min(...places)), Math.max(0, 100 - Math.max(...places))];
    const by = wanted[axis] - start;
    return by < back ? start + back : by > ahead ? start + ahead : wanted[axis];
  };
  return { ...box, x: along(0, box.x), y: along(1, box.y) };
}

/** Percent all along, so that sides that are not dragged keep their digits. A side that sticks out goes no further out. */
function resize(box: Rectangle, handle: string, from: Point, to: Point, facts: MediaFacts, snap: boolean): Rectangle {
  const edge = (value: number, axis: 0 | 1) => {
    const dragged = clamp(value + to[axis] - from[axis], Math.min(value, 0), Math.max(value, 100));
    return snap ? toPixel(axis === 0 ? [dragged, 0] : [0, dragged], facts)[axis] : dragged;
  };
  let { x, y, width, height } = box;
  if (handle.includes('w')) [x, width] = between(edge(x, 0), x + width);
  if (handle.includes('e')) [x, width] = between(x, edge(x + width, 0));
  if (handle.includes('n')) [y, height] = between(edge(y, 1), y + height);
  if (handle.includes('s')) [y, height] = between(y, edge(y + height, 1));
  return { ...box, x, y, width, height };
}

const between = (a: number, b: number): [start: number, length: number] => [Math.min(a, b), Math.abs(b - a)];

/** In pixels along the box's own axes: the opposite side stays where it is on the screen. */
function resizeTurned(
  box: Rectangle,
  handle: string,
  from: Point,
  to: Point,
  facts: MediaFacts,
  snap: boolean,
): Rectangle {
  const [sx, sy] = pixels(facts);
  const { along, down } = axes(box);
  const [dx, dy] = [(to[0] - from[0]) * sx, (to[1] - from[1]) * sy];
  const far = [box.width * sx, box.height * sy] as const;
  const side = (axis: 0 | 1, near: string, away: string): [start: number, length: number] | undefined => {
    const unit = axis === 0 ? along : down;
    const by = dx * unit[0] + dy * unit[1];
    const whole = (length: number) => (snap ? Math.round(length) : length);
    if (handle.includes(near)) return between(far[axis] - whole(far[axis] - by), far[axis]);
    if (handle.includes(away)) return between(0, whole(far[axis] + by));
    return undefined;
  };
  const [left, width] = side(0, 'w', 'e') ?? [0, undefined];
  const [top, height] = side(1, 'n', 's') ?? [0, undefined];
  return {
    ...box,
    x: box.x + (along[0] * left + down[0] * top) / sx,
    y: box.y + (along[1] * left + down[1] * top) / sy,
    ...(width !== undefined && { width: width / sx }),
    ...(height !== undefined && { height: height / sy }),
  };
}

/** About the middle; so the corner that the stored angle turns about moves along. */
function turn(box: Rectangle, from: Point, to: Point, facts: MediaFacts): Rectangle {
  const [sx, sy] = pixels(facts);
  const middle = pointOn(box, facts, 0.5, 0.5);
  const angleTo = (at: Point) => (Math.atan2((at[1] - middle[1]) * sy, (at[0] - middle[0]) * sx) * 180) / Math.PI;
  const degrees = (box.rotation ?? 0) + angleTo(to) - angleTo(from);
  const turned = { ...box, rotation: turnOf(degrees) };
  const { along, down } = axes(turned);
  const [w, h] = [(box.width * sx) / 2, (box.height * sy) / 2];
  return {
    ...turned,
    x: middle[0] - (along[0] * w + down[0] * h) / sx,
    y: middle[1] - (along[1] * w + down[1] * h) / sy,
  };
}
