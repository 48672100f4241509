import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { linesOf, sourceLine } from '../../../src/cli/source-line.js';

describe('sourceLine', () => {
  it('leaves the indentation away and points to the place', () => {
    assert.equal(sourceLine(['\t\t<Text name="t"/>'], 1, 9), '  1 | <Text name="t"/>\n    |       ^');
  });

  it('shows the part of a long line that the place is in', () => {
    const line = `<View>${'<Header value="x"/>'.repeat(50)}<Wrong/>${'<Header/>'.repeat(50)}</View>`;
    const [shown = '', caret = ''] = (sourceLine([line], 1, line.indexOf('<Wrong') + 1) ?? '').split('\n');
    assert.ok(shown.length < 120);
    assert.equal(shown.indexOf('<Wrong'), caret.indexOf('^'));
  });

  it('points at the sign of the place, wherever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '<', ' ', '\t', 'é', '😀'), minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(text, fc.nat(), (line, seed) => {
        const at = seed % line.length;
        const found = sourceLine([line], 1, at + 1);
        if (found === undefined) return line.trim() === '';
        const [shown = '', caret = ''] = found.split('\n');
        const sign = String.fromCodePoint(line.codePointAt(at) ?? 0);
        // In the middle of a sign of two units there is nothing to compare.
        if (/^[\ud800-\udfff]$/.test(sign)) return true;
        return [...shown][caret.length - 1] === (sign === '\t' ? ' ' : sign);
      }),
    );
  });

  it('has nothing to show where there is no such line', () => {
    assert.equal(sourceLine(['a'], 4, 1), undefined);
    assert.equal(sourceLine(['   '], 1, 1), undefined);
  });
});

describe('linesOf', () => {
  it('ends lines as problems count them', () => {
    assert.deepEqual(linesOf('\uFEFFa\r\nb\rc\nd'), ['a', 'b', 'c', 'd']);
  });
});
