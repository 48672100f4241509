import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LaidText, Stretch } from '../../../../src/surfaces/flow/laid-text.js';
import {
  nextParagraph,
  nextSentence,
  previousParagraph,
  previousSentence,
  type ReadingUnit,
  readingUnit,
  readingUnits,
} from '../../../../src/surfaces/flow/reading-units.js';

/** A text of which each line is a paragraph. */
const lined = (text: string): LaidText =>
  ({
    text,
    paragraphAt: (unit: number): Stretch => {
      const next = text.indexOf('\n', unit);
      return { from: unit > 0 ? text.lastIndexOf('\n', unit - 1) + 1 : 0, to: next < 0 ? text.length : next };
    },
  }) as LaidText;

const text = 'Ada wrote. She thought!  Then she rested.\n\n  Charles built it. 日本語です。次の文。\nEnd';
const laid = lined(text);
const at = (part: string) => text.indexOf(part);
const words = (stretch: Stretch) => text.slice(stretch.from, stretch.to);

describe('readingUnit', () => {
  const round = (part: string, unit: ReadingUnit) =>
    words(readingUnit(laid, { from: at(part), to: at(part) + part.length }, unit));

  it('is the word, sentence, paragraph that a place is in', () => {
    assert.equal(round('ho', 'word'), 'thought');
    assert.equal(round('ho', 'sentence'), 'She thought!');
    assert.equal(round('ho', 'paragraph'), 'Ada wrote. She thought!  Then she rested.');
    assert.equal(round('ho', 'text'), text);
    assert.equal(round('次', 'sentence'), '次の文。');
  });

  it('is without white space at its ends', () => {
    assert.equal(round('Charles', 'paragraph'), 'Charles built it. 日本語です。次の文。');
  });

  it('holds all that was selected', () => {
    assert.equal(round('wrote. She', 'sentence'), 'Ada wrote. She thought!');
    assert.equal(round('rested.\n\n  Ch', 'word'), 'rested.\n\n  Charles');
    assert.equal(round('rested.\n\n  Ch', 'paragraph'), text.slice(0, at('\nEnd')));
  });

  it('is never less than the selection, but for white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '🎉') }),
        fc.nat(),
        fc.nat(),
        (given, a, b) => {
          const from = Math.min(a, b) % (given.length + 1);
          const to = Math.max(from, Math.max(a, b) % (given.length + 1));
          for (const unit of readingUnits) {
            const found = readingUnit(lined(given), { from, to }, unit);
            assert.ok(found.from >= 0 && found.to <= given.length && found.from <= found.to);
            assert.equal(given.slice(from, Math.max(from, found.from)).trim(), '');
            assert.equal(given.slice(Math.min(to, found.to), to).trim(), '');
          }
        },
      ),
    );
  });
});

describe('steps by sentence and paragraph', () => {
  it('go to the end of the one they are in, or of the next', () => {
    assert.equal(nextSentence(laid, at('wrote')), at(' She'));
    assert.equal(nextSentence(laid, at(' She')), at('  Then'));
    assert.equal(nextSentence(laid, at('rested.') + 7), at('it.') + 3);
    assert.equal(nextParagraph(laid, 0), at('rested.') + 7);
    assert.equal(nextParagraph(laid, at('rested.') + 7), at('\nEnd'));
    assert.equal(nextParagraph(laid, text.length), text.length);
  });

  it('go to the start of the one they are in, or of the one before', () => {
    assert.equal(previousSentence(laid, at('thought')), at('She'));
    assert.equal(previousSentence(laid, at('She')), 0);
    assert.equal(previousSentence(laid, at('Charles')), at('Then'));
    assert.equal(previousParagraph(laid, text.length), at('End'));
    assert.equal(previousParagraph(laid, at('End')), at('Charles'));
    assert.equal(previousParagraph(laid, at('Charles')), 0);
    assert.equal(previousParagraph(laid, 0), 0);
  });
});
