import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorHues, HUES } from '../../../../src/tags/paragraphs/author-hues.js';

describe('authorHues', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Author ${index}`);

  it('gives as many authors as there are colours each one of their own', () => {
    const hues = authorHues(names.slice(0, HUES));
    assert.equal(new Set(hues.values()).size, HUES);
  });

  it('gives everyone a colour, and an author the same in every task', () => {
    const hues = authorHues(names);
    assert.ok([...hues.values()].every((hue) => Number.isInteger(hue) && hue >= 0 && hue < HUES));
    for (const name of names) assert.deepEqual(authorHues([name, name]), authorHues([name]));
    assert.equal(authorHues(['Anna', 'Ben']).get('Anna'), authorHues(['Anna']).get('Anna'));
  });
});
