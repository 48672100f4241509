import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linksOf, pathsOf } from '../../../../src/shapes/vector/links.js';

/** Vertices by name, each with the one it is joined to: `a b<a c<b`; `?` for one that says nothing of it. */
const vector = (written: string, closed?: boolean) => ({
  vertices: written.split(' ').map((word, index) => {
    const [id = '', parent] = word.replace('?', '').split('<');
    return { id, x: index, y: 0, ...(!word.endsWith('?') && { prevPointId: parent ?? null }) };
  }),
  ...(closed !== undefined && { closed }),
});
const paths = (written: string, closed?: boolean) =>
  pathsOf(linksOf(vector(written, closed))).map(
    (path) => path.through.map((index) => vector(written).vertices[index]?.id).join('') + (path.closed ? '*' : ''),
  );

describe('pathsOf', () => {
  for (const [what, written, closed, expected] of [
    ['follows the ids, not the order', 'c<b a b<a', false, ['abc']],
    ['goes by the order where there are no ids', 'a? b? c?', undefined, ['abc']],
    ['closes a line', 'a b<a c<b', true, ['abc*']],
    ['draws branches from where they branch off', 'a b<a c<b d<b e<d f<a', false, ['abc', 'bde', 'af']],
    ['starts anew where a name is nobody’s', 'a b<a c<gone d<c', false, ['ab', 'cd']],
    ['starts anew at a vertex that names itself', 'a b<b c<b', false, ['a', 'bc']],
    ['draws a circle of names as a ring', 'a<c b<a c<b', false, ['abc*']],
    ['closes a circle of names only once', 'a<c b<a c<b', true, ['abc*']],
    ['draws a ring with a branch', 'a<c b<a c<b d<b', false, ['abc*', 'bd']],
    ['joins the last vertex to the first where that is on another branch', 'a b<a c<b d<b', true, ['abc', 'bd', 'da']],
    ['keeps single vertices', 'a b', false, ['a', 'b']],
    ['cannot close one vertex', 'a', true, ['a']],
  ] as const) {
    it(what, () => assert.deepEqual(paths(written, closed), expected));
  }

  it('is quick with many vertices', () => {
    const vertices = Array.from({ length: 20_000 }, (_, index) => ({
      id: `${index}`,
      prevPointId: index === 0 ? '19999' : `${index - 1}`,
      x: index,
      y: 0,
    }));
    assert.equal(pathsOf(linksOf({ vertices, closed: true })).length, 1);
  });
});

describe('linksOf', () => {
  it('gives names to vertices without one, and to the second of two with the same', () => {
    const { keys } = linksOf({
      vertices: [
        { x: 0, y: 0 },
        { id: 'a', x: 1, y: 0 },
        { id: 'a', x: 2, y: 0 },
        { id: 7, x: 3, y: 0 },
      ],
    });
    assert.equal(new Set(keys).size, 4);
    assert.equal(keys[1], 'a');
    assert.equal(keys[3], '7');
  });
});
