import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dict } from '../../../../src/model/json.js';
import { Dialogue } from '../../../../src/tags/paragraphs/dialogue.js';

const dialogueOf = (...texts: string[]) => new Dialogue(texts.map((text) => ({ author: '', text })));
const talk = dialogueOf('Dont you hate that?', 'Hate what?', 'Uncomfortable silences.');

const someText = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', 'é'), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('Dialogue', () => {
  it('joins phrases by a blank line, without authors', () => {
    const { text } = new Dialogue([
      { author: 'A', text: 'One.' },
      { author: 'B', text: 'Two.' },
    ]);
    assert.equal(text, 'One.\n\nTwo.');
    assert.equal(dialogueOf().text, '');
  });

  it('names a place by phrases, as text, and UTF-16 units in them', () => {
    assert.deepEqual(talk.anchors.anchor(18, 31), { start: '0', end: '1', startOffset: 18, endOffset: 10 });
    const emoji = dialogueOf('😀', 'a😀b');
    // In code points: the b is number 5, after 😀, two line breaks, a, 😀.
    assert.deepEqual(emoji.anchors.anchor(5, 6), { start: '1', end: '1', startOffset: 3, endOffset: 4 });
  });

  it('ends at the end of a phrase what ends where the next begins, and begins there what begins behind one', () => {
    assert.deepEqual(talk.anchors.anchor(5, 33), { start: '0', end: '1', startOffset: 5, endOffset: 10 });
    assert.deepEqual(talk.anchors.anchor(19, 25), { start: '1', end: '1', startOffset: 0, endOffset: 4 });
    assert.deepEqual(talk.anchors.anchor(20, 32), { start: '1', end: '1', startOffset: 0, endOffset: 10 });
  });

  it('finds every stretch again that begins and ends in a phrase', () => {
    const stretch = fc
      .array(someText, { minLength: 1, maxLength: 6 })
      .filter((texts) => texts.some((text) => text !== ''))
      .chain((texts) => {
        const dialogue = dialogueOf(...texts);
        let at = 0;
        const places = texts.flatMap((text) => {
          const start = at;
          const length = [...text].length;
          at += length + 2;
          return Array.from({ length }, (_, index) => start + index);
        });
        const place = fc.constantFrom(...places);
        return fc.record({ dialogue: fc.constant(dialogue), one: place, other: place });
      });
    fc.assert(
      fc.property(stretch, ({ dialogue, one, other }) => {
        // A letter's own place is a start, the place behind it an end.
        const wanted = { start: Math.min(one, other), end: Math.max(one, other) + 1 };
        assert.deepEqual(dialogue.anchors.locate(dialogue.anchors.anchor(wanted.start, wanted.end)), wanted);
      }),
    );
  });

  it('reads numbers for texts, places outside of a phrase, and what is the wrong way round', () => {
    const locate = (value: Dict) => talk.anchors.locate(value);
    const wanted = { start: 21, end: 25 };
    assert.deepEqual(locate({ start: '1', end: '1', startOffset: 0, endOffset: 4 }), wanted);
    assert.deepEqual(locate({ start: 1, end: 1, startOffset: '0', endOffset: '4.0' }), wanted);
    assert.deepEqual(locate({ start: '0', end: '1', startOffset: 500, endOffset: 1e9 }), { start: 19, end: 31 });
    assert.deepEqual(locate({ start: '0', end: '0', startOffset: -4, endOffset: 4 }), { start: 0, end: 4 });
    assert.deepEqual(locate({ start: '1', end: '0', startOffset: 4, endOffset: 0 }), { start: 25, end: 0 });
    assert.deepEqual(locate({ start: '1', end: '1' }), { start: 21, end: 31 });
  });

  it('finds nothing for phrases that are not there', () => {
    for (const start of ['3', '-1', '/div[1]/text()[1]', '', '1.5', null, true, ['0'], {}]) {
      assert.equal(talk.anchors.locate({ start, end: '1', startOffset: 0, endOffset: 1 }), undefined);
    }
    assert.equal(dialogueOf().anchors.locate({ start: '0', end: '0', startOffset: 0, endOffset: 1 }), undefined);
  });

  it('tells what is not to be seen, in one piece where phrases follow one another', () => {
    const phrases = ['A', 'B', 'B', 'A', 'B'].map((author) => ({ author, text: '😀!' }));
    const dialogue = new Dialogue(phrases);
    assert.deepEqual(
      dialogue.unseen(({ author }) => author === 'B'),
      [
        { start: 4, end: 10 },
        { start: 16, end: 18 },
      ],
    );
    assert.deepEqual(
      dialogue.unseen(() => false),
      [],
    );
  });
});
