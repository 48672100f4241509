import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Slice } from '../../../../src/media/dicom/slice.js';
import { seriesOf, sortedSlices } from '../../../../src/media/dicom/slice-order.js';
import { sliceWith } from './slice-with.js';

const axial = [1, 0, 0, 0, 1, 0];
const names = (slices: readonly Slice[]) => slices.map(({ name }) => name);

describe('sortedSlices', () => {
  it('sorts by the place along the normal, whatever the numbers say', () => {
    const slices = [3, 1, 2].map((z, i) =>
      sliceWith({ name: `z${z}`, orientation: axial, position: [0, 0, z], instanceNumber: i }),
    );
    assert.deepEqual(names(sortedSlices(slices)), ['z1', 'z2', 'z3']);
    // Sagittal: rows run to the back, columns to the feet, and the normal is to the right.
    const sagittal = [5, -5, 0].map((x) =>
      sliceWith({ name: `x${x}`, orientation: [0, 1, 0, 0, 0, -1], position: [x, 0, 0] }),
    );
    assert.deepEqual(names(sortedSlices(sagittal)), ['x5', 'x0', 'x-5']);
  });

  it('sorts by number where places are the same, not known, or of several directions', () => {
    const at = (name: string, instanceNumber: number, more: Partial<Slice> = {}) =>
      sliceWith({ name, instanceNumber, ...more });
    const same = { orientation: axial, position: [0, 0, 1.00001] };
    assert.deepEqual(names(sortedSlices([at('b', 2, same), at('a', 1, { ...same, position: [0, 0, 1.00002] })])), [
      'a',
      'b',
    ]);
    assert.deepEqual(names(sortedSlices([at('c', 10), at('b', 9), at('a', 1)])), ['a', 'b', 'c']);
    const turned = { orientation: [0, 1, 0, 0, 0, -1], position: [0, 0, 0] };
    assert.deepEqual(
      names(sortedSlices([at('b', 2, { orientation: axial, position: [0, 0, -9] }), at('a', 1, turned)])),
      ['a', 'b'],
    );
    assert.deepEqual(names(sortedSlices([sliceWith({ name: 'late' }), at('first', 5)])), ['first', 'late']);
  });

  it('keeps the order in which they came where nothing else tells', () => {
    assert.deepEqual(names(sortedSlices(['b', 'a', 'c'].map((name) => sliceWith({ name })))), ['b', 'a', 'c']);
  });

  it('finds the same order from any, in any direction', () => {
    const directions = fc.tuple(fc.double({ min: 0, max: 6, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }));
    fc.assert(
      fc.property(directions, fc.integer({ min: 2, max: 12 }), fc.infiniteStream(fc.nat()), ([a, b], count, keys) => {
        const row = [Math.cos(a), Math.sin(a), 0];
        const column = [-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b)];
        const normal = [Math.sin(a) * Math.sin(b), -Math.cos(a) * Math.sin(b), Math.cos(b)];
        const slices = Array.from({ length: count }, (_, i) =>
          sliceWith({ name: `${i}`, orientation: [...row, ...column], position: normal.map((part) => part * i * 1.5) }),
        );
        const shuffled = slices
          .map((slice) => ({ slice, key: keys.next().value as number }))
          .sort((x, y) => x.key - y.key)
          .map(({ slice }) => slice);
        assert.deepEqual(names(sortedSlices(shuffled)), names(slices));
      }),
    );
  });
});

describe('seriesOf', () => {
  it('has that with the most slices first', () => {
    const slices = ['a', 'b', 'b', 'c'].map((seriesUid, i) => sliceWith({ seriesUid, name: `${i}`, seriesNumber: i }));
    assert.deepEqual(
      seriesOf(slices).map(({ uid, slices: own, number }) => [uid, own.length, number]),
      [
        ['b', 2, 1],
        ['a', 1, 0],
        ['c', 1, 3],
      ],
    );
  });
});
