import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasReference, lookUp, resolve } from '../../../src/config/references.js';
import type { Dict } from '../../../src/model/json.js';

const data: Dict = {
  text: 'Hello',
  count: 3,
  nothing: null,
  flag: false,
  list: [{ 'b c': 1, url: 'u0' }, { url: 'u1' }],
  a: { b: [{ c: 'deep' }] },
  'x.y': 'dotted',
  'my-key': 'dashed',
  0: 'zero',
};

describe('resolve', () => {
  it('gives the JSON itself when the text is one reference', () => {
    assert.deepEqual(resolve('$text', data), { value: 'Hello' });
    assert.deepEqual(resolve('$count', data), { value: 3 });
    assert.deepEqual(resolve('$flag', data), { value: false });
    assert.deepEqual(resolve('$nothing', data), { value: null });
    assert.equal(resolve('$list', data).value, data.list);
    assert.deepEqual(resolve(' $text ', data), { value: 'Hello' });
  });

  it('follows paths', () => {
    assert.deepEqual(resolve('$a.b[0].c', data), { value: 'deep' });
    assert.deepEqual(resolve('$a["b"][0][\'c\']', data), { value: 'deep' });
    assert.deepEqual(resolve('$list[0]["b c"]', data), { value: 1 });
    assert.deepEqual(resolve('$list.1.url', data), { value: 'u1' });
    assert.deepEqual(resolve(`\${a.b[0].c}`, data), { value: 'deep' });
  });

  it('takes a key as a whole before it takes it for a path', () => {
    assert.deepEqual(resolve('$x.y', data), { value: 'dotted' });
    assert.deepEqual(resolve('$my-key', data), { value: 'dashed' });
    assert.deepEqual(resolve('$0', data), { value: 'zero' });
  });

  it('replaces references inside of other text, missing ones by nothing', () => {
    assert.deepEqual(resolve(`$text, $count times. $a.b[0].c! \${text}s [$gone]`, data), {
      value: 'Hello, 3 times. deep! Hellos []',
    });
    assert.deepEqual(resolve('All: $list[1]', data), { value: 'All: {"url":"u1"}' });
  });

  it('says which data is missing', () => {
    assert.deepEqual(resolve('$gone', data), { missing: 'gone' });
    assert.deepEqual(resolve('$a.b[7].c', data), { missing: 'a.b[7].c' });
    assert.deepEqual(resolve('$text.length', data), { missing: 'text.length' });
  });

  it('leaves what is no reference', () => {
    for (const text of ['', 'plain', '$', '$5.00', 'a $ b', '$$', '{x}', 'US$']) {
      assert.deepEqual(resolve(text, data), { value: text });
    }
  });

  it('touches no prototype', () => {
    for (const path of [
      '__proto__',
      'constructor',
      'a.__proto__',
      'a.constructor.name',
      'toString',
      'list.map',
      'a["__proto__"]',
    ]) {
      assert.deepEqual(resolve(`$${path}`, data), { missing: path });
    }
    const own = JSON.parse('{"__proto__": 1, "prototype": 2}') as Dict;
    assert.deepEqual(resolve('$__proto__', own), { missing: '__proto__' });
    assert.deepEqual(resolve('$prototype', own), { missing: 'prototype' });
  });

  it('never throws', () => {
    const text = fc.array(fc.constantFrom('$', 'a', '.', '[', ']', '0', '"', "'", '{', '}', ' ', '😀', '__proto__'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, fc.jsonValue(), (parts, value) => {
        resolve(parts.join(''), { a: value as never });
      }),
    );
  });
});

describe('lookUp', () => {
  it('finds every leaf by its path', () => {
    const leaf = fc.oneof(fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.stringMatching(/^[^\]'"]+$/), fc.nat(3), leaf, (key, index, value) => {
        fc.pre(!['__proto__', 'constructor', 'prototype'].includes(key));
        const list = Array.from({ length: index + 1 }, () => value);
        assert.equal(lookUp({ top: { [key]: list } }, `top["${key}"][${index}]`), value);
      }),
    );
  });
});

describe('hasReference', () => {
  it('sees references alone and inside of text', () => {
    for (const text of ['$a', 'x $a.b y', `\${a}`, '$0']) assert.equal(hasReference(text), true, text);
    for (const text of ['', 'a', '$', 'costs 5$', 'for $ 5']) assert.equal(hasReference(text), false, text);
  });
});
