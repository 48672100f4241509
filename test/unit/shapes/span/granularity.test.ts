import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codePoints } from '../../../../src/base/codepoints.js';
import { type Granularity, granularities, snapToText } from '../../../../src/shapes/span/granularity.js';

const text = 'Élan vital. Die Straße ist lang!\nZweite Zeile 😀 ohne Ende\n\n  Third';

/** The text that is marked when `selected` is. */
function marked(selected: string, granularity: Granularity, within = text): string | undefined {
  const points = codePoints(within);
  const start = points.toPoints(within.indexOf(selected));
  const range = snapToText(within, start, start + [...selected].length, granularity);
  return range && points.slice(range.start, range.end);
}

describe('snapToText', () => {
  it('marks what was selected, without white space around it', () => {
    assert.equal(marked(' vital. ', 'symbol'), 'vital.');
    assert.equal(marked('\n\n  Third', 'symbol'), 'Third');
  });

  it('marks nothing where only white space was selected', () => {
    assert.equal(marked('\n\n  ', 'word'), undefined);
    assert.equal(snapToText(text, 5, 5, 'word'), undefined);
  });

  it('grows to whole words, letters beyond ASCII included', () => {
    assert.equal(marked('lan vi', 'word'), 'Élan vital');
    assert.equal(marked('tra', 'word'), 'Straße');
  });

  it('never takes words of the next line', () => {
    assert.equal(marked('lang!\n', 'word'), 'lang!');
  });

  it('grows to whole sentences', () => {
    assert.equal(marked('Straße', 'sentence'), 'Die Straße ist lang!');
    assert.equal(marked('vital. Die', 'sentence'), 'Élan vital. Die Straße ist lang!');
  });

  it('grows to whole paragraphs', () => {
    assert.equal(marked('ohne', 'paragraph'), 'Zweite Zeile 😀 ohne Ende');
    assert.equal(marked('Third', 'paragraph'), 'Third');
  });

  it('counts code points', () => {
    assert.deepEqual(snapToText('😀😀 wort', 4, 5, 'word'), { start: 3, end: 7 });
  });

  it('takes a selection from its other end too', () => {
    assert.deepEqual(snapToText('ab cd', 5, 3, 'symbol'), { start: 3, end: 5 });
  });

  it('covers at least what is not white space, and has none at its ends', () => {
    const cases = fc.record({
      content: fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', ' ', '\n', '.', '!', 'B'), maxLength: 30 }),
      from: fc.nat(30),
      to: fc.nat(30),
      granularity: fc.constantFrom(...granularities),
    });
    fc.assert(
      fc.property(cases, ({ content, from, to, granularity }) => {
        const points = codePoints(content);
        const selected = points.slice(Math.min(from, to), Math.max(from, to)).trim();
        const range = snapToText(content, from, to, granularity);
        assert.equal(range === undefined, selected === '');
        if (!range) return;
        const result = points.slice(range.start, range.end);
        assert.equal(result, result.trim());
        assert.ok(result.includes(selected));
      }),
    );
  });
});
