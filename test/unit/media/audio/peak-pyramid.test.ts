import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUCKET, PeakCollector } from '../../../../src/media/audio/peak-collector.js';
import { PeakPyramid } from '../../../../src/media/audio/peak-pyramid.js';

/** One step of a peak. */
const STEP = 1 / 32_768;

/** A sound of any length, from -1 to 1, that comes in pieces of any length. */
const sounds = fc
  .record({
    length: fc.integer({ min: 1, max: 9000 }),
    seed: fc.integer(),
    cuts: fc.array(fc.integer({ min: 1, max: 700 })),
  })
  .map(({ length, seed, cuts }) => {
    let state = seed;
    const samples = Float32Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
      return Math.fround(state / 2 ** 31);
    });
    return { samples, cuts };
  });

function pyramidOf(samples: Float32Array, cuts: readonly number[]): PeakPyramid {
  const collector = new PeakCollector(1);
  const pyramid = new PeakPyramid(1);
  let at = 0;
  for (const cut of [...cuts, samples.length]) {
    const to = Math.min(samples.length, at + cut);
    collector.add([samples], at, to);
    if (cut % 3 !== 0) pyramid.append(collector.take());
    at = to;
  }
  collector.finish();
  assert.equal(collector.total, samples.length);
  pyramid.append(collector.take());
  return pyramid;
}

const bounds = (samples: Float32Array, from: number, to: number) => {
  const part = samples.subarray(Math.max(0, from), Math.max(0, to));
  return [Math.min(...part), Math.max(...part)] as const;
};

describe('PeakPyramid', () => {
  it('has every sample of a part within its column', () => {
    fc.assert(
      fc.property(
        sounds,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        ({ samples, cuts }, share, count) => {
          const end = samples.length;
          const start = Math.floor(share * (end - 1));
          const columns = pyramidOf(samples, cuts).columns(0, start, end, count);
          const width = (end - start) / count;
          for (let i = 0; i < count; i++) {
            const [from, to] = [Math.ceil(start + i * width + 0.01), Math.floor(start + (i + 1) * width - 0.01)];
            if (from >= to) continue;
            const [least, greatest] = bounds(samples, from, to);
            assert.ok((columns[i * 2] as number) <= least, `column ${i} is above its least sample`);
            assert.ok(
              (columns[i * 2 + 1] as number) >= Math.min(greatest, 1 - STEP),
              `column ${i} is below its greatest sample`,
            );
          }
        },
      ),
    );
  });

  it('is as exact as a peak where a part begins and ends with a bucket', () => {
    fc.assert(
      fc.property(sounds, fc.nat(), fc.nat(), ({ samples, cuts }, a, b) => {
        const buckets = Math.ceil(samples.length / BUCKET);
        const first = a % buckets;
        const last = first + 1 + (b % (buckets - first));
        const [low, high] = pyramidOf(samples, cuts).columns(0, first * BUCKET, last * BUCKET, 1);
        const [least, greatest] = bounds(samples, first * BUCKET, last * BUCKET);
        assert.ok(Math.abs((low as number) - least) <= STEP);
        assert.ok(Math.abs((high as number) - greatest) <= STEP);
      }),
    );
  });

  it('gives whole numbers of 16 bits as they are', () => {
    const collector = new PeakCollector(2);
    const samples = new Int16Array(1000).fill(7);
    samples.set([-32_768, 32_767], 0);
    samples.set([12, -3], 998);
    collector.addInterleaved(samples);
    collector.finish();
    const pyramid = new PeakPyramid(2);
    pyramid.append(collector.take());
    assert.deepEqual(
      [...pyramid.columns(0, 0, 512, 2)].map((value) => value * 32_768),
      [-32_768, 7, 7, 12],
    );
    assert.deepEqual(
      [...pyramid.columns(1, 0, 512, 2)].map((value) => value * 32_768),
      [7, 32_767, -3, 7],
    );
  });

  it('knows nothing before the start, behind what came, and of channels that are not there', () => {
    const pyramid = pyramidOf(new Float32Array(600).fill(0.5), []);
    assert.deepEqual([...pyramid.columns(0, -512, 1024, 3)].map(Number.isNaN), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.ok(pyramid.columns(0, 768, 2000, 4).every(Number.isNaN));
    assert.ok(pyramid.columns(1, 0, 512, 2).every(Number.isNaN));
    assert.ok(new PeakPyramid(1).columns(0, 0, 512, 2).every(Number.isNaN));
  });

  it('shows a bucket in every column that is narrower than one', () => {
    const columns = pyramidOf(new Float32Array(512).fill(0.25), []).columns(0, 100, 101, 4);
    assert.deepEqual([...columns], [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });
});

describe('PeakCollector', () => {
  it('cuts off what is louder than it can be, and passes over what is no number', () => {
    const collector = new PeakCollector(1);
    collector.add([Float32Array.of(3, -2, Number.NaN, 0)]);
    collector.finish();
    assert.deepEqual([...(collector.take()[0] ?? [])], [-32_768, 32_767]);
  });

  it('fills a channel that is missing with the first one', () => {
    const collector = new PeakCollector(2);
    collector.add([Float32Array.of(0.5)]);
    collector.silence(10);
    collector.finish();
    assert.deepEqual(
      collector.take().map((pairs) => [...pairs]),
      [
        [0, 16_384],
        [0, 16_384],
      ],
    );
    assert.equal(collector.total, 11);
  });
});
