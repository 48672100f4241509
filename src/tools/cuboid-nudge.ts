import type { PointCloud } from '../contract/cloud.js';
import type { Inputs, Intent } from '../contract/tool.js';
import type { Cuboid } from '../shapes/cuboid/cuboid.js';
import { shrinkTo } from '../shapes/cuboid/fit.js';
import { type Frame, fromLocal } from '../shapes/cuboid/frame.js';
import { groundPlane } from '../shapes/cuboid/ground.js';
import { facesOf, vectorOf } from '../shapes/cuboid/handles.js';
import { columnOf, dot, names, rotationOf, type Vector } from '../shapes/cuboid/rotation.js';
import { cuboidShape, turnCuboid } from '../shapes/cuboid/shape.js';
import { frameBy } from '../shapes/cuboid/up.js';
import type { Track } from '../shapes/track/track.js';
import { carry } from './carry.js';
import { type Env, type Moved, type Place, pickUp, reshape } from './moved.js';

/** Metres, and degrees; `far`: with Shift. */
const metres = { near: 0.05, far: 0.5 };
const degrees = { near: 1, far: 5 };

const directions: Readonly<Record<string, readonly [along: number, across: number, up: number]>> = {
  left: [-1, 0, 0],
  right: [1, 0, 0],
  up: [0, 1, 0],
  down: [0, -1, 0],
  raise: [0, 0, 1],
  lower: [0, 0, -1],
};

/** Counterclockwise as seen from above. */
const turns: Readonly<Record<string, number>> = { 'turn-left': 1, 'turn-right': -1 };

/**
 * What a key asks for in a cloud. The selected boxes move, left and up as seen from above, by 5 cm or with Shift by 50 cm;
 * with Ctrl the side of each that faces right or upward does. They are turned by a degree, or five; turned front to back
 * (`flip`); set down on the ground (`snap-ground`); and made to fit the points inside (`shrink`).
 */
export function nudgeCuboid({ key, shift, ctrl }: Inputs<Place>['key'], env: Env): readonly Intent[] {
  const moved = env.selected.filter((id) => env.editable(id)).flatMap((id) => pickUp(id, env) ?? []);
  if (moved.length === 0) return [];
  const frame = frameBy(env.options);
  const direction = directions[key];
  const step = shift ? metres.far : metres.near;
  if (direction && !ctrl) return carry(moved, [0, 0, 0], along(frame, direction, step), env);
  if (direction) return moved.flatMap((one) => pull(one, along(frame, direction, step), key, frame));
  const turn = turns[key];
  if (turn !== undefined) {
    const angle = (turn * (shift ? degrees.far : degrees.near) * Math.PI) / 180;
    return changed(moved, (cuboid) => turnCuboid(cuboid, angle, frame.axes[2]), 'Turn');
  }
  if (key === 'flip')
    return changed(moved, (cuboid) => turnCuboid(cuboid, Math.PI, frame.axes[2]), 'Turn front to back');
  return key === 'snap-ground' || key === 'shrink' ? byPoints(key, moved, frame, env) : [];
}

function byPoints(key: 'snap-ground' | 'shrink', moved: readonly Moved[], frame: Frame, env: Env): readonly Intent[] {
  const say = (message: string) => [{ ask: 'say', message }] as const;
  const cloud = env.cloud?.();
  if (!cloud) return say('The points are not loaded yet.');
  if (key === 'shrink') {
    const asked = changed(moved, (cuboid) => shrinkTo(cloud, cuboid, { up: frame.up }), 'Fit to the points');
    return asked.length > 0 ? asked : say('There are no points inside to fit the box to.');
  }
  const asked = changed(moved, (cuboid) => setDown(cuboid, cloud, frame), 'Set down on the ground');
  return asked.length > 0 ? asked : say('There is no ground to be found below the box.');
}

/** With its lowest corner on the ground below its middle. */
function setDown(cuboid: Cuboid, cloud: PointCloud, { up, axes }: Frame): Cuboid | undefined {
  const at = vectorOf(cuboid.position);
  const ground = groundPlane(cloud, at, up)?.height;
  if (ground === undefined) return undefined;
  const row = rotationOf(cuboid.rotation)[axes[2]];
  const half = names.reduce((sum, name, axis) => sum + Math.abs((row[axis] ?? 0) * cuboid.size[name]) / 2, 0);
  return { ...cuboid, position: { ...cuboid.position, [names[axes[2]]]: ground + half } };
}

/** The boxes that a change makes something of, as they are in the frame on show. */
function changed(moved: readonly Moved[], change: (cuboid: Cuboid) => Cuboid | undefined, as: string) {
  return moved.flatMap(({ id, geometry, shape, sight }) => {
    if (shape.name !== cuboidShape.name) return [];
    const track = geometry as Track<Cuboid>;
    const now = cuboidShape.at(track, sight);
    const after = now && change(now);
    if (!after) return [];
    return [{ ask: 'reshape', regionId: id, geometry: cuboidShape.put(track, after, sight), as } as const];
  });
}

/** Pulls the side that faces right, upward in the view from above, or up, whichever way the key goes. */
function pull(one: Moved, by: Vector, key: string, frame: Frame): readonly Intent[] {
  const toward = along(frame, (directions[key] ?? [0, 0, 0]).map(Math.abs) as unknown as Vector, 1);
  const now = cuboidShape.at(one.geometry as Track<Cuboid>, one.sight);
  if (one.shape.name !== cuboidShape.name || !now) return [];
  const rotation = rotationOf(now.rotation);
  let best: { readonly id: string; readonly normal: Vector; readonly share: number } | undefined;
  for (const { id } of one.shape.handles(one.geometry, one.sight, one.options)) {
    const [face, ...others] = facesOf(id);
    if (!face || others.length > 0) continue;
    const [x, y, z] = columnOf(rotation, face.axis);
    const normal: Vector = [x * face.end, y * face.end, z * face.end];
    const share = dot(normal, toward);
    if (!best || share > best.share) best = { id, normal, share };
  }
  if (!best) return [];
  const length = dot(by, toward);
  const to = best.normal.map((value) => value * length);
  return [reshape(one, best.id, [0, 0, 0], to, 'Resize region')];
}

/** Metres in the cloud's own frame. */
const along = (frame: Frame, direction: Vector, step: number): Vector =>
  fromLocal(frame, direction.map((value) => value * step) as unknown as Vector);
