import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ToolEnv } from '../../../src/contract/tool.js';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import type { Place } from '../../../src/tools/moved.js';
import { nudge } from '../../../src/tools/nudge.js';
import { envWith, toolEnv } from '../../support/drive.js';

const a = { x: 10, y: 20, width: 20, height: 20 };
const b = { x: 50, y: 50, width: 40, height: 40 };
/** A pixel is 0.5 percent across and 1 percent down. */
const facts = { width: 200, height: 100 };
const geometries = (
  key: string,
  how: { shift?: boolean; ctrl?: boolean } = {},
  more: object = {},
  regions: object = { a, b },
) =>
  nudge(
    { key, at: [50, 50], ...how },
    toolEnv({ ...envWith(rectangleShape, regions as never), sight: { facts }, selected: ['a'], ...more }) as ToolEnv<
      unknown,
      Place
    >,
  ).map((intent) => intent.ask === 'reshape' && intent.geometry);

describe('nudge', () => {
  it('moves by a pixel of the picture, with Shift by ten', () => {
    assert.deepEqual(geometries('right'), [{ ...a, x: 10.5 }]);
    assert.deepEqual(geometries('up'), [{ ...a, y: 19 }]);
    assert.deepEqual(geometries('left', { shift: true }), [{ ...a, x: 5 }]);
  });

  it('moves the right or the lower edge with Ctrl', () => {
    assert.deepEqual(geometries('right', { ctrl: true }), [{ ...a, width: 20.5 }]);
    assert.deepEqual(geometries('left', { ctrl: true }), [{ ...a, width: 19.5 }]);
    assert.deepEqual(geometries('down', { ctrl: true, shift: true }), [{ ...a, height: 30 }]);
  });

  it('goes by the screen where the picture is turned', () => {
    const turned = { sight: { facts: { ...facts, rotation: 90 } } };
    assert.deepEqual(geometries('right', {}, turned), [{ ...a, y: 19 }]);
    assert.deepEqual(geometries('down', {}, turned), [{ ...a, x: 10.5 }]);
    assert.deepEqual(geometries('right', { ctrl: true }, turned), [{ ...a, y: 19, height: 21 }]);
  });

  it('pulls the edge of a turned box that lies this way', () => {
    const box = { x: 60, y: 20, width: 20, height: 20, rotation: 90 };
    const [after] = geometries('down', { ctrl: true, shift: true }, {}, { a: box });
    assert.ok(Math.abs((after as typeof box).width - 25) < 1e-9, JSON.stringify(after));
  });

  it('moves several together, and stops them together', () => {
    const both = { selected: ['a', 'b'] };
    assert.deepEqual(geometries('right', { shift: true }, both), [
      { ...a, x: 15 },
      { ...b, x: 55 },
    ]);
    assert.deepEqual(geometries('down', { shift: true }, both, { a, b: { ...b, y: 55 } }), [
      { ...a, y: 25 },
      { ...b, y: 60 },
    ]);
  });

  it('leaves alone what may not be changed, and asks for nothing for other keys', () => {
    assert.deepEqual(geometries('right', {}, { editable: () => false }), []);
    assert.deepEqual(geometries('enter'), []);
  });
});
