import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeRle } from '../../../../src/media/dicom/rle.js';

/** Runs of three and more as runs, all else as it is. */
function packed(bytes: readonly number[]): number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    let run = 1;
    while (run < 128 && bytes[at + run] === bytes[at]) run++;
    if (run > 2) {
      out.push(257 - run, bytes[at] as number);
      at += run;
      continue;
    }
    const literal = bytes.slice(at, at + 5);
    out.push(literal.length - 1, ...literal);
    at += literal.length;
  }
  // Nothing, which is allowed anywhere.
  out.push(128);
  return out.length % 2 ? [...out, 128] : out;
}

function encoded(pixels: readonly (readonly number[])[], width: number): Uint8Array {
  const samples = pixels[0]?.length ?? 0;
  const segments: number[][] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (let byte = width - 1; byte >= 0; byte--) {
      segments.push(packed(pixels.map((pixel) => ((pixel[sample] ?? 0) >> (8 * byte)) & 255)));
    }
  }
  const head = new Uint32Array(16);
  head[0] = segments.length;
  let at = 64;
  segments.forEach((segment, i) => {
    head[i + 1] = at;
    at += segment.length;
  });
  return Uint8Array.from([...new Uint8Array(head.buffer), ...segments.flat()]);
}

const pictures = fc
  .tuple(fc.constantFrom(1, 3), fc.constantFrom(1, 2))
  .chain(([samples, width]) =>
    fc.tuple(
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.nat(256 ** width - 1)), { minLength: samples, maxLength: samples }),
        { minLength: 1, maxLength: 300 },
      ),
      fc.constant(width),
    ),
  );

describe('decodeRle', () => {
  it('brings back what was packed', () => {
    fc.assert(
      fc.property(pictures, ([pixels, width]) => {
        const samples = pixels[0]?.length ?? 0;
        const bytes = decodeRle(encoded(pixels, width), pixels.length, samples, width);
        assert.ok(bytes);
        const values = width === 1 ? bytes : new Uint16Array(bytes.buffer);
        assert.deepEqual([...values], pixels.flat());
      }),
    );
  });

  it('refuses what is cut short or has other segments', () => {
    const whole = encoded([[1], [2], [3], [4]], 2);
    assert.ok(decodeRle(whole, 4, 1, 2));
    assert.equal(decodeRle(whole, 4, 1, 1), undefined);
    assert.equal(decodeRle(whole, 9, 1, 2), undefined);
    assert.equal(decodeRle(whole.slice(0, 66), 4, 1, 2), undefined);
    assert.equal(decodeRle(whole.slice(0, 20), 4, 1, 2), undefined);
    const wild = whole.slice();
    new DataView(wild.buffer).setUint32(8, 0xfffffff0, true);
    assert.equal(decodeRle(wild, 4, 1, 2), undefined);
  });
});
