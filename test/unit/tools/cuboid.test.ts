import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PointCloud } from '../../../src/contract/cloud.js';
import type { Intent } from '../../../src/contract/tool.js';
import type { Cuboid } from '../../../src/shapes/cuboid/cuboid.js';
import { rotationOf, type Vector } from '../../../src/shapes/cuboid/rotation.js';
import { cuboidShape } from '../../../src/shapes/cuboid/shape.js';
import type { Track } from '../../../src/shapes/track/track.js';
import { cuboidTool } from '../../../src/tools/cuboid.js';
import { nudgeCuboid } from '../../../src/tools/cuboid-nudge.js';
import { transformTool } from '../../../src/tools/transform.js';
import { drive, envWith } from '../../support/drive.js';

const near = (a: readonly number[], b: readonly number[], least = 1e-6) =>
  assert.ok(
    a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) <= least),
    `${a} is not near ${b}`,
  );
const { PI } = Math;

function cloudOf(points: readonly Vector[], origin: Vector = [0, 0, 0]): PointCloud {
  const positions = new Float32Array(points.flatMap((at) => at.map((value, axis) => value - (origin[axis] ?? 0))));
  const finite = points.filter((at) => at.every(Number.isFinite));
  const edge = (of: (...values: number[]) => number) =>
    [0, 1, 2].map((axis) => of(...finite.map((at) => at[axis] ?? 0))) as unknown as Vector;
  return { count: points.length, positions, origin, bounds: { least: edge(Math.min), most: edge(Math.max) } };
}

/** A plain at a height, a point in every half metre. */
function plain(height: number, [x0, y0]: readonly [number, number] = [0, 0]): Vector[] {
  const points: Vector[] = [];
  for (let x = -15; x <= 15; x += 0.5) for (let y = -15; y <= 15; y += 0.5) points.push([x0 + x, y0 + y, height]);
  return points;
}

/** The sides and the roof of a box that stands on a height, as a scanner sees them. */
function thing([cx, cy]: readonly [number, number], yaw: number, [l, w, h]: Vector, ground: number): Vector[] {
  const points: Vector[] = [];
  const put = (a: number, b: number, z: number) =>
    points.push([cx + a * Math.cos(yaw) - b * Math.sin(yaw), cy + a * Math.sin(yaw) + b * Math.cos(yaw), ground + z]);
  for (let z = 0.1; z <= h + 1e-9; z += 0.1) {
    for (let a = -l / 2; a <= l / 2 + 1e-9; a += 0.1) for (const b of [-w / 2, w / 2]) put(a, b, Math.min(z, h));
    for (let b = -w / 2; b <= w / 2 + 1e-9; b += 0.1) for (const a of [-l / 2, l / 2]) put(a, b, Math.min(z, h));
  }
  return points;
}

const car = thing([3, 2], 0.5, [4, 2, 1.5], -1);
const street = cloudOf([...plain(-1), ...car, [Number.NaN, 3, 2]]);
const scene = (cloud: PointCloud | undefined, more = {}) => ({
  sight: { facts: {} },
  tolerance: [0.05],
  pixel: [0.02],
  cloud: () => cloud,
  ...more,
});
const madeOf = (asked: readonly Intent[]): Cuboid | undefined => {
  const created = asked.find((intent) => intent.ask === 'create');
  return (created?.geometry as Track<Cuboid> | undefined)?.keys[0]?.geometry;
};
const list = ({ x, y, z }: Cuboid['position']) => [x, y, z];

describe('cuboidTool', () => {
  it('draws a box round what stands in the rectangle, turned as it lies, its front where the drag went', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([0, -1, -1]).move([4, 4, -1]).release([6.5, 5, -1]);
    const box = madeOf(hand.asked);
    assert.ok(box);
    near(list(box.size), [4, 2, 1.5], 0.1);
    near(list(box.position), [3, 2, -0.25], 0.1);
    near([box.rotation.z], [0.5], 0.02);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
    const back = madeOf(drive<Vector>(cuboidTool, scene(street)).press([6.5, 5, -1]).move([0, -1, -1]).release().asked);
    near([back?.rotation.z ?? 0], [0.5 - PI], 0.02);
  });

  it('leaves the box as it was drawn with Ctrl held, from the ground to the highest point', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([0, -1, -1]).move([4, 4, -1]);
    const box = madeOf(hand.release([6.5, 5, -1], { ctrl: true }).asked);
    near(list(box?.size ?? { x: 0, y: 0, z: 0 }), [6.5, 6, 1.5], 0.1);
    near(list(box?.position ?? { x: 0, y: 0, z: 0 }), [3.25, 2, -0.25], 0.1);
    assert.deepEqual(box?.rotation, { x: 0, y: 0, z: 0 });
  });

  it('takes the longer side for the length', () => {
    const hand = drive<Vector>(cuboidTool, scene(undefined)).press([0, 0, 2]).move([2, -5, 2]).release();
    const box = madeOf(hand.asked);
    assert.deepEqual(box?.size, { x: 5, y: 2, z: 1.5 });
    assert.deepEqual(box?.position, { x: 1, y: -2.5, z: 2.75 });
    near([box?.rotation.z ?? 0], [-PI / 2]);
  });

  it('does not reach up to what hangs over it', () => {
    const bridge = plain(6).filter(([x, y]) => Math.abs(x) < 8 && Math.abs(y) < 8);
    const hand = drive<Vector>(cuboidTool, scene(cloudOf([...plain(-1), ...car, ...bridge])));
    const box = madeOf(hand.press([0, -1, -1]).move([6.5, 5, -1]).release().asked);
    near([box?.size.z ?? 0], [1.5], 0.1);
  });

  it('draws in the cloud’s own frame where its origin is far away', () => {
    const far: Vector = [500_000, 4_000_000, 100];
    const moved = (points: readonly Vector[]) =>
      points.map(([x, y, z]): Vector => [x + far[0], y + far[1], z + far[2]]);
    const cloud = cloudOf(moved([...plain(-1), ...car]), far);
    const [from, to] = moved([
      [0, -1, -1],
      [6.5, 5, -1],
    ]);
    const box = madeOf(drive<Vector>(cuboidTool, scene(cloud)).press(from).move(to).release().asked);
    near(list(box?.position ?? { x: 0, y: 0, z: 0 }), [far[0] + 3, far[1] + 2, far[2] - 0.25], 0.1);
  });

  it('fits a box to the thing that is clicked', () => {
    const [at] = car;
    const hand = drive<Vector>(cuboidTool, scene(street)).press(at).release();
    const box = madeOf(hand.asked);
    assert.ok(box, JSON.stringify(hand.asked));
    near([Math.max(box.size.x, box.size.y), Math.min(box.size.x, box.size.y)], [4, 2], 0.3);
    near(list(box.position).slice(0, 2), [3, 2], 0.2);
  });

  it('says so where nothing stands, or lets go of what is selected', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([-12, -12, -1]).release();
    assert.deepEqual(
      hand.asked.map(({ ask }) => ask),
      ['say'],
    );
    const chosen = drive<Vector>(cuboidTool, scene(street, { selected: ['a'] }))
      .press([-12, -12, -1])
      .release();
    assert.deepEqual(chosen.asked, [{ ask: 'select', regionIds: [] }]);
    assert.deepEqual(
      drive<Vector>(cuboidTool, scene(undefined))
        .press([0, 0, 0])
        .release()
        .asked.map(({ ask }) => ask),
      ['say'],
    );
  });

  it('picks a region by a click with Ctrl', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([3, 2, 0], { hit: { regionId: 'a' }, ctrl: true });
    assert.deepEqual(hand.release().asked, [{ ask: 'select', regionIds: ['a'], toggle: true }]);
  });

  it('makes nothing of a rectangle too narrow to have been meant', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([0, 0, -1]).move([4, 0.05, -1]).release();
    assert.deepEqual(hand.all('create'), []);
    assert.deepEqual(hand.asked.at(-1), { ask: 'sketch', geometry: undefined });
  });

  it('shows a box from the ground that was pressed while it is drawn', () => {
    const hand = drive<Vector>(cuboidTool, scene(street)).press([0, 0, -1]).move([4, 2, -1]);
    const geometry = hand.all('sketch')[0]?.geometry as Track<Cuboid>;
    assert.deepEqual(cuboidShape.marks(geometry, { facts: {} }), [
      { draw: 'box3d', centre: [2, 1, -0.25], size: [4, 2, 1.5], rotation: [0, 0, 0] },
    ]);
  });

  it('stands a car on the ground by Enter', () => {
    const box = madeOf(drive<Vector>(cuboidTool, scene(street)).key('enter', [-8, 5, 20]).asked);
    assert.deepEqual(box?.size, { x: 4.5, y: 1.8, z: 1.5 });
    near(list(box?.position ?? { x: 0, y: 0, z: 0 }), [-8, 5, -0.25], 0.1);
    const nowhere = madeOf(drive<Vector>(cuboidTool, scene(undefined)).key('enter', [1, 2, 3]).asked);
    assert.deepEqual(nowhere?.position, { x: 1, y: 2, z: 3.75 });
  });

  it('stands boxes on the ground where another axis is up', () => {
    const env = scene(undefined, { options: { upAxis: 'y' } });
    const box = madeOf(drive<Vector>(cuboidTool, env).press([0, 2, 0]).move([2, 2, -5]).release().asked);
    assert.ok(box);
    near(list(box.position), [1, 2.75, -2.5]);
    near(list(box.size), [5, 1.5, 2]);
    const front = rotationOf(box.rotation).map(([first]) => first);
    near(front, [0, 0, -1]);
    // The same street, tipped over.
    const tipped = cloudOf([...plain(-1), ...car].map(([x, y, z]): Vector => [x, z, -y]));
    const turned = scene(tipped, { options: { upAxis: 'y' } });
    const fitted = madeOf(drive<Vector>(cuboidTool, turned).press([0, -1, 1]).move([6.5, -1, -5]).release().asked);
    assert.ok(fitted);
    near(list(fitted.position), [3, -0.25, -2], 0.1);
    near(list(fitted.size), [4, 1.5, 2], 0.1);
    near(list(fitted.rotation), [0, 0.5, 0], 0.02);
  });

  it('begins a track in the cloud on show of a sequence', () => {
    const env = scene(street, { sight: { facts: { frames: 9 }, frame: 4 } });
    const created = drive<Vector>(cuboidTool, env).key('enter', [0, 0, 0]).all('create')[0]?.geometry as Track<Cuboid>;
    assert.deepEqual([created.framesCount, created.still, created.keys.map(({ frame }) => frame)], [9, undefined, [4]]);
  });
});

describe('nudgeCuboid', () => {
  const still: Cuboid = {
    position: { x: 1, y: 2, z: 3 },
    rotation: { x: 0, y: 0, z: 0 },
    size: { x: 4, y: 2, z: 1.5 },
  };
  const select = transformTool('scene3d', nudgeCuboid);
  const hand = (key: string, how = {}, more = {}, box = still) => {
    const regions = { a: cuboidShape.begin(box, { facts: {} }) };
    const env = { ...scene(street), ...envWith(cuboidShape, regions), selected: ['a'], ...more };
    return drive<Vector>(select as never, env).key(key, [0, 0, 0], how);
  };
  const after = (key: string, how = {}, more = {}, box = still): Cuboid => {
    const asked = hand(key, how, more, box).all('reshape')[0];
    assert.ok(asked, `nothing is asked for by ${key}`);
    return (asked.geometry as Track<Cuboid>).keys[0]?.geometry as Cuboid;
  };

  it('moves by 5 cm as seen from above, with Shift by 50', () => {
    near(list(after('right').position), [1.05, 2, 3]);
    near(list(after('up', { shift: true }).position), [1, 2.5, 3]);
    near(list(after('lower').position), [1, 2, 2.95]);
    near(list(after('up', {}, { options: { upAxis: 'y' } }).position), [1, 2, 2.95]);
  });

  it('moves the side that faces the same way with Ctrl', () => {
    assert.deepEqual(
      [list(after('right', { ctrl: true }).size), list(after('right', { ctrl: true }).position)],
      [
        [4.05, 2, 1.5],
        [1.025, 2, 3],
      ],
    );
    const turned = { ...still, rotation: { x: 0, y: 0, z: PI / 2 } };
    near(list(after('right', { ctrl: true }, {}, turned).size), [4, 2.05, 1.5]);
    near(list(after('down', { ctrl: true }, {}, turned).size), [3.95, 2, 1.5]);
    near(list(after('raise', { ctrl: true }).size), [4, 2, 1.55]);
  });

  it('turns by a degree, with Shift by five, and front to back', () => {
    near([after('turn-left').rotation.z], [PI / 180]);
    near([after('turn-right', { shift: true }).rotation.z], [-PI / 36]);
    const flipped = after('flip');
    near([Math.abs(flipped.rotation.z)], [PI]);
    assert.deepEqual([flipped.size, flipped.position], [still.size, still.position]);
  });

  it('sets the box down on the ground, as it leans', () => {
    near(list(after('snap-ground').position), [1, 2, -0.25], 0.05);
    const onEnd = { ...still, rotation: { x: 0, y: PI / 2, z: 0 } };
    near(list(after('snap-ground', {}, {}, onEnd).position), [1, 2, 1], 0.05);
  });

  it('fits the box to the points inside', () => {
    const loose = { position: { x: 3, y: 2, z: 0 }, rotation: { x: 0, y: 0, z: 0.5 }, size: { x: 6, y: 3, z: 3 } };
    const { size, position } = after('shrink', {}, {}, loose);
    near([size.x, size.y], [4, 2], 0.3);
    near(list(position).slice(0, 2), [3, 2], 0.2);
  });

  it('says what cannot be done', () => {
    const said = (key: string, more = {}, box = still) => hand(key, {}, more, box).all('say').length;
    const away = { ...still, position: { x: 900, y: 900, z: 900 } };
    assert.equal(said('shrink', { cloud: () => undefined }), 1);
    assert.equal(said('shrink', {}, away), 1);
    assert.equal(said('snap-ground', {}, away), 1);
    assert.deepEqual(hand('align-left').asked, []);
    assert.deepEqual(hand('right', {}, { selected: [] }).asked, []);
  });

  it('sets a key frame in the cloud on show of a sequence, and nothing where the box is not shown', () => {
    const facts = { frames: 9 };
    const regions = { a: cuboidShape.begin(still, { facts, frame: 4 }) };
    const asked = (frame: number) => {
      const env = { ...scene(street), ...envWith(cuboidShape, regions), selected: ['a'], sight: { facts, frame } };
      return drive<Vector>(select as never, env)
        .key('turn-left', [0, 0, 0])
        .all('reshape');
    };
    const turned = asked(6)[0]?.geometry as Track<Cuboid> | undefined;
    assert.deepEqual(
      turned?.keys.map(({ frame }) => frame),
      [4, 6],
    );
    assert.deepEqual(asked(2), []);
  });
});
