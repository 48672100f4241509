import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ChipPlaces } from '../../../../src/ui/relations/chips.js';
import { layCurve } from '../../../../src/ui/relations/curves.js';
import type { Box } from '../../../../src/ui/relations/paths.js';

const side = fc.double({ min: 0, max: 300, noNaN: true });
const boxes = fc
  .record({ left: fc.integer({ min: -500, max: 1500 }), top: fc.integer({ min: -500, max: 1500 }), w: side, h: side })
  .map(({ left, top, w, h }): Box => ({ left, top, right: left + w, bottom: top + h }));
const curve = (from: Box, to: Box, nth = 0, chip = 0) =>
  layCurve({ id: 'r', from, to, headed: [true, true], chip, nth }, new ChipPlaces());
const off = ({ left, top, right, bottom }: Box, { x, y }: { readonly x: number; readonly y: number }) =>
  Math.max(left - x, x - right, top - y, y - bottom);

describe('layCurve', () => {
  it('leads from the edge of one box to that of the other', () => {
    fc.assert(
      fc.property(boxes, boxes, fc.integer({ min: 0, max: 4 }), (from, to, nth) => {
        const { path, tips } = curve(from, to, nth, 40);
        assert.doesNotMatch(path, /NaN|Infinity/);
        for (const [index, tip] of tips.entries()) {
          assert.ok(Math.abs(Math.hypot(tip.dx, tip.dy) - 1) < 1e-9);
          assert.ok(off([from, to][index] as Box, tip) <= 6.001);
        }
      }),
    );
  });

  it('swings to another side on the way back, and farther the more there are', () => {
    const [a, b]: [Box, Box] = [
      { left: 0, top: 0, right: 20, bottom: 20 },
      { left: 300, top: 0, right: 320, bottom: 20 },
    ];
    const controlOf = (path: string) => Number(/Q[-\d.]+ ([-\d.]+)/.exec(path)?.[1]);
    assert.ok(controlOf(curve(a, b).path) < 10);
    assert.ok(controlOf(curve(b, a).path) > 10);
    assert.ok(controlOf(curve(a, b, 1).path) < controlOf(curve(a, b).path));
  });

  it('puts the label where no other is', () => {
    const [a, b]: [Box, Box] = [
      { left: 0, top: 0, right: 20, bottom: 20 },
      { left: 400, top: 0, right: 420, bottom: 20 },
    ];
    const chips = new ChipPlaces();
    const lay = () => layCurve({ id: 'r', from: a, to: b, headed: [false, true], chip: 40, nth: 0 }, chips).chip;
    const [first, second] = [lay(), lay()];
    assert.ok(first?.free && second?.free);
    assert.ok(second.right <= first.left || second.left >= first.right);
  });

  it('has its label beside it where it is too short to be seen beneath, and on it where it is not', () => {
    const a: Box = { left: 0, top: 0, right: 20, bottom: 20 };
    const centre = ({ left, top, right, bottom }: Box) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
    const both: readonly (readonly [number, number, 'x' | 'y'])[] = [
      [60, 0, 'y'],
      [0, 36, 'x'],
    ];
    for (const [x, y, across] of both) {
      const near = curve(a, { left: x, top: y, right: x + 20, bottom: y + 20 }, 0, 50).chip;
      const far = curve(a, { left: x * 8, top: y * 8, right: x * 8 + 20, bottom: y * 8 + 20 }, 0, 50).chip;
      assert.ok(near && far);
      const half = across === 'y' ? 7 : 25;
      assert.ok(Math.abs(centre(near)[across] - 10) > half, 'beside');
      assert.ok(off(far, centre(far)) < 0 && Math.abs(centre(far)[across] - 10) < 40, 'on it');
    }
  });

  it('has its label on one side or the other where the first is taken', () => {
    const a: Box = { left: 0, top: 0, right: 20, bottom: 20 };
    const b: Box = { left: 60, top: 0, right: 80, bottom: 20 };
    const places = new ChipPlaces();
    const chips = [0, 1].map(
      () => layCurve({ id: 'r', from: a, to: b, headed: [false, true], chip: 50, nth: 0 }, places).chip,
    );
    assert.deepEqual(
      chips.map((chip) => chip?.free),
      [true, true],
    );
    assert.ok((chips[0]?.top ?? 0) < 0 && (chips[1]?.top ?? 0) > 8);
  });
});
