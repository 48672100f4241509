import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fingerprint, withoutSignatures } from '../../../../src/editor/saving/fingerprint.js';
import { copyOf, type Json, jsonEqual } from '../../../../src/model/json.js';

/** The same with its keys the other way round. */
const turned = (json: Json): Json =>
  Array.isArray(json)
    ? json.map(turned)
    : typeof json === 'object' && json !== null
      ? Object.fromEntries(
          Object.entries(json)
            .reverse()
            .map(([key, value]) => [key, turned(value)]),
        )
      : json;

const json = fc.jsonValue({ depthSize: 'small' }).map((value) => copyOf(value as Json));

describe('fingerprint', () => {
  it('is the same for the same, in whichever order its keys stand', () => {
    fc.assert(fc.property(json, (value) => assert.equal(fingerprint(turned(value)), fingerprint(value))));
  });

  it('is another for other', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        if (!jsonEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))) {
          assert.notEqual(fingerprint(one), fingerprint(other));
        }
      }),
    );
    assert.notEqual(fingerprint(['a', 'b']), fingerprint(['ab']));
    assert.notEqual(fingerprint([{ x: 1.5 }]), fingerprint([{ x: 1.51 }]));
  });
});

describe('withoutSignatures', () => {
  it('leaves out what is new in an address each time that it is given', () => {
    const data = {
      image: 'https://bucket.example/a/b.jpg?X-Sig=123&Expires=9#t=3',
      path: '/data/local-files/?d=x.png',
      list: ['s3://bucket/key?versionId=7', 'blob:https://host/0b1c'],
    };
    assert.deepEqual(withoutSignatures(data), {
      image: 'https://bucket.example/a/b.jpg',
      path: '/data/local-files/',
      list: ['s3://bucket/key', 'blob:'],
    });
  });

  it('leaves texts as they are', () => {
    const data = { text: 'Is it so? Yes # no', odd: '/ a ? b', number: 7, none: null };
    assert.deepEqual(withoutSignatures(data), data);
  });
});
