import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { treeOf } from '../../../../src/editor/outline/tree.js';

const tree = (parents: Readonly<Record<string, string | undefined>>) =>
  treeOf(Object.keys(parents), (id) => parents[id]);

describe('treeOf', () => {
  it('puts parts under what they are part of, in their order', () => {
    const { roots, children } = tree({ a: undefined, b: 'd', c: 'a', d: undefined, e: 'a' });
    assert.deepEqual(roots, ['a', 'd']);
    assert.deepEqual(
      [...children],
      [
        ['d', ['b']],
        ['a', ['c', 'e']],
      ],
    );
  });

  it('has what is part of something that is not there at the top', () => {
    assert.deepEqual(tree({ a: 'gone', b: 'a' }), { roots: ['a'], children: new Map([['a', ['b']]]) });
  });

  it('opens a ring at its first member, whatever hangs on it', () => {
    assert.deepEqual(tree({ x: 'c', c: 'b', b: 'a', a: 'c' }), {
      roots: ['c'],
      children: new Map([
        ['c', ['x', 'a']],
        ['a', ['b']],
      ]),
    });
    assert.deepEqual(tree({ a: 'a' }).roots, ['a']);
  });

  it('has every id once, and ends', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);
    const parent = fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(parent, { minLength: 12, maxLength: 12 }), (parents) => {
        const { roots, children } = treeOf(ids, (id) => parents[ids.indexOf(id)]);
        const seen: string[] = [];
        const visit = (id: string) => {
          seen.push(id);
          assert.ok(seen.length <= ids.length, 'it goes round');
          for (const part of children.get(id) ?? []) visit(part);
        };
        for (const root of roots) visit(root);
        assert.deepEqual(seen.toSorted(), ids.toSorted());
      }),
    );
  });
});
