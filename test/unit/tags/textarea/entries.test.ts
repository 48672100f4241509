import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesOf, isDuplicate, shown } from '../../../../src/tags/textarea/entries.js';

describe('entriesOf', () => {
  it('reads texts, a single text, and what is no text', () => {
    assert.deepEqual(entriesOf(['a', 'b']), ['a', 'b']);
    assert.deepEqual(entriesOf('a'), ['a']);
    assert.deepEqual(entriesOf(7), [7]);
    for (const nothing of [undefined, null, '', []]) assert.deepEqual(entriesOf(nothing), []);
  });
});

describe('shown', () => {
  it('shows what is no text as it stands in the result', () => {
    assert.deepEqual([shown('a'), shown(7), shown(null), shown({ a: 1 })], ['a', '7', 'null', '{"a":1}']);
  });
});

describe('isDuplicate', () => {
  it('leaves out of account letter case, space around, and the text itself', () => {
    assert.equal(isDuplicate(['Yes'], ' yes '), true);
    assert.equal(isDuplicate(['Yes'], 'yes', 0), false);
    assert.equal(isDuplicate(['Yes', 7], 'no'), false);
  });
});
