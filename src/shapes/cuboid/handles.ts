import type { Handle } from '../../contract/shape.js';
import type { Cuboid, Triple } from './cuboid.js';
import { type Axis, columnOf, dot, names, outward, rotationOf, type Vector } from './rotation.js';

/** Metres; no side gets shorter by dragging. */
export const LEAST = 0.01;

/** A face of a box: an axis of its own, and which end of it. */
interface Face {
  readonly axis: Axis;
  readonly end: 1 | -1;
}

/** How far the handle that turns stands off from the front: a share of the length, within bounds in metres. */
const OFF = { share: 0.25, least: 0.3, most: 1.5 };

const faceTitles = [
  ['Pull the back', 'Pull the front'],
  ['Pull the right side', 'Pull the left side'],
  ['Pull the bottom', 'Pull the top'],
] as const;

/** The six faces, the four edges that stand upright, and one before the front to turn by. @param up of the cloud */
export function cuboidHandles(cuboid: Cuboid, up: Axis): readonly Handle<Vector>[] {
  const faces = ([0, 1, 2] as const).flatMap((axis) =>
    ([1, -1] as const).map((end) => ({
      id: nameOf({ axis, end }),
      at: placeOn(cuboid, [{ axis, end }]),
      title: faceTitles[axis][end === 1 ? 1 : 0],
    })),
  );
  const [one, other] = plan(cuboid, up);
  const edges = ([1, -1] as const).flatMap((a) =>
    ([1, -1] as const).map((b) => {
      const pair = [
        { axis: one, end: a },
        { axis: other, end: b },
      ] as const;
      return { id: pair.map(nameOf).join(''), at: placeOn(cuboid, pair), title: 'Pull two sides' };
    }),
  );
  const front = placeOn(cuboid, [{ axis: one, end: 1 }]);
  const ahead = columnOf(rotationOf(cuboid.rotation), one);
  const off = Math.max(OFF.least, Math.min(OFF.most, Math.abs(cuboid.size[names[one]]) * OFF.share));
  const turning = { id: 'yaw', at: moved(front, ahead, off), from: front, cursor: 'grab', title: 'Turn' };
  return [...faces, ...edges, turning];
}

/** The faces that a handle pulls; none for one that does something else. */
export function facesOf(handle: string): readonly Face[] {
  if (!/^([xyz][+-]){1,2}$/.test(handle)) return [];
  return (handle.match(/[xyz][+-]/g) ?? []).map((name) => ({
    axis: names.indexOf(name[0] as 'x') as Axis,
    end: name[1] === '+' ? 1 : -1,
  }));
}

/** The box after faces of it were pulled so far, in metres of the cloud; the faces opposite to them stay where they are. */
export function pulled(cuboid: Cuboid, faces: readonly Face[], by: Vector): Cuboid {
  const rotation = rotationOf(cuboid.rotation);
  let centre = vectorOf(cuboid.position);
  let { size } = cuboid;
  for (const { axis, end } of faces) {
    const name = names[axis];
    const unit = columnOf(rotation, axis);
    const before = Math.abs(size[name]);
    const after = Math.max(Math.min(LEAST, before), before + end * dot(by, unit));
    if (after === before) continue;
    centre = moved(centre, unit, (end * (after - before)) / 2);
    size = { ...size, [name]: after };
  }
  return size === cuboid.size ? cuboid : { ...cuboid, position: placed(cuboid.position, centre), size };
}

/** The axes of the box that lie flattest, the one that points ahead first. */
function plan({ rotation }: Cuboid, up: Axis): readonly [Axis, Axis] {
  const steep = rotationOf(rotation)[up].map(Math.abs);
  const high = steep.indexOf(Math.max(...steep));
  return high === 2 ? [0, 1] : high === 1 ? [0, 2] : [1, 2];
}

/** The middle of a face, or of the edge between two. */
function placeOn({ position, rotation, size }: Cuboid, faces: readonly Face[]): Vector {
  const own: [number, number, number] = [0, 0, 0];
  for (const { axis, end } of faces) own[axis] = (end * Math.abs(size[names[axis]])) / 2;
  const off = outward(rotationOf(rotation), own);
  return [position.x + off[0], position.y + off[1], position.z + off[2]];
}

export const vectorOf = ({ x, y, z }: Triple): Vector => [x, y, z];

/** A triple with the numbers of a vector, and what else stood in it. */
export const placed = (before: Triple, [x, y, z]: Vector): Triple => ({ ...before, x, y, z });

const moved = (at: Vector, way: Vector, by: number): Vector => [
  at[0] + way[0] * by,
  at[1] + way[1] * by,
  at[2] + way[2] * by,
];

const nameOf = ({ axis, end }: Face): string => `${names[axis]}${end === 1 ? '+' : '-'}`;
