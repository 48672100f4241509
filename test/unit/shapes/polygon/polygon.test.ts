import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dict, Json } from '../../../../src/model/json.js';
import { type Polygon, polygonCodec } from '../../../../src/shapes/polygon/codec.js';
import { polygonShape } from '../../../../src/shapes/polygon/shape.js';
import { areaOf } from '../../../../src/shapes/rings.js';

const sight = { facts: { width: 400, height: 200 } };
const square: Polygon = {
  points: [
    [20, 20],
    [60, 20],
    [60, 70],
    [20, 70],
  ],
  closed: true,
};
const drag = (polygon: Polygon, handle: string, to: readonly [number, number], options: Dict = {}) => {
  const from = polygonShape.handles(polygon, sight, {}).find(({ id }) => id === handle)?.at ?? ([40, 40] as const);
  return polygonShape.drag(polygon, handle, from, to, sight, options);
};
const operate = (name: string, polygon: Polygon) =>
  polygonShape.operations?.find((operation) => operation.name === name)?.apply(polygon, sight);
const handles = (polygon: Polygon) => polygonShape.handles(polygon, sight, {});

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const points = fc.array(fc.tuple(percent, percent), { minLength: 1, maxLength: 20 });
const polygons: fc.Arbitrary<Polygon> = fc
  .record({ points, closed: fc.option(fc.boolean(), { nil: undefined }) })
  .map(({ points, closed }) => ({ points, ...(closed !== undefined && { closed }) }));

describe('polygonCodec', () => {
  it('gives back what it was given, an absent `closed` included', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { minLength: 1 }),
        fc.constantFrom(true, false, undefined),
        (p, c) => {
          const value: Dict = { points: p as unknown as Json, ...(c !== undefined && { closed: c }) };
          const { value: geometry } = polygonCodec.decode(value, {});
          assert.ok(geometry);
          assert.deepEqual(polygonCodec.encode(geometry, {}), value);
        },
      ),
    );
  });

  it('says what is wrong with anything else, and does not throw', () => {
    for (const value of [
      {},
      { points: [] },
      { points: 'no' },
      { points: { 0: [1, 2] } },
      { points: [[1, 2, 3]] },
      { points: [[1]] },
      { points: [[1, Number.NaN]] },
      { points: [[1, null]] },
      { points: [[1, '2']] },
      { points: [null] },
      { points: [[1, 2]], closed: 'yes' },
      { points: [[1, 2]], closed: null },
    ] as unknown as Dict[]) {
      const { value: geometry, problems } = polygonCodec.decode(value, {});
      assert.equal(geometry, undefined, JSON.stringify(value));
      assert.deepEqual(
        problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    }
  });
});

describe('polygonShape', () => {
  it('is drawn closed unless it says that it is not, and as a dot while it has one point', () => {
    assert.deepEqual(polygonShape.marks({ points: square.points }, sight), [
      { draw: 'path', points: square.points, closed: true },
    ]);
    assert.deepEqual(polygonShape.marks({ ...square, closed: false }, sight), [
      { draw: 'path', points: square.points, closed: false },
    ]);
    assert.deepEqual(polygonShape.marks({ points: [[1, 2]], closed: false }, sight), [{ draw: 'dot', at: [1, 2] }]);
  });

  it('has a handle for every point, and one in the middle of every edge once it is closed', () => {
    assert.deepEqual(
      handles(square).map(({ id, at }) => [id, ...at]),
      [
        ['v0', 20, 20],
        ['v1', 60, 20],
        ['v2', 60, 70],
        ['v3', 20, 70],
        ['m0', 40, 20],
        ['m1', 60, 45],
        ['m2', 40, 70],
        ['m3', 20, 45],
      ],
    );
    assert.equal(handles({ ...square, closed: false }).length, 4);
  });

  it('moves one point, or adds one in the middle of an edge, the last included', () => {
    assert.deepEqual(drag(square, 'v1', [70, 10]).points, [
      [20, 20],
      [70, 10],
      [60, 70],
      [20, 70],
    ]);
    assert.deepEqual(drag(square, 'm3', [10, 45]).points, [...square.points, [10, 45]]);
    assert.deepEqual(drag(square, 'm0', [41, 5]).points[1], [41, 5]);
  });

  it('keeps points on the picture, on whole pixels where they are to be', () => {
    assert.deepEqual(drag(square, 'v0', [-30, 140]).points[0], [0, 100]);
    assert.deepEqual(drag(square, 'v0', [33.3, 44.4], { snap: 'pixel' }).points[0], [33.25, 44.5]);
    assert.deepEqual(drag(square, 'body', [140, 140]).points[2], [100, 100]);
    const out: Polygon = {
      points: [
        [-5, 10],
        [50, 10],
        [50, 50],
      ],
    };
    assert.deepEqual(polygonShape.drag(out, 'body', [20, 20], [10, 20], sight, {}).points[0], [-5, 10]);
  });

  it('is the same after a drag by nothing, and keeps the number of its points by any of the body', () => {
    fc.assert(
      fc.property(polygons, fc.tuple(percent, percent), fc.tuple(percent, percent), (polygon, from, to) => {
        for (const id of ['body', 'v0', 'm0']) {
          assert.equal(polygonShape.drag(polygon, id, from, from, sight, {}), polygon);
        }
        const moved = polygonShape.drag(polygon, 'body', from, to, sight, {});
        assert.equal(moved.closed, polygon.closed);
        assert.equal(moved.points.length, polygon.points.length);
        assert.ok(moved.points.flat().every((value) => value >= -1e-9 && value <= 100 + 1e-9));
        assert.ok(Math.abs(areaOf(moved.points) - areaOf(polygon.points)) < 1e-6);
      }),
    );
  });

  it('keeps three points while it is closed, and one while it is not', () => {
    const three = polygonShape.erase?.(square, 'v1', sight);
    assert.deepEqual(three?.points, [
      [20, 20],
      [60, 70],
      [20, 70],
    ]);
    assert.equal(polygonShape.erase?.(three as Polygon, 'v1', sight), undefined);
    assert.equal(polygonShape.erase?.(square, 'm1', sight), undefined);
    assert.equal(polygonShape.erase?.(square, 'v9', sight), undefined);
    assert.equal(
      polygonShape.erase?.(
        {
          points: [
            [1, 1],
            [2, 2],
          ],
          closed: false,
        },
        'v0',
        sight,
      )?.points.length,
      1,
    );
    assert.equal(polygonShape.erase?.({ points: [[1, 1]], closed: false }, 'v0', sight), undefined);
  });

  it('takes a point more where its line comes nearest', () => {
    assert.deepEqual(polygonShape.insert?.(square, [61, 40], sight)?.points[2], [60, 40]);
    assert.deepEqual(polygonShape.insert?.(square, [19, 40], sight)?.points[4], [20, 40]);
    // Unfinished it has no edge from its last point to the first.
    assert.notDeepEqual(polygonShape.insert?.({ ...square, closed: false }, [19, 40], sight)?.points.at(-1), [20, 40]);
  });

  it('says where it lies and how large it is, and is moved by typing', () => {
    assert.deepEqual(polygonShape.describe?.(square, sight), { X: 20, Y: 20, Points: 4, 'Area (%)': 20 });
    assert.equal(polygonShape.describe?.({ ...square, closed: false }, sight)['Area (%)'], undefined);
    assert.deepEqual(polygonShape.revise?.(square, 'X', 30, sight)?.points[2], [70, 70]);
    assert.equal(polygonShape.revise?.(square, 'Points', 3, sight), undefined);
    assert.equal(polygonShape.revise?.(square, 'X', 'left', sight), undefined);
  });

  it('turns in the proportions of the pixels', () => {
    const turned = polygonShape.similar?.(
      { points: [[60, 50]], closed: false },
      { about: [50, 50], scale: 2, degrees: 90, by: [0, 1] },
      sight,
    );
    // 40 pixels to the right of the middle become 80 below it, 40 percent, and one more.
    assert.ok(Math.abs((turned?.points[0]?.[0] ?? 0) - 50) < 1e-9);
    assert.ok(Math.abs((turned?.points[0]?.[1] ?? 0) - 91) < 1e-9);
  });

  it('is an outline once it is closed, and one ring makes it', () => {
    assert.deepEqual(polygonShape.outline?.({ points: square.points }, sight), [[square.points]]);
    assert.equal(polygonShape.outline?.({ ...square, closed: false }, sight), undefined);
    assert.deepEqual(polygonShape.fromOutline?.([[square.points]], sight), square);
    assert.equal(polygonShape.fromOutline?.([[square.points, square.points]], sight), undefined);
    assert.equal(polygonShape.fromOutline?.([[square.points], [square.points]], sight), undefined);
    assert.equal(polygonShape.fromOutline?.([], sight), undefined);
  });

  it('is simplified to what is seen, and never to less than three points', () => {
    const dense: Polygon = {
      points: [
        [20, 20],
        [40, 20.001],
        [60, 20],
        [60, 70],
        [20, 70],
      ],
    };
    assert.deepEqual(operate('simplify', dense), { points: square.points });
    assert.equal(operate('simplify', square), undefined);
    fc.assert(
      fc.property(polygons, (polygon) => {
        const simple = operate('simplify', polygon) ?? polygon;
        assert.equal(simple.closed, polygon.closed);
        assert.ok(simple.points.every((point) => polygon.points.includes(point)));
        assert.ok(simple.points.length >= Math.min(polygon.points.length, polygon.closed === false ? 2 : 3));
      }),
    );
  });

  it('is smoothed where it is blunt, keeps its corners, and does not grow for ever', () => {
    assert.equal(operate('smooth', square), undefined);
    const round: Polygon = {
      points: Array.from({ length: 12 }, (_, index) => [
        50 + 20 * Math.cos((index * Math.PI) / 6),
        50 + 40 * Math.sin((index * Math.PI) / 6),
      ]),
    };
    let smooth = operate('smooth', round);
    assert.ok(smooth && smooth.points.length > 12);
    for (let time = 0; time < 20; time++) smooth = operate('smooth', smooth as Polygon) ?? smooth;
    assert.ok((smooth?.points.length ?? 0) <= 4000);
    const house: Polygon = {
      points: [
        [20, 50],
        [40, 45],
        [60, 50],
        [60, 90],
        [20, 90],
      ],
    };
    const points = operate('smooth', house)?.points.map(String) ?? [];
    for (const corner of ['60,90', '20,90']) assert.ok(points.includes(corner));
    assert.ok(!points.includes('40,45'));
  });

  it('is closed by hand once it has three points', () => {
    assert.deepEqual(operate('close', { ...square, closed: false }), square);
    assert.equal(operate('close', square), undefined);
    assert.equal(
      operate('close', {
        points: [
          [1, 1],
          [2, 2],
        ],
        closed: false,
      }),
      undefined,
    );
  });

  it('is quick with 10,000 points', () => {
    const many: Polygon = {
      points: Array.from({ length: 10_000 }, (_, index) => [
        50 + 40 * Math.cos(index / 1000) + Math.sin(index),
        50 + 40 * Math.sin(index / 1591),
      ]),
    };
    const start = performance.now();
    for (let time = 0; time < 10; time++) {
      handles(many);
      polygonShape.drag(many, 'v5000', [0, 0], [1, 1], sight, {});
      polygonShape.drag(many, 'body', [0, 0], [1, 1], sight, {});
      polygonShape.insert?.(many, [50, 50], sight);
    }
    operate('simplify', many);
    operate('smooth', many);
    assert.ok(performance.now() - start < 1500);
  });
});
