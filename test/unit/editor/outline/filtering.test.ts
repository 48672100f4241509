import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LabelRule, matcher, noFilter, type RegionFilter } from '../../../../src/editor/outline/filtering.js';

const regions = [
  { id: 'r1', labels: ['Car'], text: () => 'red, parked' },
  { id: 'r2', labels: ['Car seat', 'Child'], text: () => '' },
  { id: 'r3', labels: [], text: () => 'New York' },
  { id: 'r4', labels: ['car'], text: () => '' },
];
const found = (filter: Partial<RegionFilter>) => {
  const matches = matcher({ ...noFilter, ...filter });
  return matches ? regions.filter(matches).map(({ id }) => id) : 'all';
};
const rules = (...given: [LabelRule['how'], string?][]) => given.map(([how, word = '']) => ({ how, word }));

describe('matcher', () => {
  it('lets all pass while nothing is asked for', () => {
    assert.equal(found({}), 'all');
    assert.equal(found({ text: '  ', rules: rules(['contains', ' '], ['equals']) }), 'all');
  });

  it('looks for every word in the labels, the text and the id', () => {
    assert.deepEqual(found({ text: 'CAR' }), ['r1', 'r2', 'r4']);
    assert.deepEqual(found({ text: 'car  parked' }), ['r1']);
    assert.deepEqual(found({ text: 'york new' }), ['r3']);
    assert.deepEqual(found({ text: 'R2' }), ['r2']);
    assert.deepEqual(found({ text: 'nobody' }), []);
  });

  it('keeps to rules for labels: contains, equals, is empty', () => {
    assert.deepEqual(found({ rules: rules(['contains', 'car']) }), ['r1', 'r2', 'r4']);
    assert.deepEqual(found({ rules: rules(['equals', 'CAR']) }), ['r1', 'r4']);
    assert.deepEqual(found({ rules: rules(['empty']) }), ['r3']);
  });

  it('takes all of the rules, or one of them; and what is looked for besides', () => {
    const both = rules(['contains', 'car'], ['equals', 'child']);
    assert.deepEqual(found({ rules: both }), ['r2']);
    assert.deepEqual(found({ rules: both, every: false }), ['r1', 'r2', 'r4']);
    assert.deepEqual(found({ rules: rules(['empty'], ['equals', 'child']), every: false, text: 'r3' }), ['r3']);
  });
});
