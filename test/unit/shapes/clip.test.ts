import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Outline, Ring } from '../../../src/contract/shape.js';
import { type Clip, clipIfLoaded, loadClip } from '../../../src/shapes/clip.js';
import { areaOf } from '../../../src/shapes/rings.js';

const box = (x: number, y: number, width: number, height = width): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
/** Percent of the picture. */
const areaIn = (outline: Outline): number =>
  outline.reduce(
    (sum, [outer = [], ...holes]) => sum + areaOf(outer) - holes.reduce((a, hole) => a + areaOf(hole), 0),
    0,
  );
const near = (a: number, b: number, within = 1e-4) => assert.ok(Math.abs(a - b) <= within, `${a} is not near ${b}`);

const percent = fc.double({ min: -20, max: 120, noNaN: true });
const ring = fc.array(fc.tuple(percent, percent), { minLength: 1, maxLength: 12 });
const outline = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

describe('clip', () => {
  let clip: Clip;
  before(async () => {
    clip = await loadClip();
  });

  it('is loaded once', async () => {
    assert.equal(await loadClip(), clip);
    assert.equal(clipIfLoaded(), clip);
  });

  it('joins what meets, and keeps apart what does not', () => {
    const joined = clip.union([[[box(0, 0, 20)]], [[box(10, 10, 20)]], [[box(60, 60, 10)]]]);
    assert.equal(joined.length, 2);
    near(areaIn(joined), 4 + 4 - 1 + 1);
  });

  it('cuts a hole and nests it', () => {
    const [polygon, ...others] = clip.subtract([[box(0, 0, 40)]], [[[box(10, 10, 10)]]]);
    assert.equal(others.length, 0);
    assert.equal(polygon?.length, 2);
    near(areaIn([polygon ?? []]), 16 - 1);
  });

  it('makes a polygon of its own of an island in a hole', () => {
    const ringed = clip.subtract([[box(0, 0, 60)]], [[[box(10, 10, 40)]]]);
    const islands = clip.union([ringed, [[box(20, 20, 10)]]]);
    assert.deepEqual(
      islands.map(({ length }) => length),
      [2, 1],
    );
  });

  it('finds what all have in common, and nothing where they do not meet', () => {
    const shared = clip.intersect([[[box(0, 0, 20)]], [[box(10, 0, 20)]], [[box(0, 10, 50)]]]);
    near(areaIn(shared), 1);
    assert.deepEqual(clip.intersect([[[box(0, 0, 10)]], [[box(20, 20, 10)]]]), []);
    assert.deepEqual(clip.intersect([]), []);
  });

  it('keeps the digits of points that are not cut off', () => {
    const given: Ring = [
      [1.123456789012345, 2.2],
      [30.000000000000004, 2.2],
      [30, 33.33333333333333],
    ];
    const [[kept = []] = []] = clip.union([[[given]]]);
    assert.deepEqual(
      [...kept].sort(([a], [b]) => a - b),
      [...given].sort(([a], [b]) => a - b),
    );
  });

  it('leaves no slivers between neighbours whose edges all but meet', () => {
    const joined = clip.union([[[box(0, 0, 10)]], [[box(10.000002, 0, 10)]]]);
    const gap = clip.intersect([[[box(0, 0, 10)]], [[box(9.999998, 0, 10)]]]);
    near(areaIn(joined), 2);
    assert.deepEqual(gap, []);
  });

  it('takes in all that a hand went round, where by the even-odd rule there would be a hole', () => {
    const loop: Ring = [
      [0, 0],
      [30, 0],
      [30, 30],
      [0, 30],
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    near(areaIn(clip.within(loop)), 9);
    near(areaIn(clip.union([[[loop]]])), 8);
  });

  it('parts a polygon along a line, and the pieces share the points on it', () => {
    const pieces = clip.cut(
      [[box(10, 10, 40)]],
      [
        [30, 0],
        [35, 30],
        [30, 60],
      ],
    );
    assert.equal(pieces.length, 2);
    near(areaIn(pieces), 16);
    const shared = pieces.map(([outer = []]) =>
      outer
        .filter(([x]) => x > 12 && x < 48)
        .map(String)
        .sort(),
    );
    assert.deepEqual(shared[0], shared[1]);
    assert.ok(shared[0]?.includes('35,30'));
  });

  it('parts nothing by a line that ends inside, misses, or runs into a hole', () => {
    const given: Outline = [[box(10, 10, 40), box(20, 20, 20)], [box(70, 70, 20)]];
    for (const line of [
      [
        [0, 15],
        [30, 15],
      ],
      [
        [0, 0],
        [5, 5],
      ],
      [
        [0, 30],
        [30, 30],
      ],
    ] satisfies Ring[]) {
      assert.deepEqual(clip.cut(given, line), given);
    }
    assert.equal(
      clip.cut(given, [
        [0, 30],
        [60, 30],
      ]).length,
      3,
    );
  });

  it('adds up: |A ∪ B| = |A| + |B| − |A ∩ B|, and A is what B has of it and what it has not', () => {
    fc.assert(
      fc.property(outline, outline, (a, b) => {
        const [onlyA, onlyB] = [clip.union([a]), clip.union([b])];
        const shared = areaIn(clip.intersect([a, b]));
        near(areaIn(clip.union([a, b])), areaIn(onlyA) + areaIn(onlyB) - shared, 1e-3);
        near(areaIn(clip.subtract(a, [b])), areaIn(onlyA) - shared, 1e-3);
      }),
    );
  });

  it('neither adds nor loses by a cut, whatever the line', () => {
    fc.assert(
      fc.property(outline, fc.array(fc.tuple(percent, percent), { minLength: 2, maxLength: 6 }), (a, line) => {
        const whole = clip.union([a]);
        near(areaIn(clip.cut(whole, line)), areaIn(whole), 1e-3);
      }),
    );
  });

  it('takes anything finite without throwing', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const wild = fc.array(fc.array(fc.array(fc.tuple(any, any), { maxLength: 6 }), { maxLength: 2 }), { maxLength: 2 });
    fc.assert(
      fc.property(wild, wild, fc.array(fc.tuple(any, any), { maxLength: 4 }), (a, b, line) => {
        for (const result of [
          clip.union([a, b]),
          clip.subtract(a, [b]),
          clip.intersect([a, b]),
          clip.cut(a, line),
          clip.within(a[0]?.[0] ?? []),
        ]) {
          assert.ok(result.flat(2).every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)));
        }
      }),
    );
  });
});
