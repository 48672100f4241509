import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../../../src/model/json.js';
import { cellNumber, cellText, type ReadSheet, sheetOfCsv, sheetOfJson } from '../../../../src/tags/table/sheet.js';

const texts = ({ sheet }: ReadSheet) =>
  sheet && [
    [...sheet.titles],
    ...Array.from({ length: sheet.count }, (_, row) =>
      sheet.titles.map((_, column) => cellText(sheet.cell(row, column))),
    ),
  ];
const ofJson = (data: Json) => texts(sheetOfJson(data));

describe('sheetOfJson', () => {
  it('lists an object by its keys, letter case ignored', () => {
    assert.deepEqual(ofJson({ b: 1, C: { deep: [true] }, a: null, B2: 'x' }), [
      ['Name', 'Value'],
      ['a', 'null'],
      ['b', '1'],
      ['B2', 'x'],
      ['C', '{"deep":[true]}'],
    ]);
  });

  it('gives a list of objects a column for every key', () => {
    assert.deepEqual(
      ofJson([
        { a: 1, b: 2 },
        { a: 3, b: 4, c: 5 },
      ]),
      [
        ['a', 'b', 'c'],
        ['1', '2', ''],
        ['3', '4', '5'],
      ],
    );
    assert.deepEqual(ofJson([JSON.parse('{"__proto__": 1}'), {}]), [['__proto__'], ['1'], ['']]);
  });

  it('gives any other list its numbers', () => {
    assert.deepEqual(ofJson(['alpha', 123, { nested: true }]), [
      ['Index', 'Value'],
      ['0', 'alpha'],
      ['1', '123'],
      ['2', '{"nested":true}'],
    ]);
    assert.deepEqual(ofJson([['a', 1], ['b']]), [
      ['0', '1'],
      ['a', '1'],
      ['b', ''],
    ]);
  });

  it('reads JSON that is written in a text', () => {
    assert.deepEqual(ofJson('{"a": 1}'), [
      ['Name', 'Value'],
      ['a', '1'],
    ]);
  });

  it('is empty without data, and says what is wrong with others', () => {
    for (const data of [undefined, null, '', []]) assert.equal(sheetOfJson(data).sheet?.count, 0);
    assert.match(sheetOfJson('name,age').fault ?? '', /no JSON.*valueType="csv"/);
    assert.match(sheetOfJson(7).fault ?? '', /are 7\. Give an object/);
    assert.match(sheetOfJson('true').fault ?? '', /are true\./);
  });
});

describe('sheetOfCsv', () => {
  it('takes titles from the first line, and numbers where it has none', () => {
    assert.deepEqual(texts(sheetOfCsv('Name, Age,\nAda,36,x\nBob\n', { separator: ',', headless: false })), [
      ['Name', 'Age', '2'],
      ['Ada', '36', 'x'],
      ['Bob', '', ''],
    ]);
  });

  it('numbers the columns of a file without a header', () => {
    assert.deepEqual(texts(sheetOfCsv('Ada;36\nBob;4;5\n', { headless: true })), [
      ['0', '1', '2'],
      ['Ada', '36', ''],
      ['Bob', '4', '5'],
    ]);
  });

  it('shows what it can of a broken file', () => {
    const { sheet, fault } = sheetOfCsv('a,b\n1,"2\n3,4', { headless: false });
    assert.equal(sheet?.cell(0, 1), '2\n3,4');
    assert.match(fault ?? '', /line 2/);
  });
});

describe('cellNumber', () => {
  it('reads figures, and nothing else', () => {
    assert.deepEqual(
      ['7', ' -1.5 ', '.5', '3e2', '12 %', 4].map((cell) => cellNumber(cell)),
      [7, -1.5, 0.5, 300, 12, 4],
    );
    for (const cell of ['', '1,5', '2024-01-01', '0x10', 'Infinity', true, null, [1]]) {
      assert.equal(cellNumber(cell), undefined);
    }
  });
});
