import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { filled } from '../../../src/base/fill.js';
import { simplified } from '../../../src/base/simplify.js';
import { type Contour, contours } from '../../../src/base/trace.js';
import { alphaOf, rasterFrom, rasterOfAlpha, rowsOf } from '../../support/raster.js';

const area = (ring: Contour): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length] as readonly [number, number];
    return sum + (x * ny - nx * y) / 2;
  }, 0);

const noise = fc
  .record({ width: fc.integer({ min: 1, max: 24 }), height: fc.integer({ min: 1, max: 24 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 100, 200, 255), { minLength: width * height, maxLength: width * height })
      .map((alpha) => ({ width, height, alpha })),
  );

describe('contours', () => {
  it('goes round a pixel, and straight on along several', () => {
    assert.deepEqual(contours(rasterFrom('....', '.##.', '....')), [
      [
        [
          [1, 1],
          [3, 1],
          [3, 2],
          [1, 2],
        ],
      ],
    ]);
  });

  it('finds holes, and islands in holes', () => {
    const found = contours(rasterFrom('#####', '#...#', '#.#.#', '#...#', '#####'));
    assert.deepEqual(
      found.map((rings) => rings.map(area)),
      [[25, -9], [1]],
    );
  });

  it('does not connect pixels at their corners', () => {
    const found = contours(rasterFrom('#.#', '.#.', '#.#'));
    assert.deepEqual(
      found.map((rings) => rings.map(area)),
      [[1], [1], [1], [1], [1]],
    );
  });

  it('counts what is at least half covered', () => {
    assert.equal(contours(rasterFrom('.i.')).length, 0);
    assert.equal(contours(rasterFrom('.j.')).length, 1);
  });

  it('finds nothing on an empty picture', () => {
    assert.deepEqual(contours(rasterFrom('...', '...')), []);
  });

  it('has the very area of the pixels, and corners only', () => {
    fc.assert(
      fc.property(noise, ({ width, height, alpha }) => {
        const raster = rasterOfAlpha(width, height, alpha);
        const rings = contours(raster);
        const areas = rings.flat().reduce((sum, ring) => sum + area(ring), 0);
        assert.equal(areas, raster.covered);
        for (const polygon of rings)
          assert.deepEqual(
            polygon.map((ring) => area(ring) > 0),
            polygon.map((_, i) => i === 0),
          );
        for (const ring of rings.flat()) {
          ring.forEach(([x, y], index) => {
            const [px, py] = ring.at(index - 1) as readonly [number, number];
            const [nx, ny] = ring[(index + 1) % ring.length] as readonly [number, number];
            assert.notEqual(px === x, nx === x);
            assert.notEqual(py === y, ny === y);
          });
        }
      }),
    );
  });

  it('is filled to what it was traced from', () => {
    fc.assert(
      fc.property(noise, ({ width, height, alpha }) => {
        const raster = rasterOfAlpha(width, height, alpha);
        assert.deepEqual(rowsOf(filled(contours(raster).flat(), width, height)), rowsOf(raster));
      }),
    );
  });

  it('goes over the borders of tiles', () => {
    const alpha = new Uint8Array(600 * 300);
    for (let y = 100; y < 290; y++) alpha.fill(255, y * 600 + 200, y * 600 + 550);
    assert.deepEqual(contours(rasterOfAlpha(600, 300, alpha)).flat(2).length, 4);
  });
});

describe('filled', () => {
  it('takes the pixels whose middles are inside', () => {
    const triangle = [
      [0, 0],
      [5, 0],
      [0, 5],
    ] as const;
    assert.deepEqual(rowsOf(filled([triangle], 6, 5)), ['####..', '###...', '##....', '#.....', '......']);
  });

  it('stops at the edges of the picture, and passes over what is no number', () => {
    const huge = [
      [-1e9, -1e9],
      [1e9, -1e9],
      [1e9, 1e9],
      [-1e9, 1e9],
    ] as const;
    assert.ok(alphaOf(filled([huge], 5, 4)).every((value) => value === 255));
    assert.equal(
      filled(
        [
          [
            [Number.NaN, 1],
            [3, Infinity],
            [1, 1],
          ],
        ],
        5,
        4,
      ).bounds,
      undefined,
    );
    assert.equal(filled([], 5, 4).bounds, undefined);
  });
});

describe('simplified', () => {
  it('makes a slope of steps', () => {
    const steps = contours(rasterFrom(...Array.from({ length: 20 }, (_, y) => '#'.repeat(y + 1).padEnd(20, '.'))));
    const ring = steps[0]?.[0] ?? [];
    assert.equal(ring.length, 42);
    assert.ok(simplified(ring, 1).length <= 4);
  });

  it('leaves out nothing that is farther off than it may be', () => {
    const coordinate = fc.integer({ min: 0, max: 50 });
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 5 }), (ring, tolerance) => {
        const kept = simplified(ring, tolerance);
        assert.ok(kept.length >= 3 && kept.every((point) => ring.includes(point as [number, number])));
        if (kept === ring) return;
        for (const [x, y] of ring) {
          const near = kept.some(([ax, ay], index) => {
            const [bx, by] = kept[(index + 1) % kept.length] as readonly [number, number];
            const square = (bx - ax) ** 2 + (by - ay) ** 2;
            const along = square === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
            return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= tolerance + 1e-9;
          });
          assert.ok(near, `${x}, ${y}`);
        }
      }),
    );
  });

  it('keeps a ring of which nothing would be left', () => {
    const pixel = contours(rasterFrom('#'))[0]?.[0] ?? [];
    assert.deepEqual(simplified(pixel, 5), pixel);
  });
});
