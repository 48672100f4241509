import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Layer } from '../../../../src/contract/surface.js';
import type { Camera } from '../../../../src/surfaces/stage2d/camera.js';
import { gripsOf } from '../../../../src/surfaces/stage2d/handles.js';

const camera = (part: Partial<Camera['view']> = {}): Camera => ({
  picture: { width: 100, height: 100 },
  frame: { width: 400, height: 400 },
  view: { x: 100, y: 100, zoom: 2, rotation: 0, ...part },
  ratio: 1,
});
const layer = (handles: object[], size = 50): Layer => ({
  id: 'a',
  marks: [{ draw: 'box', x: 0, y: 0, width: size, height: size }],
  colour: 'red',
  fillOpacity: 0.2,
  strokeWidth: 1,
  handles: handles as never,
});
const at = (layers: readonly Layer[], seen: Camera) =>
  gripsOf(layers, seen, false).map((grip) => grip.at.map(Math.round));

describe('gripsOf', () => {
  it('stands a handle off by its stem, along the axes of the picture as it is turned', () => {
    const rotate = layer([{ id: 'rotate', at: [50, 0], stem: [0, -24] }]);
    assert.deepEqual(at([rotate], camera()), [[200, 76]]);
    assert.deepEqual(at([rotate], camera({ rotation: 90 })), [[324, 200]]);
  });

  it('stands a stem on the other side of the region where it would leave the surface', () => {
    const rotate = layer([{ id: 'rotate', at: [25, 0], stem: [0, -24] }]);
    const [grip] = gripsOf([rotate], camera({ y: 0 }), false);
    assert.deepEqual(grip?.foot?.map(Math.round), [150, 100]);
    assert.deepEqual(grip?.at.map(Math.round), [150, 124]);
    assert.deepEqual(at([rotate], camera({ rotation: 180, y: 300 })), [[250, 376]]);
  });

  it('points it inward where there is no room on either side', () => {
    const rotate = layer([{ id: 'rotate', at: [50, 0], stem: [0, -24] }], 100);
    assert.deepEqual(at([rotate], camera({ y: 0, zoom: 4 })), [[300, 24]]);
  });

  it('reaches farther for a finger, and less far on a small region', () => {
    const reach = (size: number, coarse: boolean) =>
      gripsOf([layer([{ id: 'nw', at: [0, 0] }], size)], camera(), coarse)[0]?.reach ?? 0;
    assert.ok(reach(50, true) > reach(50, false));
    assert.ok(reach(2, true) < reach(50, true));
  });

  it('leaves out points of an outline that stand close, until one zooms in', () => {
    const outline = layer(Array.from({ length: 200 }, (_, i) => ({ id: `v${i}`, at: [i / 4, 0], cursor: 'move' })));
    const shown = (zoom: number) => gripsOf([outline], camera({ zoom }), false);
    assert.ok(shown(2).length > 10 && shown(2).length < 40);
    const xs = shown(2).map(({ at: [x] }) => x);
    xs.slice(1).forEach((x, i) => {
      assert.ok(x - (xs[i] as number) >= 6);
    });
    assert.equal(shown(30).length, 200);
  });

  it('offers to add a point only where there is room between two', () => {
    const handles = (side: number) =>
      [0, 1, 2].flatMap((i) => [
        { id: `v${i}`, at: [i * side, 0] },
        { id: `m${i}`, at: [(i + 0.5) * side, 0] },
      ]);
    const ids = (side: number) => gripsOf([layer(handles(side))], camera(), false).map(({ handle }) => handle.id);
    assert.deepEqual(ids(10), ['v0', 'v1', 'v2']);
    assert.deepEqual(ids(30), ['v0', 'm0', 'v1', 'm1', 'v2', 'm2']);
  });

  it('keeps the corners to resize by, however close they are, and the middles of edges that are long', () => {
    const ids = (side: number, coarse: boolean) => {
      const handles = ['nw', 'n', 'ne'].map((id, i) => ({ id, at: [(i * side) / 2, 0], cursor: 'ns-resize' }));
      return gripsOf([layer(handles, side)], camera(), coarse).map(({ handle }) => handle.id);
    };
    assert.deepEqual(ids(2, false), ['nw', 'ne']);
    assert.deepEqual(ids(19, false), ['nw', 'ne']);
    assert.deepEqual(ids(20, false), ['nw', 'n', 'ne']);
    assert.deepEqual(ids(27, true), ['nw', 'ne']);
    assert.deepEqual(ids(28, true), ['nw', 'n', 'ne']);
  });
});
