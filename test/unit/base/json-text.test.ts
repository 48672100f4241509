import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readJson } from '../../../src/base/json-text.js';

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(fc.property(fc.json(), (text) => assert.deepEqual(readJson(text), { value: JSON.parse(text) })));
  });

  it('says where a text stops being JSON', () => {
    for (const [text, line, column] of [
      ['{"a": 1,}', 1, 9],
      ['{\n  "a" 1\n}', 2, 7],
      ['[1, 2', 1, 6],
      ['{"a": tru}', 1, 7],
      ['"a\nb"', 1, 1],
      ['{} {}', 1, 4],
      ['', 1, 1],
    ] as const) {
      const read = readJson(text);
      assert.ok('message' in read, text);
      assert.deepEqual([read.line, read.column], [line, column], text);
    }
  });

  it('finds a place in whatever is broken', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', 'x'));
    fc.assert(
      fc.property(broken, ([text, seed, put]) => {
        const at = seed % text.length;
        const read = readJson(text.slice(0, at) + put + text.slice(at + 1));
        return 'value' in read || (read.line >= 1 && read.column >= 1 && read.message.length > 0);
      }),
    );
  });
});
