import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import { type Dict, isDict, type Json } from '../../../../src/model/json.js';
import { decodeResults } from '../../../../src/results/decode.js';
import { encodeResults } from '../../../../src/results/encode.js';
import { worldOf } from '../../../support/build.js';
import { lookup } from '../../config/tags.js';

const config = `<View>
  <Relations name="rel" choice="single">
    <Relation value="part-of" background="#ff0000"/>
    <Relation value="next to"/>
  </Relations>
  <Labels name="label" toName="text"><Label value="A" hotkey="7"/><Label value="B"/></Labels>
  <Text name="text" value="$text"/>
</View>`;
const mark = (id: string, start: number): Dict => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end: start + 1, text: 'x', labels: ['A'] },
});
const relation: Dict = {
  type: 'relation',
  from_id: 'a',
  to_id: 'b',
  direction: 'bi',
  labels: ['part-of', 'unheard of'],
};

describe('relationsTag', () => {
  const { byName, options, problems } = readConfig(config, { text: 'xyz' }, lookup());
  const node = byName.get('rel');

  it('offers its labels with colours and without keys', () => {
    assert.deepEqual(problems, []);
    const offered = options.get(node?.key ?? '') ?? [];
    assert.deepEqual(
      offered.map(({ id, hotkey }) => [id, hotkey]),
      [
        ['part-of', undefined],
        ['next to', undefined],
      ],
    );
    assert.equal(offered[0]?.colour, '#ff0000');
    assert.match(offered[1]?.colour ?? '', /^#/);
    assert.equal(node?.attributes.choice, 'single');
    assert.deepEqual(node?.toNames, []);
  });

  it('lets several labels be had where it does not say, and needs no name', () => {
    const { nodes, problems: none } = readConfig('<View><Relations/></View>', {}, lookup());
    assert.deepEqual(none, []);
    assert.equal(nodes.find(({ tag }) => tag === 'Relations')?.attributes.choice, 'multiple');
  });

  it('leaves relations records of their own, with their labels', () => {
    const results = [mark('a', 0), mark('b', 1), relation];
    const { doc, problems: none } = decodeResults(results, worldOf(config));
    assert.deepEqual(none, []);
    assert.deepEqual([doc.regions.size, doc.values.size, doc.relations.size], [2, 2, 1]);
    assert.deepEqual([...doc.relations.values()][0]?.labels, ['part-of', 'unheard of']);
    assert.deepEqual(encodeResults(doc, worldOf(config)), results);
  });

  it('writes labels that are given to a relation', () => {
    const world = worldOf(config);
    const { doc } = decodeResults([mark('a', 0), mark('b', 1), { ...relation, labels: [] }], world);
    const relations = new Map([...doc.relations].map(([id, each]) => [id, { ...each, labels: ['next to'] }]));
    assert.deepEqual(encodeResults({ ...doc, relations }, world).at(-1), { ...relation, labels: ['next to'] });
  });

  it('takes no result for its own', () => {
    const strange: Json[] = [
      { id: 'c', from_name: 'rel', to_name: 'text', type: 'labels', value: { start: 0, end: 1, labels: ['part-of'] } },
      { id: 'd', from_name: 'rel', to_name: 'rel', type: 'relation', value: { labels: ['part-of'] } },
      { id: 'e', from_name: 'rel', to_name: 'rel', type: 'relations', value: { relations: ['part-of'] } },
    ];
    const world = worldOf(config);
    const { doc } = decodeResults(strange, world);
    assert.deepEqual(encodeResults(doc, world), strange);
    for (const { fromName, value } of doc.values.values()) {
      if (fromName === 'rel') assert.ok(value === null || isDict(value));
    }
  });
});

const cases = resolve('../shared/conformance/cases');
describe('relationsTag in real configs', {
  skip: !existsSync(cases) && 'there are no cases beside this checkout',
}, () => {
  for (const name of [
    'cy-basic-2',
    'doc-tag-relation',
    'tmpl-nlp-relation-extraction',
    'sdk-prediction-relations-config',
  ]) {
    it(`is read, and leaves the results as they came: ${name}`, () => {
      const text = (file: string) => readFileSync(resolve(cases, name, file), 'utf8');
      const { data, annotations, predictions } = JSON.parse(text('task.json'));
      assert.deepEqual(readConfig(text('config.xml'), data, lookup()).problems, []);
      const world = worldOf(text('config.xml'));
      for (const { result } of [...annotations, ...predictions]) {
        const { doc, problems } = decodeResults(result, world);
        assert.deepEqual(problems, []);
        assert.equal(doc.relations.size, result.filter(({ type }: Dict) => type === 'relation').length);
        assert.deepEqual(encodeResults(doc, world), result);
      }
    });
  }
});
