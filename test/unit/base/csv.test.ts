import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { guessSeparator, readCsv } from '../../../src/base/csv.js';

describe('readCsv', () => {
  const rows = (text: string, separator?: string) => readCsv(text, separator).rows;

  it('reads cells, with any end of line, and no row where a line is empty', () => {
    const read = [
      ['a', 'b'],
      ['1', ''],
    ];
    for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(rows(`a,b${end}${end}1,${end}`, ','), read);
    assert.deepEqual(rows('a,b\n1,', ','), read);
    assert.deepEqual(rows(''), []);
  });

  it('reads quoted cells with separators, lines and quotes in them', () => {
    assert.deepEqual(rows('"a, b","c\nd","say ""yes"""\n"",x,""'), [
      ['a, b', 'c\nd', 'say "yes"'],
      ['', 'x', ''],
    ]);
  });

  it('keeps what the standard does not know: a quote within a cell, and text behind a closed one', () => {
    assert.deepEqual(rows('5" pipe,"a"b\n'), [['5" pipe', 'ab']]);
  });

  it('leaves out a byte order mark', () => {
    assert.deepEqual(rows('\ufeffa,b'), [['a', 'b']]);
  });

  it('tells the line of a quote that is never closed, and gives the rest as one cell', () => {
    assert.deepEqual(readCsv('a,b\nc,"d\ne,f\n', ','), {
      rows: [
        ['a', 'b'],
        ['c', 'd\ne,f\n'],
      ],
      unclosed: 2,
    });
  });

  it('gives back what was written by the standard', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })),
        fc.constantFrom('\n', '\r\n'),
        (table, end) => {
          const text = table.map((row) => row.map(quoted).join(',') + end).join('');
          assert.deepEqual(rows(text, ','), table);
        },
      ),
    );
  });

  it('never fails, and loses no character but separators, quotes and ends of lines', () => {
    const plain = (text: string) => text.replace(/[",\r\n\ufeff]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r') }), (text) => {
        assert.equal(plain(rows(text, ',').flat().join('')), plain(text));
      }),
    );
  });
});

describe('guessSeparator', () => {
  it('finds the one that all lines have the same number of', () => {
    assert.equal(guessSeparator('a;b;c\n1,5;2;3\n2,5;3;4\n'), ';');
    assert.equal(guessSeparator('name\tsaid\nAda\tyes, no, maybe\n'), '\t');
    assert.equal(guessSeparator('a|b\n1|2'), '|');
    assert.equal(guessSeparator('a,b\n"x;y;z",2\n'), ',');
  });

  it('is a comma where there is nothing to be found', () => {
    assert.equal(guessSeparator('just\nwords\n'), ',');
    assert.equal(guessSeparator(''), ',');
  });
});
