import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstSlip, nearest } from '../../../src/config/nearest.js';

describe('nearest', () => {
  it('finds the word that was meant', () => {
    assert.equal(nearest('imgae', ['text', 'image', 'audio']), 'image');
    assert.equal(nearest('Text', ['text1', 'text']), 'text');
  });

  it('finds none that is far', () => {
    assert.equal(nearest('image', ['text', 'audio']), undefined);
    assert.equal(nearest('a', []), undefined);
  });
});

describe('firstSlip', () => {
  const find = (word: string) => (word === 'labels' ? 'Labels' : undefined);

  it('finds a letter too many, missing, wrong, or swapped', () => {
    for (const slip of ['Label', 'Labelss', 'Lapels', 'Lables', 'abels'])
      assert.equal(firstSlip(slip, find), 'Labels', slip);
  });

  it('finds nothing two slips away', () => assert.equal(firstSlip('Lablelss', find), undefined));
});
