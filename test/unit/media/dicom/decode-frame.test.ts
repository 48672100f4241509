import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { decodeFrame } from '../../../../src/media/dicom/decode-frame.js';
import { bitsBefore, readImage } from '../../../../src/media/dicom/image-header.js';
import { joined } from '../../../../src/media/dicom/inflate.js';
import { parseDicom } from '../../../../src/media/dicom/parse-dicom.js';
import { tags } from '../../../../src/media/dicom/tags.js';
import { BIG, described, EXPLICIT, JPEG, PIXELS, part10, type Written } from './written-dicom.js';

const none = async () => assert.fail('no codec is needed');

async function frames(elements: readonly Written[], uid = EXPLICIT) {
  const file = parseDicom(part10(uid, elements, { bigEndian: uid === BIG }));
  if (typeof file === 'string') assert.fail(file);
  const found = readImage(file);
  if (typeof found === 'string') assert.fail(found);
  const decoded = found.frames.map((ranges, i) => {
    const parts = ranges.map(([start, end]) => file.bytes.subarray(start, end));
    const bytes = joined(
      parts,
      parts.reduce((sum, { length }) => sum + length, 0),
    );
    return decodeFrame(found.image, { bytes, skip: bitsBefore(found.image, i) }, none);
  });
  return (await Promise.all(decoded)).map(({ values }) => values);
}
const plain = async (elements: readonly Written[], uid?: string) => [...((await frames(elements, uid))[0] ?? [])];
const colours = async (elements: readonly Written[], uid?: string) =>
  (await plain(elements, uid)).filter((_, i) => i % 4 !== 3);

const bits = (allocated: number, stored: number, high: number, signed: 0 | 1): readonly Written[] =>
  described([
    [tags.BitsAllocated, 'US', [allocated]],
    [tags.BitsStored, 'US', [stored]],
    [tags.HighBit, 'US', [high]],
    [tags.PixelRepresentation, 'US', [signed]],
  ]);
const coloured = (photometric: string, planar: 0 | 1, allocated = 8): readonly Written[] =>
  described([
    [tags.SamplesPerPixel, 'US', [3]],
    [tags.PhotometricInterpretation, 'CS', photometric],
    [tags.PlanarConfiguration, 'US', [planar]],
    [tags.BitsAllocated, 'US', [allocated]],
    [tags.BitsStored, 'US', [allocated]],
    [tags.HighBit, 'US', [allocated - 1]],
  ]);

describe('decodeFrame', () => {
  it('keeps the stored bits only, and extends their sign', async () => {
    const words = [0xf001, 0x0fff, 0x0800, 0xa7ff, 0, 0x1234];
    assert.deepEqual(await plain([...bits(16, 12, 11, 0), [PIXELS, 'OW', words]]), [1, 4095, 2048, 2047, 0, 0x234]);
    assert.deepEqual(await plain([...bits(16, 12, 11, 1), [PIXELS, 'OW', words]]), [1, -1, -2048, 2047, 0, 0x234]);
    assert.deepEqual(
      await plain([...bits(16, 12, 15, 0), [PIXELS, 'OW', words]]),
      [0xf00, 0xff, 0x80, 0xa7f, 0, 0x123],
    );
    assert.deepEqual(await plain([...bits(16, 12, 15, 1), [PIXELS, 'OW', words]]), [-256, 255, 128, -1409, 0, 0x123]);
    const bytes = Uint8Array.of(1, 255, 128, 127, 0, 5);
    assert.deepEqual(await plain([...bits(8, 8, 7, 1), [PIXELS, 'OB', bytes]]), [1, -1, -128, 127, 0, 5]);
    assert.deepEqual(await plain([...bits(8, 6, 5, 0), [PIXELS, 'OB', bytes]]), [1, 63, 0, 63, 0, 5]);
  });

  it('reads 32 bits, and floating-point numbers', async () => {
    const long = [0xffffffff, 1, 2, 3, 0x80000000, 5];
    const data: Written = [PIXELS, 'OW', new Uint8Array(Uint32Array.from(long).buffer)];
    assert.deepEqual(await plain([...bits(32, 32, 31, 0), data]), long);
    assert.deepEqual(await plain([...bits(32, 32, 31, 1), data]), [-1, 1, 2, 3, -0x80000000, 5]);
    const numbers = [0.5, -1, 2, 3, 4, 1e30];
    const float: Written = [tags.FloatPixelData, 'OF', new Uint8Array(Float32Array.from(numbers).buffer)];
    assert.deepEqual(await plain([...described(), float]), [...Float32Array.from(numbers)]);
    const double: Written = [tags.DoubleFloatPixelData, 'OD', new Uint8Array(Float64Array.from(numbers).buffer)];
    assert.deepEqual(await plain([...described(), double]), numbers);
  });

  it('reads big-endian words and bytes in words', async () => {
    assert.deepEqual(
      await plain([...described(), [PIXELS, 'OW', [1, 2, 3, 4, 5, 0xff00]]], BIG),
      [1, 2, 3, 4, 5, 0xff00],
    );
    assert.deepEqual(
      await plain([...bits(8, 8, 7, 0), [PIXELS, 'OW', [0x0201, 0x0403, 0x0605]]], BIG),
      [1, 2, 3, 4, 5, 6],
    );
  });

  it('reads single bits, whose frames begin anywhere in a byte', async () => {
    const flags = [1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1];
    const packed = new Uint8Array(4);
    for (const [i, bit] of flags.entries()) packed[i >> 3] = (packed[i >> 3] ?? 0) | (bit << (i & 7));
    const found = await frames([
      ...described([
        [tags.NumberOfFrames, 'IS', '3'],
        [tags.BitsAllocated, 'US', [1]],
        [tags.BitsStored, 'US', [1]],
        [tags.HighBit, 'US', [0]],
      ]),
      [PIXELS, 'OB', packed],
    ]);
    assert.deepEqual(
      found.map((frame) => [...frame]),
      [flags.slice(0, 6), flags.slice(6, 12), flags.slice(12)],
    );
  });

  it('reads colours side by side and in planes, of 8 and 16 bits', async () => {
    const rgb = Array.from({ length: 18 }, (_, i) => i * 10);
    const planes = [0, 1, 2].flatMap((c) => rgb.filter((_, i) => i % 3 === c));
    assert.deepEqual(await colours([...coloured('RGB', 0), [PIXELS, 'OB', Uint8Array.from(rgb)]]), rgb);
    assert.deepEqual(await colours([...coloured('RGB', 1), [PIXELS, 'OB', Uint8Array.from(planes)]]), rgb);
    const wide = rgb.map((value) => value * 256 + 7);
    assert.deepEqual(await colours([...coloured('RGB', 0, 16), [PIXELS, 'OW', wide]]), rgb);
  });

  it('turns luminance and differences into colours, also where two pixels share them', async () => {
    const grey = Array.from({ length: 6 }, (_, i) => [i * 40, 128, 128]).flat();
    const expected = Array.from({ length: 6 }, (_, i) => [i * 40, i * 40, i * 40]).flat();
    assert.deepEqual(await colours([...coloured('YBR_FULL', 0), [PIXELS, 'OB', Uint8Array.from(grey)]]), expected);
    const red = [76, 85, 255];
    const one = Array.from({ length: 6 }, () => red).flat();
    assert.deepEqual(
      (await colours([...coloured('YBR_FULL', 0), [PIXELS, 'OB', Uint8Array.from(one)]])).slice(0, 3),
      [254, 0, 0],
    );
    // Three columns: the last of each row shares with none.
    const pairs = Uint8Array.of(10, 20, 128, 128, 30, 0, 128, 128, 40, 50, 128, 128, 60, 0, 128, 128);
    const shown = await colours([...coloured('YBR_FULL_422', 0), [PIXELS, 'OB', pairs]]);
    assert.deepEqual(
      shown.filter((_, i) => i % 3 === 0),
      [10, 20, 30, 40, 50, 60],
    );
  });

  it('reads frames that are deflated one by one', async () => {
    const bytes = deflateRawSync(new Uint8Array(Uint16Array.of(1, 2, 3, 4, 5, 6).buffer));
    const elements: readonly Written[] = [...described(), [PIXELS, 'OB', { fragments: [new Uint8Array(bytes)] }]];
    assert.deepEqual(await plain(elements, '1.2.840.10008.1.2.8.1'), [1, 2, 3, 4, 5, 6]);
  });

  it('does not show a frame of another size, or one that is cut short', async () => {
    const file = { image: { columns: 3, rows: 2, samples: 1 } };
    const image = readImage(
      parseDicom(part10(JPEG, [...described(), [PIXELS, 'OB', { fragments: [Uint8Array.of(1, 2)] }]])) as never,
    );
    if (typeof image === 'string') assert.fail(image);
    const picture = { width: 9, height: 2, components: 1, samples: new Uint8Array(18) };
    const decode = decodeFrame(image.image, { bytes: new Uint8Array(2), skip: 0 }, async () => async () => picture);
    await assert.rejects(decode, /9 × 2 pixels of 1 samples and not, as is said of it, 3 × 2 of 1/);
    assert.equal(file.image.columns, image.image.columns);
    const native = { ...image.image, coding: 'native' } as const;
    await assert.rejects(decodeFrame(native, { bytes: new Uint8Array(11), skip: 0 }, none), /cut short/);
    const stream = { ...image.image, coding: 'jpeg-2000' } as const;
    await assert.rejects(decodeFrame(stream, { bytes: new Uint8Array(90), skip: 0 }, none), /no head/);
  });
});
