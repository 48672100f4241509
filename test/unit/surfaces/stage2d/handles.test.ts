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

  it('points a stem the other way where it would leave the surface', () => {
    const rotate = layer([{ id: 'rotate', at: [50, 0], stem: [0, -24] }]);
    assert.deepEqual(at([rotate], camera({ y: 0 })), [[200, 24]]);
  });

  it('reaches farther for a finger, and less far on a small region', () => {
    const reach = (size: number, coarse: boolean) =>
      gripsOf([layer([{ id: 'nw', at: [0, 0] }], size)], camera(), coarse)[0]?.reach ?? 0;
    assert.ok(reach(50, true) > reach(50, false));
    assert.ok(reach(2, true) < reach(50, true));
  });
});
