import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { occurrences } from '../../../src/editor/editing/occurrences.js';

/** What is found elsewhere, each with a word before and behind it. */
const around = (text: string, wanted: string, from = 0, anyCase = false) => {
  const start = text.indexOf(wanted, from);
  return occurrences(text, { start, end: start + wanted.length }, anyCase).map((hit) => [
    hit.start,
    text.slice(hit.start, hit.end),
  ]);
};

describe('occurrences', () => {
  it('finds whole words where a whole word is wanted', () => {
    assert.deepEqual(around('The sea, the seaside and the sea.', 'sea'), [[29, 'sea']]);
    assert.deepEqual(around('a cat; concat cat_ cat2 cat', 'cat'), [[24, 'cat']]);
    assert.deepEqual(around("can't can", 'can', 6), []);
  });

  it('finds parts of words where a part is wanted', () => {
    assert.deepEqual(around('seaside seaman', 'sea'), [[8, 'sea']]);
    assert.deepEqual(around('undo unit', 'un'), [[5, 'un']]);
    assert.deepEqual(around('redo undone', 'do'), [[7, 'do']]);
  });

  it('tells capital letters from small ones unless told not to', () => {
    const text = 'Sea sea SEA Straße STRASSE straße ÉTÉ été';
    assert.deepEqual(around(text, 'Sea'), []);
    assert.deepEqual(around(text, 'Sea', 0, true), [
      [4, 'sea'],
      [8, 'SEA'],
    ]);
    assert.deepEqual(around(text, 'Straße', 0, true), [[27, 'straße']]);
    assert.deepEqual(around(text, 'été', 0, true), [[34, 'ÉTÉ']]);
  });

  it('takes signs of patterns as they are', () => {
    assert.deepEqual(around('a.b* axb* a.b* (?) [x] {1} (?)', 'a.b*', 0, true), [[10, 'a.b*']]);
    assert.deepEqual(around('(?) - (?)', '(?)', 0, true), [[6, '(?)']]);
  });

  it('cuts no letter in two', () => {
    assert.deepEqual(around('e cafe cafe\u0301 e', 'cafe'), []);
    assert.deepEqual(around('x👩y x👩‍🚀y x👩y', 'x👩'), [[13, 'x👩']]);
  });

  it('goes on behind a letter that it must not cut', () => {
    for (const anyCase of [false, true]) {
      assert.deepEqual(around('😀 x😀\u0301 😀\u0301 😀', '😀', 0, anyCase), [[12, '😀']]);
    }
  });

  it('finds words of scripts without spaces', () => {
    assert.deepEqual(around('東京に行きました。東京は大きい。', '東京'), [[9, '東京']]);
    assert.deepEqual(around('ฉันไปกรุงเทพเมื่อวานนี้ กรุงเทพ', 'กรุงเทพ'), [[24, 'กรุงเทพ']]);
  });

  it('goes over line breaks, and stops at none', () => {
    assert.deepEqual(around('to\nbe or to\nbe', 'to\nbe'), [[9, 'to\nbe']]);
    assert.deepEqual(around('sea\r\nsea\rsea', 'sea'), [
      [5, 'sea'],
      [9, 'sea'],
    ]);
  });

  it('finds nothing for white space', () => {
    assert.deepEqual(around('a  b  c', '  '), []);
  });

  it('answers in order, with what meets neither each other nor the stretch itself', () => {
    const parts = fc.constantFrom('a', 'b', 'A', ' ', '\n', 'é', 'e\u0301', '😀', '東', '。', '.', 'ab');
    fc.assert(
      fc.property(
        fc.array(parts, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(3),
        fc.boolean(),
        (list, at, more, any) => {
          const text = list.join('');
          const from = at % list.length;
          const start = list.slice(0, from).join('').length;
          const end = start + list.slice(from, from + 1 + more).join('').length;
          const wanted = text.slice(start, end);
          let last = 0;
          for (const hit of occurrences(text, { start, end }, any)) {
            assert.ok(hit.start >= last && (hit.end <= start || hit.start >= end));
            last = hit.end;
            const found = text.slice(hit.start, hit.end);
            if (any) assert.equal(found.toLowerCase(), wanted.toLowerCase());
            else assert.equal(found, wanted);
          }
        },
      ),
    );
  });

  it('answers as a look at the whole text would', () => {
    const parts = fc.constantFrom(
      'sea',
      'Sea',
      ' ',
      '\u0301',
      'é',
      '\n',
      '\r\n',
      "'",
      '.',
      '京',
      '東京',
      '3',
      '_',
      'ไป',
      '\u200d',
      '😀',
    );
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
        const text = `sea ${list.join('')} sea`;
        const breaks = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
        const wanted: number[] = [];
        for (let at = text.indexOf('sea', 3); at >= 0; at = text.indexOf('sea', at + 3)) {
          if (breaks.has(at) && breaks.has(at + 3)) wanted.push(at);
        }
        const found = occurrences(text, { start: 0, end: 3 });
        if (breaks.has(3))
          assert.deepEqual(
            found.map(({ start }) => start),
            wanted,
          );
      }),
    );
  });
});
