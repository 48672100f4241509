import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Layer } from '../../../../src/contract/surface.js';
import { bytesOf, COLOURS, colourTable, ROW } from '../../../../src/surfaces/scene3d/colour-ramps.js';
import { roundUp } from '../../../../src/surfaces/scene3d/gizmo.js';
import { soleSelected } from '../../../../src/surfaces/scene3d/layer-solids.js';
import { layoutOf } from '../../../../src/surfaces/scene3d/layout.js';
import { Views } from '../../../../src/surfaces/scene3d/views.js';

const layer = (id: string, more: Partial<Layer> = {}, x = 0): Layer =>
  Object.freeze<Layer>({
    id,
    marks: [{ draw: 'box3d', centre: [x, 0, 0], size: [4, 2, 1], rotation: [0, 0, 0] }],
    colour: '#f00',
    fillOpacity: 0.2,
    strokeWidth: 1,
    selected: true,
    ...more,
  });

describe('layoutOf', () => {
  it('has the side views one below the other at the right, or side by side below', () => {
    const wide = layoutOf(1200, 800, true);
    assert.deepEqual(
      wide.sides.map(([side]) => side),
      ['top', 'side', 'front'],
    );
    assert.ok(wide.sides.every(([, { left, width }]) => left + width === 1200));
    assert.equal(new Set(wide.sides.map(([, { top }]) => top)).size, 3);
    const narrow = layoutOf(400, 700, true);
    assert.ok(narrow.sides.every(([, { top, height }]) => top + height === 700));
    assert.equal(new Set(narrow.sides.map(([, { left }]) => left)).size, 3);
    assert.deepEqual(wide.main, { left: 0, top: 0, width: 1200, height: 800 });
  });

  it('has none where there is no room, or none are wanted', () => {
    assert.equal(layoutOf(100, 100, true).sides.length, 0);
    assert.deepEqual(layoutOf(1200, 800, false).covered, [0, 0]);
  });
});

describe('Views', () => {
  const size = { width: 1200, height: 800 };
  const up = [0, 0, 1] as const;
  const how = (still = false) => ({ still, withSides: true });

  it('stands still while something is held, also when the box moves, and follows after', () => {
    const views = new Views();
    views.update(size, layer('a'), up, how());
    const { sides } = views;
    views.update(size, layer('a', {}, 3), up, how(true));
    assert.equal(views.sides, sides);
    assert.equal(views.solid?.centre[0], 3);
    views.update(size, layer('a', {}, 3), up, how());
    assert.equal(views.sides[0]?.lens.eye[0], 3);
  });

  it('shows another box at once, with a zoom of its own', () => {
    const views = new Views();
    views.update(size, layer('a'), up, how());
    const scale = views.sides[0]?.lens.scale;
    views.zoomBy('top', 0.5);
    views.update(size, layer('a'), up, how());
    assert.equal(views.sides[0]?.lens.scale, (scale as number) / 2);
    views.update(size, layer('b', {}, 9), up, how(true));
    assert.equal(views.sides[0]?.lens.scale, scale);
    assert.equal(views.sides[0]?.lens.eye[0], 9);
  });
});

describe('soleSelected', () => {
  it('is the only selected one with a box', () => {
    const [a, b] = [layer('a'), layer('b')];
    assert.equal(soleSelected([a, layer('c', { selected: false })]), a);
    assert.equal(soleSelected([a, b]), undefined);
    assert.equal(soleSelected([a, layer('frame', { frame: true })]), a);
    assert.equal(soleSelected([layer('p', { marks: [] })]), undefined);
  });
});

describe('colourTable', () => {
  const luminance = (table: Uint8Array, row: number, i: number) => {
    const [red = 0, green = 0, blue = 0] = table.subarray(4 * (row * COLOURS + i));
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  };

  it('stands out from light and from dark backgrounds throughout', () => {
    for (let i = 0; i < COLOURS; i++) {
      for (const row of [ROW.height, ROW.label]) {
        assert.ok(luminance(colourTable(true), row, i) > 90, `dark ${row} ${i}`);
        assert.ok(luminance(colourTable(false), row, i) < 175, `light ${row} ${i}`);
      }
    }
  });

  it('goes on from low to high without a step back in lightness', () => {
    for (const row of [ROW.height, ROW.intensity]) {
      const table = colourTable(true);
      for (let i = 8; i < COLOURS; i += 8)
        assert.ok(luminance(table, row, i) > luminance(table, row, i - 8) - 3, `${row} ${i}`);
    }
  });
});

describe('bytesOf', () => {
  it('is OKLCH', () => {
    assert.deepEqual(bytesOf(1, 0, 0), [255, 255, 255]);
    assert.deepEqual(bytesOf(0, 0, 0), [0, 0, 0]);
    assert.deepEqual(bytesOf(0.62796, 0.25768, 29.234), [255, 0, 0]);
  });
});

describe('roundUp', () => {
  it('is the next number of 1, 2 and 5', () => {
    assert.deepEqual([0.3, 1, 1.1, 3, 7, 70].map(roundUp), [0.5, 1, 2, 5, 10, 100]);
  });
});
