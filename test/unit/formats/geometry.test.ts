import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contours } from '../../../src/base/trace.js';
import { alphaOf, hard, rasterOf } from '../../../src/formats/geometry/alpha.js';
import { about, boxOfCorners, cornersOf, enclosing, isRectangle } from '../../../src/formats/geometry/boxes.js';
import {
  alphaOfCounts,
  boundsOfCounts,
  compressed,
  countsOf,
  decompressed,
  pixelsIn,
} from '../../../src/formats/geometry/coco-rle.js';
import { areaOf, boundsOf, opened, paired } from '../../../src/formats/geometry/points.js';
import { ellipseBounds, ellipseRing, rastered, seamed, shapeBounds } from '../../../src/formats/geometry/rings.js';
import { smallestBox } from '../../../src/formats/geometry/smallest-box.js';
import type { BoxShape, Point } from '../../../src/formats/pictures.js';

const box = (x: number, y: number, width: number, height: number, rotation = 0): BoxShape => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  rotation,
  pivot: 'corner',
});
const near = (a: number, b: number, slack = 1e-6) => Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const boxes = fc
  .tuple(number(-500, 500), number(-500, 500), number(1, 500), number(1, 500), number(-179, 179))
  .map(([x, y, w, h, turn]) => box(x, y, w, h, turn));
const point = fc.tuple(number(-100, 100), number(-100, 100));

describe('boxes', () => {
  it('are turned about the upper left corner, clockwise, in pixels', () => {
    const corners = cornersOf(box(100, 50, 40, 20, 90)).map(([x, y]) => [Math.round(x), Math.round(y)]);
    assert.deepEqual(corners, [
      [100, 50],
      [100, 90],
      [80, 90],
      [80, 50],
    ]);
    assert.deepEqual(cornersOf(box(1, 2, 3, 4)), [
      [1, 2],
      [4, 2],
      [4, 6],
      [1, 6],
    ]);
  });

  it('come back from their corners', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const corners = cornersOf(given);
        const back = boxOfCorners(corners);
        for (const key of ['x', 'y', 'width', 'height', 'rotation'] as const)
          assert.ok(near(back[key], given[key]), key);
        assert.ok(isRectangle(corners));
      }),
    );
  });

  it('lie the same whatever point they are turned about', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const moved = about('centre', given);
        cornersOf(moved).forEach(([x, y], index) => {
          const [a, b] = cornersOf(given)[index] as Point;
          assert.ok(near(x, a) && near(y, b));
        });
        assert.ok(near(about('corner', moved).x, given.x));
      }),
    );
  });

  it('enclose their corners', () => {
    const { x, y, width, height } = enclosing(box(0, 0, 10, 10, 45));
    assert.ok(near(x, -Math.SQRT2 * 5) && near(y, 0) && near(width, Math.SQRT2 * 10) && near(height, Math.SQRT2 * 10));
    assert.ok(
      !isRectangle([
        [0, 0],
        [10, 0],
        [12, 10],
        [2, 10],
      ]),
    );
  });

  it('are the smallest round points', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const found = smallestBox(cornersOf(given));
        assert.ok(found && near(found.width * found.height, given.width * given.height));
      }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 20 }), (points) => {
        const [found, upright] = [smallestBox(points), boundsOf(points)];
        assert.ok(found && upright && found.width * found.height <= upright.width * upright.height + 1e-6);
      }),
    );
    assert.equal(smallestBox([]), undefined);
  });
});

describe('rings', () => {
  it('have an area, and open', () => {
    assert.equal(
      areaOf([
        [0, 0],
        [4, 0],
        [4, 3],
        [0, 3],
      ]),
      12,
    );
    assert.equal(
      areaOf([
        [0, 0],
        [0, 3],
        [4, 3],
        [4, 0],
      ]),
      12,
    );
    assert.deepEqual(
      opened([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ]),
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    );
    assert.deepEqual(paired([1, 2, 3]), [[1, 2]]);
    assert.equal(paired([1, Number.NaN]), undefined);
    assert.equal(paired(['1', 2]), undefined);
  });

  it('stand for ellipses', () => {
    const ellipse = { kind: 'ellipse', centre: [50, 40], radii: [20, 10], rotation: 30 } as const;
    assert.ok(near(areaOf(ellipseRing(ellipse)), Math.PI * 200, 0.002));
    const [round, exact] = [boundsOf(ellipseRing(ellipse)), ellipseBounds(ellipse)];
    assert.ok(round && near(round.width, exact.width, 0.01) && near(round.height, exact.height, 0.01));
  });

  it('that are joined by seams cover what the polygons cover', () => {
    const size = 24;
    const masks = fc.uint8Array({ minLength: size * size, maxLength: size * size, min: 0, max: 1 });
    fc.assert(
      fc.property(masks, (alpha) => {
        const polygons = contours(rasterOf(hard(alpha), size, size));
        const ring = seamed(polygons);
        const covered = polygons.flat().length === 0 ? 0 : pixelsIn(countsOf(alpha, size, size));
        assert.ok(near(areaOf(ring), covered));
        const again = rastered({ kind: 'area', polygons: [[ring]], simple: true }, size, size);
        assert.deepEqual(again, hard(alpha));
      }),
      { numRuns: 30 },
    );
    assert.deepEqual(seamed([]), []);
  });
});

describe("COCO's runs", () => {
  const masks = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height, min: 0, max: 1 })
        .map((bits) => ({ width, height, alpha: bits.map((bit) => bit * 255) })),
    );

  it('come back', () => {
    fc.assert(
      fc.property(masks, ({ width, height, alpha }) => {
        const counts = countsOf(alpha, width, height);
        assert.deepEqual(alphaOfCounts(counts, width, height), alpha);
        assert.deepEqual(decompressed(compressed(counts)), counts);
        assert.equal(pixelsIn(counts), alpha.filter((value) => value > 0).length);
        const mask = { kind: 'mask', width, height, alpha: () => alpha } as const;
        const bounds = shapeBounds(mask);
        assert.deepEqual(boundsOfCounts(counts, height), bounds);
      }),
    );
  });

  it('are those of the reference', () => {
    assert.equal(compressed([100]), 'T3');
    assert.equal(compressed([0, 100]), '0T3');
  });

  it('that are broken are told from those that are not', () => {
    assert.equal(alphaOfCounts([3], 2, 2), undefined);
    assert.equal(alphaOfCounts([2, 3], 2, 2), undefined);
    assert.equal(alphaOfCounts([-1, 5], 2, 2), undefined);
    assert.equal(alphaOfCounts([Number.NaN], 2, 2), undefined);
    assert.equal(decompressed('é'), undefined);
    assert.equal(decompressed('oooooooooooo'), undefined);
    // Cut short in the middle of a number.
    assert.equal(decompressed('o'), undefined);
  });
});

describe('alpha', () => {
  it('comes back from tiles', () => {
    const [width, height] = [300, 270];
    const alpha = Uint8Array.from({ length: width * height }, (_, at) => (at * 7919) % 256);
    assert.deepEqual(alphaOf(rasterOf(alpha, width, height)), alpha);
    assert.deepEqual(alphaOf(rasterOf(new Uint8Array(width * height).fill(255), width, height))[5], 255);
  });

  it('counts from half on, or from 1 on where it never gets there', () => {
    assert.deepEqual([...hard(Uint8Array.of(0, 1, 127, 128))], [0, 0, 0, 255]);
    assert.deepEqual([...hard(Uint8Array.of(0, 1, 0))], [0, 255, 0]);
  });
});
