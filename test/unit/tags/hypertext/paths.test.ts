import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Paths } from '../../../../src/tags/hypertext/paths.js';
import { origin, type TinyNode, tiny } from './tiny-dom.js';

const root = tiny(['body', '\n', ['div', ['p', 'a'], 'b', ['p', 'c', ['br'], 'd']], ['div', ['h-card', 'e']]]);
const paths = new Paths(root, origin.nameOf);
const at = (...indices: number[]) =>
  indices.reduce<TinyNode | undefined>((node, index) => node?.children[index], root) as TinyNode;

describe('Paths', () => {
  it('names text nodes and elements by their places among those of their kind', () => {
    assert.equal(paths.of(at(0)), '/text()[1]');
    assert.equal(paths.of(at(1, 1)), '/div[1]/text()[1]');
    assert.equal(paths.of(at(1, 2, 2)), '/div[1]/p[2]/text()[2]');
    assert.equal(paths.of(at(2, 0)), '/div[2]/h-card[1]');
    assert.equal(paths.of(root), '/');
  });

  it('finds what it names', () => {
    for (const node of [at(0), at(1), at(1, 1), at(1, 2, 2), at(2, 0, 0), root])
      assert.equal(paths.find(paths.of(node)), node);
  });

  it('takes upper case, steps without a number, and paths from the document or the root', () => {
    const d = at(1, 2, 2);
    for (const path of [
      '/DIV[1]/P[2]/TEXT()[2]',
      'div/p[2]/text()[2]',
      './div[1]/p[2]/text()[2]',
      '/html[1]/body[1]/div[1]/p[2]/text()[2]',
      '/body/div/p[2]/text()[2]/',
    ]) {
      assert.equal(paths.find(path), d, path);
    }
    assert.equal(paths.find(''), root);
  });

  for (const path of [
    '/div[3]',
    '/div[0]',
    '/div[1]/span[1]',
    '//p',
    '/div[last()]',
    '/div[@id="a"]',
    '/div[1]/p[1]/text()[1]/b',
    'a b[',
    '/div[99999999999999999999]',
    '/__proto__[1]',
  ]) {
    it(`finds nothing at ${path}`, () => {
      assert.equal(paths.find(path), undefined);
    });
  }
});
