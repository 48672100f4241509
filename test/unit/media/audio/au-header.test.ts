import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAuHeader } from '../../../../src/media/audio/au-header.js';
import { be32, bytesOf, fileOf } from './written-sound.js';

const au = (...numbers: readonly number[]) => readAuHeader(fileOf(bytesOf('.snd', ...numbers.map(be32))));

describe('readAuHeader', () => {
  it('reads what is usual', async () => {
    assert.deepEqual(await au(28, 100, 3, 8000, 1), {
      pcm: {
        container: 'AU',
        encoding: 'int',
        bytes: 2,
        littleEndian: false,
        channels: 1,
        sampleRate: 8000,
        start: 28,
        end: 128,
      },
    });
  });

  it('leaves the end open where the size is', async () => {
    const header = await au(24, 0xffff_ffff, 1, 8000, 1);
    assert.ok('pcm' in header);
    assert.deepEqual([header.pcm.encoding, header.pcm.end], ['ulaw', undefined]);
  });

  it('says what is impossible or not decoded', async () => {
    const why = async (...numbers: readonly number[]) => {
      const header = await au(...numbers);
      return 'why' in header ? header.why : assert.fail('it was read');
    };
    assert.match(await why(24, 100, 23, 8000, 1), /G\.721/);
    assert.match(await why(24, 100, 3, 0, 1), /0 samples a second/);
    assert.match(await why(24, 100, 3, 8000, 0), /0 channels/);
    assert.match(await why(4, 100, 3, 8000, 1), /inside of the header/);
    assert.match(await why(24), /cut short/);
  });
});
