import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readText, type TextItem } from '../../../../src/media/pdf/page-text.js';

const styles = {
  f: { ascent: 0.75, descent: -0.25, vertical: false, fontFamily: 'sans-serif' },
  v: { ascent: 0.75, descent: -0.25, vertical: true, fontFamily: 'sans-serif' },
};
/** A page of 200 × 100 points, y down. */
const sheet = { transform: [1, 0, 0, -1, 0, 100], scale: 1, width: 200, height: 100 };
/** Every letter is a point wide for each point of its height. */
const measure = (text: string): number => text.length * 100;
const item = (str: string, x: number, y: number, more: Partial<TextItem> = {}): TextItem => ({
  str,
  dir: 'ltr',
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 10,
  height: 10,
  fontName: 'f',
  hasEOL: false,
  ...more,
});
const read = (...items: TextItem[]) => readText(items, styles, sheet, measure);
const rounded = (words: ReturnType<typeof read>['words']) =>
  words.map(({ text, gap, ...box }) => [text, gap, ...Object.values(box).map((side) => Math.round(side * 10) / 10)]);

describe('readText', () => {
  it('finds words, where they are in percent, and what is between them', () => {
    const { text, words } = read(item('ab cd', 20, 50, { hasEOL: true }), item('ef', 20, 30));
    assert.equal(text, 'ab cd\nef');
    assert.deepEqual(rounded(words), [
      ['ab', '', 10, 42.5, 10, 10],
      ['cd', ' ', 25, 42.5, 10, 10],
      ['ef', '\n', 10, 62.5, 10, 10],
    ]);
  });

  it('puts a word together that is written in parts, and parts what only seems one', () => {
    const { words } = read(item('To', 0, 50), item('tal', 20, 50), item('9', 150, 50));
    assert.deepEqual(
      words.map(({ text, gap }) => [text, gap]),
      [
        ['Total', ''],
        ['9', ' '],
      ],
    );
  });

  it('takes every letter of a script without spaces for itself', () => {
    const { words } = read(item('発行日 2031年', 0, 50));
    assert.deepEqual(
      words.map(({ text, gap }) => gap + text),
      ['発', '行', '日', ' 2031', '年'],
    );
  });

  it('knows text that is turned, that runs from right to left, and down', () => {
    const turned = read(item('ab', 50, 20, { transform: [0, 10, -10, 0, 50, 20] }));
    assert.deepEqual(rounded(turned.words), [['ab', '', 21.3, 60, 5, 20]]);
    const hebrew = read(item('אב גד', 0, 50, { dir: 'rtl' }));
    assert.deepEqual(rounded(hebrew.words), [
      ['אב', '', 15, 42.5, 10, 10],
      ['גד', ' ', 0, 42.5, 10, 10],
    ]);
    const down = read(item('ab', 50, 80, { fontName: 'v', width: 10, height: 20 }));
    assert.deepEqual(rounded(down.words), [['ab', '', 22.5, 20, 5, 20]]);
  });

  it('covers all of the text but white space with words, in order', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', ' ', '字', '😀'), { maxLength: 12 });
    const items = fc.array(fc.tuple(letters, fc.nat(100), fc.nat(90), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(items, (drawn) => {
        const { text, words } = read(...drawn.map(([all, x, y, hasEOL]) => item(all.join(''), x, y, { hasEOL })));
        assert.equal(words.map((word) => word.text).join(''), text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a run of text', () => {
  const [run] = read(item('abcd', 20, 50)).runs;

  it('knows the edge of a letter that is nearest to a point', () => {
    const unit = (x: number, y: number) => run?.nearestTo(x, y).unit;
    assert.deepEqual([unit(0, 45), unit(24, 45), unit(26, 45), unit(59, 45), unit(99, 45)], [0, 0, 1, 4, 4]);
    assert.equal(run?.nearestTo(30, 45).distance, 0);
    assert.ok((run?.nearestTo(30, 70).distance ?? 0) > (run?.nearestTo(80, 45).distance ?? 0));
  });

  it('does not part the halves of a letter', () => {
    const [faces] = read(item('😀😀', 0, 50)).runs;
    for (let x = 0; x <= 40; x += 2) assert.equal((faces?.nearestTo(x, 45).unit ?? 1) % 2, 0);
  });

  it('goes on where the one before it ends', () => {
    const [first, next, other] = read(item('ab', 0, 50), item('cd', 21, 50), item('ef', 80, 50)).runs;
    assert.ok(first && next && other);
    assert.equal(next.follows(first), true);
    assert.equal(other.follows(next), false);
  });
});
