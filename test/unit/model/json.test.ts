import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { copyOf, type Dict, type Json } from '../../../src/model/json.js';

describe('copyOf', () => {
  it('equals the original, NaN and undefined included, and shares nothing with it', () => {
    const given = { a: [{ b: Number.NaN, gone: undefined }, null, 'x'], ['__proto__']: { c: 1 } } as unknown as Dict;
    const copy = copyOf(given);
    assert.deepEqual(copy, given);
    assert.notEqual((copy.a as readonly Json[])[0], (given.a as readonly Json[])[0]);
    assert.ok(Object.hasOwn(copyOf(JSON.parse('{"__proto__": {"c": 1}}') as Dict), '__proto__'));
  });

  it('makes of any JSON what structuredClone does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => assert.deepEqual(copyOf(value as Json), structuredClone(value as Json))),
    );
  });

  it('can be changed where the original is frozen', () => {
    const copy = copyOf(Object.freeze({ list: Object.freeze([1]) })) as { list: number[] };
    copy.list.push(2);
    assert.deepEqual(copy, { list: [1, 2] });
  });
});
