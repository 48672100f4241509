import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Raster } from '../../../src/base/raster.js';
import type { Intent, ToolEnv } from '../../../src/contract/tool.js';
import type { Mask } from '../../../src/shapes/mask/mask.js';
import { maskShape } from '../../../src/shapes/mask/shape.js';
import { wandTool } from '../../../src/tools/wand.js';
import { drive, type Hand } from '../../support/drive.js';

/** 40 by 20 pixels: left half grey 100, right half grey 130, in which a block of grey 200. */
const pixels = (() => {
  const [width, height] = [40, 20];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grey = x < 20 ? 100 : x >= 28 && x < 36 && y >= 6 && y < 14 ? 200 : 130;
      data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
})();

const geometries: Record<string, Mask> = {};
const facts = { width: 40, height: 20 };
const env = (more: Partial<ToolEnv> = {}): Partial<ToolEnv> => ({
  sight: { facts },
  settings: { tolerance: 15, smoothing: 0 },
  pixel: [0.5, 1],
  pixels: () => pixels,
  region: (id) =>
    geometries[id] && { id, order: 0, toName: 'img', fromName: 'wand', shape: 'mask', geometry: geometries[id] },
  shape: () => maskShape as never,
  ...more,
});
type WandHand = Hand<readonly [number, number]>;
const hand = (more: Partial<ToolEnv> = {}): WandHand => drive(wandTool, env(more));

const rasterIn = (intent: Intent | undefined): Raster => {
  assert.ok(intent && (intent.ask === 'create' || intent.ask === 'reshape'));
  const { raster } = intent.geometry as Mask;
  assert.ok(raster);
  return raster;
};
const covered = (intent: Intent | undefined) => rasterIn(intent).covered;

describe('wandTool', () => {
  it('masks what is of the colour that is pressed', () => {
    const by = hand().press([10, 50]);
    const [created] = by.all('create');
    assert.deepEqual(rasterIn(created).bounds, { left: 0, top: 0, right: 20, bottom: 20 });
    assert.equal(rasterIn(created).at(3, 3), 255);
    by.release();
    assert.deepEqual(by.asked.slice(1), [{ ask: 'settle' }]);
    assert.equal(by.state, 'idle');
  });

  it('takes in more the farther it is dragged to the right or down, and less to the left or up', () => {
    const more = (to: readonly [number, number]) => {
      geometries.new = {};
      return hand({ created: 'new' }).press([10, 50]).move(to).release().all('reshape').map(covered);
    };
    // Three pixels of the screen are a step: 15 more steps are 45 pixels, 22.5 percent across or 45 down.
    assert.deepEqual(more([33, 50]), [800 - 64]);
    assert.deepEqual(more([31, 50]), [400]);
    assert.deepEqual(more([10, 95]), [800 - 64]);
    assert.deepEqual(more([-40, 50]), [400]);
    assert.deepEqual(more([10, 49]), []);
    // The left half is 100 off from white: with all that 255 takes in it is everything.
    assert.deepEqual(more([400, 50]), [800]);
  });

  it('keeps to the screen’s directions where the picture is turned', () => {
    const grown = (rotation: number, dx: number, dy: number) => {
      geometries.new = {};
      const by = hand({ created: 'new', sight: { facts: { ...facts, rotation } } });
      return (
        by
          .press([25, 50])
          .move([25 + dx * 24, 50 + dy * 48])
          .release()
          .all('reshape')
          .map(covered)[0] ===
        800 - 64
      );
    };
    for (const [rotation, directions] of [
      [0, [true, true, false, false]],
      [90, [true, false, false, true]],
      [180, [false, false, true, true]],
      [270, [false, true, true, false]],
    ] as const) {
      const found = [grown(rotation, 1, 0), grown(rotation, 0, 1), grown(rotation, -1, 0), grown(rotation, 0, -1)];
      assert.deepEqual(found, directions, `${rotation}`);
    }
  });

  it('adds to the one mask that is selected', () => {
    const before = hand().press([10, 50]).all('create')[0];
    geometries.a = { raster: rasterIn(before) };
    const by = hand({ selected: ['a'] })
      .press([80, 50])
      .release();
    assert.deepEqual(by.all('create'), []);
    const [reshape] = by.all('reshape');
    assert.equal(reshape?.regionId, 'a');
    assert.equal(covered(reshape), 400 + 64);
  });

  it('asks for nothing where the mask has all of it already', () => {
    geometries.a = { raster: rasterIn(hand().press([10, 50]).all('create')[0]) };
    assert.deepEqual(
      hand({ selected: ['a'] })
        .press([12, 60])
        .release().asked,
      [{ ask: 'settle' }],
    );
  });

  it('begins another where several are selected, or one that is no mask or may not be changed', () => {
    geometries.a = { raster: rasterIn(hand().press([10, 50]).all('create')[0]) };
    geometries.b = geometries.a;
    for (const more of [{ selected: ['a', 'b'] }, { selected: ['box'] }, { selected: ['a'], editable: () => false }]) {
      assert.equal(hand(more).press([80, 50]).all('create').map(covered)[0], 64);
    }
  });

  it('cuts out of the selected one with Alt held, and says what to do where none is', () => {
    geometries.a = {
      raster: rasterIn(
        hand({ settings: { tolerance: 255 } })
          .press([10, 50])
          .all('create')[0],
      ),
    };
    const by = hand({ selected: ['a'] })
      .press([80, 50], { alt: true })
      .release();
    assert.equal(covered(by.all('reshape')[0]), 800 - 64);
    const none = hand().press([80, 50], { alt: true }).release();
    assert.match(none.all('say')[0]?.message ?? '', /Select the region/);
    assert.equal(none.asked.length, 1);
  });

  it('gives the mask back as it was when the drag undoes what it did', () => {
    const small = rasterIn(hand().press([80, 50]).all('create')[0]);
    geometries.a = { raster: small };
    const first = hand({ selected: ['a'] })
      .press([70, 5])
      .move([95, 5])
      .move([70, 5])
      .release();
    assert.deepEqual(first.all('reshape').map(covered), [400, 800, 400]);
  });

  it('smooths what it fills as the setting says', () => {
    const rough = { ...pixels, data: pixels.data.slice() };
    rough.data.fill(255, (10 * 40 + 10) * 4, (10 * 40 + 12) * 4);
    const area = (smoothing: number) =>
      hand({ pixels: () => rough, settings: { tolerance: 15, smoothing } })
        .press([10, 10])
        .all('create')
        .map(covered)[0];
    assert.deepEqual([area(0), area(5)], [398, 400]);
  });

  it('says what is wrong where the pixels are kept from it, and does nothing else', () => {
    const by = hand({ pixels: () => undefined })
      .press([10, 50])
      .move([60, 50])
      .release();
    assert.deepEqual(
      by.asked.map(({ ask }) => ask),
      ['say'],
    );
    assert.match(by.all('say')[0]?.message ?? '', /crossOrigin/);
  });

  it('gives up where the label was refused', () => {
    const by = hand().press([10, 50]).move([60, 50]).move([80, 50]).release();
    assert.equal(by.all('create').length, 1);
    assert.equal(by.state, 'idle');
  });

  it('works by Enter, and not beside the picture', () => {
    const by = hand().key('enter', [10, 50]);
    assert.deepEqual(
      by.asked.map(({ ask }) => ask),
      ['create', 'settle'],
    );
    assert.equal(by.state, 'idle');
    assert.deepEqual(hand().press([-1, 50]).release().asked, []);
    assert.equal(hand().press([100, 100]).all('create').map(covered)[0], 336);
  });
});
