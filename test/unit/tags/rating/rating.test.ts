import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import { ratingTag } from '../../../../src/tags/rating/rating.tag.js';
import { lookup } from '../../config/tags.js';

describe('ratingTag', () => {
  it('takes none for an answer that is missing', () => {
    const check = (value: unknown) => ratingTag.check?.(value as never, { name: 'r', required: true }) ?? [];
    for (const value of [undefined, null, 0]) assert.equal(check(value)[0]?.message, 'Rating "r" is required.');
    for (const value of [1, 9, '3']) assert.deepEqual(check(value), []);
  });

  it('begins with no answer where the default is 0', () => {
    const initial = (defaultValue: number) =>
      ratingTag.initial?.({ node: { attributes: { defaultValue } } as never, options: [], objects: [] });
    assert.deepEqual([initial(0), initial(3)], [undefined, 3]);
  });

  it('remarks on a number of stars that cannot be', () => {
    const problems = (max: string) =>
      readConfig(
        `<View><Text name="t" value="a"/><Rating name="r" toName="t" maxRating="${max}"/></View>`,
        {},
        lookup(),
      ).problems;
    for (const max of ['0', '-2', '2.5', '1000']) assert.equal(problems(max)[0]?.at?.attribute, 'maxRating', max);
    for (const max of ['1', '100']) assert.deepEqual(problems(max), []);
  });
});
