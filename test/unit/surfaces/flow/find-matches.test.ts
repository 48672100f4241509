import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Finder } from '../../../../src/surfaces/flow/find-matches.js';

interface Asked {
  readonly matchCase?: boolean;
  readonly wholeWords?: boolean;
  readonly most?: number;
}
const find = (text: string, words: string, { matchCase = false, wholeWords = false, most = 100 }: Asked = {}) =>
  new Finder(text).find(words, { matchCase, wholeWords }, most, () => true);
const found = (text: string, words: string, asked?: Asked) =>
  find(text, words, asked).matches.map(({ from, to }) => text.slice(from, to));

describe('Finder', () => {
  it('finds words in any case, or only as they are written', () => {
    assert.deepEqual(found('Ada, ADA and ada', 'ada'), ['Ada', 'ADA', 'ada']);
    assert.deepEqual(found('Ada, ADA and ada', 'Ada', { matchCase: true }), ['Ada']);
    assert.deepEqual(found('ΟΔΟΣ οδος', 'οδοσ'), ['ΟΔΟΣ', 'οδος']);
  });

  it('finds letters however they are composed, but not those with other marks', () => {
    const text = 'caf\u00e9 CAFE\u0301 cafe cafe\u0327';
    assert.deepEqual(found(text, 'caf\u00e9'), ['caf\u00e9', 'CAFE\u0301']);
    assert.deepEqual(found(text, 'cafe\u0301'), ['caf\u00e9', 'CAFE\u0301']);
    assert.deepEqual(found(text, 'cafe'), ['cafe']);
    assert.deepEqual(found('한국 하나', '하'), ['하']);
    assert.deepEqual(found('\u1112\u1161\u11ab 한', '한'), ['\u1112\u1161\u11ab', '한']);
  });

  it('finds places after letters that change their length', () => {
    assert.deepEqual(find('İİ é x', 'x').matches, [{ from: 5, to: 6 }]);
    assert.deepEqual(find('👍🏽 x 👍🏽', '👍🏽').matches, [
      { from: 0, to: 4 },
      { from: 7, to: 11 },
    ]);
  });

  it('takes white space for any white space, and signs for themselves', () => {
    assert.deepEqual(found('one\r\n  two', 'one two'), ['one\r\n  two']);
    assert.deepEqual(found('a.b aXb (a)* [-]', 'a.b'), ['a.b']);
    assert.deepEqual(found('a.b aXb (a)* [-]', '(a)*'), ['(a)*']);
    assert.deepEqual(found('a.b aXb (a)* [-]', '[-]'), ['[-]']);
  });

  it('finds whole words only where that is asked for', () => {
    const text = 'art Art, party smart_art l’art';
    assert.deepEqual(found(text, 'art', { wholeWords: true }), ['art', 'Art', 'art']);
    assert.deepEqual(found('(x) x)', '(x)', { wholeWords: true }), ['(x)']);
  });

  it('finds nothing of nothing', () => {
    assert.deepEqual(found('a  b', ''), []);
    assert.deepEqual(found('a  b', ' '), []);
    assert.deepEqual(found('', 'a'), []);
  });

  it('stops at the most that is looked for, and says so', () => {
    assert.equal(find('aaaa', 'a', { most: 3 }).more, true);
    assert.equal(find('aaa', 'a', { most: 3 }).more, false);
  });

  it('leaves out what does not count', () => {
    const { matches } = new Finder('a a a').find(
      'a',
      { matchCase: false, wholeWords: false },
      9,
      ({ from }) => from !== 2,
    );
    assert.deepEqual(matches, [
      { from: 0, to: 1 },
      { from: 4, to: 5 },
    ]);
  });

  it('finds what is there, in order, and the same text at each place', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'e\u0301', 'İ', '🎉', '한', 'ς', '.', 'ß') });
    const same = (text: string) => text.normalize('NFD').toLowerCase().replaceAll('ς', 'σ');
    fc.assert(
      fc.property(letters, letters, letters, (before, words, after) => {
        const { matches } = find(before + words + after, words, { most: 1000 });
        let last = 0;
        for (const { from, to } of matches) {
          assert.ok(from >= last);
          last = to;
          assert.equal(same((before + words + after).slice(from, to)), same(words));
        }
        if (words !== '') assert.ok(matches.length > 0);
      }),
    );
  });
});
