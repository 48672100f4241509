import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageTyped } from '../../../../src/tags/pdf/page-bar.js';

describe('pageTyped', () => {
  it('takes the number of a page, or the nearest there is', () => {
    assert.deepEqual(
      ['1', ' 12 ', '0', '-3', '999'].map((said) => pageTyped(said, 40)),
      [0, 11, 0, 0, 39],
    );
  });

  it('takes nothing else', () => {
    assert.deepEqual(
      ['', 'two', '1.5', '1e2'].map((said) => pageTyped(said, 40)),
      [undefined, undefined, undefined, undefined],
    );
  });
});
