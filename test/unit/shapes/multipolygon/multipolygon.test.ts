import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Outline, Ring } from '../../../../src/contract/shape.js';
import type { Dict, Json } from '../../../../src/model/json.js';
import { type Clip, loadClip } from '../../../../src/shapes/clip.js';
import { type MultiPolygon, multiPolygonCodec } from '../../../../src/shapes/multipolygon/codec.js';
import { cutOut, joined } from '../../../../src/shapes/multipolygon/combine.js';
import { multiPolygonShape, pendingOf } from '../../../../src/shapes/multipolygon/shape.js';

const sight = { facts: { width: 400, height: 200 } };
const box = (x: number, y: number, width: number, height = width): Ring => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const ringed: MultiPolygon = { polygons: [[box(10, 10, 40), box(20, 20, 10)], [box(70, 70, 20)]] };
const drag = (geometry: MultiPolygon, handle: string, to: readonly [number, number]) => {
  const from =
    multiPolygonShape.handles(geometry, sight, {}).find(({ id }) => id === handle)?.at ?? ([50, 50] as const);
  return multiPolygonShape.drag(geometry, handle, from, to, sight, {});
};
const operate = (name: string, geometry: MultiPolygon) =>
  multiPolygonShape.operations?.find((operation) => operation.name === name)?.apply(geometry, sight);
const counts = (outline: Outline | undefined) => outline?.map((polygon) => polygon.map(({ length }) => length));

describe('multiPolygonCodec', () => {
  it('gives back what it was given', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const ring = fc.array(fc.tuple(number, number), { minLength: 1 });
    const outline = fc.array(fc.array(ring, { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(outline, (polygons) => {
        const value: Dict = { polygons: polygons as unknown as Json };
        const { value: geometry } = multiPolygonCodec.decode(value, {});
        assert.ok(geometry);
        assert.deepEqual(multiPolygonCodec.encode(geometry, {}), value);
      }),
    );
  });

  it('says what is wrong with anything else, and does not throw', () => {
    for (const polygons of [
      undefined,
      [],
      'no',
      [[]],
      [[[]]],
      [[[1, 2]]],
      [[[[1, 2, 3]]]],
      [[[[1, Number.NaN]]]],
      [null],
    ]) {
      const { value, problems } = multiPolygonCodec.decode({ polygons } as unknown as Dict, {});
      assert.equal(value, undefined, JSON.stringify(polygons));
      assert.deepEqual(
        problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    }
  });

  it('leaves out a ring that has just been begun beside polygons, and none else', () => {
    const begun = (ring: Ring) => ({ polygons: [...ringed.polygons, [ring]], open: true }) as const;
    assert.deepEqual(
      multiPolygonCodec.encode(
        begun([
          [1, 1],
          [2, 2],
        ]),
        {},
      ),
      ringed,
    );
    const three = begun([
      [1, 1],
      [2, 2],
      [1, 2],
    ]);
    assert.deepEqual(multiPolygonCodec.encode(three, {}), { polygons: three.polygons });
    assert.deepEqual(multiPolygonCodec.encode({ polygons: [[[[1, 1]]]], open: true }, {}), { polygons: [[[[1, 1]]]] });
  });
});

describe('multiPolygonShape', () => {
  it('is drawn as areas, and what is being drawn as a line', () => {
    assert.deepEqual(
      multiPolygonShape.marks(ringed, sight),
      ringed.polygons.map((rings) => ({ draw: 'area', rings })),
    );
    const open = { polygons: [...ringed.polygons, [box(1, 1, 2)]], open: true } as const;
    assert.deepEqual(multiPolygonShape.marks(open, sight).at(-1), { draw: 'path', points: box(1, 1, 2) });
    assert.deepEqual(multiPolygonShape.marks({ polygons: [[[[3, 4]]]] }, sight), [{ draw: 'dot', at: [3, 4] }]);
  });

  it('has handles for all rings, or only for the one that is being drawn', () => {
    const ids = multiPolygonShape.handles(ringed, sight, {}).map(({ id }) => id);
    assert.equal(ids.length, 24);
    assert.ok(['v0.0.0', 'm0.1.3', 'v1.0.2'].every((id) => ids.includes(id)));
    const open = { polygons: [...ringed.polygons, [box(1, 1, 2)]], open: true } as const;
    assert.deepEqual(
      multiPolygonShape.handles(open, sight, {}).map(({ id }) => id),
      ['v2.0.0', 'v2.0.1', 'v2.0.2', 'v2.0.3'],
    );
  });

  it('moves points, adds points, moves as a whole, and leaves the rest untouched', () => {
    const moved = drag(ringed, 'v0.1.2', [33, 34]);
    assert.deepEqual(moved.polygons[0]?.[1]?.[2], [33, 34]);
    assert.equal(moved.polygons[1], ringed.polygons[1]);
    assert.equal(moved.polygons[0]?.[0], ringed.polygons[0]?.[0]);
    assert.deepEqual(drag(ringed, 'm1.0.3', [60, 80]).polygons[1]?.[0]?.[4], [60, 80]);
    assert.deepEqual(drag(ringed, 'body', [90, 40]).polygons[1]?.[0], box(80, 60, 20));
    assert.equal(drag(ringed, 'v9.9.9', [1, 1]), ringed);
    assert.equal(multiPolygonShape.drag(ringed, 'body', [3, 3], [3, 3], sight, {}), ringed);
  });

  it('loses a hole, a polygon, but not itself, with the third last point', () => {
    const left = (geometry: MultiPolygon | undefined, handle: string) =>
      geometry && multiPolygonShape.erase?.(geometry, handle, sight);
    assert.deepEqual(counts(left(ringed, 'v0.1.0')?.polygons), [[4, 3], [4]]);
    assert.deepEqual(counts(left(left(ringed, 'v0.1.0'), 'v0.1.0')?.polygons), [[4], [4]]);
    const one = left(left(ringed, 'v0.0.0'), 'v0.0.0');
    assert.deepEqual(counts(one?.polygons), [[4]]);
    assert.equal(left(left(one, 'v0.0.0'), 'v0.0.0'), undefined);
    assert.equal(left(ringed, 'm0.0.0'), undefined);
  });

  it('takes a point more in the ring that is nearest', () => {
    assert.deepEqual(multiPolygonShape.insert?.(ringed, [25, 21], sight)?.polygons[0]?.[1]?.[1], [25, 20]);
    assert.deepEqual(multiPolygonShape.insert?.(ringed, [80, 99], sight)?.polygons[1]?.[0]?.[3], [80, 90]);
  });

  it('says how much of what it has, and fills its holes', () => {
    assert.deepEqual(multiPolygonShape.describe?.(ringed, sight), {
      Polygons: 2,
      Holes: 1,
      Points: 12,
      'Area (%)': 19,
    });
    assert.deepEqual(counts(operate('fill-holes', ringed)?.polygons), [[4], [4]]);
    assert.equal(operate('fill-holes', { polygons: [[box(0, 0, 9)]] }), undefined);
    assert.equal(operate('simplify', ringed), undefined);
    assert.equal(operate('smooth', ringed), undefined);
  });

  it('is an outline and back; what is being drawn is not part of it', () => {
    assert.deepEqual(multiPolygonShape.outline?.(ringed, sight), ringed.polygons);
    assert.deepEqual(multiPolygonShape.fromOutline?.(ringed.polygons, sight), ringed);
    assert.equal(multiPolygonShape.fromOutline?.([], sight), undefined);
    const open = { polygons: [...ringed.polygons, [box(1, 1, 2)]], open: true } as const;
    assert.deepEqual(multiPolygonShape.outline?.(open, sight), ringed.polygons);
    assert.deepEqual(pendingOf(open), box(1, 1, 2));
    assert.equal(pendingOf(ringed), undefined);
  });
});

describe('adding to a multi-polygon and cutting from it', () => {
  let clip: Clip;
  before(async () => {
    clip = await loadClip();
  });

  it('leaves polygons that are not touched in their places', () => {
    const apart = joined(ringed.polygons, [[box(60, 10, 10)]], clip);
    assert.deepEqual(apart, [...ringed.polygons, [box(60, 10, 10)]]);
    const merged = joined(ringed.polygons, [[box(80, 80, 15)]], clip);
    assert.equal(merged[0], ringed.polygons[0]);
    assert.deepEqual(counts(merged), [[4, 4], [8]]);
  });

  it('makes one of two that a ring bridges, and keeps an island in a hole apart', () => {
    assert.deepEqual(counts(joined(ringed.polygons, [[box(45, 45, 30)]], clip))?.length, 1);
    assert.deepEqual(counts(joined(ringed.polygons, [[box(22, 22, 4)]], clip)), [[4, 4], [4], [4]]);
  });

  it('cuts holes, pieces and whole polygons away', () => {
    assert.deepEqual(counts(cutOut([[box(10, 10, 40)], [box(70, 70, 20)]], [[box(20, 20, 5)]], clip)), [[4, 4], [4]]);
    assert.deepEqual(counts(cutOut([[box(10, 10, 40)]], [[box(25, 0, 5, 90)]], clip)), [[4], [4]]);
    assert.deepEqual(cutOut([[box(10, 10, 40)]], [[box(0, 0, 90)]], clip), []);
    assert.equal(cutOut(ringed.polygons, [[box(22, 22, 4)]], clip)[0], ringed.polygons[0]);
  });
});
