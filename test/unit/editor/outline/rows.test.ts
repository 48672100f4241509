import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arranged, orderOf, type RegionGroup } from '../../../../src/editor/outline/arrangement.js';
import { viewOf } from '../../../../src/editor/outline/rows.js';

type Parents = Readonly<Record<string, string | undefined>>;
const family: Parents = { a: undefined, b: 'a', c: 'b', d: 'a', e: undefined, f: 'e' };
const nodes = (parents: Parents = family, isDescending = false) =>
  arranged({ ids: Object.keys(parents), parentOf: (id) => parents[id], isDescending });
/** `2a+` is a at level 2 with its parts shown, `a-` without, `(a)` is there for its parts only. */
const drawn = (view: ReturnType<typeof viewOf>) =>
  view.rows
    .map(({ id, group, level, expanded, isContext }) => {
      const name = id ?? `[${group?.name}]`;
      return `${level}${isContext ? `(${name})` : name}${expanded === undefined ? '' : expanded ? '+' : '-'}`;
    })
    .join(' ');
const folded =
  (...keys: string[]) =>
  (key: string) =>
    keys.includes(key);

describe('arranged', () => {
  it('has each region after what it is a part of', () => {
    assert.equal(drawn(viewOf(nodes(), folded())), '1a+ 2b+ 3c 2d 1e+ 2f');
    assert.equal(drawn(viewOf(nodes(family, true), folded())), '1e+ 2f 1a+ 2d 2b+ 3c');
  });

  it('sorts among those that are parts of the same', () => {
    const scores: Record<string, number> = { a: 1, b: 9, c: 0, d: 8, e: 0, f: 5 };
    const sorted = arranged({
      ids: Object.keys(family),
      parentOf: (id) => family[id],
      keyOf: (id) => scores[id],
      isDescending: false,
    });
    assert.deepEqual(orderOf(sorted), ['e', 'f', 'a', 'd', 'b', 'c']);
  });

  it('does not mind how deep it is', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `r${index}`);
    const deep = arranged({ ids, parentOf: (id) => `r${Number(id.slice(1)) - 1}`, isDescending: false });
    assert.equal(deep.at(-1)?.level, 20_000);
    assert.equal(deep[0]?.end, 20_000);
    assert.equal(viewOf(deep, folded(), (id) => id === 'r19999').rows.length, 20_000);
  });

  it('puts a region into each of its groups, in the order asked for, those of nothing last', () => {
    const labels: Record<string, string[]> = { a: ['Bus'], b: ['Car', 'Red'], c: [], d: ['Car', 'Car'], e: ['Ape'] };
    const group = (name: string): RegionGroup => ({ key: `label ${name}`, name });
    const grouped = arranged({
      ids: Object.keys(labels),
      parentOf: () => undefined,
      isDescending: false,
      groupsOf: (id) => (labels[id]?.length ? labels[id].map(group) : [{ key: 'label', name: '' }]),
      ranks: new Map([
        ['label Car', 0],
        ['label Bus', 1],
      ]),
    });
    assert.equal(drawn(viewOf(grouped, folded())), '1[Car]+ 2b 2d 1[Bus]+ 2a 1[Ape]+ 2e 1[Red]+ 2b 1[]+ 2c');
    assert.deepEqual(orderOf(grouped), ['b', 'd', 'a', 'e', 'c']);
    assert.equal(new Set(grouped.map(({ key }) => key)).size, grouped.length);
    assert.equal(
      drawn(viewOf(grouped, folded('label Car'), (id) => 'ab'.includes(id))),
      '1[Car]- 1[Bus]+ 2a 1[Red]+ 2b',
    );
  });
});

describe('viewOf', () => {
  it('leaves out what is under a folded row', () => {
    assert.equal(drawn(viewOf(nodes(), folded('b', 'e'))), '1a+ 2b- 2d 1e-');
    assert.equal(viewOf(nodes(), folded('a')).rows[0]?.parts, 3);
  });

  it('shows what is found with all that it is a part of, folded or not, and counts the rest', () => {
    const view = viewOf(nodes(), folded('a'), (id) => id === 'c' || id === 'e');
    assert.equal(drawn(view), '1(a)+ 2(b)+ 3c 1e');
    assert.equal(view.hidden, 2);
  });

  it('counts every region as shown or hidden', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `r${index}`);
    const parents = fc.array(fc.option(fc.constantFrom(...ids), { nil: undefined }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(parents, fc.subarray(ids), (given, wanted) => {
        const all = arranged({ ids, parentOf: (id) => given[ids.indexOf(id)], isDescending: false });
        const { rows, hidden } = viewOf(all, folded(), (id) => wanted.includes(id));
        assert.equal(rows.length + hidden, ids.length);
        for (const id of wanted) assert.ok(rows.some((row) => row.id === id && !row.isContext));
      }),
    );
  });
});
