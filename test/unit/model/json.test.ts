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

  it('takes what says itself what it is as JSON at its word', () => {
    const given = { at: new Date(0), by: { toJSON: () => ({ id: 7 }) } } as unknown as Dict;
    assert.deepEqual(copyOf(given), { at: '1970-01-01T00:00:00.000Z', by: { id: 7 } });
  });

  it('cuts off what contains itself, and copies what is there twice', () => {
    const shared = { b: 1 };
    const given: Record<string, unknown> = { one: shared, two: [shared] };
    given.self = given;
    assert.deepEqual(copyOf(given as Dict), { one: { b: 1 }, two: [{ b: 1 }], self: null });
  });

  it('comes to an end however deep it is', () => {
    let deep: Json = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    assert.ok(Array.isArray(copyOf(deep)));
  });

  it('leaves prototypes alone', () => {
    const copy = copyOf(JSON.parse('{"__proto__": {"polluted": {}}, "constructor": {"polluted": 1}}') as Dict);
    assert.equal(Object.getPrototypeOf(copy), Object.prototype);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    assert.deepEqual(Object.keys(copy), ['__proto__', 'constructor']);
  });
});
