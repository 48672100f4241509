import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TaxonomyTree } from '../../../../src/tags/taxonomy/tree.js';
import { item, items } from './items.js';

const ids = (nodes: Iterable<{ readonly id: string }>) => [...nodes].map(({ id }) => id);

describe('TaxonomyTree', () => {
  it('finds a node by its path, and knows the way to it', () => {
    const tree = new TaxonomyTree(items({ a: { b: { c: {} } }, d: {} }));
    const node = tree.find(['a', 'b', 'c']);
    assert.deepEqual([node?.level, node?.path, node?.isBranch], [3, ['a', 'b', 'c'], false]);
    assert.equal(tree.find(['a', 'd']), undefined);
    assert.equal(tree.find([]), undefined);
    assert.deepEqual(ids(tree.follow(['a', 'x', 'c']).nodes), ['a']);
    assert.equal(tree.find(['a'])?.isBranch, true);
  });

  it('makes one node of those with one id in one place', () => {
    const tree = new TaxonomyTree([
      item('a', { children: items({ one: {} }) }),
      item('a', { value: 'Other', children: items({ two: {}, one: { deep: {} } }) }),
    ]);
    assert.deepEqual(ids(tree.root.children.values()), ['a']);
    assert.equal(tree.root.children.get('a')?.label, 'a');
    assert.deepEqual(ids(tree.find(['a'])?.children.values() ?? []), ['one', 'two']);
    assert.ok(tree.find(['a', 'one', 'deep']));
  });

  it('counts siblings', () => {
    const tree = new TaxonomyTree(items({ a: {}, b: {}, c: {} }));
    tree.remove(tree.find(['b']) as never);
    assert.deepEqual(
      [...tree.root.children.values()].map(({ id, position }) => [id, position]),
      [
        ['a', 0],
        ['c', 1],
      ],
    );
  });

  it('has no node twice, whoever adds it', () => {
    const tree = new TaxonomyTree(items({ a: {} }));
    const own = tree.add(tree.root, 'mine');
    assert.equal(own.isOwn, true);
    assert.equal(tree.add(tree.root, 'mine'), own);
    assert.equal(tree.add(tree.root, 'a').isOwn, false);
    assert.equal(tree.add(tree.find(['a']) as never, 'mine').level, 2);
  });

  it('adopts paths that it does not know', () => {
    const tree = new TaxonomyTree(items({ a: {} }));
    const before = tree.version;
    tree.adopt(['a', 'x', 'y']);
    assert.equal(tree.find(['a', 'x', 'y'])?.isOwn, true);
    assert.equal(tree.find(['a'])?.isOwn, false);
    const after = tree.version;
    assert.notEqual(after, before);
    tree.adopt(['a', 'x']);
    assert.equal(tree.version, after);
  });

  it('waits with what it does not know for what is still to be loaded', () => {
    const tree = new TaxonomyTree([item('a', { pending: true })]);
    assert.equal(tree.follow(['a', 'b']).isOpen, true);
    assert.equal(tree.follow(['b']).isOpen, false);
    tree.adopt(['a', 'b']);
    assert.equal(tree.find(['a', 'b']), undefined);
    const node = tree.find(['a']);
    assert.ok(node?.isBranch);
    tree.fill(node, items({ b: {} }));
    assert.equal(tree.find(['a', 'b'])?.isOwn, false);
    tree.fill(node, []);
    assert.ok(node.isBranch);
  });

  it('is a leaf when nothing was in it', () => {
    const tree = new TaxonomyTree([item('a', { pending: true })]);
    const node = tree.find(['a']);
    assert.ok(node?.isBranch);
    tree.fill(node, []);
    assert.equal(node.isBranch, false);
  });

  it('makes what a user added its own when the server has it too', () => {
    const tree = new TaxonomyTree([], true);
    tree.add(tree.root, 'a');
    tree.fill(tree.root, items({ a: { b: {} } }));
    assert.equal(tree.find(['a'])?.isOwn, false);
    assert.ok(tree.find(['a', 'b']));
  });
});
