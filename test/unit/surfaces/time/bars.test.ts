import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mark } from '../../../../src/contract/shape.js';
import type { Layer } from '../../../../src/contract/surface.js';
import { Bars, contentOf } from '../../../../src/surfaces/time/bars.js';

const layer = (id: string, marks: readonly Mark[], more: Partial<Layer> = {}): Layer =>
  Object.freeze({ id, marks, colour: 'red', fillOpacity: 0.2, strokeWidth: 1, ...more });
const span = (id: string, start: number, end: number, more: Partial<Layer> = {}): Layer =>
  layer(id, [{ draw: 'span', start, end }], more);
const rows = (bars: Bars, ...ids: string[]) => ids.map((id) => bars.of(id)?.row);

describe('contentOf', () => {
  it('is all that lies along the time, from the first to the last of it', () => {
    const content = contentOf(
      layer('a', [
        { draw: 'key', at: 9 },
        { draw: 'span', start: 3, end: 5 },
        { draw: 'key', at: 4, ends: true },
      ]),
    );
    assert.equal(content?.start, 3);
    assert.equal(content?.end, 9);
    assert.deepEqual(
      content?.keys.map(({ at }) => at),
      [4, 9],
    );
  });

  it('is none of what is broken, or is drawn elsewhere', () => {
    assert.equal(contentOf(span('a', 5, 3)), undefined);
    assert.equal(contentOf(span('b', Number.NaN, 3)), undefined);
    assert.equal(contentOf(layer('c', [{ draw: 'box', x: 0, y: 0, width: 1, height: 1 }])), undefined);
  });
});

describe('Bars', () => {
  it('gives what overlaps lanes of its own', () => {
    const bars = new Bars();
    bars.draw([span('a', 0, 10), span('b', 5, 15), span('c', 10, 20)], 'lanes', false);
    assert.deepEqual(rows(bars, 'a', 'b', 'c'), [0, 1, 0]);
    assert.equal(bars.rowCount, 2);
    assert.deepEqual(
      bars.meeting(12, 13).map(({ layer: { id } }) => id),
      ['b', 'c'],
    );
  });

  it('keeps lanes while the order of layers changes: what is selected comes last', () => {
    const bars = new Bars();
    const [a, b, c] = [span('a', 0, 10), span('b', 0, 10), span('c', 0, 10)];
    bars.draw([a, b, c], 'lanes', false);
    const before = rows(bars, 'a', 'b', 'c');
    bars.draw([b, c, span('a', 0, 10, { selected: true })], 'lanes', false);
    assert.deepEqual(rows(bars, 'a', 'b', 'c'), before);
  });

  it('moves nothing out of the way of what is dragged until it is let go', () => {
    const bars = new Bars();
    const [a, b] = [span('a', 0, 4), span('b', 10, 20)];
    bars.draw([a, b], 'lanes', false);
    assert.deepEqual(rows(bars, 'a', 'b'), [0, 0]);
    const dragged = span('a', 8, 12);
    bars.draw([dragged, b], 'lanes', true);
    assert.deepEqual(rows(bars, 'a', 'b'), [1, 0]);
    bars.draw([dragged, b], 'lanes', false);
    assert.deepEqual(rows(bars, 'a', 'b'), [0, 1]);
  });

  it('gives each a row in the order in which they came, also when one comes back', () => {
    const bars = new Bars();
    const [a, b, c] = [span('a', 50, 60), span('b', 0, 10), span('c', 20, 30)];
    bars.draw([a, b, c], 'each', false);
    assert.deepEqual(rows(bars, 'a', 'b', 'c'), [0, 1, 2]);
    bars.draw([a, c], 'each', false);
    assert.deepEqual(rows(bars, 'a', 'c'), [0, 1]);
    bars.draw([a, c, b], 'each', false);
    assert.deepEqual(rows(bars, 'a', 'b', 'c'), [0, 1, 2]);
    assert.equal(bars.inRow(1)?.layer.id, 'b');
  });

  it('tells where something new would come to lie', () => {
    const bars = new Bars();
    bars.draw([span('a', 0, 10), span('b', 5, 15)], 'lanes', false);
    assert.equal(bars.laneFor({ start: 6, end: 7 }), 2);
    assert.equal(bars.laneFor({ start: 12, end: 14 }), 0);
  });

  it('leaves the frame round several regions alone', () => {
    const bars = new Bars();
    bars.draw([span('frame', 0, 10, { frame: true })], 'lanes', false);
    assert.equal(bars.rowCount, 0);
  });
});
