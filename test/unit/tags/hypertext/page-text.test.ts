import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPageText } from '../../../../src/tags/hypertext/page-text.js';
import { origin, type Shorthand, tiny } from './tiny-dom.js';

const read = (...inside: Shorthand[]) => readPageText(tiny(['body', ...inside]), origin);

describe('readPageText', () => {
  it('is the text of all text nodes, and a line break for each br', () => {
    const { text, pieces } = read('\n', ['p', 'One ', ['b', 'two'], ['br'], 'three'], '\n');
    assert.equal(text, '\nOne two\nthree\n');
    assert.deepEqual(
      pieces.map(({ node, start, end }) => [node.name, start, end]),
      [
        ['#text', 0, 1],
        ['#text', 1, 5],
        ['#text', 5, 8],
        ['br', 8, 9],
        ['#text', 9, 14],
        ['#text', 14, 15],
      ],
    );
  });

  it('is empty for an empty page', () => {
    assert.deepEqual(
      { ...read(), starts: undefined },
      { text: '', pieces: [], starts: undefined, breaks: [0], unseen: [] },
    );
  });

  it('has no piece for an empty text node, but a place', () => {
    const root = tiny(['body', ['p', 'a', '', 'b']]);
    const { pieces, starts } = readPageText(root, origin);
    assert.equal(pieces.length, 2);
    assert.equal(starts.get(root.children[0]?.children[1] as never), 1);
  });

  it('breaks where blocks begin and end, and at line breaks', () => {
    assert.deepEqual(read(['p', 'One'], ['p', 'two', ['i', ' x'], ['br'], 'y']).breaks, [0, 3, 8, 9, 10]);
    assert.deepEqual(read('a', ['span', 'b'], ['table', ['tr', ['td', 'c'], ['td', 'd']]]).breaks, [0, 2, 3, 4]);
  });

  it('breaks at line breaks of the source in preformatted text only', () => {
    assert.deepEqual(read(['p', 'a\nb']).breaks, [0, 3]);
    assert.deepEqual(read(['pre', 'a\nb', ['b', '\nc\n']], 'd').breaks, [0, 2, 4, 6, 7]);
  });

  it('counts the rules of style sheets, which nobody sees', () => {
    const { text, pieces, unseen, breaks } = read('a', ['style'], 'b');
    assert.equal(text, 'a.a{}b');
    assert.deepEqual(
      pieces.map(({ start }) => start),
      [0, 5],
    );
    assert.deepEqual(unseen, [{ from: 1, to: 5 }]);
    assert.deepEqual(breaks, [0, 1, 5, 6]);
  });
});
