import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodePcm, type PcmFormat } from '../../../../src/media/audio/pcm.js';
import { readWavHeader } from '../../../../src/media/audio/wav-header.js';
import { interleaved, wavHeader } from '../../../../src/media/audio/wav-writer.js';
import { bytesOf, fileOf } from './written-sound.js';

const decode = (format: Partial<PcmFormat>, ...bytes: number[]) =>
  decodePcm(
    { encoding: 'int', bytes: 2, littleEndian: true, channels: 1, sampleRate: 8000, ...format },
    Uint8Array.from(bytes),
  ).map((plane) => [...plane]);

describe('decodePcm', () => {
  it('reads whole numbers of any width from either end', () => {
    assert.deepEqual(decode({}, 0, 0x80, 0, 0x40), [[-1, 0.5]]);
    assert.deepEqual(decode({ littleEndian: false }, 0x80, 0, 0x40, 0), [[-1, 0.5]]);
    assert.deepEqual(decode({ bytes: 3 }, 0, 0, 0x80, 0, 0, 0x40, 0xff, 0xff, 0xff), [[-1, 0.5, -1 / 2 ** 23]]);
    assert.deepEqual(decode({ bytes: 3, littleEndian: false }, 0x80, 0, 0, 0x40, 0, 0, 0, 0, 1), [
      [-1, 0.5, 1 / 2 ** 23],
    ]);
    assert.deepEqual(decode({ bytes: 4, littleEndian: false }, 0x80, 0, 0, 0), [[-1]]);
    assert.deepEqual(decode({ bytes: 1 }, 0x80, 0x40), [[-1, 0.5]]);
    assert.deepEqual(decode({ bytes: 1, encoding: 'unsigned' }, 0, 128, 192), [[-1, 0, 0.5]]);
  });

  it('reads floating point numbers of both widths', () => {
    assert.deepEqual(decode({ bytes: 4, encoding: 'float', littleEndian: false }, 0xbf, 0, 0, 0), [[-0.5]]);
    assert.deepEqual(decode({ bytes: 8, encoding: 'float' }, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f), [[0.5]]);
  });

  it("expands telephones' bytes to the numbers of G.711", () => {
    const scaled = (encoding: 'alaw' | 'ulaw', ...bytes: number[]) =>
      (decode({ bytes: 1, encoding }, ...bytes)[0] ?? []).map((value) => value * 32_768 + 0);
    assert.deepEqual(scaled('ulaw', 0xff, 0x7f, 0x80, 0x00, 0xfe), [0, 0, 32_124, -32_124, 8]);
    assert.deepEqual(scaled('alaw', 0xd5, 0x55, 0xaa, 0x2a), [8, -8, 32_256, -32_256]);
  });

  it('takes channels apart, and leaves a frame out that is not whole', () => {
    assert.deepEqual(decode({ channels: 2 }, 0, 0x40, 0, 0x80, 0, 0x20, 0, 0, 1, 2), [
      [0.5, 0.25],
      [-1, 0],
    ]);
  });
});

describe('interleaved', () => {
  it('gives back, with its header, the samples that a reader takes from it', async () => {
    const samples = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(samples, async (values) => {
        const planes = [values, values.map((value) => -1 - value)].map((plane) =>
          Float32Array.from(plane, (value) => value / 32_768),
        );
        const file = bytesOf(wavHeader(2, 16_000, values.length), new Uint8Array(interleaved(planes).buffer));
        const header = await readWavHeader(fileOf(file));
        assert.ok('pcm' in header);
        assert.equal(header.pcm.end, file.length);
        assert.deepEqual(decodePcm(header.pcm, file.subarray(header.pcm.start, header.pcm.end)), planes);
      }),
      { numRuns: 30 },
    );
  });

  it('cuts off what is too loud', () => {
    assert.deepEqual([...interleaved([Float32Array.of(2, -2, 1)])], [32_767, -32_768, 32_767]);
  });
});
