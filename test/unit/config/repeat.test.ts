import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config/read.js';
import { mostRepeated } from '../../../src/config/repeat.js';
import type { VisualTag } from '../../../src/contract/tag.js';
import type { Dict } from '../../../src/model/json.js';
import { lookup } from './tags.js';

const again: VisualTag = {
  contract: 1,
  kind: 'visual',
  tag: 'Again',
  about: '',
  examples: [],
  repeats: { list: 'on', flag: 'indexFlag' },
  attributes: {
    on: { type: 'data', required: true, about: '' },
    indexFlag: { type: 'string', default: '{{idx}}', about: '' },
  },
};
const read = (xml: string, data?: Dict) => readConfig(`<View>\n${xml}\n</View>`, data, lookup(again));
const values = ({ nodes }: ReturnType<typeof read>) =>
  nodes.flatMap(({ tag, attributes }) => (tag === 'Header' ? [attributes.value] : []));
const codes = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ code, at }) => [code, at?.line, at?.attribute]);

const page = `<Again on="$pages">
  <Text name="page_{{idx}}" value="$pages[{{idx}}].text"/>
  <Choices name="kind_{{idx}}" toName="page_{{idx}}"><Choice value="No. {{idx}}"/></Choices>
</Again>`;

describe('repeat', () => {
  it('makes a view for each entry of the list, with names and data of its own', () => {
    const config = read(page, { pages: [{ text: 'a' }, { text: 'b' }] });
    assert.deepEqual(config.problems, []);
    assert.deepEqual(
      config.root?.children[0]?.children.map(({ tag, key }) => [tag, key]),
      [
        ['View', '0.0.0'],
        ['View', '0.0.1'],
      ],
    );
    assert.deepEqual([...config.byName.keys()], ['page_0', 'kind_0', 'page_1', 'kind_1']);
    assert.equal(config.byName.get('page_1')?.attributes.value, 'b');
    assert.deepEqual(config.byName.get('kind_1')?.toNames, ['page_1']);
    assert.deepEqual(
      [...config.options.values()].map(([option]) => option?.value),
      ['No. 0', 'No. 1'],
    );
  });

  it('places every repetition where it is written', () => {
    const { byName } = read(page, { pages: [{ text: 'a' }, { text: 'b' }] });
    assert.deepEqual([byName.get('page_0')?.at.line, byName.get('page_1')?.at.line], [3, 3]);
  });

  it('stands there once while there is no task, and not at all for an empty list', () => {
    const before = read(page);
    assert.deepEqual(before.problems, []);
    assert.deepEqual([...before.byName.keys()], ['page_0', 'kind_0']);
    const empty = read(page, { pages: [] });
    assert.deepEqual(empty.problems, []);
    assert.equal(empty.byName.size, 0);
  });

  it('says that what it repeats over is no list, or is not there', () => {
    for (const pages of ['one', 7, null, { a: 1 }]) {
      const config = read(page, { pages });
      assert.deepEqual(codes(config), [['task/wrong-data', 2, 'on']]);
      assert.equal(config.problems[0]?.at?.column, 8);
      assert.equal(config.byName.size, 0);
    }
    assert.deepEqual(codes(read(page, {})), [['task/missing-data', 2, 'on']]);
  });

  it('takes its own placeholder, whatever signs it has', () => {
    const config = read('<Again on="$l" indexFlag="$(.*)"><Header value="a $(.*) {{idx}} $(.*)"/></Again>', {
      l: [1, 2],
    });
    assert.deepEqual(values(config), ['a 0 {{idx}} 0', 'a 1 {{idx}} 1']);
  });

  it('fills in the text and the markup inside of tags', () => {
    const config = read('<Again on="$l"><Header>No. {{idx}}</Header></Again>', { l: [1, 2] });
    assert.deepEqual(values(config), ['No. 0', 'No. 1']);
  });

  it('repeats inside of repeats, over the data of the outer entry', () => {
    const config = read(
      `<Again on="$docs" indexFlag="{{d}}"><Again on="$docs[{{d}}].lines" indexFlag="{{l}}">
        <Header value="{{d}}.{{l}} $docs[{{d}}].lines[{{l}}]"/>
      </Again></Again>`,
      { docs: [{ lines: ['a', 'b'] }, { lines: ['c'] }] },
    );
    assert.deepEqual(config.problems, []);
    assert.deepEqual(values(config), ['0.0 a', '0.1 b', '1.0 c']);
  });

  it('leaves the placeholder of an inner repeat as it is', () => {
    const config = read(
      '<Again on="$l" indexFlag="{{i}}"><Again on="$l" indexFlag="{{i}}"><Header value="{{i}} of 10"/></Again></Again>',
      { l: [1, 2] },
    );
    // The outer one has filled it in before.
    assert.deepEqual(values(config), ['0 of 10', '0 of 10', '1 of 10', '1 of 10']);
  });

  it('says what is wrong inside of it once, not once for each entry', () => {
    const config = read(
      `<Again on="$l">
        <Text name="t{{idx}}" value="$nope[{{idx}}]"/>
        <Choices name="c{{idx}}" toName="gone{{idx}}"/>
        <Nonesuch/>
      </Again>`,
      { l: [1, 2, 3] },
    );
    assert.deepEqual(codes(config), [
      ['task/missing-data', 3, 'value'],
      ['config/dangling-to-name', 4, 'toName'],
      ['config/unknown-tag', 5, undefined],
    ]);
  });

  it('says that names inside of it are not told apart', () => {
    const config = read('<Again on="$l"><Text name="same" value="x"/></Again>', { l: [1, 2, 3] });
    assert.deepEqual(codes(config), [['config/duplicate-name', 2, 'name']]);
  });

  it('keeps apart what is wrong in one place twice where nothing repeats', () => {
    const config = read('<Choices name="c" toName="a1,a2"/>');
    assert.deepEqual(
      codes(config).map(([code]) => code),
      ['config/dangling-to-name', 'config/dangling-to-name'],
    );
  });

  it('stops where it would be too much, and says so', () => {
    const config = read('<Again on="$l"><Header value="{{idx}}"/></Again>', { l: Array(mostRepeated).fill(0) });
    assert.deepEqual(codes(config), [['config/too-large', 2, 'on']]);
    assert.match(config.problems[0]?.message ?? '', new RegExp(`${mostRepeated} times; ${mostRepeated / 2} are shown`));
    assert.equal(values(config).length, mostRepeated / 2);
  });

  it('counts repeats inside of repeats together', () => {
    const l = Array(1000).fill(0);
    const config = read('<Again on="$l"><Again on="$l" indexFlag="{{j}}"><Header value="x"/></Again></Again>', { l });
    assert.deepEqual(codes(config), [['config/too-large', 2, 'on']]);
    assert.ok(config.nodes.length <= mostRepeated + 2);
    assert.ok(config.nodes.length > mostRepeated * 0.9);
  });
});
