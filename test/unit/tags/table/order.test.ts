import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../../src/model/json.js';
import { nextSorting, sortRows } from '../../../../src/tags/table/order.js';
import { sheetOfJson } from '../../../../src/tags/table/sheet.js';

const sorted = (values: readonly Json[], descending: boolean) => {
  const { sheet } = sheetOfJson(values.map((value) => ({ value })));
  return sheet && [...(sortRows(sheet, { column: 0, descending }) ?? [])].map((row) => values[row]);
};

describe('sortRows', () => {
  it('puts numbers before texts and what is empty last, either way', () => {
    assert.deepEqual(sorted(['b', '10', '', 9, 'A', '-1'], false), ['-1', 9, '10', 'A', 'b', '']);
    assert.deepEqual(sorted(['b', '10', '', 9, 'A', '-1'], true), ['b', 'A', '10', 9, '-1', '']);
  });

  it('leaves what is equal as it was, and numbers in texts in their order', () => {
    assert.deepEqual(sorted(['page 10', 'Page 9', 'page 9'], false), ['Page 9', 'page 9', 'page 10']);
  });

  it('has nothing to do without a column', () => {
    const { sheet } = sheetOfJson([{ a: 1 }]);
    assert.equal(sheet && sortRows(sheet, undefined), undefined);
  });
});

describe('nextSorting', () => {
  it('goes up, down and back', () => {
    const up = nextSorting(undefined, 2);
    assert.deepEqual(up, { column: 2, descending: false });
    const down = nextSorting(up, 2);
    assert.deepEqual(down, { column: 2, descending: true });
    assert.equal(nextSorting(down, 2), undefined);
    assert.deepEqual(nextSorting(down, 1), { column: 1, descending: false });
  });
});
