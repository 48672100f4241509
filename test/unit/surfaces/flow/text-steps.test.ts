import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  direction,
  lineStarts,
  nextLetter,
  nextWord,
  pieceStarts,
  previousLetter,
  previousWord,
} from '../../../../src/surfaces/flow/text-steps.js';

const family = '👨‍👩‍👧';

describe('nextLetter and previousLetter', () => {
  it('take a letter with its marks as one', () => {
    assert.equal(nextLetter('e\u0301a', 0), 2);
    assert.equal(previousLetter('ae\u0301', 3), 1);
  });

  it('take an emoji of several code points as one', () => {
    assert.equal(nextLetter(`${family}!`, 0), family.length);
    assert.equal(previousLetter(`a${family}`, 1 + family.length), 1);
  });

  it('take a carriage return and line feed as one', () => {
    assert.equal(nextLetter('\r\nb', 0), 2);
    assert.equal(previousLetter('a\r\n', 3), 1);
  });

  it('stay at the ends', () => {
    assert.equal(nextLetter('ab', 2), 2);
    assert.equal(previousLetter('ab', 0), 0);
  });
});

describe('nextWord and previousWord', () => {
  it('go to the end of this or the next word', () => {
    assert.equal(nextWord('to be, or', 0), 2);
    assert.equal(nextWord('to be, or', 2), 5);
    assert.equal(nextWord('to be, or', 5), 9);
  });

  it('go back to the start of this or the word before', () => {
    assert.equal(previousWord('to be, or', 9), 7);
    assert.equal(previousWord('to be, or', 7), 3);
    assert.equal(previousWord('to be, or', 4), 3);
  });

  it('know the words of a language without spaces', () => {
    assert.equal(nextWord('大学で教えた', 0), 2);
  });
});

describe('lineStarts', () => {
  it('starts a line after each line feed, but no empty one at the end', () => {
    assert.deepEqual(lineStarts('a\r\n\nb\n'), [0, 3, 4]);
    assert.deepEqual(lineStarts(''), []);
  });
});

describe('pieceStarts', () => {
  it('cuts after a space', () => {
    const text = `${'a'.repeat(190)} ${'b'.repeat(190)}`;
    assert.deepEqual(pieceStarts(text, 0, text.length, 200), [0, 191]);
  });

  it('never cuts a letter in two', () => {
    const letters = ['a', 'ก็', family, '🇯🇵', '語', 'e\u0301'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { minLength: 200, maxLength: 400 }), (list) => {
        const text = list.join('|');
        const bounds = new Set(Array.from(new Intl.Segmenter().segment(text), ({ index }) => index));
        for (const start of pieceStarts(text, 0, text.length, 128)) assert.ok(bounds.has(start));
      }),
    );
  });
});

describe('direction', () => {
  it('is that of the first letter', () => {
    assert.equal(direction('12: שלום hello'), 'rtl');
    assert.equal(direction('hello مرحبا'), 'ltr');
    assert.equal(direction('1961'), undefined);
  });
});
