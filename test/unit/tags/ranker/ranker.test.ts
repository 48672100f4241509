import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import type { Dict, Json } from '../../../../src/model/json.js';
import { rankerTag } from '../../../../src/tags/ranker/ranker.tag.js';
import { headless } from '../../../support/headless.js';
import { lookup } from '../../config/tags.js';

const read = (buckets: string, list: Json = [{ id: 7 }, { id: 'x' }, 'plain']) => {
  const xml = `<View><List name="list" value="$list"/><Ranker name="rank" toName="list">${buckets}</Ranker></View>`;
  return readConfig(xml, { list }, lookup());
};
const initial = (buckets: string, list?: Json) => {
  const { byName } = read(buckets, list);
  const [node, object] = [byName.get('rank'), byName.get('list')];
  assert.ok(node && object);
  return rankerTag.initial?.({ node, options: [], objects: [object] });
};
const faults = (buckets: string) => read(buckets).problems.map(({ code, at }) => [code, at?.attribute]);

describe('rankerTag', () => {
  it('begins with all items at the start, in the rest without buckets too', () => {
    const all = ['7', 'x', '2'];
    assert.deepEqual(initial(''), { _: all, rank: [] });
    assert.deepEqual(initial('<Bucket name="a"/><Bucket name="b"/>'), { _: all, a: [], b: [] });
    assert.deepEqual(initial('<Bucket name="a"/><Bucket name="b" default="true"/>'), { b: all, a: [] });
  });

  it('begins with nothing where there is nothing to rank', () => {
    for (const list of ['no list', null, [], { a: 1 }]) assert.equal(initial('', list), undefined);
  });

  it('names an item once, also where the data have its id twice', () => {
    assert.deepEqual(initial('', [{ id: 1 }, { id: '1' }, null, { id: 2 }]), { _: ['1', '2'], rank: [] });
  });

  it('finds fault with buckets without a name, with one name, and with two that are default', () => {
    assert.deepEqual(faults('<Bucket name="a"/><Bucket name="b"/>'), []);
    assert.deepEqual(faults('<Bucket title="A"/>'), [['config/missing-name', 'name']]);
    assert.deepEqual(faults('<Bucket name="a"/><Bucket name="a"/>'), [['config/duplicate-name', 'name']]);
    assert.deepEqual(faults('<Bucket name="a" default="true"/><Bucket name="b" default="true"/>'), [
      ['config/conflict', 'default'],
    ]);
  });

  it('takes buckets inside of a layout, and no other place', () => {
    assert.deepEqual(initial('<View><Bucket name="a"/></View>'), { _: ['7', 'x', '2'], a: [] });
    const { problems } = readConfig('<View><Bucket name="a"/></View>', {}, lookup());
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/wrong-parent'],
    );
  });

  it('writes a result though nobody touched it, in a new completion only', () => {
    const config = `<View><List name="list" value="$list"/><Ranker name="rank" toName="list"/></View>`;
    const fresh = headless(config, { id: 1, data: { list: ['one', 'two'] } });
    const result = fresh.editor.completion?.results()[0] as Dict | undefined;
    assert.deepEqual(
      [result?.type, result?.from_name, result?.to_name, result?.value],
      ['ranker', 'rank', 'list', { ranker: { _: ['0', '1'], rank: [] } }],
    );
    const result2 = {
      id: 'r',
      from_name: 'rank',
      to_name: 'list',
      type: 'ranker',
      value: { ranker: { rank: ['gone'] } },
    };
    const old = headless(config, {
      id: 1,
      data: { list: ['one', 'two'] },
      annotations: [{ id: 5, result: [result2] }],
    });
    assert.deepEqual(old.editor.completion?.results(), [result2]);
  });
});
