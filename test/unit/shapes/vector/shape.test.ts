import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Sight } from '../../../../src/contract/shape.js';
import type { TagNode } from '../../../../src/contract/tag.js';
import type { Vector, Vertex } from '../../../../src/shapes/vector/codec.js';
import { type Cubic, cubicOf, nearestOn, pointAt } from '../../../../src/shapes/vector/curve.js';
import { joinsOf, linksOf } from '../../../../src/shapes/vector/links.js';
import { vectorShape } from '../../../../src/shapes/vector/shape.js';

const facts = { width: 200, height: 100 };
const sight = { facts };
/** What the config says of the control. */
const by = (attributes: object) => ({ facts, control: { attributes } as TagNode });

const vertex = (id: string, prevPointId: string | null, x: number, y: number, more: object = {}): Vertex =>
  ({ id, prevPointId, x, y, isBezier: false, ...more }) as Vertex;
const curved = (id: string, prevPointId: string | null, [x, y]: number[], one: number[], two: number[]): Vertex =>
  vertex(id, prevPointId, x as number, y as number, {
    isBezier: true,
    controlPoint1: { x: one[0], y: one[1] },
    controlPoint2: { x: two[0], y: two[1] },
  });

const line: Vector = {
  vertices: [vertex('a', null, 10, 10), vertex('b', 'a', 30, 10), vertex('c', 'b', 30, 50)],
  closed: false,
};
const tree: Vector = { vertices: [...line.vertices, vertex('d', 'b', 60, 10), vertex('e', 'd', 80, 20)] };
const wave: Vector = {
  vertices: [
    curved('a', null, [10, 50], [0, 50], [20, 20]),
    curved('b', 'a', [50, 50], [40, 80], [60, 20]),
    curved('c', 'b', [90, 50], [80, 80], [100, 20]),
  ],
  closed: false,
};

const drag = (
  vector: Vector,
  handle: string,
  from: readonly [number, number],
  to: readonly [number, number],
  options = {},
) => vectorShape.drag(vector, handle, from, to, sight, options);
const erase = (vector: Vector, handle: string, attributes = {}) => vectorShape.erase?.(vector, handle, by(attributes));
const insert = (vector: Vector, at: readonly [number, number], on: Sight = sight) =>
  vectorShape.insert?.(vector, at, on);
const operate = (vector: Vector, name: string, attributes = {}) =>
  vectorShape.operations?.find((operation) => operation.name === name)?.apply(vector, by(attributes));
const parents = (vector: Vector | undefined) =>
  vector?.vertices.map(({ id, prevPointId }) => `${id}<${prevPointId ?? ''}`).join(' ');
const curvesOf = (vector: Vector): readonly Cubic[] => joinsOf(linksOf(vector)).map((join) => cubicOf(vector, join));
const handle = (vector: Vector, id: string) => vectorShape.handles(vector, sight, {}).find((one) => one.id === id);

/** Every curve of one runs along some curve of the other, to a hundredth of a pixel. */
function sameForm(one: Vector, other: Vector): void {
  const curves = curvesOf(other);
  for (const curve of curvesOf(one)) {
    for (const t of [0, 0.2, 0.5, 0.8, 1]) {
      const off = Math.min(...curves.map((each) => nearestOn(each, pointAt(curve, t), facts).distance));
      // In a hairpin that is thinner than that, the other side may be taken for this one.
      assert.ok(off < 0.05, `${off} pixels beside it`);
    }
  }
}

describe('vectorShape.marks', () => {
  it('draws a line, with a branch as a line of its own', () => {
    assert.deepEqual(vectorShape.marks(tree, sight), [
      {
        draw: 'path',
        points: [
          [10, 10],
          [30, 10],
          [30, 50],
        ],
        closed: false,
      },
      {
        draw: 'path',
        points: [
          [30, 10],
          [60, 10],
          [80, 20],
        ],
        closed: false,
      },
    ]);
  });

  it('draws a single vertex as a dot', () => {
    assert.deepEqual(vectorShape.marks({ vertices: [vertex('a', null, 3, 4)] }, sight), [{ draw: 'dot', at: [3, 4] }]);
  });

  it('draws curves through their vertices, and closed ones back to the first', () => {
    const [open] = vectorShape.marks(wave, sight);
    const [closed] = vectorShape.marks({ ...wave, closed: true }, sight);
    assert.ok(open?.draw === 'path' && closed?.draw === 'path');
    assert.ok(open.points.length > 10);
    for (const { x, y } of wave.vertices) assert.ok(open.points.some((point) => point[0] === x && point[1] === y));
    assert.equal(closed.closed, true);
    assert.ok(closed.points.length > open.points.length + 5);
    assert.notDeepEqual(closed.points.at(-1), closed.points[0]);
  });
});

describe('vectorShape.handles', () => {
  it('are the vertices and the middles between them', () => {
    assert.deepEqual(
      vectorShape.handles(tree, sight, {}).map(({ id, at }) => [id, ...at]),
      [
        ['va', 10, 10],
        ['vb', 30, 10],
        ['vc', 30, 50],
        ['vd', 60, 10],
        ['ve', 80, 20],
        ['mb', 20, 10],
        ['mc', 30, 30],
        ['md', 45, 10],
        ['me', 70, 15],
      ],
    );
  });

  it('have no middles where there may be no more vertices', () => {
    const ids = vectorShape.handles(line, by({ maxPoints: 3 }), {}).map(({ id }) => id);
    assert.deepEqual(ids, ['va', 'vb', 'vc']);
  });

  it('are also the control points of curves', () => {
    assert.deepEqual(handle(wave, 'c1b')?.at, [40, 80]);
    assert.deepEqual(handle(wave, 'c2b')?.at, [60, 20]);
    // Which are joined to their vertex.
    assert.deepEqual(handle(wave, 'c2b')?.from, handle(wave, 'vb')?.at);
    assert.equal(handle(wave, 'vb')?.from, undefined);
  });
});

describe('vectorShape.drag', () => {
  it('moves a vertex with its control points, as far as the picture goes', () => {
    const moved = drag(wave, 'vb', [51, 50], [52, 60]).vertices[1];
    assert.deepEqual([moved?.x, moved?.y], [51, 60]);
    assert.deepEqual(
      [moved?.controlPoint1, moved?.controlPoint2],
      [
        { x: 41, y: 90 },
        { x: 61, y: 30 },
      ],
    );
    const out = drag(line, 'va', [10, 10], [-90, 300]).vertices[0];
    assert.deepEqual([out?.x, out?.y], [0, 100]);
  });

  it('moves all of it, and stops at the edges of the picture', () => {
    const moved = drag(line, 'body', [20, 10], [-50, 15]);
    assert.deepEqual(
      moved.vertices.map(({ x, y }) => [x, y]),
      [
        [0, 15],
        [20, 15],
        [20, 55],
      ],
    );
    assert.equal(moved.vertices[2]?.prevPointId, 'b');
  });

  it('keeps to whole pixels where it is to', () => {
    assert.deepEqual(
      drag(line, 'va', [10, 10], [10.3, 10.6], { snap: 'pixel' }).vertices[0],
      vertex('a', null, 10.5, 11),
    );
  });

  it('moves the other control point of a vertex as a mirror image', () => {
    const { controlPoint1, controlPoint2 } = drag(wave, 'c2b', [60, 20], [70, 40]).vertices[1] ?? {};
    assert.deepEqual(
      [controlPoint1, controlPoint2],
      [
        { x: 30, y: 60 },
        { x: 70, y: 40 },
      ],
    );
  });

  it('keeps the other control point in line where it has a distance of its own', () => {
    const smooth = { vertices: [curved('a', null, [50, 50], [40, 50], [70, 50])] };
    const { controlPoint1, controlPoint2 } = drag(smooth, 'c2a', [70, 50], [50, 90]).vertices[0] ?? {};
    assert.deepEqual(controlPoint2, { x: 50, y: 90 });
    // 10 percent across is 20 pixels, which is 20 percent up.
    assert.deepEqual(controlPoint1, { x: 50, y: 30 });
  });

  it('leaves the other control point where the two make a corner, or are told apart', () => {
    const corner = { vertices: [curved('a', null, [50, 50], [40, 50], [50, 20])] };
    assert.deepEqual(drag(corner, 'c2a', [50, 20], [60, 20]).vertices[0]?.controlPoint1, { x: 40, y: 50 });
    const apart = { vertices: [{ ...curved('a', null, [50, 50], [40, 50], [60, 50]), disconnected: true } as Vertex] };
    assert.deepEqual(drag(apart, 'c2a', [60, 50], [60, 20]).vertices[0]?.controlPoint1, { x: 40, y: 50 });
  });

  it('adds a vertex by the middle of a line', () => {
    const longer = drag(line, 'mc', [30, 30], [40, 35]);
    assert.equal(parents(longer), 'a< b<a p4<b c<p4');
    assert.deepEqual(longer.vertices[2], vertex('p4', 'b', 40, 35));
  });

  it('adds one to what closes the line as the last', () => {
    const longer = drag({ ...line, closed: true }, 'ma', [20, 30], [15, 40]);
    assert.equal(parents(longer), 'a< b<a c<b p4<c');
    const ring: Vector = { ...line, vertices: [vertex('a', 'c', 10, 10), ...line.vertices.slice(1)] };
    assert.equal(parents(drag(ring, 'ma', [20, 30], [15, 40])), 'a<p4 b<a c<b p4<c');
  });

  it('gives vertices of old data, which go by their order, names when one is added', () => {
    const old = { vertices: line.vertices.map(({ x, y }) => ({ x, y }) as Vertex) };
    assert.equal(parents(drag(old, 'm#1', [20, 10], [20, 20])), '#0< p4<#0 #1<p4 #2<#1');
  });

  it('changes nothing where the pointer comes back', () => {
    for (const { id } of vectorShape.handles(wave, sight, {})) assert.equal(drag(wave, id, [3, 3], [3, 3]), wave);
    assert.equal(drag(wave, 'body', [3, 3], [3, 3]), wave);
  });
});

describe('vectorShape.insert', () => {
  it('keeps the form of curves', () => {
    const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
    const point = fc.array(coordinate, { minLength: 2, maxLength: 2 });
    const vertices = fc.array(fc.record({ at: point, one: point, two: point, bent: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(vertices, point, fc.boolean(), (list, [x = 0, y = 0], closed) => {
        const vector: Vector = {
          vertices: list.map(({ at, one, two, bent }, index) => ({
            ...curved(`v${index}`, index === 0 ? null : `v${index - 1}`, at, one, two),
            isBezier: bent,
          })) as Vertex[],
          closed,
        };
        const longer = insert(vector, [x, y]);
        assert.ok(longer);
        assert.equal(longer.vertices.length, vector.vertices.length + 1);
        sameForm(longer, vector);
        sameForm(vector, longer);
      }),
      { numRuns: 60 },
    );
  });

  it('puts it on the line that is nearest', () => {
    const longer = insert(tree, [50, 14]);
    assert.equal(parents(longer), 'a< b<a c<b p6<b d<p6 e<d');
    const { x = 0, y, isBezier } = longer?.vertices[3] ?? {};
    assert.ok(Math.abs(x - 50) < 1e-9, `${x}`);
    assert.deepEqual([y, isBezier], [10, false]);
  });

  it('adds none beyond the most there may be, nor where there is no line', () => {
    assert.equal(insert(line, [20, 10], by({ maxPoints: 3 })), undefined);
    assert.equal(insert({ vertices: [vertex('a', null, 1, 1)] }, [20, 10]), undefined);
  });
});

describe('vectorShape.erase', () => {
  it('joins the neighbours of a vertex', () => {
    assert.equal(parents(erase(line, 'vb')), 'a< c<a');
    assert.equal(parents(erase(line, 'va')), 'b< c<b');
    assert.equal(parents(erase(line, 'vc')), 'a< b<a');
  });

  it('joins branches to the vertex before', () => {
    assert.equal(parents(erase(tree, 'vb')), 'a< c<a d<a e<d');
    const fork: Vector = { vertices: [vertex('a', null, 1, 1), vertex('b', 'a', 2, 2), vertex('c', 'a', 3, 3)] };
    assert.equal(parents(erase(fork, 'va')), 'b< c<b');
  });

  it('keeps a ring a ring, down to three', () => {
    const four: Vector = {
      vertices: [vertex('a', 'd', 1, 1), vertex('b', 'a', 2, 2), vertex('c', 'b', 3, 3), vertex('d', 'c', 4, 4)],
      closed: true,
    };
    const three = erase(four, 'vd') as Vector;
    assert.equal(parents(three), 'a<c b<a c<b');
    assert.equal(three.closed, true);
    assert.equal(erase(three, 'va')?.closed, false);
  });

  it('leaves as many as there have to be', () => {
    assert.equal(erase(line, 'va', { minPoints: 3 }), undefined);
    const two = erase(line, 'va') as Vector;
    assert.equal(erase(two, 'vb'), undefined);
    assert.equal(erase(line, 'mb'), undefined);
    assert.equal(erase(line, 'vnobody'), undefined);
  });

  it('parts the control points of a vertex, then takes them away', () => {
    const apart = erase(wave, 'c1b') as Vector;
    assert.deepEqual(apart.vertices[1], { ...wave.vertices[1], disconnected: true });
    assert.deepEqual(erase(apart, 'c2b')?.vertices[1], vertex('b', 'a', 50, 50));
  });
});

describe('vectorShape.similar', () => {
  it('turns, scales and moves vertices and control points in the proportions of the pixels', () => {
    const one = { vertices: [curved('a', null, [60, 50], [50, 50], [60, 70])] };
    const turned = vectorShape.similar?.(one, { about: [50, 50], scale: 2, degrees: 90, by: [1, 2] }, sight)
      .vertices[0];
    const near = (a: unknown, x: number, y: number) => {
      const place = a as { x: number; y: number };
      assert.ok(Math.hypot(place.x - x, place.y - y) < 1e-9, JSON.stringify(a));
    };
    // 20 pixels to the right become 40 down, which is 40 percent of the height.
    near(turned, 51, 92);
    near(turned?.controlPoint1, 51, 52);
    near(turned?.controlPoint2, 31, 92);
  });
});

describe('vectorShape.describe', () => {
  it('counts points and measures lines in pixels', () => {
    assert.deepEqual(vectorShape.describe?.(line, sight), { Points: 3, 'Length (px)': 80, Closed: false });
    const length = vectorShape.describe?.({ ...line, closed: true }, sight)?.['Length (px)'] as number;
    assert.ok(Math.abs(length - 80 - Math.hypot(40, 40)) < 0.1);
  });
});

describe('the operations of vectors', () => {
  it('close and open, where the config has them closed', () => {
    assert.equal(operate(line, 'close'), undefined);
    assert.equal(operate(line, 'close', { closable: true })?.closed, true);
    assert.equal(operate(line, 'close', { closable: true, minPoints: 4 }), undefined);
    assert.equal(operate(line, 'open'), undefined);
    assert.equal(operate({ ...line, closed: true }, 'open')?.closed, false);
  });

  it('bend a line smoothly through its vertices, and back', () => {
    assert.equal(operate(line, 'curve'), undefined);
    const bent = operate(line, 'curve', { curves: true }) as Vector;
    assert.deepEqual(
      bent.vertices.map(({ x, y, isBezier }) => [x, y, isBezier]),
      [
        [10, 10, true],
        [30, 10, true],
        [30, 50, true],
      ],
    );
    const { controlPoint1: one, controlPoint2: two } = bent.vertices[1] as { controlPoint1?: any; controlPoint2?: any };
    assert.ok(Math.abs(one.x + two.x - 60) < 1e-9 && Math.abs(one.y + two.y - 20) < 1e-9);
    assert.equal(operate(bent, 'curve', { curves: true }), undefined);
    assert.deepEqual(operate(bent, 'straighten'), line);
    assert.equal(operate(line, 'straighten'), undefined);
  });

  it('leave out vertices that make no difference, but no ends, branches and curves', () => {
    const dense: Vector = {
      vertices: [
        vertex('a', null, 0, 0),
        vertex('b', 'a', 10, 0.1),
        vertex('c', 'b', 20, 0),
        vertex('d', 'c', 30, 0),
        vertex('e', 'd', 40, 0.1),
        vertex('f', 'e', 50, 0),
        vertex('g', 'c', 20, 50),
        vertex('h', 'f', 50, 40),
      ],
    };
    assert.equal(parents(operate(dense, 'simplify')), 'a< c<a f<c g<c h<f');
    assert.equal(operate(dense, 'simplify', { minPoints: 6 }), undefined);
    assert.equal(operate(line, 'simplify'), undefined);
  });
});
