import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellOf, quotedCells } from '../../../../src/formats/table/cells.js';
import { TypeFinder, valueIn } from '../../../../src/formats/tasks/column-types.js';
import { csvRows } from '../../../../src/formats/tasks/csv-rows.js';
import { jsonItems } from '../../../../src/formats/tasks/json-items.js';
import { localFileUrl } from '../../../../src/formats/tasks/local-url.js';
import { keysOf } from '../../../../src/formats/tasks/table-head.js';
import { textLines } from '../../../../src/formats/tasks/text-lines.js';
import { utf8Text } from '../../../../src/formats/tasks/utf8.js';

async function* cut<T extends { slice(from: number, to: number): T; readonly length: number }>(
  whole: T,
  piece: number,
) {
  for (let at = 0; at < whole.length; at += piece) yield whole.slice(at, at + piece);
}

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

const fail = ({ message }: { readonly message: string }) => assert.fail(message);

const text = fc.string({ unit: 'binary', maxLength: 40 });
const piece = fc.integer({ min: 1, max: 9 });

describe('what is read in pieces', () => {
  it('is the same text, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), piece, async (given, size) => {
        const bytes = new TextEncoder().encode(given);
        let found = '';
        for await (const part of utf8Text(cut(bytes, size), fail)) found += part;
        assert.equal(found, given.replace(/^\ufeff/, ''));
      }),
    );
  });

  it('is the same lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b ', '\n', '\r', '\r\n', '\f')), piece, async (parts, size) => {
        const whole = parts.join('');
        const lines = whole.split(/\r\n|\r|\n/);
        if (lines.at(-1) === '') lines.pop();
        assert.deepEqual(await all(textLines(cut(whole, size))), lines);
      }),
    );
  });

  it('is the same JSON values, at their places', async () => {
    const padding = ' '.repeat(65_536);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 0, max: 3 }),
        piece,
        async (values, indent, size) => {
          // More than is looked at at once.
          const json = `[${padding}${values.map((value) => JSON.stringify(value, null, indent)).join(`,${padding}\n`)}]`;
          const items = await all(jsonItems(cut(json, size * 20_000), fail));
          assert.deepEqual(
            items.map(({ value }) => value),
            JSON.parse(json),
          );
          const lines = json.split('\n');
          for (const { line, column, index } of items) {
            const rest = lines
              .slice(line - 1)
              .join('\n')
              .slice(column - 1);
            assert.ok(rest.startsWith(JSON.stringify(values[index ?? 0], null, indent)));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the same table, cells as they were written', async () => {
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { maxLength: 12 });
    const style = quotedCells(',');
    await fc.assert(
      fc.asyncProperty(rows, piece, async (given, size) => {
        const csv = given
          .map((row) => row.map((cell) => cellOf(cell, style, String)).join(',') + style.lineEnd)
          .join('');
        const found: (readonly string[])[] = [];
        for await (const { rows: some } of csvRows(cut(csv, size), ',', fail)) found.push(...some);
        assert.deepEqual(
          found,
          given.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell.replace(/\r$/, '') : cell))),
        );
      }),
    );
  });

  it('knows the line of each row, over pieces and quoted line ends', async () => {
    const csv = `a,b\n${'1,"x\ny"\n\n'.repeat(20_000)}`;
    const lines: number[] = [];
    for await (const batch of csvRows(cut(csv, 50_000), ',', fail)) lines.push(...batch.lines);
    assert.deepEqual(lines.slice(0, 4), [1, 2, 5, 8]);
    assert.equal(lines.at(-1), 2 + 3 * 19_999);
  });

  it('gives up a quote that is never closed', async () => {
    const faults: unknown[] = [];
    const csv = `a,b\n1,"${'x'.repeat(20_000_000)}`;
    for await (const _ of csvRows(cut(csv, 1_000_000), ',', (fault) => faults.push(fault)));
    assert.deepEqual(faults, [{ line: 2, message: 'A quote is opened in this row and never closed.' }]);
  });
});

describe('columns of a table', () => {
  const typed = (...cells: string[]) => {
    const finder = new TypeFinder();
    for (const cell of cells) finder.add(cell);
    const type = finder.type();
    return cells.map((cell) => valueIn(cell, type));
  };

  it('are numbers, truths or texts, all cells alike', () => {
    assert.deepEqual(typed('1', ' -2 ', '+3'), [1, -2, 3]);
    assert.deepEqual(typed('1', '', 'NaN'), [1, '', '']);
    assert.deepEqual(typed('1e3', '.5', '-1.', '2E-1'), [1000, 0.5, -1, 0.2]);
    assert.deepEqual(typed('True', 'FALSE', 'NA'), [true, false, '']);
    assert.deepEqual(typed('1', 'True'), ['1', 'True']);
    for (const odd of ['1_000', '0x10', 'inf', '-', '.', 'e5', '1e', '1 2', 'None', '2020-01-01', 'Infinity']) {
      assert.deepEqual(typed('1', odd), ['1', odd]);
    }
    assert.deepEqual(typed('', 'null'), ['', '']);
    assert.deepEqual(typed('9007199254740991', '1'), [9007199254740991, 1]);
    assert.deepEqual(typed('9007199254740993', '1'), ['9007199254740993', '1']);
  });

  it('have keys of their own', () => {
    assert.deepEqual(keysOf(['a', 'a', '', 'a.1', 'a']), ['a', 'a.2', 'Unnamed: 2', 'a.1', 'a.3']);
  });
});

it('writes the address of a local file as the peer does', () => {
  assert.equal(
    localFileUrl("/a b/c/é&('j').png", 'localhost:8080'),
    'http://localhost:8080/data/%C3%A9%26%28%27j%27%29.png?d=%2Fa+b%2Fc',
  );
});
