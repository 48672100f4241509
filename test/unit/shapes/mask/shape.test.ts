import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeRle } from '../../../../src/base/rle.js';
import type { Outline } from '../../../../src/contract/shape.js';
import type { Mask } from '../../../../src/shapes/mask/mask.js';
import { maskShape } from '../../../../src/shapes/mask/shape.js';
import { rasterFrom, rowsOf } from '../../../support/raster.js';

const sight = { facts: { width: 10, height: 5 } };
const rows = ['..........', '..###.....', '..#.#.....', '..###.....', '..........'];
const raster = rasterFrom(...rows);
const mask: Mask = { raster };
const drawnRows = (geometry: Mask | undefined) => {
  const [mark] = geometry ? maskShape.marks(geometry, sight) : [];
  return mark?.draw === 'mask' ? rowsOf(mark.raster) : [];
};
const drag = (from: readonly [number, number], to: readonly [number, number], geometry = mask) =>
  maskShape.drag(geometry, 'body', from, to, sight, {});
const outline = (geometry: Mask) => maskShape.outline?.(geometry, sight) as Outline;

describe('maskShape', () => {
  it('is drawn by its pixels and has nothing to grab', () => {
    assert.deepEqual(maskShape.marks(mask, sight), [{ draw: 'mask', raster }]);
    assert.deepEqual(maskShape.handles(mask, sight, {}), []);
  });

  it('is not drawn before it can be read', () => {
    const pending = maskShape.codec.decode({ rle: [...encodeRle(raster)] }, {}).value;
    assert.ok(pending);
    assert.deepEqual(maskShape.marks(pending, { facts: {} }), []);
    assert.deepEqual(maskShape.describe?.(pending, { facts: {} }), {});
    assert.deepEqual(drawnRows(pending), rows);
  });

  it('says of one that turns out not to fit why it is not drawn', () => {
    const pending = maskShape.codec.decode({ rle: [...encodeRle(raster)] }, {}).value;
    assert.ok(pending);
    const other = { facts: { width: 4, height: 4 } };
    assert.deepEqual(maskShape.marks(pending, other), []);
    assert.match(String(maskShape.describe?.(pending, other).Mask), /has 50 pixels, the picture 4 × 4/);
  });

  it('moves by whole pixels', () => {
    assert.deepEqual(drawnRows(drag([20, 20], [44, 22])), [
      '..........',
      '....###...',
      '....#.#...',
      '....###...',
      '..........',
    ]);
    assert.equal(drag([20, 20], [24, 29]), mask);
    assert.equal(maskShape.drag(mask, 'n', [0, 0], [50, 50], sight, {}), mask);
  });

  it('stops at the edges of the picture, so that nothing of it is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (dx, dy) => {
        assert.equal(drag([0, 0], [dx, dy]).raster?.covered, raster.covered);
      }),
    );
    assert.deepEqual(drawnRows(drag([0, 0], [500, 500])), [
      '..........',
      '..........',
      '.......###',
      '.......#.#',
      '.......###',
    ]);
  });

  it('reads what comes off a result before it moves it', () => {
    const read = maskShape.codec.decode({ rle: [...encodeRle(raster)] }, sight.facts).value;
    assert.ok(read);
    const moved = drag([0, 0], [10, 0], read);
    assert.equal(moved.wire, undefined);
    assert.deepEqual(drawnRows(moved)[1], '...###....');
  });

  it('tells how large it is', () => {
    assert.deepEqual(maskShape.describe?.(mask, sight), {
      'Area (%)': 16,
      'Area (px)': 8,
      'Width (px)': 3,
      'Height (px)': 3,
    });
  });

  it('is outlined along its pixels, holes and all', () => {
    assert.deepEqual(outline(mask), [
      [
        [
          [20, 20],
          [50, 20],
          [50, 80],
          [20, 80],
        ],
        [
          [40, 40],
          [30, 40],
          [30, 60],
          [40, 60],
        ],
      ],
    ]);
    assert.deepEqual(outline({ raster: rasterFrom('..........') }), []);
  });

  it('is made of an outline, also of one that goes off the picture', () => {
    assert.deepEqual(drawnRows(maskShape.fromOutline?.(outline(mask), sight)), rows);
    const off: Outline = [
      [
        [
          [50, -100],
          [400, -100],
          [400, 400],
          [50, 400],
        ],
      ],
    ];
    assert.deepEqual(drawnRows(maskShape.fromOutline?.(off, sight)), Array(5).fill('.....#####'));
  });

  it('is nothing of an outline that covers nothing, or while the size of the picture is not known', () => {
    assert.equal(maskShape.fromOutline?.([], sight), undefined);
    assert.equal(maskShape.fromOutline?.(outline(mask), { facts: {} }), undefined);
  });

  it('gives an outline of few corners for a round mask', () => {
    const size = 400;
    const disc = Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (__, x) => (Math.hypot(x - 200, y - 200) < 150 ? '#' : '.')).join(''),
    );
    const round = maskShape.outline?.({ raster: rasterFrom(...disc) }, { facts: { width: size, height: size } });
    const corners = round?.[0]?.[0]?.length ?? 0;
    assert.ok(corners > 12 && corners < 60, String(corners));
  });

  it('is empty when the last pixel is gone', () => {
    assert.equal(maskShape.isEmpty?.(mask), false);
    assert.equal(maskShape.isEmpty?.({ raster: rasterFrom('....') }), true);
    assert.equal(maskShape.isEmpty?.({ wire: { rle: [] } }), false);
  });
});
