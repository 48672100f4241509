import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../../src/model/json.js';
import { keyOf, pickedOf, without, withPath } from '../../../../src/tags/taxonomy/picked.js';

const json = fc.jsonValue() as fc.Arbitrary<Json>;
const path = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe('pickedOf', () => {
  it('reads paths, and texts that stand alone', () => {
    assert.deepEqual(
      pickedOf([['a', 'b'], 'c']).map((one) => [one.path, one.isPath]),
      [
        [['a', 'b'], true],
        [['c'], true],
      ],
    );
    assert.deepEqual(pickedOf('a')[0]?.path, ['a']);
  });

  it('is empty where there is no answer', () => {
    for (const value of [undefined, null, '', []]) assert.deepEqual(pickedOf(value), []);
  });

  it('knows one path by one key', () => {
    assert.equal(pickedOf([['a', 'b']])[0]?.key, keyOf(['a', 'b']));
    assert.notEqual(keyOf(['a', 'b']), keyOf(['a b']));
  });

  it('takes any JSON, and keeps it', () => {
    fc.assert(
      fc.property(fc.array(json), (value) => {
        assert.deepEqual(
          pickedOf(value).map(({ raw }) => raw),
          value,
        );
      }),
    );
    assert.equal(pickedOf([{ a: 1 }])[0]?.isPath, false);
    assert.equal(pickedOf([[]])[0]?.isPath, false);
  });
});

describe('withPath and without', () => {
  it('take back what they added, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1 }), path, (value, added) => {
        const key = keyOf(added);
        fc.pre(pickedOf(value).every((one) => one.key !== key));
        const more = withPath(value, added);
        assert.deepEqual(more, [...value, added]);
        assert.deepEqual(
          without(more, (one) => one.key === key),
          value,
        );
      }),
    );
  });

  it('leave nothing behind the last one', () => {
    assert.equal(
      without([['a']], () => true),
      undefined,
    );
    const value = 'a';
    assert.equal(
      without(value, () => false),
      value,
    );
  });
});
