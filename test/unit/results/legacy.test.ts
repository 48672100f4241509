import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digitOffsets, htmlLabels, listedText, listOrWord, normalization } from '../../../src/results/legacy.js';

describe('htmlLabels', () => {
  it('are hypertextlabels today', () => {
    assert.deepEqual(htmlLabels({ id: 'a', type: 'htmllabels' }), { id: 'a', type: 'hypertextlabels' });
    assert.deepEqual(htmlLabels({ type: 'labels' }), { type: 'labels' });
  });
});

describe('normalization', () => {
  it('is the note of a region', () => {
    const item = { normalization: 'Berlin, DE', meta: { by: 'x' } };
    assert.deepEqual(normalization(item).meta, { by: 'x', text: ['Berlin, DE'] });
  });

  it('gives way to a note in today’s spelling', () => {
    const item = { normalization: 'old', meta: { text: ['new'] } };
    assert.equal(normalization(item), item);
  });
});

describe('digitOffsets', () => {
  it('are numbers', () => {
    assert.deepEqual(digitOffsets({ start: '10', end: 16 }), { start: 10, end: 16 });
  });

  it('stay texts where they are no whole numbers or count phrases', () => {
    assert.deepEqual(digitOffsets({ start: '/p[1]', end: '/p[1]' }), { start: '/p[1]', end: '/p[1]' });
    const phrases = { start: '0', end: '1', startOffset: 3, endOffset: 4 };
    assert.equal(digitOffsets(phrases), phrases);
  });
});

describe('listedText', () => {
  it('is the only text of a list', () => {
    assert.deepEqual(listedText({ text: ['abc'] }), { text: 'abc' });
    assert.deepEqual(listedText({ text: ['a', 'b'] }), { text: ['a', 'b'] });
  });
});

describe('listOrWord', () => {
  it('makes a list of a word where a list belongs', () => {
    assert.deepEqual(listOrWord('choices', 'Yes'), ['Yes']);
    assert.deepEqual(listOrWord('rectanglelabels', 'Car'), ['Car']);
  });

  it('takes a word out of a list where a word belongs', () => {
    assert.equal(listOrWord('datetime', ['2020-01-01']), '2020-01-01');
  });

  it('leaves all else', () => {
    assert.deepEqual(listOrWord('choices', [['a', 'b']]), [['a', 'b']]);
    assert.equal(listOrWord('reactcode', 'x'), 'x');
  });
});
