import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ReadBytes, readEdits } from '../../../../src/media/video/edit-list.js';

const u32 = (...numbers: readonly number[]): number[] =>
  numbers.flatMap((number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255));
const box = (type: string, ...content: readonly number[][]): number[] => {
  const bytes = content.flat();
  return [...u32(bytes.length + 8), ...Array.from(type, (letter) => letter.charCodeAt(0)), ...bytes];
};
const mvhd = (timescale: number) => box('mvhd', u32(0, 0, 0, timescale, 0, 0, 0));
const tkhd = (id: number) => box('tkhd', u32(0, 0, 0, id, 0, 0, 0));
type Entry = readonly [duration: number, mediaTime: number, rate?: number];
const elst = (...entries: readonly Entry[]) =>
  box(
    'edts',
    box(
      'elst',
      u32(0, entries.length),
      ...entries.map(([duration, time, rate = 1]) => u32(duration, time, rate * 65536)),
    ),
  );
const file = (...traks: readonly number[][]) => [
  ...box('ftyp', u32(1, 2)),
  ...box('mdat', new Array(50).fill(7)),
  ...box('moov', mvhd(1000), ...traks),
];

const readerOf =
  (bytes: readonly number[]): ReadBytes =>
  async (offset, length) =>
    Uint8Array.from(bytes.slice(offset, offset + length));

const edits = (...list: readonly Entry[]) => readEdits(readerOf(file(box('trak', tkhd(1), elst(...list)))), 1);

describe('readEdits', () => {
  it('says when the one stretch that is shown ends, after what is empty before it', async () => {
    assert.deepEqual(await edits([5000, 0]), { end: 5, isPlain: true });
    assert.deepEqual(await edits([500, -1], [5000, 2000]), { end: 5.5, isPlain: true });
    assert.deepEqual(await edits([5000, 0], [100, -1]), { end: 5, isPlain: true });
  });

  it('knows of no end where the stretch has none', async () => {
    assert.deepEqual(await edits([0, 1024]), { end: undefined, isPlain: true });
    assert.deepEqual(await edits(), { end: undefined, isPlain: true });
  });

  it('tells several stretches, and another speed, from one', async () => {
    assert.deepEqual(await edits([1000, 0], [1000, 5000]), { end: undefined, isPlain: false });
    assert.deepEqual(await edits([1000, 0, 2]), { end: undefined, isPlain: false });
  });

  it('reads the list of the track that is meant', async () => {
    const two = file(
      box('trak', tkhd(1), elst([1000, 0])),
      box('trak', tkhd(2), elst([3000, 0])),
      box('trak', tkhd(3)),
    );
    const ends = await Promise.all([1, 2, 3, 4].map(async (id) => (await readEdits(readerOf(two), id)).end));
    assert.deepEqual(ends, [1, 3, undefined, undefined]);
  });

  it('comes to an end with any bytes, and where none can be had', async () => {
    assert.deepEqual(await readEdits(async () => undefined, 1), { end: undefined, isPlain: true });
    const good = file(box('trak', tkhd(1), elst([5000, 0])));
    const spoilt = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(spoilt, fc.nat(good.length), async (changes, length) => {
        const bytes = [...good];
        for (const [at, value] of changes) bytes[at] = value;
        const { end } = await readEdits(readerOf(bytes.slice(0, length)), 1);
        assert.ok(end === undefined || end >= 0);
      }),
    );
  });
});
