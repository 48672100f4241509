import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import type { Dict } from '../../../../src/model/json.js';
import { taxonomyTag } from '../../../../src/tags/taxonomy/taxonomy.tag.js';
import { lookup } from '../../config/tags.js';

const messages = (value: Parameters<NonNullable<typeof taxonomyTag.check>>[0], attributes: Dict) =>
  taxonomyTag.check?.(value, { name: 'kind', ...attributes }).map(({ code, message }) => [code, message]);

function initial(inside: string, more = ''): unknown {
  const config = `<View><Text name="t" value="x"/><Taxonomy name="kind" toName="t" ${more}>${inside}</Taxonomy></View>`;
  const { nodes, options, byName } = readConfig(config, {}, lookup());
  const node = byName.get('kind');
  if (!node) throw new Error(`There is no Taxonomy among ${nodes.length} tags.`);
  return taxonomyTag.initial?.({ node, options: options.get(node.key) ?? [], objects: [] });
}

describe('taxonomyTag', () => {
  it('asks for an answer that is required', () => {
    for (const value of [undefined, null, '', []]) {
      assert.deepEqual(messages(value, { required: true }), [['tag/required', 'Taxonomy "kind" is required.']]);
    }
    assert.equal(messages([], { required: true, requiredMessage: 'Say it.' })?.[0]?.[1], 'Say it.');
    assert.deepEqual(messages([['a']], { required: true }), []);
    assert.deepEqual(messages(undefined, {}), []);
  });

  it('forbids more than there may be', () => {
    assert.deepEqual(messages([['a'], ['b'], ['c']], { maxUsages: 1 }), [
      ['tag/max-usages', 'Taxonomy "kind" takes 1 at most, but 3 are picked. Take 2 away.'],
    ]);
    assert.deepEqual(messages([['a']], { maxUsages: 1 }), []);
    assert.deepEqual(messages([['a'], ['b']], { maxUsages: 0 }), []);
  });

  it('begins with what the config selects, by its path of aliases', () => {
    assert.deepEqual(
      initial(
        '<Choice value="A" alias="a"><Choice value="B" selected="true"/></Choice><Choice value="C" selected="true"/>',
      ),
      [['a', 'B'], ['C']],
    );
    assert.equal(initial('<Choice value="A"/>'), undefined);
    assert.equal(
      initial('<Choice value="A" selected="true"><Choice value="B"/></Choice>', 'leafsOnly="true"'),
      undefined,
    );
  });

  it('becomes labels by an attribute: it begins with nothing, and asks for a mark', () => {
    assert.equal(taxonomyTag.variant?.({ labeling: false }), taxonomyTag);
    const labels = taxonomyTag.variant?.({ labeling: true });
    assert.deepEqual([labels?.speaksOf, labels?.result, labels?.initial], ['region', taxonomyTag.result, undefined]);
    const [problem] = labels?.check?.(undefined, { name: 'kind', required: true }) ?? [];
    assert.equal(problem?.message, 'A mark with Taxonomy "kind" is required.');
  });

  it('tells that it has no place for answers of its own as labels', () => {
    const config = (attributes: string) =>
      `<View><Text name="t" value="x"/><Taxonomy name="kind" toName="t" ${attributes}><Choice value="A"/></Taxonomy></View>`;
    const problems = (attributes: string) =>
      readConfig(config(attributes), {}, lookup()).problems.map(({ code, at }) => [code, at?.attribute]);
    assert.deepEqual(problems('labeling="true" perItem="true"'), [['config/conflict', 'perItem']]);
    assert.deepEqual(problems('labeling="true"'), []);
    assert.deepEqual(problems('perRegion="true"'), []);
  });
});
