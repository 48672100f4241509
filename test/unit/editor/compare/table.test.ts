import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Overlaps } from '../../../../src/editor/compare/overlaps.js';
import {
  type Column,
  compare,
  compareAtOnce,
  type Reading,
  type RegionRow,
} from '../../../../src/editor/compare/table.js';
import type { ControlValue, Region } from '../../../../src/model/document.js';
import type { Json } from '../../../../src/model/json.js';
import { rectangleShape } from '../../../../src/shapes/rectangle/shape.js';
import { videoRectangleShape } from '../../../../src/shapes/videorectangle/shape.js';

interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly label?: string;
  readonly more?: Partial<Region>;
}
const region = ({ id, x, more }: Drawn, order: number): Region =>
  Object.freeze({
    id,
    order,
    toName: 'img',
    fromName: 'box',
    shape: 'rectangle',
    geometry: { x, y: 10, width: 10, height: 10 },
    ...more,
  });
const said = (fromName: string, value: Json, more: Partial<ControlValue> = {}): ControlValue => ({
  id: `${fromName} ${more.regionId}`,
  order: 0,
  fromName,
  toName: 'img',
  value,
  ...more,
});
function column(drawn: readonly Drawn[], answers: readonly ControlValue[] = []): Column {
  const labels = new Map(drawn.map(({ id, label = 'Car' }) => [id, [said('box', [label], { regionId: id })]]));
  return { regions: drawn.map(region), answers, valuesOf: (id) => labels.get(id) ?? [] };
}
const reading = (): Reading => ({
  overlaps: new Overlaps({
    shape: (name) => ({ rectangle: rectangleShape, videorectangle: videoRectangleShape })[name] as never,
    sight: () => ({ facts: { width: 100, height: 100, frames: 100 } }),
  }),
  told: (name) => (name === 'text' ? 'words' : 'set'),
  place: (name) => ['sky', 'text'].indexOf(name),
});
const rowsOf = (...columns: readonly Column[]) =>
  compareAtOnce(columns, reading()).rows.filter((row): row is RegionRow => row.of === 'region');
const idsIn = (rows: readonly RegionRow[]) => rows.map(({ cells }) => cells.map((each) => each?.id));

describe('compare', () => {
  it('puts what is the same thing into one row, and the rest into rows of its own', () => {
    const a = column([
      { id: 'a1', x: 10 },
      { id: 'a2', x: 60 },
    ]);
    const b = column([
      { id: 'b1', x: 61 },
      { id: 'b2', x: 80 },
    ]);
    assert.deepEqual(idsIn(rowsOf(a, b)), [
      ['a1', undefined],
      ['a2', 'b1'],
      [undefined, 'b2'],
    ]);
    const [alone, both] = rowsOf(a, b);
    assert.equal(alone?.agreement, 0);
    assert.ok(Math.abs((both?.agreement ?? 0) - 90 / 110) < 1e-9);
  });

  it('prefers what overlaps most, and among that what has the same label', () => {
    const a = column([{ id: 'a', x: 10, label: 'Bus' }]);
    assert.deepEqual(
      idsIn(
        rowsOf(
          a,
          column([
            { id: 'far', x: 15, label: 'Bus' },
            { id: 'near', x: 11, label: 'Bus' },
          ]),
        ),
      )[0],
      ['a', 'near'],
    );
    assert.deepEqual(
      idsIn(
        rowsOf(
          a,
          column([
            { id: 'car', x: 10, label: 'Car' },
            { id: 'bus', x: 11, label: 'Bus' },
          ]),
        ),
      )[0],
      ['a', 'bus'],
    );
  });

  it('does not take things on different objects or items for the same', () => {
    const here = column([{ id: 'a', x: 10 }]);
    const there = column([{ id: 'b', x: 10, more: { itemIndex: 1 } }]);
    const other = column([{ id: 'c', x: 10, more: { toName: 'other' } }]);
    assert.equal(rowsOf(here, there, other).length, 3);
    // A result without an index is about the first item.
    assert.equal(rowsOf(here, column([{ id: 'd', x: 10, more: { itemIndex: 0 } }])).length, 1);
  });

  it('counts other labels against the agreement', () => {
    const [row] = rowsOf(column([{ id: 'a', x: 10, label: 'Car' }]), column([{ id: 'b', x: 10, label: 'Bus' }]));
    assert.deepEqual(
      row?.cells.map((each) => each?.id),
      ['a', 'b'],
    );
    assert.equal(row?.agreement, 0);
  });

  it('compares what cannot be read by what it says', () => {
    const opaque = (id: string, value: Json): Drawn => ({
      id,
      x: 0,
      more: { shape: 'opaque', geometry: undefined, wire: { id, value: { odd: value } } },
    });
    const rows = rowsOf(column([opaque('a', 1), opaque('b', 2)]), column([opaque('c', 2), opaque('d', 3)]));
    assert.deepEqual(idsIn(rows), [
      ['a', undefined],
      ['b', 'c'],
      [undefined, 'd'],
    ]);
  });

  it('measures tracks over all their frames', () => {
    const track = (id: string, frames: readonly [number, number], x: number): Drawn => ({
      id,
      x: 0,
      more: {
        shape: 'videorectangle',
        geometry: {
          keys: frames.map((frame, index) => ({
            frame,
            enabled: index === 0,
            geometry: { x, y: 10, width: 10, height: 10 },
          })),
        },
      },
    });
    const [row] = rowsOf(column([track('a', [1, 40], 10)]), column([track('b', [1, 80], 10)]));
    assert.ok(row && Math.abs(row.agreement - 0.5) < 0.03, String(row?.agreement));
  });

  it('has a row for each question, with the answers of all', () => {
    const answers = (sky: Json, text: Json) => [said('text', text), said('sky', sky)];
    const { rows, overall, withFirst } = compareAtOnce(
      [column([], answers(['Clear'], 'a b')), column([], answers(['Clear'], 'b c')), column([])],
      reading(),
    );
    assert.deepEqual(
      rows.map((row) => row.of === 'answer' && row.fromName),
      ['sky', 'text'],
    );
    assert.deepEqual(
      rows.map(({ agreement }) => agreement),
      [1 / 3, (1 / 3 + 0 + 0) / 3],
    );
    assert.ok(Math.abs(overall - (1 / 3 + 1 / 9) / 2) < 1e-9);
    assert.equal(withFirst[0], 1);
    assert.ok(Math.abs((withFirst[1] ?? 0) - (1 + 1 / 3) / 2) < 1e-9);
    assert.equal(withFirst[2], 0);
  });

  it('agrees where there is nothing', () => {
    assert.equal(compareAtOnce([column([]), column([])], reading()).overall, 1);
  });

  it('gives way while there is much to do, and says how far it is', () => {
    const many = (side: string) => column(Array.from({ length: 900 }, (_, at) => ({ id: `${side}${at}`, x: at * 5 })));
    const work = compare([many('a'), many('b')], reading());
    const reports: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) reports.push(step.value);
    assert.ok(reports.length > 3);
    assert.deepEqual(
      reports,
      [...reports].sort((a, b) => a - b),
    );
    assert.ok(reports.every((share) => share >= 0 && share < 1));
    assert.equal(step.value.rows.length, 900);
    assert.equal(step.value.overall, 1);
  });

  const boxes = fc
    .array(
      fc.record({
        x: fc.integer({ min: 0, max: 60 }),
        label: fc.constantFrom('Car', 'Bus'),
      }),
      { maxLength: 8 },
    )
    .chain((drawn) => fc.constant(drawn));
  const named = (side: string, drawn: readonly { readonly x: number; readonly label: string }[]) =>
    column(drawn.map((each, at) => ({ ...each, id: `${side}${at}` })));

  it('is the same from both sides, and between 0 and 1', () => {
    fc.assert(
      fc.property(boxes, boxes, (ours, theirs) => {
        const [a, b] = [named('a', ours), named('b', theirs)];
        const [one, other] = [compareAtOnce([a, b], reading()), compareAtOnce([b, a], reading())];
        assert.ok(Math.abs(one.overall - other.overall) < 1e-9);
        assert.ok(one.overall >= 0 && one.overall <= 1);
        for (const { agreement } of one.rows) assert.ok(agreement >= 0 && agreement <= 1);
        // Each region has its place in one row.
        assert.equal(
          one.rows.reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0),
          ours.length + theirs.length,
        );
      }),
    );
  });

  it('is 1 for what is the same', () => {
    fc.assert(
      fc.property(boxes, (drawn) => {
        assert.equal(compareAtOnce([named('a', drawn), named('b', drawn)], reading()).overall, 1);
      }),
    );
  });
});
