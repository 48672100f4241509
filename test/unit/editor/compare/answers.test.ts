import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { agreementOfAnswers, answerIn, type Told } from '../../../../src/editor/compare/answers.js';
import type { Json } from '../../../../src/model/json.js';

describe('agreementOfAnswers', () => {
  it('of choices is the share that both picked', () => {
    assert.equal(agreementOfAnswers(['a', 'b'], ['b', 'a'], 'set'), 1);
    assert.equal(agreementOfAnswers(['a', 'b'], ['b', 'c'], 'set'), 1 / 3);
    assert.equal(agreementOfAnswers(['a'], ['b'], 'set'), 0);
    assert.equal(agreementOfAnswers('a', ['a'], 'set'), 1);
    // Nodes of a tree, by their paths.
    assert.equal(agreementOfAnswers([['x', 'y']], [['x', 'y'], ['x']], 'set'), 0.5);
  });

  it('of numbers, ratings and whatever else is whether they are equal', () => {
    assert.equal(agreementOfAnswers(3, 3, 'words'), 1);
    assert.equal(agreementOfAnswers(3, 4, 'words'), 0);
    assert.equal(agreementOfAnswers(true, 1, 'words'), 0);
    assert.equal(agreementOfAnswers({ a: 1, b: 2 }, { a: 1, b: 3 }, 'words'), 0.5);
  });

  it('of texts is the share of words in common', () => {
    assert.equal(agreementOfAnswers(['The red fox'], 'the Red cat', 'words'), 0.5);
    assert.equal(agreementOfAnswers('2024-01-01', '2024-01-02', 'words'), 0);
  });

  it('is nothing where one did not answer', () => {
    assert.equal(agreementOfAnswers(undefined, ['a'], 'set'), 0);
    assert.equal(agreementOfAnswers(undefined, undefined, 'set'), 1);
  });

  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  const told = fc.constantFrom<Told>('set', 'words');

  it('is between 0 and 1, the same from both sides, and 1 for the same', () => {
    fc.assert(
      fc.property(json, json, told, (a, b, how) => {
        const found = agreementOfAnswers(a, b, how);
        assert.ok(found >= 0 && found <= 1);
        assert.equal(found, agreementOfAnswers(b, a, how));
        assert.equal(agreementOfAnswers(a, structuredClone(a), how), 1);
      }),
    );
  });
});

describe('answerIn', () => {
  it('takes several results of one control for one answer', () => {
    const value = (said: Json) => ({ id: 'x', order: 0, fromName: 'c', toName: 'o', value: said });
    assert.equal(answerIn([]), undefined);
    assert.deepEqual(answerIn([value(['a'])]), ['a']);
    assert.deepEqual(answerIn([value(['a']), value('b')]), ['a', 'b']);
  });
});
