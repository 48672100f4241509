import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText, plainText } from '../../../../src/tags/parts/text-source.js';

describe('plainText', () => {
  it('shows data that is no string as text', () => {
    assert.deepEqual([42, false, ['a', 1], 'x', null, undefined].map(plainText), ['42', 'false', 'a,1', 'x', '', '']);
  });
});

describe('decodeText', () => {
  it('decodes base64 as bytes, base64unicode as UTF-8', () => {
    const euro = Buffer.from('€').toString('base64');
    assert.equal(decodeText(euro, 'base64unicode').value, '€');
    assert.equal(decodeText(euro, 'base64').value, 'â\u0082¬');
    assert.equal(decodeText(euro, 'none').value, euro);
  });

  it('reports text that is not base64', () => {
    assert.equal(decodeText('not base64!', 'base64').problems?.[0]?.code, 'media/unreadable');
  });
});
