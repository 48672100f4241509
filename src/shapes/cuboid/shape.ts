import type { ShapeModule } from '../../contract/shape.js';
import type { Json } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { keyframed } from '../keyframed.js';
import { suspect } from '../suspect.js';
import { turned } from '../track/turning.js';
import { cuboidCodec } from './codec.js';
import type { Cuboid, Triple } from './cuboid.js';
import { cuboidHandles, facesOf, LEAST, placed, pulled, vectorOf } from './handles.js';
import { pointsInside } from './inside.js';
import { type Axis, names, turnedAbout, type Vector, withinHalfTurn } from './rotation.js';
import { frameBy } from './up.js';

/** What a person reads of it: a part of the geometry, how it is shown, and the other way round. */
const figures = [
  { name: 'X', part: 'position', key: 'x' },
  { name: 'Y', part: 'position', key: 'y' },
  { name: 'Z', part: 'position', key: 'z' },
  { name: 'Length', part: 'size', key: 'x' },
  { name: 'Width', part: 'size', key: 'y' },
  { name: 'Height', part: 'size', key: 'z' },
  { name: 'Yaw', part: 'rotation', key: 'z' },
  { name: 'Pitch', part: 'rotation', key: 'y' },
  { name: 'Roll', part: 'rotation', key: 'x' },
] as const;

/** A box in a cloud as it lies there, in one frame. */
export const stillCuboidShape: ShapeModule<Cuboid, Vector> = {
  name: 'still-cuboid',
  space: 'scene3d',
  codec: cuboidCodec,
  marks: ({ position, rotation, size }) => [
    {
      draw: 'box3d',
      centre: vectorOf(position),
      size: [Math.abs(size.x), Math.abs(size.y), Math.abs(size.z)],
      rotation: vectorOf(rotation),
    },
  ],
  handles: (cuboid, _, options) => cuboidHandles(cuboid, frameBy(options).axes[2]),
  drag(cuboid, handle, from, to, _, options) {
    const by: Vector = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    if (by.every((distance) => distance === 0)) return cuboid;
    if (handle === 'yaw') return turnedToward(cuboid, from, to, frameBy(options).axes[2]);
    if (handle !== 'body') return pulled(cuboid, facesOf(handle), by);
    const { x, y, z } = cuboid.position;
    return { ...cuboid, position: placed(cuboid.position, [x + by[0], y + by[1], z + by[2]]) };
  },
  fault: ({ size }) => faultOf(size),
  summary: ({ size }) => `${[size.x, size.y, size.z].map((side) => side.toFixed(2)).join(' × ')} m`,
  describe: (cuboid, { cloud }) => ({
    ...Object.fromEntries(figures.map(({ name, part, key }) => [name, shown(part, cuboid[part][key])])),
    ...(cloud && { 'Points inside': pointsInside(cloud, cuboid) }),
  }),
  revise(cuboid, name, value) {
    const figure = figures.find((one) => one.name === name);
    if (!figure || !isNumber(value)) return undefined;
    const { part, key } = figure;
    if (value === shown(part, cuboid[part][key])) return cuboid;
    if (part === 'size' && value < LEAST) return undefined;
    const typed = part === 'rotation' ? withinHalfTurn((value * Math.PI) / 180) : value;
    return { ...cuboid, [part]: { ...cuboid[part], [key]: typed } };
  },
  interpolate: interpolateCuboid,
};

/** Boxes in clouds: on one cloud a box, on a sequence of them a track. */
export const cuboidShape = keyframed(stillCuboidShape, { name: 'cuboid', stillToo: true });

/** Each number by itself, angles on the shorter way. */
export function interpolateCuboid(from: Cuboid, to: Cuboid, t: number): Cuboid {
  const along = (part: 'position' | 'size'): Triple =>
    triple((key) => from[part][key] + (to[part][key] - from[part][key]) * t);
  return {
    position: along('position'),
    rotation: triple((key) => {
      const angle = turned(from.rotation[key], to.rotation[key], t, 2 * Math.PI);
      return angle === from.rotation[key] ? angle : withinHalfTurn(angle);
    }),
    size: along('size'),
  };
}

/** Turned about what is up in the cloud by a number of radians, counterclockwise as seen from above. */
export const turnCuboid = (cuboid: Cuboid, by: number, up: Axis = 2): Cuboid =>
  by === 0 ? cuboid : { ...cuboid, rotation: turnedAbout(cuboid.rotation, up, by) };

/** As far as the direction from its middle has turned, seen from above. */
function turnedToward(cuboid: Cuboid, from: Vector, to: Vector, up: Axis): Cuboid {
  const [across, along] = [((up + 1) % 3) as Axis, ((up + 2) % 3) as Axis];
  const middle = vectorOf(cuboid.position);
  const angleTo = (at: Vector) => Math.atan2(at[along] - middle[along], at[across] - middle[across]);
  return turnCuboid(cuboid, withinHalfTurn(angleTo(to) - angleTo(from)), up);
}

function faultOf(size: Triple): Problem | undefined {
  const titles = { x: 'length', y: 'width', z: 'height' } as const;
  for (const key of names) {
    if (size[key] > 0) continue;
    const what = size[key] === 0 ? `no ${titles[key]}` : `a ${titles[key]} that is no size (${size[key]})`;
    return suspect(`The cuboid has ${what}. Resize it, or mend the result.`);
  }
  return undefined;
}

/** Metres to the millimetre, radians as degrees to the hundredth. */
const shown = (part: 'position' | 'size' | 'rotation', value: number): number =>
  part === 'rotation' ? Math.round(((value * 180) / Math.PI) * 100) / 100 : Math.round(value * 1000) / 1000;

const triple = (make: (key: 'x' | 'y' | 'z') => number): Triple => ({ x: make('x'), y: make('y'), z: make('z') });

const isNumber = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value);
