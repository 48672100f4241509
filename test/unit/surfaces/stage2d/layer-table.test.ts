import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
