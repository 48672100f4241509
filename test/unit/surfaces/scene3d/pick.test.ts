import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Handle } from '../../../../src/contract/shape.js';
import type { Layer } from '../../../../src/contract/surface.js';
import { gripsOf, gripUnder } from '../../../../src/surfaces/scene3d/grips.js';
import { facing, type Lens, project } from '../../../../src/surfaces/scene3d/lens.js';
import { layerUnder } from '../../../../src/surfaces/scene3d/pick.js';
import { sideLens } from '../../../../src/surfaces/scene3d/side-frames.js';
import { solidOf } from '../../../../src/surfaces/scene3d/solid.js';
import { unit, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';

const up: Vec3 = [0, 0, 1];
const panel = { left: 0, top: 0, width: 800, height: 600 };
/** From the south, ten metres before the origin. */
const lens: Lens = {
  panel,
  eye: [0, -10, 0],
  ...facing([0, -1, 0], [0, 0, 1]),
  perspective: true,
  scale: 600,
  near: 0.1,
  far: 1000,
};

const layer = (id: string, centre: Vec3, size: Vec3, more: Partial<Layer> = {}): Layer =>
  Object.freeze<Layer>({
    id,
    marks: [{ draw: 'box3d', centre, size, rotation: [0, 0, 0] }],
    colour: '#f00',
    fillOpacity: 0.2,
    strokeWidth: 1,
    ...more,
  });
const at = (place: Vec3) => project(lens, place).slice(0, 2) as unknown as [number, number];
const under = (layers: readonly Layer[], place: Vec3, by = lens) => layerUnder(layers, by, at(place), 4)?.layer.id;

describe('layerUnder', () => {
  const front = layer('front', [0, 0, 0], [2, 2, 2]);
  const behind = layer('behind', [0, 5, 0], [2, 2, 2]);

  it('is the foremost, in whichever order they are drawn', () => {
    assert.equal(under([front, behind], [0, 0, 0]), 'front');
    assert.equal(under([behind, front], [0, 0, 0]), 'front');
    assert.equal(under([front, behind], [5, 0, 0]), undefined);
  });

  it('tells where it was touched', () => {
    const [x, y, z] = layerUnder([front], lens, at([0, 0, 0]), 4)?.at ?? [];
    assert.ok(Math.abs((y ?? 0) - -1) < 1e-9);
    assert.ok(Math.hypot(x ?? 1, z ?? 1) < 1e-9);
  });

  it('is a much smaller one before a larger one, and a selected one before others of its size', () => {
    const small = layer('small', [0, 3, 0], [0.5, 0.5, 0.5]);
    assert.equal(under([small, front], [0, 3, 0]), 'small');
    assert.equal(under([front, layer('behind', [0, 5, 0], [2, 2, 2], { selected: true })], [0, 0, 0]), 'behind');
  });

  it('touches one that is not filled at its edges only', () => {
    const hollow = layer('hollow', [0, 0, 0], [2, 2, 2], { fillOpacity: 0 });
    assert.equal(under([hollow], [0.2, -1, 0.3]), undefined);
    assert.equal(under([hollow], [1, -1, 0.3]), 'hollow');
    const [x, y] = at([1, -1, 0.3]);
    assert.equal(layerUnder([hollow], lens, [x + 3, y], 4)?.layer.id, 'hollow');
    assert.equal(layerUnder([hollow], lens, [x + 6, y], 4), undefined);
  });

  it('is not the box that the eye is in, except at its edges', () => {
    const around = layer('around', [0, -10, 0], [30, 30, 30]);
    assert.equal(under([around, front], [0, 0, 0]), 'front');
    assert.equal(under([around], [0, 0, 0]), undefined);
  });

  it('is not what is behind the eye, and no frame', () => {
    assert.equal(under([layer('back', [0, -20, 0], [2, 2, 2])], [0, 0, 0]), undefined);
    assert.equal(under([layer('frame', [0, 0, 0], [2, 2, 2], { frame: true })], [0, 0, 0]), undefined);
  });

  it('finds one that is only some pixels large', () => {
    assert.equal(under([layer('far', [0, 900, 0], [0.5, 0.5, 0.5])], [0, 900, 0]), 'far');
  });
});

describe('gripsOf', () => {
  const size: Vec3 = [4, 2, 1.5];
  const solid = solidOf({ draw: 'box3d', centre: [0, 0, 0], size, rotation: [0, 0, 0] });
  const handle = (id: string, place: Vec3, more: Partial<Handle<Vec3>> = {}) => ({
    id,
    at: place,
    cursor: 'ew-resize',
    ...more,
  });
  const handles = [
    handle('x+', [2, 0, 0]),
    handle('x-', [-2, 0, 0]),
    handle('y+', [0, 1, 0]),
    handle('y-', [0, -1, 0]),
    handle('z+', [0, 0, 0.75]),
    handle('z-', [0, 0, -0.75]),
    ...[1, -1].flatMap((x) =>
      [1, -1].flatMap((y) => [1, -1].map((z) => handle(`x${x}y${y}z${z}`, [2 * x, y, 0.75 * z]))),
    ),
    handle('yaw', [3, 0, 0], { cursor: 'grab', from: [2, 0, 0] }),
  ];
  const box = layer('box', [0, 0, 0], size, { selected: true, handles: handles as unknown as Layer['handles'] & {} });
  const side = (name: 'top' | 'side' | 'front') =>
    sideLens(solid, name, [0, 0, 1], { left: 0, top: 0, width: 300, height: 240 });
  const ids = (name: 'top' | 'side' | 'front') =>
    gripsOf(box, side(name), up, false)
      .map((grip) => grip.handle.id)
      .sort();

  it('has in a side view those that it can move, and of those behind one another the foremost', () => {
    assert.deepEqual(ids('top'), ['x+', 'x-', 'x-1y-1z1', 'x-1y1z1', 'x1y-1z1', 'x1y1z1', 'y+', 'y-', 'yaw']);
    assert.deepEqual(ids('side'), ['x+', 'x-', 'x-1y-1z-1', 'x-1y-1z1', 'x1y-1z-1', 'x1y-1z1', 'z+', 'z-']);
    assert.deepEqual(ids('front'), ['x1y-1z-1', 'x1y-1z1', 'x1y1z-1', 'x1y1z1', 'y+', 'y-', 'z+', 'z-']);
  });

  it('stands where its place is seen, by a stem off from there, with a line to where it belongs', () => {
    const grips = gripsOf(box, side('top'), up, false);
    const yaw = grips.find((grip) => grip.handle.id === 'yaw');
    const scale = side('top').scale;
    assert.deepEqual(yaw?.at.map(Math.round), [Math.round(150 + 3 * scale), 120]);
    assert.deepEqual(yaw?.foot?.map(Math.round), [Math.round(150 + 2 * scale), 120]);
    const stemmed = layer('box', [0, 0, 0], size, {
      handles: [handle('turn', [2, 0, 0], { stem: [0, -24] })] as unknown as Layer['handles'] & {},
    });
    const [grip] = gripsOf(stemmed, side('top'), up, false);
    assert.equal((grip?.foot?.[1] ?? 0) - (grip?.at[1] ?? 0), 24);
  });

  it('is one that turns the box only where the ground is seen', () => {
    for (const name of ['side', 'front'] as const) assert.ok(!ids(name).includes('yaw'));
    assert.ok(
      gripsOf(box, { ...lens, eye: [4, -10, 6], ...facing(unit([4, -10, 6]), up) }, up, false).some(
        (grip) => grip.handle.id === 'yaw',
      ),
    );
  });

  it('has the cursor of the way it goes on the screen', () => {
    const cursors = new Map(gripsOf(box, side('top'), up, false).map((grip) => [grip.handle.id, grip.cursor]));
    assert.equal(cursors.get('x+'), 'ew-resize');
    assert.equal(cursors.get('y+'), 'ns-resize');
    assert.equal(cursors.get('x1y1z1'), 'nesw-resize');
    assert.equal(cursors.get('x1y-1z1'), 'nwse-resize');
    assert.equal(cursors.get('yaw'), 'grab');
    const bare = layer('box', [0, 0, 0], size, {
      handles: [{ id: 'y+', at: [0, 1, 0] }] as unknown as Layer['handles'] & {},
    });
    assert.equal(gripsOf(bare, side('top'), up, false)[0]?.cursor, 'ns-resize');
  });

  it('has none on a box that is too small to be moved otherwise', () => {
    const far: Lens = { ...lens, eye: [0, -200, 20], ...facing(unit([0, -10, 1]), [0, 0, 1]) };
    assert.deepEqual(gripsOf(box, far, up, false), []);
  });

  it('is found within reach of the pointer, which is farther for a finger', () => {
    const top = side('top');
    const [x, y] = project(top, [2, 0, 0]);
    for (const [off, coarse, found] of [
      [7, false, true],
      [12, false, false],
      [12, true, true],
    ] as const) {
      assert.equal(gripUnder(gripsOf(box, top, up, coarse), [x + off, y])?.handle.id === 'x+', found);
    }
  });
});
