import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saidAt, stretchOf } from '../../../../src/tags/paragraphs/phrase-times.js';

const phrase = (start?: number, end?: number) => ({
  author: '',
  text: '',
  ...(start !== undefined && { start }),
  ...(end !== undefined && { end }),
});

describe('stretchOf', () => {
  it('goes to the end of the phrase, or of the sound', () => {
    assert.deepEqual(stretchOf(phrase(1, 3), 10), { start: 1, end: 3 });
    assert.deepEqual(stretchOf(phrase(4), 10), { start: 4, end: 10 });
    assert.deepEqual(stretchOf(phrase(4), 0), { start: 4, end: Number.POSITIVE_INFINITY });
  });

  it('stays within the sound', () => {
    assert.deepEqual(stretchOf(phrase(8, 12), 10), { start: 8, end: 10 });
    assert.deepEqual(stretchOf(phrase(20, 22), 10), { start: 10, end: 10 });
  });

  it('is none without a start', () => {
    assert.equal(stretchOf(phrase(), 10), undefined);
  });
});

describe('saidAt', () => {
  const phrases = [phrase(4, 6), phrase(1, 3), phrase(), phrase(2, 5), phrase(7)];

  it('names all that is said at a time, in the order of the list', () => {
    assert.deepEqual(saidAt(phrases, 0.5), []);
    assert.deepEqual(saidAt(phrases, 2.5), [1, 3]);
    assert.deepEqual(saidAt(phrases, 4), [0, 3]);
    assert.deepEqual(saidAt(phrases, 100), [4]);
  });

  it('counts the start and not the end', () => {
    assert.deepEqual(saidAt(phrases, 1), [1]);
    assert.deepEqual(saidAt(phrases, 6), []);
  });
});
