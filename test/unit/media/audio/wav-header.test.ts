import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWavHeader } from '../../../../src/media/audio/wav-header.js';
import { bytesOf, type Fmt, fileOf, fmt, le16, le32, riffChunk, wav } from './written-sound.js';

const data = riffChunk('data', new Uint8Array(8));
const read = (...chunks: Uint8Array[]) => readWavHeader(fileOf(wav(...chunks)));

async function pcm(of: Fmt) {
  const header = await read(riffChunk('fmt ', fmt(of)), data);
  assert.ok('pcm' in header, 'why' in header ? header.why : '');
  return header.pcm;
}
async function why(...chunks: Uint8Array[]): Promise<string> {
  const header = await read(...chunks);
  return 'why' in header ? header.why : assert.fail('it was read');
}

describe('readWavHeader', () => {
  it('reads what is usual', async () => {
    assert.deepEqual(await pcm({ channels: 2, rate: 44_100 }), {
      container: 'WAV',
      encoding: 'int',
      bytes: 2,
      littleEndian: true,
      channels: 2,
      sampleRate: 44_100,
      start: 44,
      end: 52,
    });
  });

  it('knows the encodings by tag and width', async () => {
    const found = async (of: Fmt) => {
      const { encoding, bytes } = await pcm(of);
      return [encoding, bytes];
    };
    assert.deepEqual(await found({ bits: 8 }), ['unsigned', 1]);
    assert.deepEqual(await found({ bits: 24 }), ['int', 3]);
    assert.deepEqual(await found({ bits: 24, align: 4 }), ['int', 4]);
    assert.deepEqual(await found({ bits: 12, align: 2 }), ['int', 2]);
    assert.deepEqual(await found({ bits: 16, align: 0 }), ['int', 2]);
    assert.deepEqual(await found({ tag: 3, bits: 32 }), ['float', 4]);
    assert.deepEqual(await found({ tag: 3, bits: 64 }), ['float', 8]);
    assert.deepEqual(await found({ tag: 6, bits: 8 }), ['alaw', 1]);
    assert.deepEqual(await found({ tag: 7, bits: 8 }), ['ulaw', 1]);
    // Size, valid bits, which speakers, and the true tag.
    const more = [le16(22), le16(24), le32(4), le16(3), new Array(14).fill(0)];
    assert.deepEqual(await found({ tag: 0xfffe, bits: 32, more }), ['float', 4]);
  });

  it('passes over other chunks, also odd ones whose filling byte was forgotten', async () => {
    const list = bytesOf('LIST', le32(5), 'abcde');
    const header = await read(
      list,
      riffChunk('JUNK', new Uint8Array(300)),
      riffChunk('fmt ', fmt()),
      riffChunk('fact', new Uint8Array(5)),
      data,
    );
    assert.ok('pcm' in header);
    assert.equal(header.pcm.end, header.pcm.start + 8);
  });

  it('takes the size of RF64 from where it is', async () => {
    const sizes = riffChunk('ds64', bytesOf(le32(0), le32(0), le32(6), le32(1), new Array(12).fill(0)));
    const header = await read(sizes, riffChunk('fmt ', fmt()), riffChunk('data', new Uint8Array(6), 0xffff_ffff));
    assert.ok('pcm' in header);
    assert.equal(header.pcm.end, header.pcm.start + 2 ** 32 + 6);
  });

  it('leaves the end open where a stream was written', async () => {
    for (const size of [0, 0xffff_ffff, 0x7fff_ffff]) {
      const header = await read(riffChunk('fmt ', fmt()), riffChunk('data', new Uint8Array(6), size));
      assert.ok('pcm' in header);
      assert.equal(header.pcm.end, undefined, String(size));
    }
  });

  it('sees a sound of no length', async () => {
    const header = await read(
      riffChunk('fmt ', fmt()),
      riffChunk('data', new Uint8Array(0)),
      riffChunk('LIST', new Uint8Array(4)),
    );
    assert.ok('pcm' in header);
    assert.equal(header.pcm.end, header.pcm.start);
  });

  it('finds MP3 in it', async () => {
    assert.deepEqual(await read(riffChunk('fmt ', fmt({ tag: 0x55, bits: 0 })), data), { mp3At: 44 });
  });

  it('says what is impossible, missing or not decoded', async () => {
    const format = (of: Fmt) => why(riffChunk('fmt ', fmt(of)), data);
    assert.match(await format({ rate: 0 }), /0 samples a second/);
    assert.match(await format({ channels: 0 }), /0 channels/);
    assert.match(await format({ channels: 60_000, align: 60_000 }), /60000 channels/);
    assert.match(await format({ bits: 64 }), /64 bits/);
    assert.match(await format({ tag: 17, bits: 4, align: 256 }), /IMA ADPCM/);
    assert.match(await format({ tag: 0x4444 }), /number 17476/);
    assert.match(await why(data), /"fmt " chunk/);
    assert.match(await why(riffChunk('fmt ', fmt())), /"data" chunk/);
    assert.match(await why(riffChunk('fmt ', new Uint8Array(6)), data), /cut short/);
  });
});
