import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ABOVE, MATCH, SearchIndex } from '../../../../src/tags/taxonomy/search-index.js';
import { type TaxonomyNode, TaxonomyTree } from '../../../../src/tags/taxonomy/tree.js';
import { item, items, type Words } from './items.js';

function indexOf(tree: TaxonomyTree, piece?: number): SearchIndex {
  const index = new SearchIndex(tree);
  while (!index.isDone) index.grow(piece);
  return index;
}

const everyNode = (node: TaxonomyNode): TaxonomyNode[] =>
  [...node.children.values()].flatMap((each) => [each, ...everyNode(each)]);

describe('SearchIndex', () => {
  it('finds labels and ids, letter case ignored, and what they stand in', () => {
    const tree = new TaxonomyTree([
      item('e', { value: 'Eukarya', children: [item('x1', { value: 'Fungi' })] }),
      item('b'),
    ]);
    const index = indexOf(tree);
    const marks = (text: string) => index.nodes.map((node) => index.find(text).of(node));
    assert.deepEqual(marks('FUN'), [ABOVE, MATCH, 0]);
    assert.deepEqual(marks('x1'), [ABOVE, MATCH, 0]);
    assert.deepEqual(marks('u'), [MATCH | ABOVE, MATCH, 0]);
    assert.equal(index.find('u').count, 2);
    assert.equal(index.find('fun').first?.id, 'x1');
  });

  it('holds all nodes once, in order, whatever the pieces it grows by', () => {
    const words: fc.Memo<Words> = fc.memo((depth) =>
      fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'c'), depth > 1 ? words(depth - 1) : fc.constant({}), {
        maxKeys: 3,
      }),
    );
    fc.assert(
      fc.property(words(4), fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b', 'c'), (tree, piece, text) => {
        const made = new TaxonomyTree(items(tree));
        const index = indexOf(made, piece);
        const all = everyNode(made.root);
        assert.deepEqual(index.nodes, all);
        const found = index.find(text);
        for (const node of all) {
          assert.equal((found.of(node) & MATCH) !== 0, node.label.includes(text));
          assert.equal(
            (found.of(node) & ABOVE) !== 0,
            everyNode(node).some(({ label }) => label.includes(text)),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('knows nothing of nodes that came later', () => {
    const tree = new TaxonomyTree(items({ a: {} }));
    const index = indexOf(tree);
    const added = tree.add(tree.root, 'ab');
    added.place = 0;
    assert.equal(index.find('a').of(added), 0);
  });
});
