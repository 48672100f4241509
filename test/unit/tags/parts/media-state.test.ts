import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytes, shortUrl } from '../../../../src/tags/parts/media-state.js';

describe('bytes', () => {
  it('takes the unit that a person would', () => {
    assert.deepEqual([900, 1500, 48_200, 2_340_000, 7.1e9].map(bytes), [
      '900 B',
      '1.5 kB',
      '48 kB',
      '2.3 MB',
      '7.1 GB',
    ]);
  });
});

describe('shortUrl', () => {
  it('shows no secrets and cuts the middle', () => {
    assert.equal(shortUrl('https://me:pass@host/a.png?token=1#x'), 'https://host/a.png');
    const long = shortUrl(`https://host/${'d/'.repeat(80)}end.png`);
    assert.ok(long.length < 80 && long.startsWith('https://host/') && long.endsWith('end.png'));
    assert.ok(shortUrl(`data:image/png;base64,${'A'.repeat(500)}`).length < 40);
  });
});
