import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Raster, RasterEdit } from '../../../../src/base/raster.js';
import type { Layer } from '../../../../src/contract/surface.js';
import { LayerTable } from '../../../../src/surfaces/stage2d/layer-table.js';

const picture = { width: 100, height: 100 };
const layer = (id: string, x: number, more: Partial<Layer> = {}): Layer =>
  Object.freeze<Layer>({
    id,
    marks: [{ draw: 'box', x, y: 0, width: 2, height: 2 }],
    colour: 'red',
    fillOpacity: 0.2,
    strokeWidth: 1,
    ...more,
  });
const bounds = (x: number) => ({ left: x, top: 0, right: x + 2, bottom: 2 });

function drawn(layers: readonly Layer[]): LayerTable {
  const table = new LayerTable();
  table.draw(layers, picture, false);
  table.takeDirty();
  return table;
}
const [a, b, c] = [layer('a', 0), layer('b', 10), layer('c', 20)];

describe('LayerTable', () => {
  it('has all to be painted at first, and nothing once that was done', () => {
    const table = new LayerTable();
    table.draw([a, b], picture, false);
    assert.equal(table.takeDirty(), 'all');
    table.draw([a, b], picture, false);
    assert.deepEqual(table.takeDirty(), []);
  });

  it('paints nothing anew for a region that is only selected, hovered or given handles, though it comes to lie on top', () => {
    const table = drawn([a, b, c]);
    const selected = { ...a, selected: true, handles: [] };
    table.draw([b, c, selected], picture, false);
    assert.deepEqual(table.takeDirty(), []);
    assert.deepEqual(table.raised, [selected]);
    table.draw([a, { ...b, hovered: true }, c], picture, false);
    assert.deepEqual(table.takeDirty(), []);
  });

  it('takes a dragged region out once, paints nothing while it moves, and puts it back once', () => {
    const table = drawn([a, b, c]);
    table.draw([a, c, layer('b', 11, { selected: true })], picture, true);
    assert.deepEqual(table.takeDirty(), [bounds(10)]);
    for (const x of [12, 13, 14]) {
      table.draw([a, c, layer('b', x, { selected: true })], picture, true);
      assert.deepEqual(table.takeDirty(), []);
      assert.deepEqual([...table.live.keys()], ['b']);
    }
    table.draw([a, layer('b', 14), c], picture, false);
    assert.deepEqual(table.takeDirty(), [bounds(14)]);
    assert.equal(table.live.size, 0);
  });

  it('knows what is selected and has handles while it is dragged and when it is let go', () => {
    const table = drawn([a, b, c]);
    for (const x of [10, 11, 12]) {
      const held = layer('b', x, { selected: true, handles: [] });
      table.draw([a, c, held], picture, true);
      assert.deepEqual([table.raised, table.handled], [[held], [held]]);
      assert.equal(table.raised[0], held);
    }
    const bare = layer('b', 12, { selected: true });
    table.draw([a, c, bare], picture, false);
    assert.deepEqual([table.raised, table.handled], [[bare], []]);
    table.draw([a, layer('b', 12), c], picture, false);
    assert.deepEqual([table.raised, table.handled], [[], []]);
  });

  it('paints where a region was and where it is when it is changed without being touched', () => {
    const table = drawn([a, b, c]);
    table.draw([a, layer('b', 50), c], picture, false);
    assert.deepEqual(table.takeDirty(), [bounds(10), bounds(50)]);
  });

  it('paints only what came or went', () => {
    const table = drawn([a, b, c]);
    table.draw([a, c], picture, false);
    assert.deepEqual(table.takeDirty(), [bounds(10)]);
    table.draw([a, b, c], picture, false);
    assert.deepEqual(table.takeDirty(), [bounds(10)]);
  });

  it('paints all when the order of regions that are not selected is another', () => {
    const table = drawn([a, b, c]);
    table.draw([c, b, a], picture, false);
    assert.equal(table.takeDirty(), 'all');
  });

  it('paints all at once when a great deal has changed', () => {
    const many = (x: number) => Array.from({ length: 100 }, (_, i) => layer(`${i}`, x + i));
    const table = drawn(many(0));
    table.draw(many(0.5), picture, false);
    assert.equal(table.takeDirty(), 'all');
  });

  it('knows where a region lies', () => {
    assert.deepEqual(drawn([a, b]).boundsOf('b'), bounds(10));
    assert.equal(drawn([a, b]).boundsOf('z'), undefined);
  });
});

describe('LayerTable: masks', () => {
  const raster = painted(new Raster(100, 100), 10, 20, 40);
  const mask = layer('m', 0, { marks: [{ draw: 'mask', raster }] });
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

  function painted(from: Raster, y: number, left: number, right: number): Raster {
    const edit = new RasterEdit(from);
    edit.span(y, left, right, 255);
    return edit.done();
  }

  function drawnWithMask(more: Partial<Layer> = {}): LayerTable {
    const table = drawn([a, { ...mask, ...more }]);
    assert.equal(table.takeDirtyMasks(), 'all');
    return table;
  }

  it('has only what was painted upon composed anew, and never takes a mask out', () => {
    const table = drawnWithMask({ selected: true });
    const next = painted(raster, 50, 60, 62);
    table.draw([a, { ...mask, selected: true, marks: [{ draw: 'mask', raster: next }] }], picture, true);
    assert.deepEqual(table.takeDirtyMasks(), [box(60, 50, 62, 51)]);
    assert.deepEqual(table.takeDirty(), []);
    assert.equal(table.live.size, 0);
  });

  it('has nothing composed for a hover or handles, and all of a mask that comes to lie on top', () => {
    const table = drawnWithMask();
    table.draw([a, { ...mask, hovered: true, handles: [] }], picture, false);
    assert.deepEqual(table.takeDirtyMasks(), []);
    table.draw([a, { ...mask, selected: true }], picture, false);
    assert.deepEqual(table.takeDirtyMasks(), [box(20, 10, 40, 11)]);
  });

  it('has a mask composed where it came, went or got another colour', () => {
    const table = drawnWithMask();
    table.draw([a], picture, false);
    assert.deepEqual([table.takeDirtyMasks(), table.masked.length], [[box(20, 10, 40, 11)], 0]);
    table.draw([a, mask], picture, false);
    assert.deepEqual([table.takeDirtyMasks(), table.masked], [[box(20, 10, 40, 11)], [mask]]);
    table.draw([a, { ...mask, colour: 'blue' }], picture, false);
    assert.deepEqual(table.takeDirtyMasks(), [box(20, 10, 40, 11)]);
    assert.deepEqual(table.takeDirty(), []);
  });

  it('paints a caption anew only when the mask that it stands at grew', () => {
    const table = drawnWithMask({ caption: 'Road' });
    const next = painted(raster, 10, 22, 30);
    const within = painted(raster, 10, 25, 26);
    table.draw([a, { ...mask, caption: 'Road', marks: [{ draw: 'mask', raster: within }] }], picture, true);
    assert.deepEqual(table.takeDirty(), []);
    const larger = painted(next, 5, 22, 30);
    table.draw([a, { ...mask, caption: 'Road', marks: [{ draw: 'mask', raster: larger }] }], picture, true);
    assert.deepEqual(table.takeDirty(), [box(20, 10, 40, 11), box(20, 5, 40, 11)]);
  });
});

describe('LayerTable: frames', () => {
  it('knows a frame and its handles, and paints nothing anew for it', () => {
    const table = drawn([a, b]);
    const frame = layer('frame', 0, { frame: true, selected: true, handles: [] });
    table.draw([a, b, frame], picture, false);
    assert.deepEqual([table.frames, table.handled, table.raised], [[frame], [frame], []]);
    assert.equal(table.boundsOf('frame'), undefined);
    table.draw([a, b], picture, false);
    assert.deepEqual([table.frames, table.takeDirty(), table.live.size], [[], [], 0]);
  });
});
