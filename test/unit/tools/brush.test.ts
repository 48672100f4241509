import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { Raster } from '../../../src/base/raster.js';
import type { Intent, ToolEnv } from '../../../src/contract/tool.js';
import { loadPng } from '../../../src/shapes/bitmask/png.js';
import { bitmaskShape } from '../../../src/shapes/bitmask/shape.js';
import type { Mask } from '../../../src/shapes/mask/mask.js';
import { maskShape } from '../../../src/shapes/mask/shape.js';
import { bitmaskBrushTool, brushTool } from '../../../src/tools/brush.js';
import { bitmaskEraserTool, eraserTool } from '../../../src/tools/eraser.js';
import { drive, envWith } from '../../support/drive.js';
import { alphaOf, rowsOf } from '../../support/raster.js';

type Point = readonly [number, number];

/** A picture of 20 × 10 pixels, on which a pixel has ten CSS pixels. */
const env = (size: number, more: Partial<ToolEnv> = {}): Partial<ToolEnv> => ({
  sight: { facts: { width: 20, height: 10 } },
  pixel: [0.5, 1],
  settings: { size },
  ...more,
});
const full: Mask = { raster: new Raster(20, 10, [255]) };
const rasterIn = (intent: Intent | undefined) => {
  assert.ok(intent?.ask === 'create' || intent?.ask === 'reshape');
  const { raster } = intent.geometry as Mask;
  assert.ok(raster);
  return raster;
};

describe('bitmaskBrushTool', () => {
  it('paints nothing that could not be written', () => {
    // In a process of its own: here what writes PNG pictures may be loaded already.
    const script = `
      import { drive } from './test/support/drive.ts';
      import { Raster } from './src/base/raster.ts';
      import { bitmaskShape } from './src/shapes/bitmask/shape.ts';
      import { bitmaskBrushTool } from './src/tools/brush.ts';
      const sight = { facts: { width: 20, height: 10 } };
      const { asked } = drive(bitmaskBrushTool, { sight, pixel: [0.5, 1], settings: { size: 40 } }).press([50, 50]);
      const made = bitmaskShape.fromOutline([[[[0, 0], [99, 0], [99, 99]]]], sight);
      const written = bitmaskShape.codec.encode({ raster: new Raster(20, 10, [255]) }, {});
      console.log(JSON.stringify([asked.map(({ ask }) => ask), made === undefined, written]));`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(stdout), [['say'], true, {}]);
  });
});

describe('brushTool', () => {
  before(loadPng);

  it('says how it is picked up, and what can be set', () => {
    assert.deepEqual([brushTool.name, brushTool.hotkey, brushTool.icon, brushTool.over], ['brush', 'b', 'brush', true]);
    assert.deepEqual([eraserTool.name, eraserTool.hotkey, eraserTool.alters], ['eraser', 'e', true]);
    const [size] = brushTool.settings ?? [];
    assert.deepEqual([size?.initial, size?.least, size?.most, size?.step], [15, 1, 50, 5]);
    assert.deepEqual([size?.attribute, size?.keys, brushTool.tip], ['strokeWidth', ['[', ']'], 'size']);
    assert.deepEqual([eraserTool.settings?.[0]?.initial, eraserTool.settings?.[0]?.attribute], [10, undefined]);
    assert.deepEqual([bitmaskBrushTool.shape, bitmaskEraserTool.shape], ['bitmask', 'bitmask']);
  });

  it('makes a region with the press, as wide as the tip is on the screen', () => {
    const hand = drive<Point>(brushTool, env(40)).press([50, 50]);
    const raster = rasterIn(hand.all('create')[0]);
    assert.deepEqual([raster.width, raster.height], [20, 10]);
    assert.deepEqual(raster.bounds, { left: 8, top: 3, right: 12, bottom: 7 });
    assert.ok(alphaOf(raster).some((alpha) => alpha > 0 && alpha < 255));
  });

  it('paints with hard edges where the mask has them', () => {
    const hand = drive<Point>(bitmaskBrushTool, env(40)).press([50, 50]);
    const raster = rasterIn(hand.all('create')[0]);
    assert.deepEqual(
      rowsOf(raster)
        .slice(3, 7)
        .map((row) => row.slice(7, 13)),
      ['..##..', '.####.', '.####.', '..##..'],
    );
    assert.ok(alphaOf(raster).every((alpha) => alpha === 0 || alpha === 255));
  });

  it('paints the pixel under the pointer however far one has zoomed in', () => {
    const hand = drive<Point>(bitmaskBrushTool, env(1)).press([52, 55]);
    const raster = rasterIn(hand.all('create')[0]);
    assert.equal(raster.covered, 1);
    assert.equal(raster.at(10, 5), 255);
  });

  it('goes on with the region that it made, and settles once', () => {
    const created = { raster: new Raster(20, 10) };
    const hand = drive<Point>(brushTool, env(20, { ...envWith(maskShape, { new: created }), created: 'new' }))
      .press([20, 50])
      .move([50, 50])
      .move([80, 50])
      .release();
    assert.deepEqual(
      hand.asked.map(({ ask }) => ask).filter((ask) => ask !== 'reshape'),
      ['settle', 'select'],
    );
    const moves = hand.all('reshape').map(rasterIn);
    assert.deepEqual(moves[1]?.bounds?.right, 11);
    assert.deepEqual(hand.asked.at(-1), { ask: 'select', regionIds: ['new'] });
    assert.equal(hand.state, 'idle');
  });

  it('paints into the one region that is selected, a copy of which it changes', () => {
    const mask: Mask = { raster: new Raster(20, 10) };
    const hand = drive<Point>(brushTool, env(20, { ...envWith(maskShape, { r: mask }), selected: ['r'] }))
      .press([50, 50])
      .release();
    assert.deepEqual(hand.all('create'), []);
    assert.equal(hand.all('reshape')[0]?.regionId, 'r');
    assert.equal(mask.raster?.bounds, undefined);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
  });

  it('makes a new region while several are selected, one of another shape or one that is locked', () => {
    const mask: Mask = { raster: new Raster(20, 10) };
    const both = envWith(maskShape, { r: mask, s: mask });
    const asks = (more: Partial<ToolEnv>) =>
      drive<Point>(brushTool, env(20, { ...both, ...more }))
        .press([50, 50])
        .asked.map(({ ask }) => ask);
    assert.deepEqual(asks({ selected: ['r'] }), ['reshape']);
    assert.deepEqual(asks({ selected: ['r', 's'] }), ['create']);
    assert.deepEqual(asks({ selected: ['r'], editable: () => false }), ['create']);
    assert.deepEqual(asks({ ...envWith(bitmaskShape, { r: mask }), selected: ['r'] }), ['create']);
  });

  it('paints nothing beside the picture, and only the part of a stroke that is on it', () => {
    const hand = drive<Point>(brushTool, env(20)).press([-40, 50]).move([-20, 50]);
    assert.deepEqual(hand.asked, []);
    hand.move([2, 50]);
    assert.equal(rasterIn(hand.all('create')[0]).bounds?.left, 0);
    const off = drive<Point>(brushTool, env(20)).press([150, 150]).release();
    assert.deepEqual(off.all('create'), []);
  });

  it('gives up where the region that it asked for was refused', () => {
    const hand = drive<Point>(brushTool, env(20)).press([20, 50]).move([50, 50]).move([70, 50]);
    assert.equal(hand.all('create').length, 1);
    assert.equal(hand.state, 'idle');
  });

  it('does nothing before the size of the picture is known', () => {
    const hand = drive<Point>(brushTool, { ...env(20), sight: { facts: {} } }).press([50, 50]);
    assert.deepEqual(hand.asked, []);
    assert.equal(hand.state, 'idle');
  });

  it('asks for nothing where all is painted already', () => {
    const hand = drive<Point>(brushTool, env(20, { ...envWith(maskShape, { r: full }), selected: ['r'] }));
    assert.deepEqual(hand.press([50, 50]).move([60, 50]).asked, []);
  });

  it('is as large as the pressure of a pen makes it, and as it was when the pen is lifted', () => {
    const wide = (pressure: number) => {
      const { left = 0, right = 0 } =
        rasterIn(drive<Point>(brushTool, env(40)).press([50, 50], { pen: { pressure } }).asked[0]).bounds ?? {};
      return right - left;
    };
    assert.deepEqual([wide(0.25), wide(0.5), wide(1), wide(0)], [2, 4, 8, 4]);
    const made = { raster: new Raster(20, 10) };
    const hand = drive<Point>(brushTool, env(40, { ...envWith(maskShape, { r: made }), selected: ['r'] }))
      .press([50, 50], { pen: { pressure: 0.25 } })
      .release([50, 50], { pen: { pressure: 0 } });
    assert.deepEqual(hand.all('reshape').map(rasterIn).at(-1)?.bounds, { left: 9, top: 4, right: 11, bottom: 6 });
  });

  it('draws a straight line from where the last stroke ended, with Shift', () => {
    const mask: Mask = { raster: new Raster(20, 10), strokeEnd: [10, 50] };
    const stroke = (shift: boolean) =>
      rasterIn(
        drive<Point>(brushTool, env(20, { ...envWith(maskShape, { r: mask }), selected: ['r'] })).press([90, 50], {
          shift,
        }).asked[0],
      ).bounds;
    assert.equal(stroke(true)?.left, 1);
    assert.equal(stroke(false)?.left, 17);
  });

  it('puts the tip down in the middle of what is in view by Enter', () => {
    const hand = drive<Point>(brushTool, env(40)).key('enter', [50, 50]);
    assert.deepEqual(
      hand.asked.map(({ ask }) => ask),
      ['create', 'settle'],
    );
    assert.deepEqual(rasterIn(hand.asked[0]).bounds, { left: 8, top: 3, right: 12, bottom: 7 });
    assert.equal(hand.state, 'idle');
    assert.deepEqual(drive<Point>(brushTool, env(40)).key('left', [50, 50]).asked, []);
  });

  it('covers every place that the pointer was at, in copies of which none changes any more', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (path) => {
        const regions: { r: Mask } = { r: { raster: new Raster(20, 10) } };
        const hand = drive<Point>(
          brushTool,
          env(20, { ...envWith(maskShape, regions as unknown as Record<string, unknown>), selected: ['r'] }),
        );
        const seen: { readonly raster: Raster; readonly alpha: Uint8Array }[] = [];
        for (const [index, at] of path.entries()) {
          if (index === 0) hand.press(at);
          else hand.move(at);
          const last = hand.all('reshape').at(-1);
          if (last) regions.r = last.geometry as Mask;
          const { raster } = regions.r;
          assert.ok(raster);
          seen.push({ raster, alpha: alphaOf(raster) });
          for (const [x, y] of path.slice(0, index + 1)) {
            assert.equal(raster.at(Math.floor(x / 5), Math.floor(y / 10)), 255);
          }
        }
        for (const { raster, alpha } of seen) assert.deepEqual(alphaOf(raster), alpha);
      }),
      { numRuns: 30 },
    );
  });
});

describe('eraserTool', () => {
  const selected = { ...envWith(maskShape, { r: full }), selected: ['r'] };

  it('takes away from the selected region', () => {
    const hand = drive<Point>(eraserTool, env(40, selected)).press([50, 50]).release();
    const left = rasterIn(hand.all('reshape')[0]);
    assert.equal(left.at(10, 5), 0);
    assert.equal(left.at(2, 2), 255);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
    assert.equal(full.raster?.covered, 200);
  });

  it('leaves hard edges in a bitmask', () => {
    const hand = drive<Point>(bitmaskEraserTool, env(40, { ...envWith(bitmaskShape, { r: full }), selected: ['r'] }));
    const left = rasterIn(hand.press([50, 50]).all('reshape')[0]);
    assert.ok(alphaOf(left).every((alpha) => alpha === 0 || alpha === 255));
    assert.equal(left.covered, 188);
  });

  it('says what to do where no region is selected', () => {
    const hand = drive<Point>(eraserTool, env(40)).press([50, 50]);
    assert.match(hand.all('say')[0]?.message ?? '', /^Select the region/);
    assert.equal(hand.state, 'idle');
  });

  it('selects a region that is pressed instead', () => {
    const hand = drive<Point>(eraserTool, env(40, { ...selected, selected: [] }));
    assert.deepEqual(hand.press([50, 50], { hit: { regionId: 'r' } }).asked, [{ ask: 'select', regionIds: ['r'] }]);
  });

  it('makes no region by Enter', () => {
    const hand = drive<Point>(eraserTool, env(40)).key('enter', [50, 50]);
    assert.deepEqual(hand.all('create'), []);
    assert.equal(hand.all('say').length, 1);
    const erased = drive<Point>(eraserTool, env(40, selected)).key('enter', [50, 50]);
    assert.equal(rasterIn(erased.all('reshape')[0]).at(10, 5), 0);
  });
});
