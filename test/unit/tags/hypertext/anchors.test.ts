import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codePoints } from '../../../../src/base/codepoints.js';
import { pageAnchors } from '../../../../src/tags/hypertext/anchors.js';
import { readPageText } from '../../../../src/tags/hypertext/page-text.js';
import { origin, type Shorthand, tiny } from './tiny-dom.js';

function page(...inside: Shorthand[]) {
  const root = tiny(['body', ...inside]);
  const read = readPageText(root, origin);
  const points = codePoints(read.text);
  const anchors = pageAnchors(root, read, origin.nameOf);
  /** The text that a result's value leads to. */
  const found = (value: object) => {
    const place = anchors.locate(value as never);
    return place && points.slice(Math.min(place.start, place.end), Math.max(place.start, place.end));
  };
  return { ...read, points, anchors, found };
}

/** `<p>This\nis an <u>example</u><br/> of \n<abbr><b>HTML</b></abbr>\n</p>`, each letter of “example” in a span. */
const torn: Shorthand = [
  'p',
  'This\nis an ',
  ['u', ...[...'example'].map((letter): Shorthand => ['span', letter])],
  ['br'],
  ' of \n',
  ['abbr', ['b', 'HTML']],
  '\n',
];

describe('pageAnchors.anchor', () => {
  const { anchors } = page(torn);

  for (const [start, end, value] of [
    [20, 28, ['/p[1]/text()[2]', '/p[1]/abbr[1]/b[1]/text()[1]', 1, 4]],
    [21, 25, ['/p[1]/text()[2]', '/p[1]/abbr[1]/b[1]/text()[1]', 2, 1]],
    [0, 28, ['/p[1]/text()[1]', '/p[1]/abbr[1]/b[1]/text()[1]', 0, 4]],
    [11, 18, ['/p[1]/u[1]/span[1]/text()[1]', '/p[1]/u[1]/span[7]/text()[1]', 0, 1]],
  ] as const) {
    it(`names ${start} to ${end} of a torn page`, () => {
      const [from, to, startOffset, endOffset] = value;
      const said = anchors.anchor(start, end);
      assert.deepEqual(said, { start: from, end: to, startOffset, endOffset, globalOffsets: { start, end } });
      assert.deepEqual(Object.keys(said), ['start', 'end', 'startOffset', 'endOffset', 'globalOffsets']);
    });
  }

  it('counts code points in the page, and UTF-16 units in a node', () => {
    const { anchors } = page(['p', '😀 a'], ['p', '😀 b c']);
    assert.deepEqual(anchors.anchor(5, 6), {
      start: '/p[2]/text()[1]',
      end: '/p[2]/text()[1]',
      startOffset: 3,
      endOffset: 4,
      globalOffsets: { start: 5, end: 6 },
    });
  });

  it('passes over line breaks and blank nodes at its ends', () => {
    const { anchors } = page(['p', 'One'], '\n', ['p', ['br'], 'two', ['br']], '  ', ['p', 'three']);
    assert.deepEqual(anchors.anchor(3, 11), {
      start: '/p[2]/text()[1]',
      end: '/p[2]/text()[1]',
      startOffset: 0,
      endOffset: 3,
      globalOffsets: { start: 5, end: 8 },
    });
  });

  it('names a blank node where there is nothing else', () => {
    const { anchors } = page(['p', 'a', ['b', '  '], 'c']);
    assert.equal(anchors.anchor(1, 3).start, '/p[1]/b[1]/text()[1]');
  });

  it('never stands in what is not to be seen', () => {
    const { anchors } = page(['p', 'a'], ['style'], ['p', 'b']);
    assert.deepEqual(anchors.anchor(2, 6).globalOffsets, { start: 5, end: 6 });
  });

  it('says offsets of a page without any text', () => {
    assert.deepEqual(page(['br']).anchors.anchor(0, 1), { start: 0, end: 1 });
  });
});

describe('pageAnchors.locate', () => {
  const { found, anchors } = page(['h1', 'Title'], ['p', 'Some ', ['b', 'bold'], ' words and some'], '\n', [
    'p',
    '😀😀 end',
  ]);
  const inP = { start: '/p[1]/text()[2]', end: '/p[1]/text()[2]', startOffset: 1, endOffset: 6 };
  const global = { start: 15, end: 20 };

  it('goes by paths', () => {
    assert.equal(found(inP), 'words');
    assert.equal(found({ ...inP, start: '/p[1]/b[1]/text()[1]', startOffset: 0 }), 'bold words');
  });

  it('goes by paths first where they fit', () => {
    assert.equal(found({ ...inP, globalOffsets: { start: 0, end: 5 } }), 'words');
  });

  it('counts characters from where an element begins', () => {
    assert.equal(found({ start: '/p[1]', end: '/p[1]', startOffset: 0, endOffset: 4 }), 'Some');
    assert.equal(found({ start: '/p[1]', end: '/p[1]/text()[2]', startOffset: 0, endOffset: 6 }), 'Some bold words');
    assert.equal(found({ start: '/', end: '/', startOffset: 5, endOffset: 9 }), 'Some');
  });

  it('counts children of an element where it is them that hold the text', () => {
    const children = { start: '/p[1]', end: '/p[1]', startOffset: 1, endOffset: 2, text: 'bold' };
    assert.equal(found(children), 'bold');
    assert.equal(found({ ...children, endOffset: 3, text: 'bold words and some' }), 'bold words and some');
  });

  it('goes by global offsets where paths lead nowhere, or out of their node', () => {
    const globalOffsets = global;
    assert.equal(found({ start: '/div[1]', end: '/div[1]', startOffset: 0, endOffset: 3, globalOffsets }), 'words');
    assert.equal(found({ ...inP, endOffset: 600, globalOffsets }), 'words');
    assert.equal(found({ start: null, end: null, globalOffsets }), 'words');
  });

  it('goes by global offsets where the text is another than at the paths', () => {
    assert.equal(found({ ...inP, startOffset: 7, endOffset: 10, text: 'words', globalOffsets: global }), 'words');
  });

  it('looks for the text near where it should be', () => {
    assert.equal(found({ ...inP, startOffset: 3, endOffset: 8, text: 'words' }), 'words');
    assert.deepEqual(anchors.locate({ ...inP, startOffset: 13, endOffset: 15, text: 'Some' } as never), {
      start: 25,
      end: 29,
    });
    assert.deepEqual(anchors.locate({ ...inP, start: '/p[1]', end: '/p[1]', startOffset: 1, text: 'some' } as never), {
      start: 5,
      end: 9,
    });
  });

  it('looks for a text without a place only where there is one such text', () => {
    const nowhere = { start: '/ol[1]', end: '/ol[1]' };
    assert.equal(found({ ...nowhere, text: 'bold words' }), 'bold words');
    assert.equal(found({ ...nowhere, text: 'some' }), undefined);
  });

  it('takes white space, letter case and spelled out line breaks for the same', () => {
    assert.equal(found({ ...inP, text: 'WORDS' }), 'words');
    assert.equal(
      found({
        ...inP,
        start: '/h1[1]/text()[1]',
        startOffset: 0,
        endOffset: 6,
        text: 'Title\\nSome bold\u00a0\n words',
      }),
      'TitleSome bold words',
    );
  });

  it('finds nothing where neither paths nor offsets nor text are there', () => {
    for (const value of [
      { start: '/ol[1]', end: '/ol[1]', startOffset: 0, endOffset: 1 },
      { ...inP, text: 'nothing of the kind' },
      { start: '', end: 7 },
      { start: '/p[9]', end: '/p[9]', globalOffsets: { start: 'a', end: {} } },
    ]) {
      assert.equal(found(value), undefined);
    }
  });

  it('believes paths and global offsets that agree, whatever the text says', () => {
    assert.equal(found({ ...inP, text: 'drawn by a style sheet', globalOffsets: global }), 'words');
  });

  it('takes plain numbers for offsets in the page', () => {
    assert.deepEqual(anchors.locate({ start: 15, end: 20, startOffset: 15, endOffset: 20 }), { start: 15, end: 20 });
  });

  it('lets the start be after the end', () => {
    assert.deepEqual(anchors.locate({ ...inP, startOffset: 6, endOffset: 1, text: 'words' }), { start: 20, end: 15 });
  });

  it('keeps to the page with offsets that leave it', () => {
    assert.equal(
      found({ ...inP, startOffset: -90, endOffset: 9000 }),
      page(['h1', 'Title'], ['p', 'Some ', ['b', 'bold'], ' words and some'], '\n', ['p', '😀😀 end']).text,
    );
  });

  it('never cuts a letter in two', () => {
    const emoji = '/p[2]/text()[1]';
    assert.equal(found({ start: emoji, end: emoji, startOffset: 1, endOffset: 3 }), '😀😀');
    assert.equal(found({ start: emoji, end: emoji, startOffset: 3, endOffset: 1 }), '😀😀');
  });

  it('is not led astray by any value', () => {
    const value = fc.record({
      start: fc.anything(),
      end: fc.anything(),
      startOffset: fc.anything(),
      endOffset: fc.anything(),
      globalOffsets: fc.anything(),
      text: fc.anything(),
    });
    fc.assert(
      fc.property(value, (any) => {
        const place = anchors.locate(any as never);
        assert.ok(place === undefined || (Number.isInteger(place.start) && Number.isInteger(place.end)));
      }),
    );
  });
});

describe('pageAnchors', () => {
  const leaf = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', 'é', '<'), maxLength: 6 }),
    fc.constant<Shorthand>(['br']),
    fc.constant<Shorthand>(['style']),
  );
  const { tree } = fc.letrec<{ tree: Shorthand; node: Shorthand }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('tree')),
    tree: fc
      .tuple(fc.constantFrom('p', 'div', 'b'), fc.array(tie('node'), { maxLength: 5 }))
      .map(([name, inside]): Shorthand => [name, ...inside]),
  }));

  it('finds again what it named, in any page', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (body, one, other) => {
        const { anchors, points, unseen } = page(body);
        const seen = [...Array(points.length).keys()].filter((point) => {
          const unit = points.toUnits(point);
          return /\S/.test(points.slice(point, point + 1)) && !unseen.some(({ from, to }) => from <= unit && unit < to);
        });
        if (seen.length === 0) return;
        const [start, last] = [seen[one % seen.length] as number, seen[other % seen.length] as number].sort(
          (a, b) => a - b,
        ) as [number, number];
        const value = anchors.anchor(start, last + 1);
        assert.deepEqual(anchors.locate(value), { start, end: last + 1 });
        assert.deepEqual(value.globalOffsets, { start, end: last + 1 });
        const { globalOffsets: _, ...paths } = value;
        assert.deepEqual(anchors.locate(paths), { start, end: last + 1 });
      }),
    );
  });
});
