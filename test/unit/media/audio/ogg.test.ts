import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastGranule } from '../../../../src/media/audio/ogg.js';
import { bytesOf, fileOf, le32 } from './written-sound.js';

const page = (granule: number, high = 0) =>
  bytesOf('OggS', 0, 0, le32(granule), le32(high), new Uint8Array(13), new Uint8Array(500));

describe('lastGranule', () => {
  it('is that of the last page that a packet ends on', async () => {
    const file = bytesOf(page(0), page(4000), page(9000, 1), page(0xffff_ffff, 0xffff_ffff));
    assert.equal(await lastGranule(fileOf(file)), 2 ** 32 + 9000);
  });

  it('is unknown for what is no Ogg, or of unknown size', async () => {
    assert.equal(await lastGranule(fileOf(bytesOf('fLaC', page(5)))), undefined);
    assert.equal(await lastGranule({ ...fileOf(page(5)), size: undefined }), undefined);
  });
});
