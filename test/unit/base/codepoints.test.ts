import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codePoints } from '../../../src/base/codepoints.js';

describe('codePoints', () => {
  it('counts a plain text as JavaScript does', () => {
    const points = codePoints('Straße\r\n');
    assert.equal(points.length, 8);
    assert.equal(points.toUnits(6), 6);
    assert.equal(points.toPoints(7), 7);
    assert.equal(points.slice(0, 6), 'Straße');
  });

  it('counts an emoji as one', () => {
    const points = codePoints('a😀b🏳️‍🌈c');
    assert.equal(points.length, [...'a😀b🏳️‍🌈c'].length);
    assert.equal(points.toUnits(2), 3);
    assert.equal(points.toPoints(3), 2);
    assert.equal(points.slice(1, 3), '😀b');
  });

  it('takes an offset inside of a pair for its start', () => {
    assert.equal(codePoints('a😀b').toPoints(2), 1);
  });

  it('counts a surrogate without its other half as one', () => {
    const points = codePoints('\ude00😀\ud83d');
    assert.equal(points.length, 3);
    assert.equal(points.slice(1, 2), '😀');
    assert.equal(points.slice(2, 3), '\ud83d');
  });

  it('clamps what is out of range', () => {
    const points = codePoints('😀😀');
    assert.equal(points.toUnits(-3), 0);
    assert.equal(points.toUnits(9), 4);
    assert.equal(points.toPoints(9), 2);
    assert.equal(points.slice(1, 99), '😀');
  });

  it('agrees with the iterator of strings on any text', () => {
    const texts = fc
      .string({ unit: 'binary', maxLength: 40 })
      .chain((text) => fc.record({ text: fc.constant(text), from: fc.nat(45), to: fc.nat(45) }));
    fc.assert(
      fc.property(texts, ({ text, from, to }) => {
        const points = codePoints(text);
        const all = [...text];
        assert.equal(points.length, all.length);
        assert.equal(points.slice(from, Math.max(from, to)), all.slice(from, Math.max(from, to)).join(''));
        for (let point = 0; point <= all.length; point += 1) {
          assert.equal(points.toPoints(points.toUnits(point)), point);
          assert.equal(points.toUnits(point), all.slice(0, point).join('').length);
        }
      }),
    );
  });

  it('finds its way in a text of a million characters', () => {
    const text = 'abc😀'.repeat(250_000);
    const points = codePoints(text);
    assert.equal(points.length, 1_000_000);
    assert.equal(points.toUnits(999_999), 1_249_998);
    assert.equal(points.toPoints(1_249_998), 999_999);
    assert.equal(points.slice(499_999, 500_001), '😀a');
  });
});
