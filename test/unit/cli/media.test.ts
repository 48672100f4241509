import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { mediaFrom } from '../../../src/cli/media.js';
import { folderWith } from './folders.js';

describe('media in a folder', () => {
  const folder = join(
    folderWith({ 'media/in/a b.jpg': 'ab', 'media/c.jpg': 'c', 'secret.txt': 'no', 'media-2/d.jpg': 'no' }),
    'media',
  );
  const find = mediaFrom(folder);
  const textOf = async (url: string) => {
    const bytes = await find(url);
    return bytes && Buffer.from(bytes).toString();
  };

  it('are found by their path, or by the end of their address', async () => {
    assert.equal(await textOf('in/a b.jpg'), 'ab');
    assert.equal(await textOf('/data/local-files/?d=in/a%20b.jpg'), 'ab');
    assert.equal(await textOf('https://example.org/x/y/c.jpg?size=1#top'), 'c');
    assert.equal(await textOf('s3://bucket/in/a b.jpg'), 'ab');
  });

  it('are nothing outside of it, no folders, and nothing that is not there', async () => {
    for (const url of [
      '../secret.txt',
      'in/../../secret.txt',
      '../media-2/d.jpg',
      '..%2Fsecret.txt',
      'in',
      '',
      'no.jpg',
      'a\0b',
    ])
      assert.equal(await textOf(url), undefined, url);
    assert.equal(await textOf(join(folder, '../secret.txt')), undefined);
    assert.equal(await textOf('x/'.repeat(10_000)), undefined);
    assert.equal(await textOf('n'.repeat(10_000)), undefined);
  });

  it('may be in their addresses', async () => {
    assert.equal(await textOf('data:text/plain;base64,aGk='), 'hi');
    assert.equal(await textOf('data:,a%20b'), 'a b');
    assert.equal(await textOf('data:'), undefined);
  });
});
