import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAiffHeader } from '../../../../src/media/audio/aiff-header.js';
import { be16, be32, bytesOf, fileOf, iffChunk } from './written-sound.js';

/** 44100 as a number of 80 bits. */
const rate = [0x40, 0x0e, 0xac, 0x44, 0, 0, 0, 0, 0, 0];
const comm = (compression = '', { channels = 2, frames = 3, bits = 16, each = rate } = {}) =>
  iffChunk('COMM', bytesOf(be16(channels), be32(frames), be16(bits), each, compression));
const ssnd = (size?: number) => iffChunk('SSND', bytesOf(be32(0), be32(0), new Uint8Array(12)), size);
const read = (...chunks: Uint8Array[]) => readAiffHeader(fileOf(bytesOf('FORM', be32(0), 'AIFF', ...chunks)));

async function pcm(...chunks: Uint8Array[]) {
  const header = await read(...chunks);
  assert.ok('pcm' in header, 'why' in header ? header.why : '');
  return header.pcm;
}

describe('readAiffHeader', () => {
  it('reads what is usual', async () => {
    assert.deepEqual(await pcm(comm(), ssnd()), {
      container: 'AIFF',
      encoding: 'int',
      bytes: 2,
      littleEndian: false,
      channels: 2,
      sampleRate: 44_100,
      start: 54,
      end: 66,
    });
  });

  it('knows the kinds of AIFC', async () => {
    const found = async (kind: string) => {
      const { encoding, bytes, littleEndian } = await pcm(comm(kind), ssnd());
      return [encoding, bytes, littleEndian];
    };
    assert.deepEqual(await found('sowt'), ['int', 2, true]);
    assert.deepEqual(await found('fl32'), ['float', 4, false]);
    assert.deepEqual(await found('FL64'), ['float', 8, false]);
    assert.deepEqual(await found('in24'), ['int', 3, false]);
    assert.deepEqual(await found('ulaw'), ['ulaw', 1, false]);
    assert.deepEqual(await found('raw '), ['unsigned', 1, false]);
  });

  it('takes chunks in any order, and ends with what is counted', async () => {
    const { start, end } = await pcm(iffChunk('NAME', bytesOf('odd')), ssnd(), comm('', { frames: 2 }));
    assert.equal(end, start + 8);
    assert.equal((await pcm(comm('', { frames: 0 }), ssnd(0))).end, undefined);
  });

  it('says what is impossible, missing or not decoded', async () => {
    const why = async (...chunks: Uint8Array[]) => {
      const header = await read(...chunks);
      return 'why' in header ? header.why : assert.fail('it was read');
    };
    assert.match(await why(comm('ima4'), ssnd()), /"ima4"/);
    assert.match(await why(comm('', { each: new Array(10).fill(0) }), ssnd()), /0 samples a second/);
    assert.match(await why(ssnd()), /COMM/);
    assert.match(await why(comm()), /SSND/);
  });
});
