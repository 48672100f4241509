import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeJpeg } from '../../../../src/media/dicom/jpeg.js';
import { losslessJpeg } from './written-jpeg.js';

/** Pictures with all that may be different between them. */
const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    precision: fc.integer({ min: 2, max: 16 }),
    components: fc.constantFrom(1, 3),
    predictor: fc.integer({ min: 1, max: 7 }),
    restartRows: fc.integer({ min: 0, max: 3 }),
    apart: fc.boolean(),
    shift: fc.integer({ min: 0, max: 3 }),
  })
  .chain((form) => {
    const shift = Math.min(form.shift, form.precision - 1);
    const greatest = (1 << (form.precision - shift)) - 1;
    const count = form.width * form.height * form.components;
    const values = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: greatest }) },
      fc.constantFrom(0, greatest),
    );
    const samples = fc.array(values, { minLength: count, maxLength: count });
    return samples.map((raw) => ({ ...form, shift, samples: raw.map((value) => value << shift) }));
  });

describe('decodeJpeg', () => {
  it('decodes lossless pictures of every predictor, precision and layout', () => {
    fc.assert(
      fc.property(pictures, ({ samples, ...form }) => {
        const picture = decodeJpeg(losslessJpeg({ ...form, samples }, form));
        assert.deepEqual([...picture.samples], samples);
        assert.deepEqual(
          [picture.width, picture.height, picture.components],
          [form.width, form.height, form.components],
        );
      }),
      { numRuns: 400 },
    );
  });

  it('has all sixteen bits with predictor 7', () => {
    const samples = Array.from({ length: 64 }, (_, i) => (i % 3 === 0 ? 0 : i % 3 === 1 ? 65_535 : 32_768));
    const form = { width: 8, height: 8, precision: 16, components: 1, samples };
    assert.deepEqual([...decodeJpeg(losslessJpeg(form, { predictor: 7 })).samples], samples);
  });

  it('says what is wrong with a stream, and is never caught in it', () => {
    const form = {
      width: 16,
      height: 16,
      precision: 12,
      components: 1,
      samples: Array.from({ length: 256 }, (_, i) => i * 16),
    };
    const whole = losslessJpeg(form, { predictor: 1 });
    assert.throws(() => decodeJpeg(new Uint8Array(0)), /begin like a JPEG/);
    assert.throws(() => decodeJpeg(whole.slice(0, 100)), /cut short/);
    assert.throws(() => decodeJpeg(whole.slice(0, 30)), /cut short/);
    const arithmetic = whole.slice();
    arithmetic[3] = 0xc9;
    assert.throws(() => decodeJpeg(arithmetic), /SOF9/);
    const huge = whole.slice();
    huge.set([0xff, 0xff, 0xff, 0xff], 7);
    assert.throws(() => decodeJpeg(huge), /larger than is decoded/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          // The size is not altered: a large picture is no fault of a damaged one.
          bytes.set(whole.subarray(7, 11), 7);
          try {
            assert.ok(decodeJpeg(bytes).samples.length <= 256 * 4);
          } catch (reason) {
            assert.equal((reason as Error).constructor.name, 'Damage');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
