import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../../src/config/read.js';
import type { TagNode } from '../../../../src/contract/tag.js';
import type { Json } from '../../../../src/model/json.js';
import { arrange, columnsOf, homeOf, moved, placeOf, written } from '../../../../src/tags/ranker/columns.js';
import { lookup } from '../../config/tags.js';

const registry = lookup();

function rankerWith(buckets: string): TagNode {
  const xml = `<View><List name="list" value="$list"/><Ranker name="rank" toName="list">${buckets}</Ranker></View>`;
  const node = readConfig(xml, { list: [] }, registry).byName.get('rank');
  assert.ok(node);
  return node;
}

const rankOnly = rankerWith('');
const pick = rankerWith('<Bucket name="best" title="Best of all"/><Bucket name="ads"/>');
const group = rankerWith('<Bucket name="best"/><Bucket name="ads" default="true"/>');
const items = ['a', 'b', 'c'];

const shown = (node: TagNode, value: Json | undefined) =>
  arrange(columnsOf(node, 'Results'), homeOf(node), value, items);
const lists = (node: TagNode, value: Json | undefined) =>
  Object.fromEntries(shown(node, value).map(({ key, ids }) => [key, ids]));
const after = (node: TagNode, value: Json | undefined, id: string, key: string, index: number) =>
  written(moved(shown(node, value), id, { key, index }), homeOf(node), value);

describe('columnsOf', () => {
  it('has one column without buckets, titled as the list', () => {
    assert.deepEqual(
      columnsOf(rankOnly, 'Results').map(({ key, title, kind }) => [key, title, kind]),
      [['rank', 'Results', 'rank']],
    );
  });

  it('has one for the rest before the buckets, unless one of them holds all at first', () => {
    const kinds = (node: TagNode) => columnsOf(node, 'Results').map(({ key, title, kind }) => [key, title, kind]);
    assert.deepEqual(kinds(pick), [
      ['_', 'Results', 'rest'],
      ['best', 'Best of all', 'bucket'],
      ['ads', 'ads', 'bucket'],
    ]);
    assert.deepEqual(kinds(group), [
      ['best', 'best', 'bucket'],
      ['ads', 'ads', 'bucket'],
    ]);
  });
});

describe('arrange', () => {
  it('has all items at home where nothing was said', () => {
    assert.deepEqual(lists(rankOnly, undefined), { rank: items });
    assert.deepEqual(lists(pick, undefined), { _: items, best: [], ads: [] });
    assert.deepEqual(lists(group, undefined), { best: [], ads: items });
  });

  it('takes the rest of a Ranker that nobody touched home', () => {
    assert.deepEqual(lists(rankOnly, { _: ['c', 'a', 'b'], rank: [] }), { rank: ['c', 'a', 'b'] });
    assert.deepEqual(lists(group, { _: ['c'], best: ['a', 'b'] }), { best: ['a', 'b'], ads: ['c'] });
  });

  it('reads the plain list of older times', () => {
    assert.deepEqual(lists(rankOnly, ['c', 'b', 'a']), { rank: ['c', 'b', 'a'] });
  });

  it('adds what is new and names what is gone', () => {
    const columns = shown(pick, { best: ['old', 'b'], ads: ['a'] });
    assert.deepEqual(
      columns.map(({ key, ids, gone }) => [key, ids, gone]),
      [
        ['_', ['c'], []],
        ['best', ['b'], ['old']],
        ['ads', ['a'], []],
      ],
    );
  });

  it('keeps what is in a bucket that the config does not have, behind the others', () => {
    const columns = shown(pick, { former: ['b', 'x'], best: ['a'], empty: [] });
    assert.deepEqual(
      columns.map(({ key, kind, ids }) => [key, kind, ids]),
      [
        ['_', 'rest', ['c']],
        ['best', 'bucket', ['a']],
        ['ads', 'bucket', []],
        ['former', 'stranger', ['b']],
      ],
    );
  });

  it('reads numbers as ids', () => {
    const ids = arrange(columnsOf(pick, ''), '_', { best: [2, 1] }, ['1', '2', '3']).map((column) => column.ids);
    assert.deepEqual(ids, [['3'], ['2', '1'], []]);
  });
});

describe('written', () => {
  it('says the order of a Ranker without buckets under its name', () => {
    assert.deepEqual(after(rankOnly, undefined, 'c', 'rank', 0), { rank: ['c', 'a', 'b'] });
    assert.deepEqual(after(rankOnly, { _: items, rank: [] }, 'c', 'rank', 0), { rank: ['c', 'a', 'b'] });
    assert.deepEqual(after(rankOnly, items, 'c', 'rank', 0), { rank: ['c', 'a', 'b'] });
  });

  it('says each bucket, and the rest', () => {
    assert.deepEqual(after(pick, undefined, 'b', 'best', 0), { _: ['a', 'c'], best: ['b'], ads: [] });
    assert.deepEqual(after(group, undefined, 'b', 'best', 0), { best: ['b'], ads: ['a', 'c'] });
  });

  it('changes only the columns that are others than before', () => {
    const before = { best: [1, 'gone'], ads: ['b', 'gone too'], _: ['c'], note: { by: 'someone' } };
    const ids = ['1', 'b', 'c'];
    const columns = moved(arrange(columnsOf(pick, ''), '_', before, ids), 'c', { key: 'ads', index: 1 });
    assert.deepEqual(written(columns, '_', before), {
      best: [1, 'gone'],
      ads: ['b', 'c'],
      _: [],
      note: { by: 'someone' },
    });
  });

  it('keeps a bucket that the config does not have, without what was taken out of it', () => {
    const before = { former: ['b', 'c'], _: ['a'], best: [], ads: [] };
    assert.deepEqual(after(pick, before, 'c', 'best', 0), { former: ['b'], _: ['a'], best: ['c'], ads: [] });
    assert.deepEqual(after(pick, before, 'a', 'former', 0), before);
  });
});

describe('columns, whatever the value is', () => {
  const node = fc.constantFrom(rankOnly, pick, group);
  const ids = fc.array(fc.constantFrom(...items, 'gone', '__proto__'), { maxLength: 6 });
  const lists = fc.dictionary(fc.constantFrom('_', 'best', 'ads', 'rank', 'former', 'constructor'), ids);
  const value = fc.oneof(lists, ids, fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined)) as fc.Arbitrary<
    Json | undefined
  >;

  it('have each item once', () => {
    fc.assert(
      fc.property(node, value, (ranker, said) => {
        assert.deepEqual([...shown(ranker, said).flatMap((column) => column.ids)].sort(), items);
      }),
    );
  });

  it('are read again as they were written', () => {
    fc.assert(
      fc.property(node, value, fc.constantFrom(...items), fc.nat(4), fc.nat(4), (ranker, said, id, column, index) => {
        const columns = shown(ranker, said);
        const target = columns[column % columns.length];
        assert.ok(target);
        const then = moved(columns, id, { key: target.key, index });
        const again = shown(ranker, written(then, homeOf(ranker), said));
        const filled = (list: typeof then) =>
          list.flatMap(({ key, kind, ids }) => (kind === 'stranger' && ids.length === 0 ? [] : [[key, ids]]));
        assert.deepEqual(filled(again), filled(then));
        if (target.kind !== 'stranger') assert.equal(placeOf(again, id)?.key, target.key);
      }),
    );
  });
});
