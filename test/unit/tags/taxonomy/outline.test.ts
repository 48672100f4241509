import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isGap, Outline } from '../../../../src/tags/taxonomy/outline.js';
import { type TaxonomyNode, TaxonomyTree } from '../../../../src/tags/taxonomy/tree.js';
import { item, items } from './items.js';

const words = { animal: { cat: { tabby: {} }, dog: {} }, cattle: { calf: {} }, plant: {} };

function outlineOf(tree = new TaxonomyTree(items(words))): Outline {
  const outline = new Outline(tree);
  while (outline.grow(1000));
  return outline;
}
const seen = ({ rows }: Outline) => rows.map((row) => (isGap(row) ? '…' : row.id));
const at = (outline: Outline, ...path: string[]) => outline.tree.find(path) as TaxonomyNode;

describe('Outline', () => {
  it('shows the root, and what is in nodes that were opened', () => {
    const outline = outlineOf();
    assert.deepEqual(seen(outline), ['animal', 'cattle', 'plant']);
    outline.toggle(at(outline, 'animal'));
    assert.deepEqual(seen(outline), ['animal', 'cat', 'dog', 'cattle', 'plant']);
    outline.toggle(at(outline, 'animal'));
    outline.toggle(at(outline, 'plant'));
    assert.deepEqual(seen(outline), ['animal', 'cattle', 'plant']);
  });

  it('opens all that a node stands in', () => {
    const outline = outlineOf();
    outline.reveal(at(outline, 'animal', 'cat', 'tabby'));
    assert.deepEqual(seen(outline), ['animal', 'cat', 'tabby', 'dog', 'cattle', 'plant']);
  });

  it('shows what was found with what it stands in', () => {
    const outline = outlineOf();
    outline.search(' Cat ');
    assert.deepEqual(seen(outline), ['animal', 'cat', 'cattle']);
    assert.equal(outline.found?.count, 2);
    outline.search('nothing');
    assert.deepEqual(seen(outline), []);
    outline.search('');
    assert.deepEqual(seen(outline), ['animal', 'cattle', 'plant']);
  });

  it('lets one open what was found, and close it', () => {
    const outline = outlineOf();
    outline.search('cat');
    outline.toggle(at(outline, 'cattle'));
    assert.deepEqual(seen(outline), ['animal', 'cat', 'cattle', 'calf']);
    outline.toggle(at(outline, 'animal', 'cat'));
    assert.deepEqual(seen(outline), ['animal', 'cat', 'tabby', 'cattle', 'calf']);
    outline.toggle(at(outline, 'animal'));
    assert.deepEqual(seen(outline), ['animal', 'cattle', 'calf']);
    outline.search('');
    assert.deepEqual(seen(outline), ['animal', 'cattle', 'plant']);
  });

  it('shows that something is to come, and then that', () => {
    const tree = new TaxonomyTree([item('far', { pending: true })]);
    const outline = outlineOf(tree);
    const far = at(outline, 'far');
    outline.toggle(far);
    tree.mark(far, 'loading');
    assert.deepEqual(seen(outline), ['far', '…']);
    tree.mark(far, 'failed');
    assert.deepEqual(seen(outline), ['far', '…']);
    tree.fill(far, items({ near: {} }));
    assert.deepEqual(seen(outline), ['far', 'near']);
  });

  it('finds what came later once the index has grown again', () => {
    const tree = new TaxonomyTree(items({ a: {} }));
    const outline = outlineOf(tree);
    tree.add(tree.root, 'catalogue');
    outline.search('cat');
    assert.deepEqual(seen(outline), []);
    while (outline.grow(1000));
    assert.deepEqual(seen(outline), ['catalogue']);
    assert.equal(outline.isSearching, false);
  });

  it('is not lost in deep trees', () => {
    let deep = item('bottom');
    for (let level = 0; level < 20_000; level++) deep = item('x', { children: [deep] });
    const outline = outlineOf(new TaxonomyTree([deep]));
    outline.search('bottom');
    assert.equal(outline.rows.length, 20_001);
  });
});
