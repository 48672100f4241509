import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../src/model/json.js';
import { decodeResults } from '../../../src/results/decode.js';
import { worldOf } from '../../support/build.js';

const text = worldOf(`<View>
  <Labels name="ner" toName="text"><Label value="LOC"/></Labels>
  <Choices name="tone" toName="text"><Choice value="Good"/></Choices>
  <Choices name="sure" toName="text" perRegion="true"><Choice value="Yes"/></Choices>
  <Text name="text" value="$text"/>
</View>`);
const boxes = worldOf(`<View>
  <Image name="img" value="$image"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
</View>`);
const apart = worldOf(`<View>
  <Image name="img" value="$image"/>
  <Rectangle name="rect" toName="img"/>
  <Labels name="lbl" toName="img"><Label value="Car"/></Labels>
</View>`);

const noted = worldOf(`<View>
  <Image name="img" value="$image"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <TextArea name="note" toName="img" perRegion="true"/>
</View>`);

const geometry = { x: 1, y: 2, width: 3, height: 4, rotation: 5 };
const rectangle = (id: string, more: object = {}): Json => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { ...geometry, rectanglelabels: ['Car'] },
  ...more,
});
const span = (id: string, more: object = {}): Json => ({
  id,
  from_name: 'ner',
  to_name: 'text',
  type: 'labels',
  value: { start: 1, end: 4, text: 'abc', labels: ['LOC'] },
  ...more,
});

function read(results: readonly Json[], world = text) {
  const { doc, problems } = decodeResults(results, world);
  return {
    regions: [...doc.regions.values()],
    values: [...doc.values.values()],
    relations: [...doc.relations.values()],
    codes: problems.map(({ code }) => code),
    problems,
  };
}

describe('decodeResults', () => {
  it('reads an answer to a question that is there, whatever its object was called then', () => {
    const answer = { id: 'a', from_name: 'tone', to_name: 'article', type: 'choices', value: { choices: ['Good'] } };
    const { regions, values, codes } = read([answer, { ...answer, id: 'b', type: 'rating', value: { rating: 3 } }]);
    assert.deepEqual([regions, codes], [[], ['result/unknown-object']]);
    assert.deepEqual(
      values.map(({ value, toName }) => [value, toName]),
      [
        [['Good'], 'article'],
        [{ rating: 3 }, 'article'],
      ],
    );
  });

  it('reads a labelled box as a region and what its control says of it', () => {
    const { regions, values, codes } = read([rectangle('r1')], boxes);
    assert.deepEqual(codes, []);
    assert.equal(regions.length, 1);
    const [region] = regions;
    assert.deepEqual(
      [region?.id, region?.order, region?.fromName, region?.toName, region?.shape, region?.geometry],
      ['r1', 0, 'box', 'img', 'rectangle', geometry],
    );
    assert.deepEqual(
      values.map(({ regionId, fromName, value, order }) => [regionId, fromName, value, order]),
      [['r1', 'box', ['Car'], 0]],
    );
  });

  it('reads a box and its labels, two items with one id, as one region', () => {
    const rect = { id: 'r1', from_name: 'rect', to_name: 'img', type: 'rectangle', value: geometry };
    const labels = { ...rect, from_name: 'lbl', type: 'labels', value: { ...geometry, labels: ['Car'] } };
    const { regions, values, codes } = read([rect, labels], apart);
    assert.deepEqual(codes, []);
    assert.deepEqual(
      regions.map(({ fromName }) => fromName),
      ['rect'],
    );
    assert.deepEqual(
      values.map(({ fromName, regionId, value }) => [fromName, regionId, value]),
      [['lbl', 'r1', ['Car']]],
    );
  });

  it('draws with the object tag where labels stand alone', () => {
    const { regions } = read([span('s')]);
    assert.deepEqual([regions[0]?.shape, regions[0]?.geometry], ['span', { start: 1, end: 4, text: 'abc' }]);
  });

  it('joins what is said of a region before the region itself', () => {
    const sure = {
      id: 's',
      from_name: 'sure',
      to_name: 'text',
      type: 'choices',
      value: { start: 1, end: 4, choices: ['Yes'] },
    };
    const { regions, values } = read([sure, span('s')]);
    assert.deepEqual(
      regions.map(({ id, fromName, order }) => [id, fromName, order]),
      [['s', 'ner', 1]],
    );
    assert.deepEqual(
      values.map(({ fromName, regionId }) => [fromName, regionId]),
      [
        ['sure', 's'],
        ['ner', 's'],
      ],
    );
  });

  it('makes a region of an answer that marks a place by itself', () => {
    const sure = {
      id: 's',
      from_name: 'sure',
      to_name: 'text',
      type: 'choices',
      value: { start: 1, end: 4, choices: ['Yes'] },
    };
    const { regions, values } = read([sure]);
    assert.deepEqual(
      regions.map(({ shape, geometry: place }) => [shape, place]),
      [['span', { start: 1, end: 4 }]],
    );
    assert.deepEqual(
      values.map(({ regionId, value }) => [regionId, value]),
      [['s', ['Yes']]],
    );
  });

  it('reads an answer about the task', () => {
    const { regions, values } = read([
      { id: 'c', from_name: 'tone', to_name: 'text', type: 'choices', value: { choices: ['Good'] }, item_index: 2 },
    ]);
    assert.deepEqual(regions, []);
    assert.deepEqual(
      values.map(({ id, fromName, regionId, value, itemIndex }) => [id, fromName, regionId, value, itemIndex]),
      [['c', 'tone', undefined, ['Good'], 2]],
    );
  });

  it('reads what an item says beside its value', () => {
    const more = {
      item_index: 1,
      parentID: 'p',
      score: 0.5,
      readonly: true,
      origin: 'prediction',
      meta: { text: ['n'] },
    };
    const [region] = read([rectangle('r', more)], boxes).regions;
    assert.deepEqual(
      [region?.itemIndex, region?.parentId, region?.score, region?.readonly, region?.origin, region?.meta],
      [1, 'p', 0.5, true, 'prediction', { text: ['n'] }],
    );
  });

  it('reads relations by our ids', () => {
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'bi', labels: ['near'] };
    const { relations, codes } = read([relation, span('a'), span('b')]);
    assert.deepEqual(codes, []);
    assert.deepEqual(
      relations.map(({ fromId, toId, direction, labels }) => [fromId, toId, direction, labels]),
      [['a', 'b', 'bi', ['near']]],
    );
  });

  it('reports a relation to a region that is not there', () => {
    const { relations, values, problems } = read([span('a'), { type: 'relation', from_id: 'a', to_id: 'gone' }]);
    assert.deepEqual(relations, []);
    assert.equal(values.length, 2);
    assert.deepEqual(
      problems.map(({ code, at }) => [code, at?.resultId]),
      [['result/unknown-region', 'gone']],
    );
  });

  it('keeps two regions apart that have no id, and two of one id on different objects', () => {
    const bare = { from_name: 'ner', to_name: 'text', type: 'labels', value: { start: 0, end: 1, labels: ['LOC'] } };
    const { regions } = read([bare, bare]);
    assert.equal(new Set(regions.map(({ id }) => id)).size, 2);
  });

  it('reads numbers as ids', () => {
    assert.deepEqual(
      read([span(7 as never)]).regions.map(({ id }) => id),
      ['7'],
    );
  });

  it('lets another control of the same type stand in for one that the config does not have', () => {
    const { regions, values, codes } = read([rectangle('r', { from_name: 'renamed' })], boxes);
    assert.deepEqual([regions[0]?.fromName, values[0]?.fromName, codes], ['box', 'box', []]);
  });

  it('never gives an answer to another question', () => {
    const { values, codes } = read([
      { id: 'c', from_name: 'mood', to_name: 'text', type: 'choices', value: { choices: ['Good'] } },
    ]);
    assert.deepEqual([values[0]?.fromName, codes], ['mood', ['result/unknown-control']]);
  });

  it('reads a box and its labels in two items where one control does both', () => {
    const rect = { id: 'r', from_name: 'rect', to_name: 'img', type: 'rectangle', value: geometry };
    const labels = { ...rect, from_name: 'lbl', type: 'labels', value: { ...geometry, labels: ['Car'] } };
    const { regions, values } = read([rect, labels], boxes);
    assert.deepEqual(
      regions.map(({ fromName, shape }) => [fromName, shape]),
      [['box', 'rectangle']],
    );
    assert.deepEqual(
      values.map(({ fromName, value }) => [fromName, value]),
      [['box', ['Car']]],
    );
  });

  it('reads a labelled box where one control draws and another labels', () => {
    const { regions, values } = read([rectangle('r')], apart);
    assert.deepEqual(
      regions.map(({ fromName, shape }) => [fromName, shape]),
      [['rect', 'rectangle']],
    );
    assert.deepEqual(
      values.map(({ fromName, value }) => [fromName, value]),
      [['lbl', ['Car']]],
    );
  });

  it('reads labels under the generic key', () => {
    const { values } = read([rectangle('r', { value: { ...geometry, labels: ['Car'] } })], boxes);
    assert.deepEqual(
      values.map(({ value }) => value),
      [['Car']],
    );
  });

  it('keeps labels that the config does not offer', () => {
    const { values, codes } = read([rectangle('r', { value: { ...geometry, rectanglelabels: ['Ufo'] } })], boxes);
    assert.deepEqual([values[0]?.value, codes], [['Ufo'], []]);
  });

  it('reads offsets in quotes', () => {
    const { regions } = read([span('s', { value: { start: '1', end: '4', labels: ['LOC'] } })]);
    assert.deepEqual(regions[0]?.geometry, { start: 1, end: 4 });
  });

  it('shows a region that cannot be read as opaque, with its labels, and says where it is', () => {
    const value = { x: 1, y: 2, width: 'wide', height: 4, rectanglelabels: ['Car'] };
    const { regions, values, problems } = read([rectangle('r', { value })], boxes);
    assert.deepEqual([regions[0]?.shape, values[0]?.value], ['opaque', ['Car']]);
    assert.deepEqual(
      problems.map(({ code, at }) => [code, at?.resultId]),
      [['result/unreadable', 'r']],
    );
  });

  it('keeps marks of controls and objects that the config does not have, each reported once', () => {
    const alien = (id: string) => ({
      id,
      from_name: 'poly',
      to_name: 'img',
      type: 'polygonlabels',
      value: { points: [[1, 2]] },
    });
    const lost = (id: string) => rectangle(id, { to_name: 'page' });
    const { regions, codes } = read([alien('a'), alien('b'), lost('c'), lost('d')], boxes);
    assert.deepEqual(
      regions.map(({ shape }) => shape),
      ['opaque', 'opaque', 'opaque', 'opaque'],
    );
    assert.deepEqual(codes, ['result/unknown-control', 'result/unknown-object']);
  });

  it('keeps what is no result at all', () => {
    const garbage: Json[] = [null, 5, 'x', [], {}, { id: 'a', value: 'b' }, { value: {} }, true];
    const { regions, values, codes } = read(garbage);
    assert.equal(regions.length, 0);
    assert.equal(values.length, garbage.length);
    assert.equal(codes.filter((code) => code === 'result/malformed').length, 7);
  });

  it('keeps two different marks under one id apart', () => {
    const rect = { id: 'r', from_name: 'rect', to_name: 'img', type: 'rectangle', value: geometry };
    const { regions } = read([rect, { ...rect, value: { ...geometry, x: 50 } }], apart);
    assert.deepEqual(
      regions.map(({ geometry: place }) => (place as { x: number }).x),
      [1, 50],
    );
  });

  it('keeps apart what is said of marks that have one id, and says how many there are', () => {
    const elsewhere = { ...geometry, x: 50 };
    const rect = { id: 'r', from_name: 'rect', to_name: 'img', type: 'rectangle', value: geometry };
    const say = (label: string, place: object) => ({
      ...{ id: 'r', from_name: 'lbl', to_name: 'img', type: 'labels' },
      value: { ...place, labels: [label] },
    });
    const { regions, values, problems } = read(
      [rect, say('Car', geometry), { ...rect, value: elsewhere }, say('Bus', elsewhere)],
      apart,
    );
    assert.deepEqual(
      regions.map(({ order }) => order),
      [0, 2],
    );
    assert.equal(regions[0]?.id, 'r');
    assert.deepEqual(
      values.map(({ regionId, value }) => [regionId, value]),
      [
        ['r', ['Car']],
        [regions[1]?.id, ['Bus']],
      ],
    );
    assert.deepEqual(
      problems.map(({ code, at, message }) => [code, at?.resultId, /^2 regions/.test(message)]),
      [['result/duplicate-id', 'r', true]],
    );
  });

  it('parts two marks of one control under one id, and gives an answer to the one that it stands behind', () => {
    const again = rectangle('r', { value: { ...geometry, x: 50, rectanglelabels: ['Car'] } });
    const note = { id: 'r', from_name: 'note', to_name: 'img', type: 'textarea', value: { text: ['a'] } };
    const { regions, values } = read([rectangle('r'), again, note], noted);
    const [first, second] = regions;
    assert.notEqual(first?.id, second?.id);
    assert.deepEqual(
      values.map(({ fromName, regionId }) => [fromName, regionId]),
      [
        ['box', first?.id],
        ['box', second?.id],
        ['note', second?.id],
      ],
    );
  });

  it('takes items for one region that repeat it without all keys, or not to the last digit', () => {
    const { rotation: _, ...rest } = geometry;
    const less = rectangle('r', { value: { ...rest, x: 1.0000001, rectanglelabels: ['Car'] } });
    const { regions, codes } = read([rectangle('r'), less], boxes);
    assert.deepEqual([regions.length, codes], [1, []]);
  });

  it('reads a relation of a region with itself, and the same one twice', () => {
    const relation = { type: 'relation', from_id: 'a', to_id: 'a' };
    const { relations, codes } = read([span('a'), relation, relation]);
    assert.deepEqual(
      relations.map(({ fromId, toId }) => [fromId, toId]),
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
    );
    assert.equal(new Set(relations.map(({ id }) => id)).size, 2);
    assert.deepEqual(codes, []);
  });

  it('keeps what an item says beside its value and cannot mean', () => {
    const odd = { item_index: 1.5, score: Number.NaN, readonly: 'yes', origin: 'elsewhere', meta: 'm', parentID: {} };
    const [region] = read([rectangle('r', odd)], boxes).regions;
    assert.deepEqual(
      [region?.itemIndex, region?.score, region?.readonly, region?.origin, region?.meta, region?.parentId],
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(region?.wire, rectangle('r', odd));
  });

  it('says once that regions lie in what is not there, and once that they lie in each other in a circle', () => {
    const child = (id: string, parentID: string) => rectangle(id, { parentID });
    const given = [child('a', 'gone'), child('b', 'lost'), child('c', 'd'), child('d', 'c'), child('e', 'e')];
    const { regions, problems } = read([...given, child('f', 'a')], boxes);
    assert.deepEqual(
      regions.map(({ parentId }) => parentId),
      ['gone', 'lost', 'd', 'c', 'e', 'a'],
    );
    assert.deepEqual(
      problems.map(({ code, at, message }) => [code, at?.resultId, / and 1 more/.test(message)]),
      [
        ['result/unknown-region', 'gone', true],
        ['result/unknown-region', 'c', true],
      ],
    );
    assert.deepEqual(read([child('a', 'b'), child('b', 'c'), rectangle('c')], boxes).codes, []);
  });
});
