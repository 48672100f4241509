import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Option } from '../../../../src/contract/tag.js';
import { rowsOf } from '../../../../src/tags/choices/entries.js';
import { matcher, narrowed, remembered } from '../../../../src/tags/choices/narrowing.js';

const option = (value: string, path: readonly string[], ...children: Option[]): Option => ({
  id: path.at(-1) ?? '',
  value,
  colour: '',
  path,
  attributes: {},
  children,
});
const rows = rowsOf(
  [
    option('Animal', ['an'], option('Cat', ['an', 'cat']), option('Dog', ['an', 'dog'])),
    option('Plant', ['pl'], option('Catnip', ['pl', 'nip'])),
    option('Stone', ['st']),
  ],
  true,
);
const labels = (list: readonly { label: string }[]) => list.map(({ label }) => label);

describe('matcher', () => {
  const found = (text: string, caseSensitive?: boolean) =>
    labels(rows.filter(matcher({ text, ...(caseSensitive !== undefined && { caseSensitive }) })));

  it('looks into the label and into what the result says', () => {
    assert.deepEqual(found('cat'), ['Cat', 'Catnip']);
    assert.deepEqual(found('nip'), ['Catnip']);
    assert.deepEqual(found('st'), ['Stone']);
  });

  it('tells capital letters where it should', () => {
    assert.deepEqual(found('Cat', true), ['Cat', 'Catnip']);
    assert.deepEqual(found('CAT', true), []);
  });

  it('finds all that stand in a row by its path', () => {
    assert.deepEqual(found('an /'), ['Cat', 'Dog']);
  });

  it('finds all where nothing is looked for', () => {
    assert.equal(found('  ').length, rows.length);
  });
});

describe('narrowed', () => {
  it('keeps what a match stands in, in the order of the list', () => {
    const { rows: left, isFound } = narrowed(rows, { text: 'cat' }, () => false);
    assert.deepEqual([labels(left), isFound], [['Animal', 'Cat', 'Plant', 'Catnip'], true]);
  });

  it('keeps what is picked, and says that nothing else was found', () => {
    const { rows: left, isFound } = narrowed(rows, { text: 'zebra' }, ({ label }) => label === 'Dog');
    assert.deepEqual([labels(left), isFound], [['Animal', 'Dog'], false]);
  });

  it('is the list itself where nothing is looked for', () => {
    assert.equal(narrowed(rows, { text: ' ' }, () => false).rows, rows);
  });
});

describe('remembered', () => {
  it('works again only for something else', () => {
    let calls = 0;
    const sum = remembered((a: number, b: number) => {
      calls++;
      return a + b;
    });
    assert.deepEqual([sum(1, 2), sum(1, 2), sum(2, 2), calls], [3, 3, 4, 2]);
  });
});
