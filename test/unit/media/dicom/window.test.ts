import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SlicePixels } from '../../../../src/media/dicom/slice.js';
import { brightnessIn, defaultWindow, greys, windowsFor } from '../../../../src/media/dicom/window.js';
import { sliceWith } from './slice-with.js';

const grey = (values: readonly number[]): SlicePixels => ({
  kind: 'grey',
  width: values.length,
  height: 1,
  values: Int16Array.from(values),
});

describe('brightnessIn', () => {
  it('is as the standard has it', () => {
    // The examples of PS3.3 C.11.2.1.2.1, note 2 and 3, with an output from 0 to 255.
    const at = (center: number, width: number, value: number) => 255 * brightnessIn({ center, width }, value);
    assert.deepEqual([at(2048, 4096, 0), at(2048, 4096, 4095)], [0, 255]);
    assert.ok(Math.abs(at(2048, 4096, 1) - 255 / 4095) < 1e-9);
    assert.deepEqual([at(2048, 1, 2047), at(2048, 1, 2048)], [0, 255]);
    assert.deepEqual([at(0, 100, -50), at(0, 100, 49)], [0, 255]);
    assert.deepEqual([at(0, 100, -51), at(0, 100, 50)], [0, 255]);
    assert.deepEqual([at(0, 1, -1), at(0, 1, 0)], [0, 255]);
  });

  it('knows the two other curves', () => {
    const exact = { center: 0, width: 100, curve: 'exact' } as const;
    assert.deepEqual(
      [-51, -50, 0, 25, 50].map((value) => brightnessIn(exact, value)),
      [0, 0, 0.5, 0.75, 1],
    );
    const sigmoid = { center: 10, width: 4, curve: 'sigmoid' } as const;
    assert.equal(brightnessIn(sigmoid, 10), 0.5);
    assert.equal(brightnessIn(sigmoid, 14), 1 / (1 + Math.exp(-4)));
  });
});

describe('greys', () => {
  it('goes through slope and intercept, and turns MONOCHROME1 round', () => {
    const slice = sliceWith({ slope: 2, intercept: -500 });
    const look = { window: { center: 0, width: 256 }, inverted: false };
    const stored = [0, 186, 314, 400];
    const shade = (from: Parameters<typeof greys>[0], inverted: boolean) =>
      stored.map((value) => greys(from, { ...look, inverted }, value, 1)[0]);
    assert.deepEqual(shade(slice, false), [0, 0, 255, 255]);
    assert.equal(greys(slice, look, 250, 1)[0], 128);
    assert.deepEqual(shade(slice, true), [255, 255, 0, 0]);
    const negative = sliceWith({ ...slice, photometric: 'MONOCHROME1' });
    assert.deepEqual(shade(negative, false), shade(slice, true));
    assert.deepEqual(shade(negative, true), shade(slice, false));
  });
});

describe('defaultWindow', () => {
  it('is the first of the file', () => {
    const windows = [
      { center: 1, width: 2 },
      { center: 3, width: 4 },
    ];
    assert.deepEqual(defaultWindow(sliceWith({ windows }), grey([1])), windows[0]);
  });

  it('shows pictures of eight bits as they are', () => {
    const window = defaultWindow(sliceWith({ bitsStored: 8 }), grey([1]));
    const shown = [0, 1, 128, 255].map((value) => Math.round(255e6 * brightnessIn(window, value)) / 1e6);
    assert.deepEqual(shown, [0, 1, 128, 255]);
  });

  it('shows nearly all values else, and leaves out padding and strays', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => 1000 + (i % 1000));
    const window = defaultWindow(sliceWith({ padding: -2000 }), grey([...values, -2000, -2000, 30_000]));
    assert.ok(Math.abs(window.center - 1500) < 30, `${window.center}`);
    assert.ok(Math.abs(window.width - 1000) < 40, `${window.width}`);
  });

  it('makes something of pixels that are all the same', () => {
    assert.ok(defaultWindow(sliceWith({}), grey([7, 7])).width > 0);
    assert.ok(defaultWindow(sliceWith({ padding: 7 }), grey([7, 7])).width > 0);
  });
});

describe('windowsFor', () => {
  it('offers those of the file and, for Hounsfield units, the usual ones', () => {
    const windows = [{ center: 1, width: 2 }];
    assert.equal(windowsFor(sliceWith({ windows, units: 'HU' }))[1]?.name, 'Soft tissue');
    assert.deepEqual(windowsFor(sliceWith({ windows, modality: 'MR' })), windows);
  });
});
